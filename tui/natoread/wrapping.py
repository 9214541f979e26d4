"""Where a text breaks into rows: between words, inside one only when it is longer than a row."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

from natoread_index import Span

# Letters and signs of which each takes exactly one cell in every terminal.
_PLAIN = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1"
    "\u03a3-\u0482\u2010-\u2015\u2018-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]*"
).fullmatch
_WORD = re.compile("[^ ]+")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def wrap(text: str, width: int) -> Iterator[Span]:
    """Yield the rows of `text`, each at most `width` cells wide.

    A line feed begins a row, and an empty line is one. Spaces around a break belong to no row.
    """
    start = 0
    for line in text.split("\n"):
        rows = _plain_rows if _PLAIN(line) else _measured_rows
        for row in rows(line.rstrip(" "), width):
            yield Span(start + row.start, start + row.end)
        start += len(line) + 1


def _plain_rows(line: str, width: int) -> Iterator[Span]:
    """Wrap a line in which characters are cells."""
    start = 0
    while len(line) - start > width:
        end = line.rfind(" ", start, start + width + 1)
        if line[start : max(end, start)].strip(" "):
            yield Span(start, len(line[:end].rstrip(" ")))
        elif line[start] != " ":
            yield Span(start, end := start + width)
        start = _next_word(line, max(end, start))
    yield Span(start, len(line))


def _next_word(line: str, start: int) -> int:
    """Where the first word at or after `start` begins; `line` does not end in a space."""
    while line[start] == " ":
        start += 1
    return start


def _measured_rows(line: str, width: int) -> Iterator[Span]:
    """Wrap a line in which some characters take two cells, or none."""
    start = end = used = 0
    for first, last, cells in _pieces(line, width):
        if used + first - end + cells > width:
            if end > start:
                yield Span(start, end)
            start, end, used = first, first, 0
        used += first - end + cells
        end = last
    yield Span(start, end)


def _pieces(line: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Yield first, last and cells of each word, long words in several pieces."""
    for word in _WORD.finditer(line):
        cells = cell_len(word[0])
        if cells <= width:
            yield word.start(), word.end(), cells
        else:
            yield from _cut(word[0], word.start(), width)


def _cut(word: str, at: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Cut a word longer than a row, never between a letter and its marks."""
    start = used = 0
    for index, cells in enumerate(_sizes(word)):
        if cells and used and used + cells > width and word[index - 1] != _JOINER:
            yield at + start, at + index, used
            start, used = index, 0
        used += cells
    yield at + start, at + len(word), used


def _sizes(word: str) -> Iterator[int]:
    """Yield the cells of each character; one shown as an emoji takes two."""
    for character, following in zip(word, [*word[1:], ""], strict=True):
        yield 2 if following == _EMOJI_STYLE else get_character_cell_size(character)
