"""What a word is: the one definition that index, query and highlighter share.

A *chunk* is a run of words with only a connector between each two: `Indo-Pacific`, `R&D`,
`O’Brien`, `www.nato.int`. It reads as its parts, and also joined: `indo`, `pacific`, and
`indopacific`. A possessive `’s` says nothing and is left out; `U.S.` is the one word `us`; a number
keeps its points and commas (`6,900`), and joined loses those between thousands (`6900`). Case,
accents, soft hyphens and zero-width characters never matter.

There are no stop words: a list of them would drop *May* and *US*.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 64
"""Characters of a folded word that count; what lies behind them is left out everywhere alike."""

MOST_PARTS = 16
"""Words of a chunk at most; those behind them begin another."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
    # and those of other scripts that one character may hold together with its letter
    "\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e"
    "\u0d57\u0dca\u0dcf\u0ddf\u0f71-\u0f84\u0fb2\u0fb3\u0fb5\u0fb7\u102e\u1b35\u3099\u309a\U000110ba"
    "\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
)
_FORMATS = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # soft hyphen and such
_UNSEEN = _MARKS + _FORMATS
_PRIMES = "\u02b9-\u02bf\u0374"  # letters to Unicode, but written as apostrophes
_APOSTROPHES = rf"'’‘`´＇{_PRIMES}"
_HYPHENS = r"\-\u2010-\u2013"
_CONNECTORS = rf"{_HYPHENS}{_APOSTROPHES}.&_@"
_LETTER = rf"[^\W_{_PRIMES}]"
_ALPHA = rf"[^\W\d_{_PRIMES}\u1100-\u11ff\uac00-\ud7a3]"  # none that Korean makes of several
_DIGITS = rf"\d(?:[{_UNSEEN}]*\d)*"
_POSSESSIVE = rf"(?:[{_APOSTROPHES}][{_FORMATS}]*[sS](?![{_FORMATS}]*{_LETTER}|[{_MARKS}]))?"
_ACRONYM = (
    rf"{_ALPHA}[{_MARKS}]*(?:[{_FORMATS}]*\.[{_FORMATS}]*{_ALPHA}[{_MARKS}]*)+"
    rf"(?![{_UNSEEN}]*{_LETTER}|[{_MARKS}])"
)
_NUMBER = (
    rf"{_DIGITS}(?:[{_UNSEEN}]*[.,][{_FORMATS}]*{_DIGITS})+(?:[{_UNSEEN}]*{_LETTER})*[{_MARKS}]*"
)
_RUN = rf"{_LETTER}+(?:[{_UNSEEN}]+{_LETTER}+)*[{_MARKS}]*"
_WORD, _TAIL = rf"{_ACRONYM}|{_NUMBER}|{_RUN}", rf"[{_UNSEEN}]*{_POSSESSIVE}"
_PART = rf"(?:{_WORD}){_TAIL}"
_PLAIN = rf"[a-zA-Z]+(?![\w{_CONNECTORS}{_UNSEEN}])"  # most words, found four times as fast
_CHUNK = re.compile(
    rf"{_PLAIN}|{_PART}(?:[{_UNSEEN}]*[{_CONNECTORS}][{_UNSEEN}]*{_PART}){{0,{MOST_PARTS - 1}}}"
)
_PARTS = re.compile(rf"({_WORD}){_TAIL}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_BESIDE_WORDS = "!\"#$%&'()*+,-./:;<=>?@[]_{|}‘’“”…–—"
WITHIN = re.compile(rf"[\w,{_CONNECTORS}{_UNSEEN}]")
UNSEEN = re.compile(f"[{_UNSEEN}]")
APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
HYPHEN = re.compile(f"[{_HYPHENS}]")
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
) | dict.fromkeys(range(0x2B9, 0x2C0))


class Word(NamedTuple):
    """A folded word, and where it stands: `original[start:end]`."""

    text: str
    start: int
    end: int


class Chunk(NamedTuple):
    """The words of one chunk, and all of them joined: of one word, the word itself."""

    words: tuple[Word, ...]
    joined: str


def fold(text: str) -> str:
    """Return `text` without case, accents and unseen characters; only a number's points stay."""
    if text.isascii() and text.isalnum():
        return text.lower()[:LONGEST]
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    kept = ".," if text[:1].isdecimal() else ""
    return "".join(char for char in plain if char.isalnum() or char in kept)[:LONGEST]


def _read_anew(chunk: str) -> Chunk:
    """Read one chunk; places count from its start."""
    found = [Word(fold(m[1]), m.start(1), m.end(1)) for m in _PARTS.finditer(chunk)]
    words = tuple(word for word in found if word.text)
    return Chunk(words, joined(word.text for word in words))


_read = lru_cache(maxsize=1 << 16)(_read_anew)


def joined(words: Iterable[str]) -> str:
    """Return folded words as one: how a chunk of them reads."""
    return "".join(map(_unpointed, words))[:LONGEST]


def _unpointed(word: str) -> str:
    return re.sub("[.,]", "", word) if _THOUSANDS.fullmatch(word) else word


def chunks(text: str, start: int = 0) -> Iterator[Chunk]:
    """Yield the chunks of `text` from `start` on, each word at its place in `text`."""
    return filter(None, map(_placed, _CHUNK.finditer(text, start)))


def chunk_at(text: str, start: int) -> Chunk | None:
    """Return the chunk that begins at `start`, if one does."""
    match = _CHUNK.match(text, start)
    return match and _placed(match)


def _placed(match: re.Match[str]) -> Chunk | None:
    words, whole = _read(match[0])
    base = match.start()
    placed = tuple([Word(text, base + start, base + end) for text, start, end in words])
    return Chunk(placed, whole) if placed else None


def words(text: str, start: int = 0) -> Iterator[Word]:
    """Yield the words of `text` from `start` on, chunks taken apart."""
    for chunk in chunks(text, start):
        yield from chunk.words


def beginnings(text: str, places: Iterable[int]) -> Iterator[int]:
    """Yield those of `places`, in their order, at which a word begins: not the `900` of `6,900`."""
    reached, found = -1, words(text)
    for place in places:
        if place and WITHIN.match(text, place - 1):
            gap = text.rfind(" ", max(reached, 0), place)
            if gap >= 0:
                found = words(text, gap)
            if reached < place:
                reached = next((w.start for w in found if w.start >= place), len(text))
            if reached != place:
                continue
        yield place


def readings(chunk: Chunk) -> Iterator[tuple[Word, ...]]:
    """Yield what may be read at each place of `chunk`: its word, and at the first all of it."""
    (first, *others), whole = chunk
    if first.text == whole:
        yield (first,)
    else:
        yield first, Word(whole, first.start, chunk.words[-1].end)
    yield from ((word,) for word in others)


def folded(text: str) -> Iterator[str]:
    """Yield the words of `text` without their places, which is twice as fast."""
    for chunk in written(text):
        for word in _read(chunk).words:
            yield word.text


def in_words(text: str) -> str:
    """Return the words of `text` with a space between two, which is four times as fast again.

    No word has white space in it, and most runs of anything else have been read before.
    """
    return runs_in_words(text.split())


def runs_in_words(runs: Iterable[str]) -> str:
    """Return the words of a text that was split at its white space."""
    return " ".join(filter(None, map(_RUNS.__getitem__, runs)))


class _Runs(dict[str, str]):
    """Runs of text and their words: a cache that keeps no order, which would take most time."""

    def __missing__(self, run: str) -> str:
        if len(self) >= _MOST_RUNS:
            self.clear()
        word = run.strip(_BESIDE_WORDS)
        is_plain = word.isascii() and word.isalpha()
        self[run] = said = word.lower()[:LONGEST] if is_plain else " ".join(folded(run))
        return said


_MOST_RUNS = 1 << 16
_RUNS = _Runs()


def written(text: str) -> list[str]:
    """Return the chunks of `text` as they are written, unread, which is the fastest."""
    found: list[str] = _CHUNK.findall(text)
    return found


def said(chunk: str) -> tuple[tuple[str, ...], ...]:
    """Return what may be read at each place of one chunk: its word, at the first all of it, too.

    What was read before is not remembered: of millions of words, that would take most memory.
    """
    found = _read_anew(chunk)
    if not found.words:
        return ()
    return tuple(tuple(word.text for word in read) for read in readings(found))
