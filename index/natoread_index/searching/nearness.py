"""Which words of a lexicon may have been meant by one that it does not hold.

How far apart two words are is counted in slips: a letter left out, one too many, one for another,
or two neighbours swapped, no letter touched twice (the distance called *optimal string alignment*).

The lexicon is one sorted list, read as a tree: words that begin alike stand in a row, so that a
bisection steps from `st` to `sto`, and what no word begins with is left at once. Nothing is built
but the list, and nothing need be known of alphabets.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import eq

from natoread_index.stopping import steps
from natoread_index.words import LONGEST

_LEAST, _LEAST_BEGUN, _LEAST_ASKED = 4, 5, 3
"""Letters from which on a word is corrected: a finished one, one half typed, one on demand."""

_FREE_FIRST, _TWO_SLIPS = 6, 8
"""Letters from which on the first one may be another, and from which on two slips are allowed."""

_MOST, _MOST_ASKED = 3, 50
"""Words returned: for a typo, and on demand."""

_NOISE = 100
"""So many times less likely than the best, a word is noise, and often a typo of the texts' own."""

_SAME_LETTERS, _FIRST_RIGHT, _USUAL = 900, 30, 10
"""How many times likelier each makes it that a word was meant; see `_ease`."""

_NO_VOWELS = str.maketrans("", "", "aeiouy")

_LAST = "\U0010ffff"
"""No letter, and behind all letters: what begins with `st` stands before `st` and this."""

Frequency = Callable[[str, bool], int]
"""In how many releases a word stands or, if the second value is true, a word that begins so."""


class Nearest:
    """Finds the words of a lexicon that are next to one typed.

    `words` are folded, and best given in sorted runs, which are quickly merged; those with a digit
    are neither corrected nor offered. `frequency` is asked only for the few that may be meant.
    """

    def __init__(self, words: Iterable[str], frequency: Frequency = lambda *_: 1) -> None:
        lexicon = sorted(word for word in words if word.isalpha() and len(word) <= LONGEST)
        self._whole = _Spellings(lexicon, eq)
        self._begun = _Spellings(lexicon, str.startswith)
        self._frequency = frequency

    def words(self, typed: str) -> list[str]:
        """Return what a finished word may have been meant to be, best first; nothing if known."""
        if not _has_letters(typed, _LEAST) or typed in self._whole:
            return []
        found = self._near(self._whole, typed)
        if not found and len(typed) >= _TWO_SLIPS:
            found = self._whole.within(typed, 2, right=1)
        return self._likely(typed, found, begun=False)

    def beginnings(self, typed: str) -> list[str]:
        """Return what a word still being typed may have been meant to begin with, best first.

        There is nothing to return where a word begins as typed. What comes back begins a word, and
        may be all of it; looking for whole words alone would take `sttem` for *stem*, however many
        releases have a *statement*.
        """
        if not _has_letters(typed, _LEAST_BEGUN) or typed in self._begun:
            return []
        begun = _shortest(self._near(self._begun, typed))
        return self._likely(typed, begun, begun=True) or self.words(typed)

    def within_one(self, typed: str) -> list[str]:
        """Return the words one slip away from `typed`, which may be known, likely ones first."""
        if not _has_letters(typed, _LEAST_ASKED):
            return []
        found = self._whole.within(typed, 1) - {typed}
        return _ranked(self._chances(typed, found, begun=False))[:_MOST_ASKED]

    def _near(self, spellings: "_Spellings", typed: str) -> set[str]:
        """Return what is one slip away; the first letter of a short word is right, or swapped."""
        found = spellings.within(typed, 1)
        if len(typed) >= _FREE_FIRST:
            return found
        return {word for word in found if word[0] == typed[0] or set(word) == set(typed)}

    def _likely(self, typed: str, found: Iterable[str], *, begun: bool) -> list[str]:
        """Return the best of `found`, but none far less likely than the first."""
        chances = self._chances(typed, found, begun=begun)
        least = max(chances.values(), default=0) / _NOISE
        return _ranked({word: chance for word, chance in chances.items() if chance >= least})[
            :_MOST
        ]

    def _chances(self, typed: str, found: Iterable[str], *, begun: bool) -> dict[str, int]:
        """Return how likely each of `found` was meant, compared with each other."""
        return {word: _ease(typed, word) * self._frequency(word, begun) for word in found}


class _Spellings:
    """What sorted words say: all of them whole (`eq`), or whatever they begin with (`startswith`).

    Words that begin alike are a range of their places.
    """

    def __init__(self, words: Sequence[str], says: Callable[[str, str], bool]) -> None:
        self._words, self._says = words, says
        self._all = range(len(words))

    def __contains__(self, spelled: str) -> bool:
        return self._is_among(self._all, spelled)

    def within(self, asked: str, slips: int, right: int = 0) -> set[str]:
        """Return all that is said within so many `slips` behind the first letters, if `right`."""
        begun, rest = asked[:right], asked[right:]
        return set(self._spelled(begun, rest, slips, self._alike(begun, self._all)))

    def _spelled(self, begun: str, rest: str, slips: int, alike: range) -> Iterator[str]:
        """Yield what the words `alike`, which begin with `begun`, make of the `rest`."""
        if not (slips and rest) and self._is_among(alike, begun + rest):
            yield begun + rest
        if slips and alike:
            yield from self._slipped(begun, rest, slips, alike)

    def _slipped(self, begun: str, rest: str, slips: int, alike: range) -> Iterator[str]:
        """Yield the same with one slip at the start of `rest`, or behind what is right there."""
        yield from self._spelled(begun, rest[1:], slips - 1, alike)
        if len(rest) > 1:
            swapped = begun + rest[1] + rest[0]
            yield from self._spelled(swapped, rest[2:], slips - 1, self._alike(swapped, alike))
        for longer, below in steps(self._branches(begun, alike)):
            if longer[-1] == rest[:1]:
                yield from self._spelled(longer, rest[1:], slips, below)
            else:
                yield from self._spelled(longer, rest, slips - 1, below)
                yield from self._spelled(longer, rest[1:], slips - 1, below)

    def _branches(self, begun: str, alike: range) -> Iterator[tuple[str, range]]:
        """Yield `begun` with each letter that follows it, and the words that begin with both."""
        at = bisect_right(self._words, begun, alike.start, alike.stop)
        while at < alike.stop:
            longer = self._words[at][: len(begun) + 1]
            end = bisect_left(self._words, longer + _LAST, at, alike.stop)
            yield longer, range(at, end)
            at = end

    def _alike(self, begun: str, among: range) -> range:
        first = bisect_left(self._words, begun, among.start, among.stop)
        return range(first, bisect_left(self._words, begun + _LAST, first, among.stop))

    def _is_among(self, alike: range, spelled: str) -> bool:
        at = bisect_left(self._words, spelled, alike.start, alike.stop)
        return at < alike.stop and self._says(self._words[at], spelled)


def _has_letters(typed: str, least: int) -> bool:
    return len(typed) >= least and typed.isalpha()


def _ease(typed: str, word: str) -> int:
    """Return how many times easier this slip is made than a wrong letter for the first one.

    Easiest are two letters swapped, or one doubled or not: all letters are the same. Then come one
    too many, one too few, or a wrong vowel. A wrong consonant is rare.
    """
    if set(typed) == set(word):
        return _SAME_LETTERS
    usual = len(typed) != len(word) or _consonants(typed) == _consonants(word)
    return (_USUAL if usual else 1) * (_FIRST_RIGHT if typed[0] == word[0] else 1)


def _consonants(word: str) -> str:
    return word.translate(_NO_VOWELS)


def _ranked(chances: dict[str, int]) -> list[str]:
    return sorted(chances, key=lambda word: (-chances[word], word))


def _shortest(beginnings: Iterable[str]) -> Iterator[str]:
    """Yield `beginnings` but for those that begin with another of them."""
    last = None
    for beginning in sorted(beginnings):
        if last is None or not beginning.startswith(last):
            yield (last := beginning)
