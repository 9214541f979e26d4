"""Search without an index: every release is read for every query, word by word.

It shares with the library what a word is, its forms, and the tree of a query, and nothing else.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from natoread_index import Release
from natoread_index.queries.nodes import (
    All,
    Between,
    Either,
    Field,
    Node,
    Phrase,
    Row,
    Term,
    Undated,
    Without,
)
from natoread_index.words import chunks, readings

Numbered = tuple[int, Release]


class Text:
    """A text as the places of its words, each with all that may be read there."""

    def __init__(self, text: str) -> None:
        self.words = [
            {word.text for word in read} for chunk in chunks(text) for read in readings(chunk)
        ]

    def has(self, word: str, prefix: bool) -> bool:
        return any(_says(word, here, prefix) for here in self.words)

    def has_row(self, words: Sequence[str], prefix: bool) -> bool:
        return any(self._stands_at(place, words, prefix) for place in range(len(self.words)))

    def _stands_at(self, place: int, words: Sequence[str], prefix: bool) -> bool:
        here = self.words[place : place + len(words)]
        last = len(words) - 1
        return len(here) == len(words) and all(
            _says(word, here[at], prefix and at == last) for at, word in enumerate(words)
        )


def _says(word: str, here: set[str], prefix: bool) -> bool:
    return any(said.startswith(word) for said in here) if prefix else word in here


class Texts:
    """The texts of one release in which a field is looked for."""

    def __init__(self, release: Release) -> None:
        self.release = release
        title, body = Text(release.title), Text(release.body)
        self.of = {
            Field.ANY: [title, body],
            Field.TITLE: [title],
            Field.KIND: [Text(release.kind.replace(" ", "-"))],
            Field.SOURCE: [Text(release.source)],
            Field.BY: [Text(speaker) for speaker in release.speakers],
        }

    def answers(self, node: Node) -> bool:
        """Tell whether the release answers."""
        match node:
            case All(parts):
                return all(map(self.answers, parts))
            case Either(parts):
                return any(map(self.answers, parts))
            case Without(part):
                return not self.answers(part)
            case Row():
                return self._row(node)
            case Term():
                return self._term(node)
            case Phrase(words, field, prefix):
                return self._phrase(words, field, prefix)
            case Between() | Undated():
                return self._day(node)

    def _day(self, node: Between | Undated) -> bool:
        dated = self.release.dated
        if isinstance(node, Undated) or dated is None:
            return isinstance(node, Undated) and dated is None
        return dated.first <= node.last and dated.last >= node.first

    def _row(self, row: Row) -> bool:
        said = list(map(self._term, row.terms))
        return all(said) or any(
            self._one_word(join) and all(said[:start] + said[end:])
            for start, end, join in row.joins
        )

    def _term(self, term: Term) -> bool:
        return (
            self._one_word(term)
            or (not term.is_single and self._phrase(term.words, term.field, term.prefix))
            or (
                term.field in (Field.ANY, Field.TITLE)
                and any(self._phrase(pair, term.field, term.prefix) for pair in term.splits)
            )
        )

    def _one_word(self, term: Term) -> bool:
        return any(self._has(word, term.field, term.prefix) for word in term.spellings)

    def _has(self, word: str, field: Field, prefix: bool) -> bool:
        return any(text.has(word, prefix) for text in self.of[field])

    def _phrase(self, words: Sequence[str], field: Field, prefix: bool) -> bool:
        *whole, last = words
        if field not in (Field.ANY, Field.TITLE):  # facts, in which the order is free
            said = all(self._has(word, field, prefix=False) for word in whole)
            return said and self._has(last, field, prefix)
        if whole and prefix and len(last) < 4:  # too short yet to be looked for in its place
            return self._has(last, field, prefix) and self._phrase(whole, field, prefix=False)
        return any(text.has_row(words, prefix) for text in self.of[field])


def titled(node: Node) -> Node:
    """What a release must answer to answer `node` in its title."""
    match node:
        case All(parts):
            return All(tuple(map(titled, parts)))
        case Either(parts):
            return Either(tuple(map(titled, parts)))
        case Row(terms):
            return Row(tuple(_titled_term(term) for term in terms))
        case Phrase(words, Field.ANY, prefix):
            return Phrase(words, Field.TITLE, prefix)
        case Term():
            return _titled_term(node)
    return node


def _titled_term(term: Term) -> Term:
    return replace(term, field=Field.TITLE) if term.field is Field.ANY else term


class Oracle:
    """Answers for releases that have numbers."""

    def __init__(self, held: Sequence[Numbered]) -> None:
        self._held = held
        self._texts = {number: Texts(release) for number, release in held}

    def answer(self, node: Node) -> set[int]:
        """Return the numbers of all releases that answer `node`."""
        return {number for number, texts in self._texts.items() if texts.answers(node)}

    def newest(self, numbers: Collection[int]) -> list[int]:
        """Return `numbers`, newest first and undated ones last; of one day the higher first."""
        return self._ordered(numbers, lambda day, number: (-day, -number))

    def oldest(self, numbers: Collection[int]) -> list[int]:
        """Return `numbers`, oldest first and undated ones last; of one day the lower first."""
        return self._ordered(numbers, lambda day, number: (day, number))

    def _ordered(
        self, numbers: Collection[int], key: Callable[[int, int], tuple[int, int]]
    ) -> list[int]:
        def place(entry: Numbered) -> tuple[bool, tuple[int, int]]:
            number, release = entry
            day = release.dated.first.toordinal() if release.dated else 0
            return release.dated is None, key(day, number)

        return [number for number, _ in sorted(self._held, key=place) if number in numbers]
