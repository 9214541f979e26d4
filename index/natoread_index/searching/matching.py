"""Which documents answer a query: the tree of a query, read over the bitmaps of the index."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.queries.nodes import (
    TEXTS,
    All,
    Between,
    Either,
    Field,
    Marked,
    Node,
    OfUser,
    Phrase,
    Row,
    Tagged,
    Term,
    Undated,
    Without,
)
from natoread_index.searching.chronology import Chronology

_BEGUN = 4
"""Letters from which on the last word of a phrase must stand in its place, not just anywhere."""

_MANY, _MANY_OF = 20, 100
"""More releases than so many, and than one in so many, are many."""


class Matching:
    """Finds the documents that answer, of `everything` that there is.

    `of_user` tells which have what the user made: marks, tags, words in notes.
    """

    def __init__(
        self,
        reader: IndexReader,
        chronology: Chronology,
        everything: BitMap,
        of_user: Callable[[OfUser], BitMap],
    ) -> None:
        self._reader, self._chronology, self.everything = reader, chronology, everything
        self._of_user = of_user

    def find(self, node: Node) -> BitMap:
        """Return the documents that answer `node`."""
        return self._find(node) & self.everything

    def _find(self, node: Node) -> BitMap:
        match node:
            case Marked() | Tagged() | Phrase(field=Field.NOTE):
                return self._of_user(node)
            case Term():
                return self._term(node)
            case Phrase(words, field, prefix):
                return self._phrase(words, field, prefix)
            case Row():
                return self._row(node)
            case All(parts):
                return reduce(and_, map(self._find, parts), self.everything)
            case Either(parts):
                return reduce(or_, map(self._find, parts), BitMap())
            case Without(part):
                return self.everything - self._find(part)
            case Between(first, last):
                return self._chronology.between(first, last)
            case Undated():
                return self._chronology.undated

    def word(self, field: Field, word: str, *, prefix: bool) -> BitMap:
        """Return the documents with one word, or with one that begins so."""
        look = self._reader.beginning if prefix else self._reader.documents
        return look(field.value, word)

    def few_words(self, prefixes: Sequence[str], most: int) -> tuple[str, ...]:
        """Return the words that begin so, if they are at most so many; else none."""
        words: set[str] = set()
        for prefix in prefixes:
            more = self._reader.few_words(Field.ANY.value, prefix, most)
            if more is None:
                return ()
            words |= more
        return tuple(words) if len(words) <= most else ()

    def _term(self, term: Term) -> BitMap:
        if term.field is Field.NOTE:
            return self._of_user(term)
        found = [self._as_one_word(term)]
        if not term.is_single:
            found.append(self._phrase(term.words, term.field, term.prefix))
        splits = list(term.splits) if term.field in TEXTS else []
        if splits and not self._is_solid(term):
            found += [self._split(term, *pair) for pair in splits]
        found += [self._phrase(row, term.field, term.prefix) for row in term.also]
        return BitMap.union(*found)

    def _as_one_word(self, term: Term) -> BitMap:
        if term.field is Field.NOTE:
            return self._of_user(term)
        return BitMap.union(
            *(self.word(term.field, word, prefix=term.prefix) for word in term.spellings)
        )

    def _is_solid(self, term: Term) -> bool:
        """Tell whether many releases write a word in one: *readout* does not mean *read out*."""
        look = self._reader.beginning if term.prefix else self._reader.documents
        solid = look(Field.ANY.value, term.joined) - look("chunks", term.joined)
        return len(solid) > max(_MANY, len(self.everything) // _MANY_OF)

    def _split(self, term: Term, first: str, second: str) -> BitMap:
        """Return the documents that say a word in two, of which both are words by themselves."""
        if not all(self._reader.holds(term.field.value, word) for word in (first, second)):
            return BitMap()
        return self._phrase((first, second), term.field, prefix=False)

    def _row(self, row: Row) -> BitMap:
        parts = [self._term(term) for term in row.terms]
        found = [reduce(and_, parts)]
        for start, end, join in row.joins:
            whole = self._as_one_word(join)
            found.append(reduce(and_, parts[:start] + parts[end:], whole))
        return BitMap.union(*found)

    def _phrase(self, words: Sequence[str], field: Field, prefix: bool) -> BitMap:
        """Return the documents that have `words` in a row; in a field without places, anywhere."""
        *whole, last = words
        parts = [self.word(field, word, prefix=False) for word in whole]
        candidates = reduce(and_, parts, self.word(field, last, prefix=prefix))
        if not candidates or not whole or field not in TEXTS:
            return candidates
        if prefix and len(last) < _BEGUN:
            return candidates & self._phrase(whole, field, prefix=False)
        titled = field is Field.TITLE
        return self._reader.in_a_row(words, candidates, prefix=prefix, titled=titled)
