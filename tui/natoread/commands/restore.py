"""`natoread restore`: what `dump` printed, back into a library."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TextIO

import click

from natoread.commands.printing import put, put_json
from natoread.commands.verb import verb
from natoread.places import Places
from natoread_index import Unreadable

_SAYS = {"older": "older than yours", "unknown": "of a newer natoread, passed over"}


@verb("restore")
@click.argument("file", type=click.File("r", encoding="utf-8"), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(places: Places, file: TextIO, as_json: bool) -> int:
    """Take in what dump printed, from FILE or - for stdin.

    It is merged with what is there: of two notes on one release, and the like, the newer stays, and
    nothing is taken away. A release that the library does not hold gets its marks when it is added.
    All of it is one step for u in the app.

    \b
    Examples:
      natoread restore natoread.jsonl
      ssh office natoread dump | natoread restore -
    """
    lines = _Lines(file)
    with places.open() as library:
        try:
            counts = asdict(library.keepsakes.restore(lines))
        except Unreadable:
            what = f"line {lines.number} is none that dump prints"
            raise Unreadable(f"{what}; nothing was restored") from None
    if as_json:
        put_json(counts)
    else:
        said = (f"{count:,} {_SAYS.get(name, name)}" for name, count in counts.items() if count)
        put(", ".join(said) or "nothing to restore")
    return 0


class _Lines:
    """The shapes in a dump, and the number of the line that was read last."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.number = 0

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        for line in self._file:
            self.number += 1
            if line.strip():
                yield _shape(line)


def _shape(line: str) -> Mapping[str, object]:
    """A line as an object; an empty one if it is none."""
    try:
        shape = json.loads(line)
    except ValueError:
        return {}
    return shape if isinstance(shape, dict) else {}
