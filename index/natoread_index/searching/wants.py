"""The words that a query asks for, as an order by relevance sees them: how much each tells."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from pyroaring import BitMap

from natoread_index.engine.segment import Segment
from natoread_index.engine.texts import NOTHING
from natoread_index.queries.nodes import Field, Node, Phrase, Row, Term, wanted
from natoread_index.searching.matching import Matching

_TEXTS = {Field.ANY, Field.TITLE}


class Want(NamedTuple):
    """One word that is asked for: `words` say it, first the one that was typed.

    `weight` is its inverse document frequency, as Robertson and Sparck Jones weigh a word;
    `documents` have it.
    """

    words: tuple[str, ...]
    prefix: bool
    weight: float
    documents: BitMap


class Marks(NamedTuple):
    """What says a word in the texts of one segment.

    `any` are all its symbols, `typed` those of the word as it was typed, `own` those that say
    nothing else; a beginning has none.
    """

    want: Want
    any: frozenset[str]
    typed: frozenset[str]
    own: tuple[bytes, ...]


def wants(node: Node, matching: Matching) -> list[Want]:
    """Return the words that `node` wants of a text, in the order in which they were typed."""
    releases = max(len(matching.everything), 1)
    found = []
    for words, prefix in dict.fromkeys(_words(node, matching)):
        ways = (matching.word(Field.ANY, word, prefix=prefix) for word in words)
        documents = BitMap().union(*ways)
        having = min(len(documents), releases)
        weight = math.log(1 + (releases - having + 0.5) / (having + 0.5))
        found.append(Want(words, prefix, weight, documents))
    return found


def _words(node: Node, matching: Matching) -> Iterator[tuple[tuple[str, ...], bool]]:
    for leaf in wanted(node):
        for term in leaf.terms if isinstance(leaf, Row) else (leaf,):
            if term.field in _TEXTS:
                yield from _said(term, matching)


def _said(term: Term | Phrase, matching: Matching) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield for each word of a term what says it; a name of several words is its rarest."""
    if isinstance(term, Term) and term.is_single:
        yield (*term.spellings, *(_rarest(row, matching) for row in term.also)), term.prefix
        return
    whole = term.spellings if isinstance(term, Term) else ()
    *finished, last = term.words
    yield from (((word, *whole), False) for word in finished)
    yield (last, *whole), term.prefix


def _rarest(row: tuple[str, ...], matching: Matching) -> str:
    return min(row, key=lambda word: len(matching.word(Field.ANY, word, prefix=False)) or math.inf)


def marks(want: Want, segment: Segment, field: str) -> Marks:
    """Return what says a word in `field` of the documents of a segment."""
    terms = segment.terms
    look = terms.symbols_of_beginning if want.prefix else terms.symbols
    said = [look(field, word) for word in want.words]
    own = () if want.prefix else tuple(one.encode() for one in {some[0] for some in said if some} - {NOTHING})
    typed = terms.symbols(field, want.words[0])
    return Marks(want, frozenset("".join(said)), frozenset(typed), own)
