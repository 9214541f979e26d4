"""What a text says of some leaves of a query where a chunk of it begins: exactly, as the index."""

from collections.abc import Iterable, Iterator, Sequence

from natoread_index.queries.nodes import Phrase, Term
from natoread_index.words import Word, chunk_at, chunks, readings

Leaf = Term | Phrase
Row = tuple[str, ...]


def rows(leaf: Leaf) -> Iterator[Row]:
    """Yield the words in a row that say `leaf`; of a prefix, the last word of each is begun."""
    yield leaf.words
    if isinstance(leaf, Term):
        yield from ((word,) for word in leaf.spellings)
        yield from leaf.splits
        yield from leaf.also


class Said:
    """All that says one of some leaves."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self._words, self._begun = set[str](), tuple[str, ...]()
        self._rows: dict[str, list[tuple[Row, bool]]] = {}
        for leaf in leaves:
            for row in rows(leaf):
                self._add(row, leaf.prefix)

    def _add(self, row: Row, prefix: bool) -> None:
        if len(row) > 1:
            self._rows.setdefault(row[0], []).append((row, prefix))
        elif prefix:
            self._begun += row
        else:
            self._words.update(row)

    def end(self, text: str, start: int) -> int:
        """Return where the longest ends that begins with a chunk, if one does, at `start`; or 0."""
        chunk = chunk_at(text, start)
        if not chunk:
            return 0
        first = next(readings(chunk))
        begun = [row for word in first for row in self._rows.get(word.text, ())]
        return max([self._word_end(first), *(_row_end(*row, text, start) for row in begun)])

    def _word_end(self, first: Sequence[Word]) -> int:
        """Return the end of the longest whole word, or else of the first that is begun."""
        whole = [word.end for word in first if word.text in self._words]
        begun = [word.end for word in first if word.text.startswith(self._begun)]
        return max([*whole, *begun[:1]], default=0)


def _row_end(row: Row, prefix: bool, text: str, start: int) -> int:
    """Return the end of words in a `row` from `start` on, or 0; with `prefix` the last is begun."""
    read = (words for chunk in chunks(text, start) for words in readings(chunk))
    end = 0
    for place, asked in enumerate(row, 1):
        begun = prefix and place == len(row)
        end = next((w.end for w in next(read, ()) if _says(w.text, asked, begun=begun)), 0)
        if not end:
            break
    return end


def _says(word: str, asked: str, *, begun: bool) -> bool:
    return word.startswith(asked) if begun else word == asked
