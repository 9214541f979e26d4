"""`natoread remove`: releases out of the library."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from natoread.commands import NO_MATCH
from natoread.commands.called import called
from natoread.commands.printing import put_json, tell
from natoread.commands.progress import follow
from natoread.commands.rows import put_listed
from natoread.commands.shapes import listed
from natoread.commands.verb import QueryVerb, verb
from natoread.places import Places
from natoread_index import Library, LibraryLocked


@verb("remove", QueryVerb)
@click.argument("words", nargs=-1, metavar="ID...|QUERY")
@click.option("--from", "origin", metavar="FILE", help="All that came from FILE alone.")
@click.option("--dry-run", is_flag=True, help="Say what would go; remove nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(
    places: Places,
    words: tuple[str, ...],
    origin: str | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> int:
    """Take releases out of the library: by IDs, by a QUERY, or all that one FILE brought.

    On a terminal it asks first. What you made of them - stars, tags, notes - is kept, so that
    adding the same releases again undoes it all. An ID may be cut to its first four characters.

    \b
    Examples:
      natoread remove 5f0c2a
      natoread remove --dry-run 'source:"White House" before:2021'
      natoread remove --from may-2024.txt
    """
    query = " ".join(words).strip()
    if (origin is None) == (not query):
        raise click.UsageError("Give IDs or a QUERY, or --from FILE.")
    with places.open() as library:
        numbers = called(library, query) if origin is None else _brought_by(library, origin)
        if not numbers:
            tell("No release to remove.")
            return NO_MATCH
        return _remove(library, numbers, dry_run=dry_run, asks=not yes, as_json=as_json)


def _brought_by(library: Library, origin: str) -> Sequence[int]:
    """The numbers of what came from `origin` alone."""
    found = library.brought_by(str(Path(origin).absolute())) or library.brought_by(origin)
    if stay := sum(map(bool, found.values())):
        tell(f"{stay:,} of its releases stay: they came from other files, too.")
    return [number for number, others in found.items() if not others]


def _remove(
    library: Library, numbers: Sequence[int], *, dry_run: bool, asks: bool, as_json: bool
) -> int:
    rows = library.rows(numbers)
    for row in () if as_json else rows:
        put_listed(row)
    many = f"{len(rows):,} release" + "s" * (len(rows) != 1)
    goes = not dry_run and (not asks or _agreed(many))
    if goes:
        library.remove(numbers)
        _forget(library)
    if as_json:
        put_json({"removed": len(rows) * goes, "releases": list(map(listed, rows))})
    tell(f"{many} removed." if goes else f"Nothing was removed: {many} would be.")
    return 0


def _agreed(many: str) -> bool:
    """Ask whoever sits at a terminal."""
    if not sys.stdin.isatty():
        return True
    tell(f"Remove {many}? Type y for yes.")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _forget(library: Library) -> None:
    """Drop what was removed from the index; it is no longer found in any case."""
    try:
        follow(library.catch_up(), "Indexing")
    except LibraryLocked as error:
        tell(error)
