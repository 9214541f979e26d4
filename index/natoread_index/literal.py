"""Where a text says what was typed, letter for letter: the find of a reader, parts of words too.

What never matters to the search does not matter here: accents, apostrophes, hyphens, characters
that are not seen. A run of white space, line ends too, is one space. Capitals count only when one
was typed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from string import ascii_uppercase

from natoread_index.spans import Span
from natoread_index.words import APOSTROPHE, HYPHEN, UNSEEN, fold

_QUOTES = dict.fromkeys("“”„‟«»〝〞", '"')
_DASHES = "—―−"
_APART = re.compile("([ -]+)")
_BETWEEN = r"[-.]?"
"""What may stand between two letters of one word: `U.S.` is said by `us`."""

_WITHIN_NUMBERS = r"(?:[.,](?=\d{3}))?"
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3})")
_MARKS = re.compile(f"(?:{UNSEEN.pattern})+")


class Findable:
    """A text in which things are found as they are typed."""

    def __init__(self, text: str) -> None:
        self._text = text

    def spans(self, typed: str) -> tuple[Span, ...]:
        """Return where the text says `typed`, in order and apart from each other."""
        cased = any(map(str.isupper, typed))
        pattern = _pattern(_flat(typed, cased=cased).text)
        return tuple(self._found(pattern, self._cased if cased else self._caseless))

    def _found(self, pattern: re.Pattern[str] | None, flat: "_Flat") -> Iterator[Span]:
        for match in pattern.finditer(flat.text) if pattern else ():
            end = flat.place(match.end() - 1) + 1
            unseen = _MARKS.match(self._text, end)
            yield Span(flat.place(match.start()), unseen.end() if unseen else end)

    @cached_property
    def _cased(self) -> "_Flat":
        return _flat(self._text, cased=True)

    @cached_property
    def _caseless(self) -> "_Flat":
        return _flat(self._text, cased=False)


_FEW = 60


@dataclass(slots=True)
class _Flat:
    """A text folded, and the way back: from `starts[i]` on, its characters are those from
    `places[i]` on.
    """

    text: str = ""
    starts: list[int] = field(default_factory=lambda: [0])
    places: list[int] = field(default_factory=lambda: [0])

    def place(self, at: int) -> int:
        """Where the character stands in the original that became the one at `at`."""
        last = bisect_right(self.starts, at) - 1
        return self.places[last] + at - self.starts[last]

    def note(self, start: int, place: int) -> None:
        """Remember where a stretch begins, here and in the original."""
        self.starts.append(start)
        self.places.append(place)


def _flat(text: str, *, cased: bool) -> _Flat:
    """Fold `text`, in which only what changes its length is looked at one by one."""
    letters = {char: _letter(char, cased) for char in set(text)}
    odd = "".join(char for char, letter in letters.items() if len(letter) != 1)
    uneven = re.compile(rf"\s\s+|[{re.escape(odd)}]" if odd else r"\s\s+")
    flat, pieces, behind, length = _Flat(), [], 0, 0
    for match in uneven.finditer(text):
        pieces += [text[behind : match.start()], new := letters.get(match[0], " ")]
        length += match.start() - behind
        for more in range(1, len(new)):
            flat.note(length + more, match.start())
        length, behind = length + len(new), match.end()
        flat.note(length, behind)
    changed = {c: letter for c, letter in letters.items() if len(letter) == 1 and letter != c}
    flat.text = _changed("".join([*pieces, text[behind:]]), changed)
    return flat


def _changed(text: str, letters: Mapping[str, str]) -> str:
    """Put letters in the places of others, which is fastest one after the other when few are new.

    Capitals of ASCII go all at once.
    """
    others = {char: letter for char, letter in letters.items() if char not in ascii_uppercase}
    if len(others) > _FEW:
        return text.translate({ord(char): letter for char, letter in letters.items()})
    for char, letter in others.items():
        text = text.replace(char, letter)
    return text if len(others) == len(letters) else text.lower()


@lru_cache(maxsize=1 << 12)
def _letter(char: str, cased: bool) -> str:
    """What a character counts as: some letters, a sign, or nothing."""
    if char.isalnum():
        return fold(char).upper() if cased and char.isupper() else fold(char)
    if UNSEEN.match(char) or APOSTROPHE.match(char):
        return ""
    if char.isspace():
        return " "
    if HYPHEN.match(char) or char in _DASHES:
        return "-"
    return _QUOTES.get(char) or unicodedata.normalize("NFKC", char)


def _pattern(typed: str) -> re.Pattern[str] | None:
    """What finds folded letters in a folded text; nothing finds nothing."""
    if not typed.strip():
        return None
    first, *rest = _APART.split(typed)
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    pattern = _letters(first)
    for apart, word in pairs:
        inner = "[ -]+" if " " in apart else "[ -]*"
        pattern += (inner if pattern and word else re.escape(apart)) + _letters(word)
    return re.compile(pattern)


def _letters(word: str) -> str:
    """What finds one word, whose letters may be apart by what joins them."""
    plain = _THOUSANDS.sub("", word)
    return "".join(
        _gap(*pair) + re.escape(pair[1]) for pair in zip(" " + plain, plain, strict=False)
    )


def _gap(before: str, after: str) -> str:
    """What may stand between two characters."""
    if before.isdecimal() and after.isdecimal():
        return _WITHIN_NUMBERS
    return _BETWEEN if before.isalnum() and after.isalnum() else ""
