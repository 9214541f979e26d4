"""Where a text says what a query asks for: a pure function of the two.

Only beginnings of words that could match are looked at closely: one regular expression finds them
in the text folded letter by letter, which keeps its length. What a word is, `words` decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import islice, takewhile
from os.path import commonprefix
from typing import NamedTuple

from natoread_index.hits import Snippet, Span
from natoread_index.queries.nodes import Field, Node, Phrase, Row, Term, joinable, wanted
from natoread_index.words import (
    UNSEEN,
    Chunk,
    Word,
    beginnings,
    chunk_at,
    chunks,
    fold,
    readings,
    words,
)

_OPENING, _PASSAGE, _LEAD = 240, 200, 50
_REACH = _PASSAGE - 2 * _LEAD
_LOOKED_AT, _NEAR = 200, 20
_BACK = 200
"""Characters before a letter that folds to several in which words may begin that hold it."""

_LETTERS = 5
_GAP = r"(?:[\W_]+s)?[\W_]*"
"""What may stand between two letters that are read as one word: a possessive, what joins words."""

_FOREIGN = re.compile("[^\x00-\x7f]")
_SPACE = re.compile(r"\s")


class _Flat(NamedTuple):
    """A text folded letter by letter, the unseen as `_`, and where that may hide a beginning.

    `unsure` are words in or before which a letter folds to several, of which only one is kept.
    """

    text: str
    unsure: frozenset[int]

    @classmethod
    def of(cls, text: str) -> "_Flat":
        flat, unsure = text, set[int]()
        for char in set(_FOREIGN.findall(text)):
            folded = _folded(char)
            flat = flat.replace(char, folded[:1] or "_")
            if len(folded) != 1:
                unsure.update(*(_words_up_to(text, m.start()) for m in re.finditer(char, text)))
        return cls(flat.lower(), frozenset(unsure))


def _words_up_to(text: str, place: int) -> Iterator[int]:
    """Yield where the words begin that stand up to `place`, from some words before it on."""
    start = max(place - _BACK, 0)
    nearest = _SPACE.search(text, start, place) if start else None
    near = words(text, nearest.end() if nearest else start)
    return (word.start for word in takewhile(lambda word: word.start <= place, near))


@lru_cache(maxsize=1 << 12)
def _folded(char: str) -> str:
    return fold(char) if char.isalnum() else "_" if UNSEEN.match(char) else char


class _Light(NamedTuple):
    """A span that is lit, and the place of the leaf that it answers."""

    span: Span
    leaf: int


class Lights:
    """Finds what the words of one query light up in a text; `fields` are those the text is of."""

    def __init__(self, node: Node, *fields: Field) -> None:
        leaves = [leaf for leaf in _leaves(node) if leaf.field in fields]
        self._leaves = [(leaf, re.compile(_beginning(leaf), re.DOTALL)) for leaf in leaves]
        self._typed = len([leaf for leaf in _typed(node) if leaf.field in fields])
        self._any = re.compile("|".join({_beginning(leaf) for leaf in leaves}), re.DOTALL)

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the lit spans of `text`, in order and apart from each other."""
        return (light.span for light in self._lights(text))

    def snippet(self, body: str) -> Snippet:
        """Return a passage of `body` in one line that answers most leaves, or else its opening."""
        found = self._looked_at(body)
        if not found:
            return Snippet(_one_line(body, 0, _OPENING))
        start, end = found[_densest(found)].span
        start = max(start - _LEAD, 0)
        line = _one_line(body, start, max(start + _PASSAGE, end))
        return Snippet(line, tuple(self.spans(line)))

    def _looked_at(self, body: str) -> list[_Light]:
        """Return the lights up to the first passage that shows all that was typed."""
        found: list[_Light] = []
        for light in islice(self._lights(body), _LOOKED_AT):
            found.append(light)
            least = light.span.end - _REACH
            if (
                len({near.leaf for near in found[-_NEAR:] if near.span.start >= least})
                >= self._typed
            ):
                break
        return found

    def _lights(self, text: str) -> Iterator[_Light]:
        behind, flat = 0, _Flat.of(text)
        for start in self._candidates(text, flat) if self._leaves else ():
            if start >= behind and (chunk := chunk_at(text, start)):
                end, leaf = self._longest(text, flat, chunk)
                if end:
                    yield _Light(Span(start, end), leaf)
                    behind = end

    def _candidates(self, text: str, flat: _Flat) -> Iterator[int]:
        """Yield in order where words begin that may be lit."""
        sure = beginnings(text, (match.start() for match in self._any.finditer(flat.text)))
        return merge(sure, beginnings(text, sorted(flat.unsure)))

    def _longest(self, text: str, flat: _Flat, chunk: Chunk) -> tuple[int, int]:
        """Return where the longest leaf ends that begins with `chunk`, or 0, and which it is."""
        longest, place = 0, 0
        first = next(readings(chunk))
        for at, (leaf, beginning) in enumerate(self._leaves):
            start = first[0].start
            if start in flat.unsure or beginning.match(flat.text, start):
                end = _end(leaf, text, first)
                if end > longest:
                    longest, place = end, at
        return longest, place


def _leaves(node: Node) -> Iterator[Term | Phrase]:
    """Yield what was typed, then neighbours joined."""
    yield from _typed(node)
    for leaf in wanted(node):
        if isinstance(leaf, Row):
            yield from (term for _, term in leaf.joins)


def _typed(node: Node) -> Iterator[Term | Phrase]:
    for leaf in wanted(node):
        yield from leaf.terms if isinstance(leaf, Row) else (leaf,)


def _beginning(leaf: Term | Phrase) -> str:
    """Return a pattern for the letters, at least one, with which whatever says `leaf` begins.

    It takes the first and looks ahead to the others, for among them another word may begin.
    """
    if isinstance(leaf, Phrase):
        letters = leaf.words[0][: _LETTERS if len(leaf.words) > 1 or not leaf.prefix else None]
    else:
        said = [*leaf.spellings, leaf.words[0]]
        letters = commonprefix(said)[:_LETTERS]  # noqa: RUF071  # of words, not of paths
    first, *others = map(re.escape, letters)
    return rf"{first}(?<![^\W_].)(?={''.join(_GAP + letter for letter in others)})"


def _end(leaf: Term | Phrase, text: str, first: Sequence[Word]) -> int:
    """Return where `leaf` ends that begins with what may be read `first`, or 0."""
    start = first[0].start
    if isinstance(leaf, Phrase):
        return _row_end(leaf.words, text, start, prefix=leaf.prefix)
    for word in first:
        if leaf.answers(word.text):
            return word.end
    rows = _splits(leaf, first) if leaf.is_single else [leaf.words]
    return max((_row_end(row, text, start, prefix=leaf.prefix) for row in rows), default=0)


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


def _densest(found: list[_Light]) -> int:
    """Return the first light from which a passage shows the most different leaves."""

    def leaves_from(at: int) -> int:
        reach = found[at].span.start + _REACH
        return len({light.leaf for light in found[at : at + _NEAR] if light.span.end <= reach})

    return max(range(len(found)), key=lambda at: (leaves_from(at), -at))


def _one_line(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` and the rest of the words cut, white space evened, ellipses added.

    Of a word of more than `_LEAD` characters more, the rest stays away.
    """
    start -= len(_SPACE.split(text[max(start - _LEAD, 0) : start])[-1])
    end += len(_SPACE.split(text[end : end + _LEAD], 1)[0])
    before, behind = "… " if text[:start].strip() else "", " …" if text[end:].strip() else ""
    return before + " ".join(text[start:end].split()) + behind
