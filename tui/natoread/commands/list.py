"""`natoread list`: all releases, newest first."""

from collections.abc import Iterator, Sequence

import click

from natoread.commands.printing import put_json
from natoread.commands.rows import put_listed
from natoread.commands.shapes import listed
from natoread.commands.verb import verb
from natoread.places import Places
from natoread_index import Library, Row

_AT_ONCE = 200


@verb("list")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="At most N; 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--jsonl", is_flag=True, help="One JSON object a release, each in its line.")
def command(places: Places, limit: int | None, as_json: bool, jsonl: bool) -> int:
    """List the releases, newest first.

    A date with ~ before it was completed from elsewhere in the file that the release came in.

    \b
    Example:
      natoread list --limit 10
    """
    with places.open() as library:
        rows = _rows(library, library.newest[: limit or None])
        if as_json:
            put_json({"releases": [listed(row) for row in rows]})
        for row in rows:
            put_json(listed(row)) if jsonl else put_listed(row)
    return 0


def _rows(library: Library, numbers: Sequence[int]) -> Iterator[Row]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield from library.rows(numbers[start : start + _AT_ONCE])
