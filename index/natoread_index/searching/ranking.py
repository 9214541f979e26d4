"""The order by relevance, in one place.

First come releases that answer the whole query in their title, then the others.

**In the title** counts the chance that whoever means this release types these words (a query
likelihood, after Ponte and Croft, "A language modeling approach to information retrieval", 1998):
one of the n telling words of the title for each of k words typed, so n^-k; words typed in another
order than theirs, or in another form, are rarer; and of a query, which has about three words
(Spink and others, "Searching the web: the public and their queries", 2001), those not typed yet
come from what stands behind the last.

**Elsewhere** the weight of each word counts, as BM25F has it (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", 2004): how often it stands in the text, evened
by length, more if it stands in the title or in the opening, each time less. To that comes how near
to the rarest word the others stand, at its best place: the nearer, the more of their weight.

In both a year of age costs a little, and of equals the newest comes first. Only the first `SCORED`
of all groups together, from the newest on, are weighed: what lies behind stays newest first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.engine.segment import Segment
from natoread_index.engine.texts import BREAK, LONGEST, behind, places
from natoread_index.queries.nodes import All, Either, Field, Node, Phrase, Row, Term
from natoread_index.searching.chronology import Chronology
from natoread_index.searching.matching import Matching
from natoread_index.searching.wants import Marks, Want, marked, wants

SCORED = 120
"""Documents that are weighed for one query."""

_BREAK = BREAK.encode()

_WORDS = 3
_OTHER_FORM, _OTHER_ORDER = 1.0, 3.0
"""Logarithms of how much rarer a title's word is typed in another form, or out of order."""

_TITLED = 1000.0
"""What a title that answers all is worth, so that scores fall from the first hit to the last."""

_K1, _B = 1.2, 0.75
"""The usual values: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009."""

_IN_TITLE, _IN_OPENING = 4.0, 1.0
_OPENING = 50
"""Words of a body that count as its opening."""

_NEAR = 6.0
_REACH, _HALF = 40, 20
"""How much more a word near the rarest is worth than one anywhere; how many words on either side of
a place are near it, and how far off half of that is lost."""

_PLACES = 12
"""Places of the rarest word that are looked at."""

_A_YEAR = 0.02


def in_title(node: Node) -> Node:
    """Return `node` with every word that may stand anywhere asked of the title instead."""
    match node:
        case Term(field=Field.ANY) | Phrase(field=Field.ANY):
            return replace(node, field=Field.TITLE)
        case Row(terms):
            titled = (term for term in map(in_title, terms) if isinstance(term, Term))
            return replace(node, terms=tuple(titled))
        case All(parts) | Either(parts):
            return type(node)(tuple(map(in_title, parts)))
    return node


Scores = dict[int, float]
_Score = Callable[[Sequence[Marks], Segment, int], float]


class Group(NamedTuple):
    """Documents that stand together, before or behind all others: `titled` ones by their title."""

    documents: BitMap
    titled: bool


class Ranking:
    """Orders the documents of one index."""

    def __init__(self, reader: IndexReader, chronology: Chronology, matching: Matching) -> None:
        self._reader, self._chronology, self._matching = reader, chronology, matching
        self._firsts = reader.columns["first"]

    def ranked(self, node: Node, groups: Sequence[Group]) -> list[Scores]:
        """Return the scores of the first documents of each group, best first."""
        asked = wants(node, self._matching)
        found, left = [], SCORED
        for group in groups:
            field, score = ("title", self._in_title) if group.titled else ("any", self._elsewhere)
            some = self._chronology.newest(group.documents, left)
            scores = self._scores(asked, some, field, score)
            found.append(dict(sorted(scores.items(), key=lambda entry: -entry[1])))
            left -= len(some)
        return found

    def _scores(
        self, asked: Sequence[Want], documents: Sequence[int], field: str, score: _Score
    ) -> Scores:
        """Return the score of each document, in their order."""
        found = dict.fromkeys(documents, 0.0)
        for segment, document, marks in marked(asked, self._reader, BitMap(documents), field):
            place = segment.base + document
            found[place] = score(marks, segment, document) - self._age(place)
        return found

    def _in_title(self, asked: Sequence[Marks], segment: Segment, document: int) -> float:
        title = segment.terms.texts.title(document) or BREAK
        places, is_in_order = _places(asked, title)
        telling = segment.columns["title"][document] or 1
        behind = (len(title) - max(places)) / (len(title) + 1)
        pairs = zip(asked, places, strict=True)
        others = sum(title[place] not in word.typed for word, place in pairs)
        return (
            _TITLED
            - len(asked) * math.log(telling)
            + max(_WORDS - len(asked), 0) * math.log(behind)
            - (0 if is_in_order else _OTHER_ORDER)
            - _OTHER_FORM * others
        )

    def _elsewhere(self, asked: Sequence[Marks], segment: Segment, document: int) -> float:
        text = segment.terms.texts[document]
        opening = behind(text, text.index(_BREAK) + 1, _OPENING)
        evened = 1 - _B + _B * segment.columns["words"][document] / self._mean
        score, here = 0.0, []
        for word in asked:
            if segment.base + document in word.want.documents:
                counts = {one: text.count(one) for one in word.own_in(document)}
                count = max(sum(counts.values()), 1) / evened
                count += _IN_TITLE * (document in word.titled)
                count += _IN_OPENING * (not word.any.isdisjoint(opening))
                score += word.want.weight * count * (_K1 + 1) / (count + _K1)
                here.append((word.want.weight, [one for one in counts if counts[one]]))
        return score + _nearness(here, text)

    @cached_property
    def _newest(self) -> int:
        newest = self._chronology.newest(self._matching.everything, 1)
        return self._firsts[newest[0]] if newest else 0

    @cached_property
    def _mean(self) -> float:
        """How many words a body has on average; releases that are gone count nowhere."""
        words, everything = self._reader.columns["words"], self._matching.everything
        gone = BitMap(range(len(words))) - everything
        total = sum(words) - sum(map(words.__getitem__, gone))
        return total / max(len(everything), 1) or 1.0

    def _age(self, document: int) -> float:
        """Return what the years cost by which a document is older than the newest."""
        first = self._firsts[document]
        return _A_YEAR * (self._newest - first) / 365 if first else 0.0


def _places(asked: Sequence[Marks], title: str) -> tuple[list[int], bool]:
    """Return where in a title each word stands, and whether that is in the order of the query."""
    places, start, is_in_order = [], 0, True
    for word in asked:
        place = next((at for at in range(start, len(title)) if title[at] in word.any), -1)
        if place < 0:
            is_in_order = False
            place = next((at for at, symbol in enumerate(title) if symbol in word.any), 0)
        places.append(place)
        start = place + 1
    return places, is_in_order


def _nearness(here: Sequence[tuple[float, Sequence[bytes]]], text: bytes) -> float:
    """Return the weight of the words near the rarest one, and its own, at the best of its places.

    Of each word is given its weight and the symbols that say it; of the beginning of many, none.
    """
    looked_for = sorted((word for word in here if word[1]), key=itemgetter(0), reverse=True)
    if len(looked_for) < 2:
        return 0.0
    (weight, symbols), *others = looked_for
    best = 0.0
    for place in islice(places(symbols, text), _PLACES):
        near = sum(_near(text, place, *other) for other in others)
        best = max(best, near)
    return _NEAR * (best + weight) if best else 0.0


def _near(text: bytes, place: int, weight: float, symbols: Sequence[bytes]) -> float:
    """Return what is left of a word's weight at the place of it that is nearest to another."""
    start, end = max(place - _REACH * LONGEST, 0), place + _REACH * LONGEST
    off = _REACH
    for one in symbols:
        at = text.rfind(one, start, place)
        if at >= 0:
            off = min(off, len(text[at:place].decode()) - 1)
        at = text.find(one, place, end)
        if at >= 0:
            off = min(off, len(text[place:at].decode()) - 1)
    return weight / (1 + max(off, 0) / _HALF) if off < _REACH else 0.0
