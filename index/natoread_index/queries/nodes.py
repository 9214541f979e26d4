"""What a query asks for, as a tree: words and dates at its leaves, and how they combine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from natoread_index.queries.forms import forms

_LEAST_PART, _LEAST_WHOLE = 3, 7


class Field(StrEnum):
    """Where words are looked for: fields of the index, and what the user made."""

    ANY = "any"
    TITLE = "title"
    KIND = "kind"
    SOURCE = "source"
    BY = "by"
    NOTE = "note"
    TAG = "tag"


class Mark(StrEnum):
    """What a release may be to the user; `new` is what came since the last visit."""

    READ = "read"
    STARRED = "starred"
    NEW = "new"
    TAGGED = "tagged"
    NOTED = "noted"


TEXTS = frozenset({Field.ANY, Field.TITLE})
"""The fields in which words stand in an order."""


def joinable(first: str, second: str) -> bool:
    """Tell whether two words may also stand as one: *multi year*, but not *in to*."""
    least = min(len(first), len(second))
    return least >= _LEAST_PART and len(first) + len(second) >= _LEAST_WHOLE


@dataclass(frozen=True, slots=True)
class Term:
    """A word as typed, or a chunk of several: `words` in a row, or one word that is `joined`.

    A `prefix` is a word still being typed; a finished word is found in its other forms, too, unless
    it is `exact`. A `near` one may have a wrong letter. `also` are other names of the same, each as
    words in a row that count as they stand: other spellings, long names, corrections.
    """

    words: tuple[str, ...]
    joined: str
    field: Field = Field.ANY
    prefix: bool = False
    exact: bool = False
    near: bool = False
    also: tuple[tuple[str, ...], ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The single words that say this term; a prefix has just its beginning."""
        return (self.joined,) if self.prefix or self.exact else forms(self.joined)

    @property
    def is_single(self) -> bool:
        """Whether the term is one word, which says the same when joined."""
        return self.words == (self.joined,)

    @property
    def splits(self) -> Iterator[tuple[str, str]]:
        """The pairs of words that say this single word when written apart."""
        for at in range(1, len(self.joined)) if self.is_single and not self.exact else ():
            if joinable(self.joined[:at], self.joined[at:]):
                yield self.joined[:at], self.joined[at:]

    def answers(self, word: str) -> bool:
        """Tell whether one `word` of a text says this term."""
        return word.startswith(self.joined) if self.prefix else word in self.spellings


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, each as it stands; the last may be still being typed."""

    words: tuple[str, ...]
    field: Field = Field.ANY
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Terms typed side by side: all are wanted, some of them also as one word.

    `names` are short names of what some terms say together: from which of them, up to which, and
    the name.
    """

    terms: tuple[Term, ...]
    names: tuple[tuple[int, int, str], ...] = ()

    @property
    def joins(self) -> Iterator[tuple[int, int, Term]]:
        """Where in `terms` some may be one word, from which up to which, and that word."""
        for at, (a, b) in enumerate(zip(self.terms, self.terms[1:], strict=False)):
            if a.exact or b.exact or a.prefix or a.field != b.field:
                continue
            if joinable(a.joined, b.joined):
                whole = a.joined + b.joined
                yield at, at + 2, Term((whole,), whole, a.field, b.prefix)
        for start, end, name in self.names:
            yield start, end, Term((name,), name, self.terms[start].field)


@dataclass(frozen=True, slots=True)
class All:
    """Every part is wanted."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One part is enough."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """All releases but those that the part finds."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Between:
    """Releases of which a day lies between two days, both counted."""

    first: date = date.min
    last: date = date.max


@dataclass(frozen=True, slots=True)
class Undated:
    """Releases of which no date is known."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Releases with a mark of the user's."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Tagged:
    """Releases with the tag of a key, or with one whose key begins so."""

    key: str
    prefix: bool = False


OfUser = Marked | Tagged | Term | Phrase
"""What asks for things that the user made; of words, those in notes."""

Node = Term | Phrase | Row | All | Either | Without | Between | Undated | Marked | Tagged
EVERYTHING = All(())


def wanted(node: Node) -> Iterator[Term | Phrase | Row]:
    """Yield the leaves of words that a query asks for, and not those that it excludes."""
    match node:
        case Term() | Phrase() | Row():
            yield node
        case All(parts) | Either(parts):
            for part in parts:
                yield from wanted(part)
