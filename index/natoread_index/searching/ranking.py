"""The order by relevance, in one place.

First come releases that answer the whole query in their title, then the others; in each of the two
groups the best score by BM25F comes first, and the newest among equals. Only the first
`SCORED` candidates, taken in that grouping from the newest on, are scored: what lies behind stays
newest first.

BM25F as Robertson, Zaragoza and Taylor give it ("Simple BM25 extension to multiple weighted
fields", 2004): the counts of a word in title and body are weighted and evened by length before
they saturate.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.queries.nodes import All, Either, Field, Node, Phrase, Row, Term, wanted
from natoread_index.searching.matching import Matching

SCORED = 200
_WEIGHTS = {"title": 4.0, "any": 1.0}  # `any` counts title and body together
_LENGTHS = {"title": "title", "any": "body"}
_K1, _B = (
    1.2,
    0.75,
)  # the usual values: Robertson and Zaragoza, "The Probabilistic Relevance Framework"


def in_title(node: Node) -> Node:
    """Return `node` with every word that may stand anywhere asked of the title instead."""
    match node:
        case Term(field=Field.ANY) | Phrase(field=Field.ANY):
            return replace(node, field=Field.TITLE)
        case Row(terms):
            return Row(tuple(term for term in map(in_title, terms) if isinstance(term, Term)))
        case All(parts) | Either(parts):
            return type(node)(tuple(map(in_title, parts)))
    return node


class Scoring:
    """Scores documents for the words of one query."""

    def __init__(self, reader: IndexReader, matching: Matching, node: Node) -> None:
        self._reader, self._matching = reader, matching
        self._words = list(_words(node))
        self._means = {field: reader.mean_length(of) or 1.0 for field, of in _LENGTHS.items()}

    def scores(self, documents: Sequence[int]) -> dict[int, float]:
        """Return the BM25F score of each document; 0 where no finished word counts."""
        wanted_documents = BitMap(documents)
        scores = dict.fromkeys(documents, 0.0)
        for field, word, prefix in self._words:
            idf = self._idf(field, word, prefix=prefix)
            for document, weight in self._weights(word, prefix, wanted_documents).items():
                scores[document] += idf * weight * (_K1 + 1) / (_K1 + weight)
        return scores

    def _idf(self, field: Field, word: str, *, prefix: bool) -> float:
        having = len(self._matching.word(field, word, prefix=prefix))
        return math.log(1 + (len(self._reader.numbers) - having + 0.5) / (having + 0.5))

    def _weights(self, word: str, prefix: bool, documents: BitMap) -> dict[int, float]:
        """Return how much each document speaks of `word`; a beginning counts once, if at all."""
        if prefix:
            return dict.fromkeys(documents & self._matching.word(Field.ANY, word, prefix=True), 1.0)
        weights = dict.fromkeys(documents, 0.0)
        for field, weight in _WEIGHTS.items():
            having, counts = self._reader.counts(field, word)
            for document in documents:
                at = bisect_left(having, document)
                if at < len(having) and having[at] == document:
                    weights[document] += weight * counts[at] * self._evened(field, document)
        return weights

    def _evened(self, field: str, document: int) -> float:
        """Return by how much a count is worth less in a long field than in a short one."""
        length = self._reader.length(_LENGTHS[field], document)
        return 1 / (1 - _B + _B * length / self._means[field])


def _words(node: Node) -> set[tuple[Field, str, bool]]:
    """Return the words that a query wants of a text: field, word, and whether it is a beginning."""
    found: set[tuple[Field, str, bool]] = set()
    for leaf in wanted(node):
        for term in leaf.terms if isinstance(leaf, Row) else (leaf,):
            if term.field in (Field.ANY, Field.TITLE):
                found |= {(term.field, word, prefix) for word, prefix in _spelled(term)}
    return found


def _spelled(term: Term | Phrase) -> list[tuple[str, bool]]:
    if isinstance(term, Term):
        return [(word, term.prefix) for word in term.spellings]
    *whole, last = term.words
    return [*((word, False) for word in whole), (last, term.prefix)]
