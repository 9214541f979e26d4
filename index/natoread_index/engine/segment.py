"""One segment of the index, by the documents of the whole index: words, phrases, facts."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.facts import age
from natoread_index.engine.phrases import in_a_row
from natoread_index.engine.schema import COLUMNS, MappedStorage, column, facet


class Segment:
    """One segment: `base` is its first document in the whole index, `size` how many it has.

    `columns` hold a number for each document. All files are opened at once, for they may be gone
    after another program's commit; what is open `before`, of an earlier generation, is taken over.
    Whatever is raised over damaged ones is passed on.
    """

    def __init__(self, storage: MappedStorage, segment: Any, before: Mapping[str, Segment]) -> None:
        self.name, self.base, self.size = segment.segment_id(), 0, segment.doc_count_all()
        self._deleted = BitMap(segment.deleted_docs())
        if known := before.get(self.name):
            self.terms: TermsReader = known.terms
            self.columns: dict[str, array[int]] = known.columns
        else:
            self.terms = segment.codec().terms_reader(storage, segment)
            self.columns = {name: column(storage, segment, name) for name in COLUMNS}

    @property
    def deleted(self) -> BitMap:
        """The documents whose releases are gone."""
        return self._deleted.shift(self.base)

    @property
    def run(self) -> range:
        """Its documents, if they stand newest first; else none."""
        is_run = bool(self.terms.is_newest_first)
        return range(self.base, self.base + self.size if is_run else self.base)

    @property
    def newest(self) -> int:
        """The age of its first document."""
        return age(self.columns["first"][0], self.columns["number"][0]) if self.size else 0

    def documents(self, field: str, word: str) -> BitMap:
        """Return the documents that have `word` in `field`."""
        found: BitMap = self.terms.documents(field, word)
        return found.shift(self.base)

    def beginning(self, field: str, prefix: str) -> BitMap:
        """Return the documents that have a word with this beginning."""
        found: BitMap = self.terms.beginning(field, prefix)
        return found.shift(self.base)

    def words(self, field: str, prefix: str) -> Iterator[str]:
        """Yield the words of `field` that begin with `prefix`, in order."""
        return (word.decode() for _, word in self.terms.terms_from(field, prefix.encode()))

    def in_a_row(
        self, words: Sequence[str], candidates: BitMap, *, prefix: bool, titled: bool
    ) -> BitMap:
        """Return those of `candidates` that have `words` in a row."""
        own = self.own(candidates)
        found = in_a_row(self.terms, words, own, prefix=prefix, titled=titled)
        return found.shift(self.base)

    def values(self, name: str) -> Iterator[tuple[str, BitMap]]:
        """Yield each value of a facet, and the documents that have it."""
        return ((v, self.documents(facet(name), v)) for v in self.words(facet(name), ""))

    def own(self, documents: BitMap) -> BitMap:
        """Return those of `documents` that are of this segment, counted from its first."""
        inside = BitMap(range(self.base, self.base + self.size))
        return (documents & inside).shift(-self.base)
