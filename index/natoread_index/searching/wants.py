"""The words that a query asks for, as an order by relevance sees them: how much each tells."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.segment import Segment
from natoread_index.engine.texts import NOTHING
from natoread_index.queries.nodes import TEXTS, Field, Node, Phrase, Row, Term, wanted
from natoread_index.searching.matching import Matching
from natoread_index.stopping import steps

_MANY = 32
"""Words that begin alike up to which each is looked for."""


class Want(NamedTuple):
    """One word that is asked for: `words` say it, first the one that was typed.

    `weight` is its inverse document frequency, as Robertson and Sparck Jones weigh a word;
    `documents` have it. `whole` are the same words, or those of the index that begin so, unless
    they are too many to be looked for one by one.
    """

    words: tuple[str, ...]
    prefix: bool
    weight: float
    documents: BitMap
    whole: tuple[str, ...]


class Marks(NamedTuple):
    """What says a word in the texts of one segment.

    `any` are all its symbols, `typed` those of the word as it was typed. `own` are those that say
    nothing else, and which documents of the segment have each; a beginning of many words has none.
    `titled` are the documents of the segment that have the word in their title.
    """

    want: Want
    any: frozenset[str]
    typed: frozenset[str]
    own: tuple[tuple[bytes, BitMap], ...]
    titled: BitMap

    def own_in(self, document: int) -> list[bytes]:
        """Return the own symbols that a document of the segment may have."""
        return [one for one, documents in self.own if document in documents]


def wants(node: Node, matching: Matching) -> list[Want]:
    """Return the words that `node` wants of a text, in the order in which they were typed."""
    found = []
    for words, prefix in dict.fromkeys(_words(node, matching)):
        ways = (matching.word(Field.ANY, word, prefix=prefix) for word in words)
        documents = matching.everything & BitMap().union(*ways)
        having, others = len(documents), len(matching.everything) - len(documents)
        weight = math.log(1 + (others + 0.5) / (having + 0.5))
        whole = tuple(sorted(matching.few_words(words, _MANY))) if prefix else words
        found.append(Want(words, prefix, weight, documents, whole))
    return found


def _words(node: Node, matching: Matching) -> Iterator[tuple[tuple[str, ...], bool]]:
    for leaf in wanted(node):
        for term in leaf.terms if isinstance(leaf, Row) else (leaf,):
            if term.field in TEXTS:
                yield from _said(term, matching)


def _said(term: Term | Phrase, matching: Matching) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield for each word of a term what says it; a name of several words is its rarest."""
    if isinstance(term, Term) and term.is_single:
        others = (_rarest(row, matching) for row in term.also)
        yield tuple(dict.fromkeys((*term.spellings, *others))), term.prefix
        return
    whole = term.spellings if isinstance(term, Term) else ()
    *finished, last = term.words
    yield from (((word, *whole), False) for word in finished)
    yield (last, *whole), term.prefix


def _rarest(row: tuple[str, ...], matching: Matching) -> str:
    """Return the word of a name that the fewest releases have, but any."""
    look, everything = matching.word, matching.everything
    having = {w: everything.intersection_cardinality(look(Field.ANY, w, prefix=False)) for w in row}
    return min(row, key=lambda word: having[word] or math.inf)


def marks(want: Want, segment: Segment, field: str) -> Marks:
    """Return what says a word in `field` of the documents of a segment."""
    terms = segment.terms
    look = terms.symbols_of_beginning if want.prefix else terms.symbols
    symbols = frozenset("".join(look(field, word) for word in want.words))
    typed = frozenset(terms.symbols(field, want.words[0]))
    found = terms.beginning if want.prefix else terms.documents
    titled = BitMap().union(*(found("title", word) for word in want.words))
    return Marks(want, symbols, typed, tuple(_own(want, terms)), titled)


def marked(
    asked: Sequence[Want], reader: IndexReader, documents: BitMap, field: str
) -> Iterator[tuple[Segment, int, Sequence[Marks]]]:
    """Yield the segment of each document, its place there, and what says the words asked for."""
    for segment in reader.segments if asked else ():
        mine = segment.own(documents)
        found = [marks(want, segment, field) for want in asked] if mine else []
        for document in steps(mine):
            yield segment, document, found


def _own(want: Want, terms: TermsReader) -> Iterator[tuple[bytes, BitMap]]:
    """Yield the own symbol of each word that says `want`, and which documents have the word."""
    for word in want.whole:
        own = terms.symbols("any", word)[:1]
        if own.strip(NOTHING):
            yield own.encode(), terms.documents("any", word)
