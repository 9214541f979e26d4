"""Where a text says what a query asks for: a pure function of the two.

Only beginnings of words that could match are looked at closely: one regular expression finds them
in the text folded letter by letter, which keeps its length. What a word is, `words` decides.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from os.path import commonprefix
from typing import NamedTuple

from natoread_index.hits import Snippet, Span
from natoread_index.nodes import Field, Node, Phrase, Row, Term, joinable, wanted
from natoread_index.words import UNSEEN, Chunk, Word, chunk_at, fold, words

_OPENING, _PASSAGE, _LEAD = 240, 200, 50
_LOOKED_AT = 200
_LETTERS = 5
_WILD = "\ufffe"
_FOREIGN = re.compile("[^\x00-\x7f]")


def _flat(text: str) -> str:
    """Return `text` folded letter by letter; what folds to more is `_WILD`, the unseen `_`."""
    for char in set(_FOREIGN.findall(text)):
        text = text.replace(char, _folded(char))
    return text.lower()


@lru_cache(maxsize=1 << 12)
def _folded(char: str) -> str:
    folded = fold(char) if char.isalnum() else "_" if UNSEEN.match(char) else char
    return folded if len(folded) == 1 else _WILD


class _Light(NamedTuple):
    """A span that is lit, and the place of the leaf that it answers."""

    span: Span
    leaf: int


class Lights:
    """Finds what the words of one query light up in a text; `fields` are those the text is of."""

    def __init__(self, node: Node, *fields: Field) -> None:
        self._leaves = [leaf for leaf in _leaves(node) if leaf.field in fields]
        beginnings = sorted({_beginning(leaf) for leaf in self._leaves})
        firsts = "".join({re.escape(letters[0]) for letters in beginnings})
        rests = "|".join(map(_rest, beginnings))
        self._beginning = re.compile(rf"[{firsts or '-'}](?<![^\W_].)(?:{rests})", re.DOTALL)

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the lit spans of `text`, in order and apart from each other."""
        return (light.span for light in self._lights(text))

    def snippet(self, body: str) -> Snippet:
        """Return a passage of `body` in one line that answers most leaves, or else its opening."""
        found = list(islice(self._lights(body), _LOOKED_AT))
        if not found:
            return Snippet(_one_line(body, 0, _OPENING))
        start = max(found[_densest(found)].span.start - _LEAD, 0)
        line = _one_line(body, start, start + _PASSAGE)
        return Snippet(line, tuple(self.spans(line)))

    def _lights(self, text: str) -> Iterator[_Light]:
        behind = 0
        for start in self._candidates(text) if self._leaves else ():
            if start >= behind and (chunk := chunk_at(text, start)):
                end, leaf = self._longest(text, chunk)
                if end:
                    yield _Light(Span(start, end), leaf)
                    behind = end

    def _candidates(self, text: str) -> Iterator[int]:
        """Yield where words begin that may be lit."""
        flat = _flat(text)
        if _WILD in flat:
            return (word.start for word in words(text))
        starts = (match.start() for match in self._beginning.finditer(flat))
        return (start for start in starts if not _is_inside(text, start))

    def _longest(self, text: str, chunk: Chunk) -> tuple[int, int]:
        """Return where the longest leaf ends that begins with `chunk`, or 0, and which it is."""
        longest, place = 0, 0
        for at, leaf in enumerate(self._leaves):
            end = _end(leaf, text, chunk)
            if end > longest:
                longest, place = end, at
        return longest, place


def _is_inside(text: str, start: int) -> bool:
    """Tell whether only unseen characters part the letter at `start` from one before it."""
    before = start
    while before and UNSEEN.match(text, before - 1):
        before -= 1
    return 0 < before < start and text[before - 1].isalnum()


def _leaves(node: Node) -> Iterator[Term | Phrase]:
    for leaf in wanted(node):
        if isinstance(leaf, Row):
            yield from leaf.terms
            yield from (term for _, term in leaf.joins)
        else:
            yield leaf


def _beginning(leaf: Term | Phrase) -> str:
    """Return the letters, at least one, with which whatever says `leaf` begins."""
    if isinstance(leaf, Phrase):
        return leaf.words[0][: _LETTERS if len(leaf.words) > 1 or not leaf.prefix else None]
    return commonprefix(leaf.spellings)[:_LETTERS]  # noqa: RUF071  # of words, not of paths


def _rest(letters: str) -> str:
    """Return a pattern for what follows the first of `letters`, which it looks back at."""
    return rf"(?<={re.escape(letters[0])})" + "".join(
        rf"[\W_]{{0,2}}{re.escape(letter)}" for letter in letters[1:]
    )


def _end(leaf: Term | Phrase, text: str, chunk: Chunk) -> int:
    """Return where `leaf` ends that begins with the first word of `chunk`, or 0."""
    first = chunk.words[0]
    if isinstance(leaf, Phrase):
        return _row_end(leaf, text, first)
    if leaf.answers(chunk.joined):
        return chunk.words[-1].end
    if leaf.answers(first.text):
        return first.end
    return _split_end(leaf, text, first) if leaf.is_single else _row_end(leaf, text, first)


def _split_end(term: Term, text: str, first: Word) -> int:
    """Return the end of a single word that the text writes as two, or 0."""
    rest = term.joined.removeprefix(first.text)
    if rest == term.joined or not joinable(first.text, rest):
        return 0
    second = next(words(text, first.end), None)
    if second is None:
        return 0
    same = second.text.startswith(rest) if term.prefix else second.text == rest
    return second.end if same else 0


def _row_end(leaf: Term | Phrase, text: str, first: Word) -> int:
    """Return the end of words that stand in a row, of which the last may be a beginning, or 0."""
    *whole, last = leaf.words
    if whole and first.text != whole[0]:
        return 0
    found = list(islice(words(text, first.start), len(leaf.words)))
    if [word.text for word in found[:-1]] != whole or len(found) < len(leaf.words):
        return 0
    same = found[-1].text.startswith(last) if leaf.prefix else found[-1].text == last
    return found[-1].end if same else 0


def _densest(found: list[_Light]) -> int:
    """Return the first light from which a passage shows the most different leaves."""

    def leaves_from(at: int) -> int:
        reach = found[at].span.start + _PASSAGE - 2 * _LEAD
        return len({light.leaf for light in found[at : at + 20] if light.span.end <= reach})

    return max(range(len(found)), key=lambda at: (leaves_from(at), -at))


def _one_line(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` cut between words, its white space evened, ellipses where cut."""
    while start and not text[start - 1].isspace():
        start -= 1
    if end < len(text) and not text[end].isspace():
        end = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1 or end
    before, behind = "… " if start else "", " …" if end < len(text) else ""
    return before + " ".join(text[start:end].split()) + behind
