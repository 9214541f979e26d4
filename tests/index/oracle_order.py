"""The order by relevance, worked out anew from plain texts and the formula that ranking.py states.

Nothing but the constants comes from there. Every word is looked for in every text, place by place.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tests.index.oracle import Oracle, Texts, says, titled

from natoread_index.engine.facts import _LEAST_TELLING, _SAY_NOTHING
from natoread_index.queries.nodes import All, Either, Field, Node, Phrase, Row, Term
from natoread_index.searching import ranking, wants
from natoread_index.words import folded

Place = tuple[str, ...]


class Wanted(NamedTuple):
    """A word that is asked for: what says it, first as it was typed, or how that begins."""

    words: tuple[str, ...]
    prefix: bool

    def stands_at(self, place: Place) -> bool:
        return any(says(word, place, prefix=self.prefix) for word in self.words)

    def stands_in(self, places: Iterable[Place]) -> bool:
        return any(map(self.stands_at, places))

    def is_alone_at(self, place: Place) -> bool:
        """Tell whether a place says the word, and is not where a chunk begins."""
        return len(place) == 1 and self.stands_at(place)


class Leaning(NamedTuple):
    """A word that stands in a text: its weight, and where each of its forms stands alone."""

    weight: float
    places: dict[str, list[int]]

    @property
    def first(self) -> list[int]:
        """The first places that count, those of its first form before all others."""
        return [place for some in self.places.values() for place in some][: ranking._PLACES]

    def near(self, place: int) -> float:
        """What is left of the weight that near to a place."""
        off = min(abs(place - each) for some in self.places.values() for each in some)
        between = max(off - 1, 0)
        return self.weight / (1 + between / ranking._HALF) if between < ranking._REACH else 0.0


class OrderOracle:
    """Orders what an oracle finds."""

    def __init__(self, oracle: Oracle) -> None:
        self._oracle, self._texts = oracle, oracle.texts
        lengths = [len(texts.body.places) for texts in self._texts.values()]
        self._mean = sum(lengths) / max(len(lengths), 1) or 1.0
        self._newest = max(map(oracle.day, self._texts), default=0)
        self._lexicon = {word for t in self._texts.values() for p in whole(t) for word in p}
        self._having, self._begun = cache(self._releases_having), cache(self._words_begun)

    def groups(self, node: Node, uncorrected: Node) -> list[set[int]]:
        """Return what answers in its title, and what elsewhere; then what does so corrected."""
        found, exact = self._oracle.answer(node), self._oracle.answer(uncorrected)
        in_title = self._oracle.answer(titled(node)) & found
        parts = [in_title & exact, (found - in_title) & exact]
        return [*parts, in_title - exact, found - in_title - exact]

    def scores(self, node: Node, groups: Sequence[Collection[int]]) -> list[dict[int, float]]:
        """Return what is scored of each group: of all together the first, from the newest on."""
        found, left = [], ranking.SCORED
        asked = list(dict.fromkeys(self._wanted(node)))
        for at, group in enumerate(groups):
            weighed = self._in_title if at % 2 == 0 else self._elsewhere
            first = self._oracle.newest(group)[:left]
            found.append(
                {n: weighed(asked, self._texts[n]) - self._age(n) if asked else 0.0 for n in first}
            )
            left -= len(first)
        return found

    def _wanted(self, node: Node) -> Iterator[Wanted]:
        match node:
            case All(parts) | Either(parts) | Row(parts):
                for part in parts:
                    yield from self._wanted(part)
            case Term(field=Field.ANY | Field.TITLE) if node.is_single:
                others = dict.fromkeys([*node.spellings, *map(self._rarest, node.also)])
                yield Wanted(tuple(others), node.prefix)
            case Term(field=Field.ANY | Field.TITLE) | Phrase(field=Field.ANY | Field.TITLE):
                joined = node.spellings if isinstance(node, Term) else ()
                for at, word in enumerate(node.words, 1):
                    is_begun = node.prefix and at == len(node.words)
                    yield Wanted((word, *joined), is_begun)

    def _rarest(self, row: Sequence[str]) -> str:
        having = [self._having(Wanted((word,), prefix=False)) or math.inf for word in row]
        return row[having.index(min(having))]

    def _releases_having(self, wanted: Wanted) -> int:
        return sum(wanted.stands_in(whole(texts)) for texts in self._texts.values())

    def _weight(self, wanted: Wanted) -> float:
        having = self._having(wanted)
        return math.log(1 + (len(self._texts) - having + 0.5) / (having + 0.5))

    def _age(self, number: int) -> float:
        day = self._oracle.day(number)
        return ranking._A_YEAR * (self._newest - day) / 365 if day else 0.0

    def _in_title(self, asked: Sequence[Wanted], texts: Texts) -> float:
        title = texts.title.places or [()]
        at, in_order = in_a_row(asked, title)
        is_typed = [wanted.words[0] in title[a] for wanted, a in zip(asked, at, strict=True)]
        behind = (len(title) - max(at)) / (len(title) + 1)
        return (
            ranking._TITLED
            - len(asked) * math.log(telling(texts.release.title))
            + max(ranking._WORDS - len(asked), 0) * math.log(behind)
            - ranking._OTHER_ORDER * (not in_order)
            - ranking._OTHER_FORM * is_typed.count(False)
        )

    def _elsewhere(self, asked: Sequence[Wanted], texts: Texts) -> float:
        score, leaning = 0.0, []
        for wanted in asked:
            if wanted.stands_in(whole(texts)):
                weight = self._weight(wanted)
                places = self._alone(wanted, texts)
                count = self._count(wanted, sum(map(len, places.values())), texts)
                score += weight * count * (ranking._K1 + 1) / (count + ranking._K1)
                leaning.append(Leaning(weight, places))
        return score + nearness([word for word in leaning if word.places])

    def _count(self, wanted: Wanted, alone: int, texts: Texts) -> float:
        evened = 1 - ranking._B + ranking._B * len(texts.body.places) / self._mean
        return (
            max(alone, 1) / evened
            + ranking._IN_TITLE * wanted.stands_in(texts.title.places)
            + ranking._IN_OPENING * wanted.stands_in(texts.body.places[: ranking._OPENING])
        )

    def _alone(self, wanted: Wanted, texts: Texts) -> dict[str, list[int]]:
        """Where each word that says it stands alone; nothing if many of the index begin so."""
        if wanted.prefix and self._begun(wanted) > wants._MANY:
            return {}
        found: dict[str, list[int]] = {}
        for at, place in enumerate(whole(texts)):
            if wanted.is_alone_at(place):
                found.setdefault(place[0], []).append(at)
        order = sorted(found) if wanted.prefix else wanted.words
        return {word: found[word] for word in order if word in found}

    def _words_begun(self, wanted: Wanted) -> int:
        return sum(wanted.stands_at((word,)) for word in self._lexicon)


def whole(texts: Texts) -> list[Place]:
    """Title and body, with a place between them where nothing is said."""
    return [*texts.title.places, (), *texts.body.places]


def telling(title: str) -> int:
    words = {word for word in folded(title) if word.isalpha() and word not in _SAY_NOTHING}
    return sum(len(word) >= _LEAST_TELLING for word in words) or 1


def in_a_row(asked: Sequence[Wanted], title: Sequence[Place]) -> tuple[list[int], bool]:
    """Where each word stands, behind the one before it if it can; and whether all of them do."""
    found: list[int] = []
    in_order = True
    for wanted in asked:
        places = [at for at, place in enumerate(title) if wanted.stands_at(place)]
        behind = [at for at in places if not found or at > found[-1]]
        in_order = in_order and bool(behind)
        found.append((behind or places or [0])[0])
    return found, in_order


def nearness(leaning: Sequence[Leaning]) -> float:
    """What the others weigh near the rarest, and it itself, at the best of its first places."""
    if len(leaning) < 2:
        return 0.0
    rarest = max(leaning, key=lambda word: word.weight)
    others = [word for word in leaning if word is not rarest]
    best = max(sum(word.near(place) for word in others) for place in rarest.first)
    return ranking._NEAR * (best + rarest.weight) if best else 0.0
