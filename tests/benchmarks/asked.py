"""Queries that mean the same to every engine, drawn from a library by a seed."""

import random
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tests.benchmarks.folding import folded

from natoread_index import Library, Release
from natoread_index.queries.days import days

_WORD = re.compile(r"[^\W\d_]+")
_STOP = """
    a an and are as at be by for from has have he her his how in into is it its more new not of on
    or our out over s she that the their them they this to today was we were what when which who
    will with you your about after all also been but can i if my no so than there these those us
    would mr ms
"""
_STOPPED = frozenset(_STOP.split())
_TRIES = 200
_SAMPLE = 1_000
_HOT = 40


class Word(NamedTuple):
    """A word, or the beginning of one."""

    text: str
    prefix: bool = False
    in_title: bool = False


class Phrase(NamedTuple):
    """Words in a row."""

    words: tuple[str, ...]


class All(NamedTuple):
    """Every part is wanted."""

    parts: "tuple[Node, ...]"


class Either(NamedTuple):
    """One part is enough."""

    parts: "tuple[Node, ...]"


Node = Word | Phrase | All | Either


class Asked(NamedTuple):
    """A query: `places` are the first and last of the releases by date that `days` lets in."""

    node: Node
    without: Node | None = None
    kind: str = ""
    days: str = ""
    places: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The query as it is typed into natoread."""
        said = [spelled(self.node)]
        said += [f"NOT {spelled(self.without)}"] if self.without else []
        said += [f'kind:"{self.kind}"'] if self.kind else []
        return " ".join([*said, self.days]).strip()

    @property
    def typing(self) -> bool:
        """Whether the last word is a beginning."""
        last = self.node.parts[-1] if isinstance(self.node, All) else self.node
        return isinstance(last, Word) and last.prefix


def spelled(node: Node) -> str:
    """Return a part of a query as natoread reads it."""
    match node:
        case Word(text, _, in_title):
            return f"title:{text}" if in_title else text
        case Phrase(words):
            return f'"{" ".join(words)}"'
        case All(parts):
            return " ".join(map(spelled, parts))
        case Either(parts):
            return f"({' OR '.join(map(spelled, parts))})"


def typed(query: str) -> list[Asked]:
    """Return a query letter by letter, the last word always a beginning."""
    beginnings = (query[:end].split() for end in range(1, len(query) + 1) if query[end - 1] != " ")
    return [Asked(All((*map(Word, whole), Word(last, True)))) for *whole, last in beginnings]


class Drawing:
    """Draws queries from the releases of `library`."""

    def __init__(self, library: Library, seed: int) -> None:
        self._library, self._rng = library, random.Random(seed)
        known = dict(library._database.execute("SELECT number, first FROM releases"))
        self._days = [known[number] or 0 for number in reversed(library.newest)]
        self.kinds: dict[str, Callable[[], Asked]] = {
            "phrase": self._phrase,
            "rare phrase": self._rare_phrase,
            "OR": lambda: Asked(Either(self._words(2))),
            "NOT": lambda: Asked(All(self._words(2)), self._words(1)[0]),
            "brackets": lambda: Asked(All((Either(self._words(2)), *self._words(1)))),
            "title:": self._title,
            "kind:": self._of_a_kind,
            "date:": lambda: self._dated("date"),
            "since:": lambda: self._dated("since"),
        }

    def queries(self, count: int) -> Iterator[str]:
        """Yield texts to be typed: words of titles and of bodies in turn."""
        for at in range(count):
            yield " ".join(self._row(3) if at % 2 else self._title_words(3))

    def of_kind(self, kind: str, count: int) -> list[Asked]:
        """Return queries of one of `kinds`; none where the library has nothing to ask for."""
        if kind in {"date:", "since:"} and not any(self._days):
            return []
        return [self.kinds[kind]() for _ in range(count)]

    def hot(self, count: int) -> list[Asked]:
        """Return single words that many releases have."""
        return [
            Asked(Word(word))
            for word in self._rng.sample(self._hottest, min(count, len(self._hottest)))
        ]

    @cached_property
    def _hottest(self) -> list[str]:
        """The words in most releases, of as many releases as tell."""
        numbers = list(self._library.newest)
        chosen = self._rng.sample(numbers, min(_SAMPLE, len(numbers)))
        texts = (folded(self._library.release(number).body) for number in chosen)
        counts = Counter(word for text in texts for word in set(_WORD.findall(text)))
        return [word for word, _ in counts.most_common(_HOT) if len(word) > 1]

    def _release(self) -> Release:
        return self._library.release(self._rng.choice(self._library.newest))

    def _row(self, count: int) -> list[str]:
        """Words in a row of a body."""
        row: list[str] = []
        for _ in range(_TRIES):
            tokens = folded(self._release().body).split()
            start = self._rng.randrange(max(len(tokens) - count, 1))
            row = tokens[start : start + count]
            if len(row) == count and all(token.isalpha() for token in row):
                break
        return row

    def _title_words(self, count: int) -> list[str]:
        """Content words of a title in their order."""
        found: list[str] = []
        for _ in range(_TRIES):
            found = content_words(self._release().title)
            if len(found) >= count:
                break
        kept = sorted(self._rng.sample(range(len(found)), min(count, len(found))))
        return [found[at] for at in kept]

    def _words(self, count: int) -> tuple[Word, ...]:
        """Content words of one body."""
        found = content_words(self._release().body)
        return tuple(map(Word, self._rng.sample(found, min(count, len(found)))))

    def _phrase(self) -> Asked:
        return Asked(Phrase(tuple(self._row(self._rng.randint(2, 4)))))

    def _rare_phrase(self) -> Asked:
        return Asked(Phrase(tuple(self._rng.sample(self._hottest, self._rng.randint(2, 3)))))

    def _title(self) -> Asked:
        return Asked(All(tuple(Word(word, in_title=True) for word in self._title_words(2))))

    def _of_a_kind(self) -> Asked:
        return Asked(self._words(1)[0], kind=self._release().kind)

    def _dated(self, field: str) -> Asked:
        day = self._rng.choice([day for day in self._days if day])
        month = f"{date.fromordinal(day):%Y-%m}"
        span = days(month, date.max)
        assert span
        last = len(self._days) if field == "since" else self._until(span.last)
        first = bisect_left(self._days, span.first.toordinal()) + 1
        return Asked(self._words(1)[0], days=f"{field}:{month}", places=(first, last))

    def _until(self, day: date) -> int:
        return bisect_right(self._days, day.toordinal())


def content_words(text: str) -> list[str]:
    """Return the words of a text that say something, each once, in order."""
    found = (word for word in _WORD.findall(folded(text)) if len(word) >= 3)
    return list(dict.fromkeys(word for word in found if word not in _STOPPED))
