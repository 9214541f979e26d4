"""Where a text says what a query asks for: a pure function of the two.

Only beginnings of words that could match are looked at closely. What a word is, `words` decides.
"""

from collections.abc import Iterator, Sequence
from heapq import merge

from natoread_index.spans import Snippet, Span
from natoread_index.queries.beginnings import Beginning, Flat, Leaf, beginnings_of, cut
from natoread_index.queries.nodes import Field, Node, Phrase, Row, Term, joinable, wanted
from natoread_index.queries.snippets import LEAD, NOWHERE, OPENING, PASSAGE, one_line, tightest
from natoread_index.words import Word, beginnings, chunk_at, chunks, readings


class Lights:
    """Finds what the words of one query light up in a text; `fields` are those the text is of."""

    def __init__(self, node: Node, *fields: Field) -> None:
        self._groups = [group for group in _groups(node) if group[0].field in fields]
        leaves = dict.fromkeys(leaf for group in self._groups for leaf in group)
        self._leaves = {leaf: beginnings_of(leaf) for leaf in leaves}
        self._ways = [way for ways in self._leaves.values() for way in ways]
        self._letters = [min(w.letters for w in self._leaves[group[0]]) for group in self._groups]
        self._cut = cut({way.first for way in self._ways})

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the lit spans of `text`, in order and apart from each other."""
        if self._ways:
            behind, flat = 0, self._flat(text)
            for start in beginnings(text, merge(*(way.places(flat) for way in self._ways))):
                if start >= behind:
                    end = self._end(text, flat, start)
                    if end:
                        yield Span(start, end)
                    behind = max(start + 1, end)

    def snippet(self, body: str) -> Snippet:
        """Return the passage of `body` in one line that answers best, or else its opening."""
        flat = self._flat(body)
        places = {leaf: [_Place(way, body, flat) for way in self._leaves[leaf]] for leaf in self._leaves}
        groups = [[place for leaf in group for place in places[leaf]] for group in self._groups]
        window = tightest(groups, self._letters)
        if not window:
            return Snippet(one_line(body, 0, OPENING))
        start, end = max(window.start - LEAD, 0), self._end(body, flat, window.last)
        line = one_line(body, start, max(start + PASSAGE, end))
        return Snippet(line, tuple(self.spans(line)))

    def _flat(self, text: str) -> Flat:
        """Return `text` flat, and not plain where the first letters of a word may stand apart."""
        flat = Flat.of(text)
        return flat._replace(plain=False) if flat.plain and self._cut.search(flat.text) else flat

    def _end(self, text: str, flat: Flat, start: int) -> int:
        """Return where the longest leaf ends that a chunk begins at `start`, or 0."""
        chunk = chunk_at(text, start)
        if not chunk:
            return 0
        first = next(readings(chunk))
        near = (leaf for leaf, ways in self._leaves.items() if any(w.may_be(flat, start) for w in ways))
        return max((_end(leaf, text, first) for leaf in near), default=0)


class _Place:
    """Where one beginning stands next in a text, with all that follows."""

    def __init__(self, way: Beginning, text: str, flat: Flat) -> None:
        self._way, self._text, self._flat = way, text, flat
        self._least, self._is_sure = 0, False
        self._found = beginnings(text, self._look() if flat.plain else way.places(flat))
        self.start = -1
        self.seek(0)

    def seek(self, least: int) -> None:
        """Go on to where it stands from `least` on, or to `NOWHERE`."""
        if self.start < least:
            self._least = least
            self.start = next(filter(self._holds, self._found), NOWHERE)

    def _look(self) -> Iterator[int]:
        """Yield where it may stand, and leave out what is before the least place asked for."""
        search, text, start = self._way.pattern.search, self._flat.text, -1
        while match := search(text, max(start + 1, self._least)):
            start, self._is_sure = match.start(), match.lastindex is not None
            yield start

    def _holds(self, start: int) -> bool:
        return start >= self._least and (self._is_sure or self._is_said(start))

    def _is_said(self, start: int) -> bool:
        chunk = chunk_at(self._text, start)
        return bool(chunk and _end(self._way.leaf, self._text, next(readings(chunk))))


def _groups(node: Node) -> Iterator[tuple[Leaf, ...]]:
    """Yield each word or phrase typed, and in what it is one word with a neighbour."""
    for leaf in wanted(node):
        if isinstance(leaf, Row):
            joins = list(leaf.joins)
            for place, term in enumerate(leaf.terms):
                yield (term, *(whole for at, whole in joins if place - 1 <= at <= place))
        else:
            yield (leaf,)


def _end(leaf: Leaf, text: str, first: Sequence[Word]) -> int:
    """Return where `leaf` ends that begins with what may be read `first`, or 0."""
    if isinstance(leaf, Term):
        for word in first:
            if leaf.answers(word.text):
                return word.end
    rows = [row for row in _rows(leaf, first) if any(row[0] == w.text for w in first) or len(row) == 1]
    return max((_row_end(row, text, first[0].start, prefix=leaf.prefix) for row in rows), default=0)


def _rows(leaf: Leaf, first: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of words that say `leaf` and may begin with what is read `first`."""
    if isinstance(leaf, Term) and leaf.is_single:
        yield from _splits(leaf, first)
    else:
        yield leaf.words
    if isinstance(leaf, Term):
        yield from leaf.also


def _splits(term: Term, first: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that say a single word in two, the first of them as it stands."""
    for word in first:
        rest = term.joined.removeprefix(word.text)
        if rest != term.joined and joinable(word.text, rest):
            yield word.text, rest


def _row_end(row: Sequence[str], text: str, start: int, *, prefix: bool) -> int:
    """Return the end of words in a `row` from `start` on, or 0; with `prefix` the last is begun."""
    read = (words for chunk in chunks(text, start) for words in readings(chunk))
    end = 0
    for place, asked in enumerate(row, 1):
        begun = prefix and place == len(row)
        end = next((w.end for w in next(read, ()) if _says(w.text, asked, prefix=begun)), 0)
        if not end:
            break
    return end


def _says(word: str, asked: str, *, prefix: bool) -> bool:
    return word.startswith(asked) if prefix else word == asked
