"""Where a text says what a query asks for: a pure function of the two.

Only beginnings of words that could match are looked at closely.
"""

from collections.abc import Iterator
from functools import cached_property

from natoread_index.queries.beginnings import Anywhere, Flat, beginnings_of
from natoread_index.queries.nodes import Field, Node, Row, Term, wanted
from natoread_index.queries.said import Leaf, Said
from natoread_index.queries.snippets import Passages, opening, passage
from natoread_index.queries.windows import Window
from natoread_index.spans import Snippet, Span, Spot
from natoread_index.words import beginnings


class Lights:
    """Finds what the words of one query light up in a text; `fields` are those the text is of."""

    def __init__(self, node: Node, *fields: Field) -> None:
        self._typed = [(leaf, joins) for leaf, joins in _typed(node) if leaf.field in fields]
        leaves = dict.fromkeys(leaf for typed, joins in self._typed for leaf in (typed, *joins))
        self._said = Said(leaves)
        self._anywhere = Anywhere(way for leaf in leaves for way in beginnings_of(leaf))

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the lit spans of `text`, in order and apart from each other."""
        behind = 0
        places = self._anywhere.places(Flat.of(text)) if self._typed else ()
        for start in beginnings(text, places):
            if start >= behind:
                end = self._said.end(text, start)
                if end:
                    yield Span(start, end)
                behind = max(start + 1, end)

    def snippet(self, body: str, spot: Spot | None = None) -> Snippet:
        """Return the passage of `body` in one line that answers best, or else its opening."""
        window = self._passages.best(body, spot) if self._typed else None
        if window := window or next(map(_only, self.spans(body)), None):
            line = passage(body, window.start, self._said.end(body, window.last))
            return Snippet(line, tuple(self.spans(line)))
        return Snippet(opening(body))

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self._typed)


def _only(light: Span) -> Window:
    return Window(light.start, light.start, 1)


def _typed(node: Node) -> Iterator[tuple[Leaf, list[Term]]]:
    """Yield each word or phrase typed, and those that make it one word with a neighbour."""
    for leaf in wanted(node):
        if isinstance(leaf, Row):
            joins = list(leaf.joins)
            for place, term in enumerate(leaf.terms):
                yield term, [join for start, end, join in joins if start <= place < end]
        else:
            yield leaf, []
