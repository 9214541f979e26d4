"""Releases from a corpus outside the project, for the trials; and as a text pack."""

import json
import lzma
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple


class Item(NamedTuple):
    """A release of a corpus, in the corpus's own words."""

    title: str
    source: str
    body: str


def items(corpus: Path, most: int | None = None) -> Iterator[Item]:
    """The first releases of a JSON-lines file, perhaps compressed as .xz, or of all in a folder."""
    if corpus.is_dir():
        yield from chain.from_iterable(
            items(each, most) for each in sorted(corpus.glob("*.jsonl*"))
        )
        return
    for record in islice(records(corpus), most):
        yield Item(record["title"], record["source"], record["body"])


def records(corpus: Path) -> Iterator[dict[str, str]]:
    """The objects of a JSON-lines file, perhaps compressed as .xz."""
    opened = lzma.open if corpus.suffix == ".xz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def pack(releases: Iterable[Item]) -> str:
    """The releases in the layout that `natoread add` reads."""
    return "\n\n".join(f"{title}\n\nSource: {source}\n\n{body}" for title, source, body in releases)
