"""`natoread show`: releases as they were published, and how their versions differ."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from natoread.commands import NO_MATCH
from natoread.commands.printing import put, put_json, tell
from natoread.commands.rows import facts
from natoread.commands.shapes import differing, issued, shown
from natoread.commands.verb import verb
from natoread.exports.markdown import markdown
from natoread.places import Places
from natoread_index import Library, NoSuchRelease, Release, render

if TYPE_CHECKING:
    from natoread_index import Difference

_AROUND = 1
"""Lines that stayed, shown before and behind those that changed."""


@dataclass(frozen=True)
class Version:
    """One version of a release that the library holds; 0 of it is the last."""

    library: Library
    release_id: str
    asked: int = 0

    @property
    def release(self) -> Release:
        """The release as it was then; raises `NoSuchRelease`."""
        if not self.asked:
            return self.library[self.release_id]
        versions = self.library.versions(self.release_id)
        if self.asked > len(versions):
            raise NoSuchRelease(f"{self.release_id} has {_count(len(versions))}")
        return versions[self.asked - 1]


@verb("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a release, in its line.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Markdown.")
@click.option("--version", type=click.IntRange(1), metavar="N", help="As version N was.")
@click.option("--diff", is_flag=True, help="What changed from the version before.")
def command(
    places: Places,
    ids: tuple[str, ...],
    as_json: bool,
    as_markdown: bool,
    version: int | None,
    diff: bool,
) -> int:
    """Print releases as plain text, in the layout that `add` reads.

    An ID may be cut to its first characters, as long as no other release begins with them.
    The ID - stands for IDs on stdin, one a line, each answered by a line of JSON.
    A release that was issued again with changes has versions, counted from 1; the last is shown.

    \b
    Examples:
      natoread show 5f0c2a
      natoread show 5f0c2a --diff
      natoread search ukraine --jsonl | jq -r .id | natoread show -
    """
    with_json = as_json or "-" in ids
    form = _put_json if with_json else _put_markdown if as_markdown else _put_text
    if diff:
        form = _put_json_difference if with_json else _put_difference
    with places.open() as library:
        codes = [_show(Version(library, name, version or 0), form) for name in _named(ids)]
    return max(codes, default=0)


def _named(ids: Iterable[str]) -> Iterator[str]:
    """The ids, those on stdin in the place of `-`."""
    for name in ids:
        if name == "-":
            yield from filter(None, map(str.strip, sys.stdin))
        else:
            yield name


def _show(version: Version, put_version: Callable[[Version], None]) -> int:
    try:
        put_version(version)
    except NoSuchRelease as error:
        tell(error)
        return NO_MATCH
    return 0


def _put_json(version: Version) -> None:
    release, library = version.release, version.library
    versions = len(library.versions(release.id))
    more = issued(version.asked or versions, versions, library.origins(release.id))
    put_json(shown(release) | more)


def _put_markdown(version: Version) -> None:
    put(markdown(version.release) + "\n")


def _put_text(version: Version) -> None:
    if sys.stdout.isatty():
        tell(facts(version.release))
    put(render([version.release]))


def _put_difference(version: Version) -> None:
    found = _difference(version)
    tell(f"Version {found.version} of {found.versions}: {_changed(found.changed)}")
    for line in found.near(_AROUND):
        put(line.text, line.lights, f"{line.sign} ") if line else put("...")


def _put_json_difference(version: Version) -> None:
    put_json(differing(version.release, _difference(version)))


def _difference(version: Version) -> Difference:
    """How a version differs from the one before; raises `NoSuchRelease` if there is none."""
    release = version.release
    found = version.library.difference(release.id, version.asked)
    if found is None:
        raise NoSuchRelease(f"{version.release_id} has no version before this one")
    return found


def _count(versions: int) -> str:
    return f"{versions} version" + "s" * (versions != 1)


def _changed(lines: int) -> str:
    return f"{lines} line{'s' * (lines != 1)} changed"
