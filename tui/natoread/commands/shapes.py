"""The JSON shapes that scripts rely on: what each verb says of a release, and of a search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from natoread.commands.printing import marked
from natoread_index import Dated, Hits, Release, Row, Snippet

if TYPE_CHECKING:
    from natoread_index import Difference

Shape = dict[str, object]

_BRACKETS = str.maketrans("⟦⟧", "[]")


def hit(row: Row, score: float | None) -> Shape:
    """One hit of a search, without what only a listing tells."""
    return {
        "id": row.id,
        "title": row.title,
        "kind": row.kind,
        "source": row.source,
        **_dated(row.dated),
        "score": None if score is None else round(score, 3),
        "snippet": lit(row.snippet),
    }


def listed(row: Row) -> Shape:
    """One release of a listing."""
    return _described(row) | {"words": row.words}


def shown(release: Release) -> Shape:
    """One release with its text, and the words that its date was read from."""
    read_from = release.dated.read_from if release.dated else None
    text = {"words": release.word_count, "body": release.body, "date_read_from": read_from}
    return _described(release) | text


def issued(version: int, versions: int, origins: Sequence[str]) -> Shape:
    """Which version of how many a release is, and the files that it came from."""
    return {"version": version, "versions": versions, "origins": list(origins)}


def differing(release: Release, difference: Difference) -> Shape:
    """How a version of a release differs from the one before, line by line."""
    lines = [{"sign": line.sign, "text": line.text} for line in difference.lines]
    numbers = {"version": difference.version, "versions": difference.versions}
    return {"id": release.id, **numbers, "changed": difference.changed, "lines": lines}


def answer(query: str, hits: Hits, shapes: Sequence[Shape]) -> Shape:
    """A whole answer: how many releases answer `query`, and those of them asked for."""
    return {
        "query": query,
        "total": hits.total,
        "ms": round(hits.ms, 3),
        "corrected": [list(pair) for pair in hits.corrected] or None,
        "also": list(hits.also),
        "hits": list(shapes),
    }


def lit(snippet: Snippet) -> str:
    """A snippet with ⟦ ⟧ around its lights; such brackets of its own become [ ]."""
    return marked(snippet.text.translate(_BRACKETS), snippet.lights, "⟦", "⟧")


def _described(release: Row | Release) -> Shape:
    return {
        "id": release.id,
        "title": release.title,
        "kind": release.kind,
        "source": release.source,
        **_dated(release.dated),
        "speakers": list(release.speakers),
        "url": release.url,
    }


def _dated(dated: Dated | None) -> Shape:
    if dated is None:
        return {"date": None, "date_end": None, "date_basis": None}
    return {"date": dated.start, "date_end": dated.end, "date_basis": dated.basis}
