"""Which releases belong beside another: of the same event, in the same words, of the same day.

What a release is about is told by its key terms: words that it says often, or in its title, and
few others say. Another is as near to it as their weight that it has of them. A near one of about
the same day is of the same event; so is a very near one where one of the two has no date.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta
from heapq import nlargest
from operator import itemgetter

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.hits import Related
from natoread_index.queries.nodes import Field
from natoread_index.release import Release
from natoread_index.searching.chronology import Chronology
from natoread_index.searching.matching import Matching
from natoread_index.words import folded

_LOOKED_UP, _KEY_TERMS = 240, 30
_IN_TITLE = 3
"""A word of the title counts as if it were said so often."""

_LEAST_LETTERS = 3
_FEW, _FEW_OF = 60, 50
"""A key term is in at most so many releases, or in one of so many."""

_AROUND = timedelta(days=3)
_NEAR, _VERY_NEAR, _AT_ALL = 0.25, 0.45, 0.1
"""Shares of the weight of all key terms."""

_SHARED = 4
"""Key terms that another has at least: of a very short text there are not many."""

_LONG = 600
"""Words from which on a text counts for less: a very long one says a little of everything."""

_MOST = 8


class Relating:
    """Finds what belongs beside a release, in one generation of the index."""

    def __init__(self, reader: IndexReader, chronology: Chronology, matching: Matching) -> None:
        self._reader, self._chronology, self._matching = reader, chronology, matching

    def related(self, number: int, release: Release) -> Related:
        """Return what belongs beside `release`, which has a number."""
        itself = BitMap(i for i in self._documents_numbered(number))
        near = self._nearness(release, itself)
        days = self._days_around(release) - itself
        event = [d for d, share in near if share >= self._enough(release, d, days)][:_MOST]
        words = [d for d, share in near if share >= _AT_ALL and d not in event][:_MOST]
        shown = BitMap([*event, *words]) | itself
        day = self._chronology.newest(self._days_of(release) - shown, _MOST)
        return Related(*map(self._numbers, (event, words, day)))

    def _enough(self, release: Release, document: int, days: BitMap) -> float:
        """The nearness that tells that another release is of the same event."""
        if document in days:
            return _NEAR
        undated = release.dated is None or document in self._chronology.undated
        return _VERY_NEAR if undated else math.inf

    def _nearness(self, release: Release, itself: BitMap) -> list[tuple[int, float]]:
        """Return documents and the share that they have of the key terms, the nearest first."""
        terms = self._key_terms(release)
        whole = sum(weight for _, weight in terms) or 1.0
        shares: dict[int, float] = defaultdict(float)
        times: Counter[int] = Counter()
        for documents, weight in terms:
            times.update(documents)
            for document in documents:
                shares[document] += weight / whole
        near = ((d, share / self._length(d)) for d, share in shares.items() if times[d] >= _SHARED)
        others = ((d, share) for d, share in near if d not in itself)
        return nlargest(4 * _MOST, others, key=itemgetter(1))

    def _length(self, document: int) -> float:
        """What the share of a document is divided by."""
        return 1 + math.log(max(self._reader.columns["words"][document] / _LONG, 1))

    def _key_terms(self, release: Release) -> list[tuple[BitMap, float]]:
        """Return the documents of each key term, and what it weighs."""
        said = Counter(_telling(folded(release.body)))
        for word in _telling(folded(release.title)):
            said[word] += _IN_TITLE
        held = len(self._matching.everything)
        most = max(_FEW, held // _FEW_OF)
        found = []
        for word, times in said.most_common(_LOOKED_UP):
            documents = self._matching.word(Field.ANY, word, prefix=False)
            if 1 < len(documents) <= most:
                weight = (1 + math.log(times)) * math.log(held / len(documents))
                found.append((documents & self._matching.everything, weight))
        return sorted(found, key=lambda term: -term[1])[:_KEY_TERMS]

    def _days_around(self, release: Release) -> BitMap:
        """Return the documents of about the days of a release."""
        if release.dated is None:
            return BitMap()
        first, last = release.dated.first - _AROUND, release.dated.last + _AROUND
        return self._chronology.between(first, last) & self._matching.everything

    def _days_of(self, release: Release) -> BitMap:
        """Return the documents of the days of a release; of a month, none."""
        if release.dated is None or release.dated.by_month:
            return BitMap()
        days = self._chronology.between(release.dated.first, release.dated.last)
        return days & self._matching.everything

    def _documents_numbered(self, number: int) -> Iterable[int]:
        """Yield the documents of a release; one that was indexed again has others, given up."""
        at = -1
        for _ in range(self._reader.numbers.count(number)):
            at = self._reader.numbers.index(number, at + 1)
            yield at

    def _numbers(self, documents: Iterable[int]) -> list[int]:
        return [self._reader.numbers[document] for document in documents]


def _telling(words: Iterable[str]) -> Iterable[str]:
    return (word for word in words if len(word) >= _LEAST_LETTERS and not word.isdecimal())
