"""One way to ask: a query's text in, the part of its answer that was asked for out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from natoread.commands.printing import tell
from natoread.commands.progress import catch_up
from natoread.commands.shapes import Shape, answer, hit
from natoread_index import Hits, IndexTrouble, Library, Query, Row, Sort

_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """What a library says to a query; the rows, with their snippets, are made as they are taken."""

    text: str
    hits: Hits
    shown: range
    library: Library
    with_facets: bool = False

    @property
    def query(self) -> Query:
        """The query as it was searched, with other spellings and names."""
        return self.hits.query

    def rows(self) -> Iterator[tuple[Row, float | None]]:
        """The hits on show, best first, each with its score if it has one."""
        for start in self.shown[::_AT_ONCE]:
            numbers = self.hits.numbers[start : min(start + _AT_ONCE, self.shown.stop)]
            for place, row in enumerate(self.library.rows(numbers, self.query), start):
                yield row, self.hits.scores[place] if place < len(self.hits.scores) else None

    def shapes(self) -> Iterator[Shape]:
        """The hits on show as JSON has them."""
        return (hit(row, score) for row, score in self.rows())

    def shape(self) -> Shape:
        """The whole answer as JSON has it."""
        shape = answer(self.text, self.hits, list(self.shapes()))
        return shape | {"facets": self.facets()} if self.with_facets else shape

    def facets(self) -> Mapping[str, Mapping[str, int]]:
        """How many of the hits, on show or not, are of each kind, source, speaker and month."""
        counts = self.library.facets(self.query)
        return {name: getattr(counts, name) for name in ("kind", "source", "by", "month")}


@dataclass(frozen=True, slots=True)
class Asking:
    """How queries are to be understood, and which part of an answer is wanted."""

    sort: Sort = Sort.RELEVANCE
    limit: int = 20
    offset: int = 0
    typing: bool = False
    facets: bool = False

    def of(self, library: Library, text: str) -> Answer:
        """Ask `library` for the releases that answer `text`."""
        query = Query.parse(text, typing=self.typing)
        hits = self._hits(library, query)
        return Answer(text, hits, self._shown(hits.total), library, self.facets)

    def _hits(self, library: Library, query: Query) -> Hits:
        """Search; an index that turns out to be damaged is first built again."""
        try:
            return library.search(query, self.sort)
        except IndexTrouble as trouble:
            tell(trouble)
            catch_up(library)
            return library.search(query, self.sort)

    def _shown(self, total: int) -> range:
        last = self.offset + self.limit if self.limit else total
        return range(min(self.offset, total), min(last, total))
