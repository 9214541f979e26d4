"""Search without an index: every release is read for every query, word by word.

It shares with the library what a word is, its forms, and the tree of a query, and nothing else. A
query is taken as it was searched: with the other spellings, names and corrections that were found.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from natoread_index import Release, Signs
from natoread_index.queries.nodes import (
    All,
    Between,
    Either,
    Field,
    Mark,
    Marked,
    Node,
    Phrase,
    Row,
    Tagged,
    Term,
    Undated,
    Without,
)
from natoread_index.words import chunks, readings

Numbered = tuple[int, Release]
IsSolid = Callable[[Term], bool]
_ORDERED = (Field.ANY, Field.TITLE, Field.NOTE)
_NOTHING = Signs()


class Text:
    """A text as the places of its words, each with all that may be read there."""

    def __init__(self, text: str) -> None:
        self.places = [
            tuple(word.text for word in read) for chunk in chunks(text) for read in readings(chunk)
        ]

    def has(self, word: str, *, prefix: bool = False) -> bool:
        return any(says(word, here, prefix=prefix) for here in self.places)

    def has_row(self, words: Sequence[str], *, prefix: bool) -> bool:
        return any(self._stands_at(at, words, prefix) for at in range(len(self.places)))

    def has_joined(self, word: str, *, prefix: bool) -> bool:
        chunks = (here for here in self.places if len(here) > 1)
        return any(says(word, here[-1:], prefix=prefix) for here in chunks)

    def _stands_at(self, place: int, words: Sequence[str], prefix: bool) -> bool:
        here = self.places[place : place + len(words)]
        last = len(words) - 1
        return len(here) == len(words) and all(
            says(word, here[at], prefix=prefix and at == last) for at, word in enumerate(words)
        )


def says(word: str, here: Sequence[str], *, prefix: bool) -> bool:
    return any(said.startswith(word) for said in here) if prefix else word in here


class Texts:
    """The texts of one release in which a field is looked for, and what the user put on it."""

    def __init__(self, release: Release, signs: Signs = _NOTHING, *, is_new: bool = True) -> None:
        self.release, self.signs, self.is_new = release, signs, is_new
        self.title, self.body = Text(release.title), Text(release.body)
        self.of = {
            Field.ANY: [self.title, self.body],
            Field.TITLE: [self.title],
            Field.KIND: [Text(release.kind.replace(" ", "-"))],
            Field.SOURCE: [Text(release.source)],
            Field.BY: [Text(speaker) for speaker in release.speakers],
            Field.NOTE: [Text(signs.note)],
        }

    def is_marked(self, mark: Mark) -> bool:
        signs = self.signs
        return {
            Mark.READ: signs.read,
            Mark.STARRED: signs.starred,
            Mark.NEW: self.is_new,
            Mark.TAGGED: bool(signs.tags),
            Mark.NOTED: bool(signs.note),
        }[mark]

    def has(self, word: str, field: Field = Field.ANY, *, prefix: bool = False) -> bool:
        return any(text.has(word, prefix=prefix) for text in self.of[field])

    def has_in_one(self, word: str, *, prefix: bool) -> bool:
        """Tell whether the release has a word, and nowhere a chunk that only reads so, joined."""
        return self.has(word, prefix=prefix) and not any(
            text.has_joined(word, prefix=prefix) for text in self.of[Field.ANY]
        )


class _Answer:
    """Whether one release answers."""

    def __init__(self, texts: Texts, is_solid: IsSolid) -> None:
        self._texts, self._is_solid = texts, is_solid

    def of(self, node: Node) -> bool:
        match node:
            case All(parts):
                return all(map(self.of, parts))
            case Either(parts):
                return any(map(self.of, parts))
            case Without(part):
                return not self.of(part)
            case Row():
                return self._row(node)
            case Term():
                return any(self._ways(node))
            case Phrase(words, field, prefix):
                return self._phrase(words, field, prefix)
            case Between() | Undated():
                return self._day(node)
            case Marked(mark):
                return self._texts.is_marked(mark)
            case Tagged(key, prefix):
                tags = [tag.casefold().replace("-", "") for tag in self._texts.signs.tags]
                return any(tag.startswith(key) if prefix else tag == key for tag in tags)

    def _day(self, node: Between | Undated) -> bool:
        dated = self._texts.release.dated
        if isinstance(node, Undated) or dated is None:
            return isinstance(node, Undated) and dated is None
        return dated.first <= node.last and dated.last >= node.first

    def _row(self, row: Row) -> bool:
        said = list(map(self.of, row.terms))
        return all(said) or any(
            self._one_word(join) and all(said[:start] + said[end:])
            for start, end, join in row.joins
        )

    def _ways(self, term: Term) -> Iterator[bool]:
        """Yield for each way of saying a term whether it is said so."""
        yield self._one_word(term)
        yield not term.is_single and self._phrase(term.words, term.field, term.prefix)
        yield from (self._phrase(row, term.field, term.prefix) for row in term.also)
        if term.field in _ORDERED and any(self._is_said_in_two(term)):
            yield term.field is Field.NOTE or not self._is_solid(term)

    def _is_said_in_two(self, term: Term) -> Iterator[bool]:
        return (self._phrase(pair, term.field, prefix=False) for pair in term.splits)

    def _one_word(self, term: Term) -> bool:
        return any(self._texts.has(word, term.field, prefix=term.prefix) for word in term.spellings)

    def _phrase(self, words: Sequence[str], field: Field, prefix: bool) -> bool:
        *whole, last = words
        has_last = self._texts.has(last, field, prefix=prefix)
        if field not in _ORDERED:  # facts, in which the order is free
            return has_last and all(self._texts.has(word, field) for word in whole)
        if whole and prefix and len(last) < 4:  # too short yet to be looked for in its place
            return has_last and self._phrase(whole, field, prefix=False)
        return any(text.has_row(words, prefix=prefix) for text in self._texts.of[field])


def titled(node: Node) -> Node:
    """What a release must answer to answer `node` in its title."""
    match node:
        case All(parts):
            return All(tuple(map(titled, parts)))
        case Either(parts):
            return Either(tuple(map(titled, parts)))
        case Row(terms, names):
            return Row(tuple(map(_titled_term, terms)), names)
        case Phrase(words, Field.ANY, prefix):
            return Phrase(words, Field.TITLE, prefix)
        case Term():
            return _titled_term(node)
    return node


def _titled_term(term: Term) -> Term:
    return replace(term, field=Field.TITLE) if term.field is Field.ANY else term


class Oracle:
    """Answers for releases that have numbers.

    A word that more than `many` of them write in one piece, and more than one in a hundred, is not
    read in two.
    """

    def __init__(
        self,
        held: Sequence[Numbered],
        many: int = 20,
        signs: Mapping[str, Signs] = MappingProxyType({}),
        new: Collection[int] | None = None,
    ) -> None:
        self._held, self._many = held, many
        self.texts = {
            number: Texts(
                release, signs.get(release.id, _NOTHING), is_new=new is None or number in new
            )
            for number, release in held
        }

    def answer(self, node: Node) -> set[int]:
        """Return the numbers of all releases that answer `node`."""
        texts = self.texts.items()
        return {number for number, each in texts if _Answer(each, self._is_solid).of(node)}

    def newest(self, numbers: Collection[int]) -> list[int]:
        """Return `numbers`, newest first and undated ones last; of one day the higher first."""
        return sorted(numbers, key=lambda n: (-self.day(n), -n if self.day(n) else n))

    def oldest(self, numbers: Collection[int]) -> list[int]:
        """Return `numbers`, oldest first and undated ones last; of one day the lower first."""
        return sorted(numbers, key=lambda n: (not self.day(n), self.day(n), n))

    def day(self, number: int) -> int:
        """Return the first day of a release as an ordinal, 0 if it has none."""
        dated = self.texts[number].release.dated
        return dated.first.toordinal() if dated else 0

    def _is_solid(self, term: Term) -> bool:
        writing = [
            number
            for number, texts in self.texts.items()
            if texts.has_in_one(term.joined, prefix=term.prefix)
        ]
        return len(writing) > max(self._many, len(self._held) // 100)
