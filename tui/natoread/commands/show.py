"""`natoread show`: releases as they were published."""

import sys
from collections.abc import Callable, Iterable, Iterator

import click

from natoread.commands import NO_MATCH
from natoread.commands.printing import put, put_json, tell
from natoread.commands.rows import facts
from natoread.commands.shapes import shown
from natoread.commands.verb import verb
from natoread.exports.markdown import markdown
from natoread.places import Places
from natoread_index import Library, NoSuchRelease, Release, render


@verb("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a release, in its line.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Markdown.")
def command(places: Places, ids: tuple[str, ...], as_json: bool, as_markdown: bool) -> int:
    """Print releases as plain text, in the layout that `add` reads.

    An ID may be cut to its first characters, as long as no other release begins with them.
    The ID - stands for IDs on stdin, one a line, each answered by a line of JSON.

    \b
    Examples:
      natoread show 5f0c2a
      natoread search ukraine --jsonl | jq -r .id | natoread show -
    """
    form = _put_json if as_json or "-" in ids else _put_markdown if as_markdown else _put_text
    with places.open() as library:
        codes = [_show(library, name, form) for name in _named(ids)]
    return max(codes, default=0)


def _named(ids: Iterable[str]) -> Iterator[str]:
    """The ids, those on stdin in the place of `-`."""
    for name in ids:
        if name == "-":
            yield from filter(None, map(str.strip, sys.stdin))
        else:
            yield name


def _show(library: Library, name: str, put_release: Callable[[Release], None]) -> int:
    try:
        put_release(library[name])
    except NoSuchRelease as error:
        tell(error)
        return NO_MATCH
    return 0


def _put_json(release: Release) -> None:
    put_json(shown(release))


def _put_markdown(release: Release) -> None:
    put(markdown(release) + "\n")


def _put_text(release: Release) -> None:
    if sys.stdout.isatty():
        tell(facts(release))
    put(render([release]))
