"""Packs that are laid out in other ways, as lines in the usual way.

Which way it is shows in the first lines up to the first `Source: X`, and in some after that:

- the line `Source: X` is indented, as under the item of a list ("  • Title"): what is before the
  texts is taken off all lines, and the mark of the list off the titles;
- no line above or below it is blank: blank lines go about the titles, and where there are none at
  all, every line is a paragraph;
- lines end before a certain width wherever the next word would have gone beyond it: they are joined
  to the paragraphs that they were; a line that ends earlier was meant to.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, dropwhile, islice, pairwise

from natoread_index.parsing.lines import is_blank

_SAMPLE = 200
_LONGEST_SAMPLE = 5000
_NARROWEST, _WIDEST = 55, 110
_FEW_BREAKS, _MANY_BREAKS = 3, 8
_MOST_FULL = 0.6
_MOST_TOO_LONG = 0.02
_FEW_BLANK = 0.05

_SOURCE = re.compile(r"([ \t\u00a0]*)Source:\s*\S")
_ITEM = re.compile(r"([ \t\u00a0]*)(?:[•●▪◦·*–—-]|(\d{1,3}[.)]))[ \t\u00a0]+(?=\S)")
_LISTED = re.compile(r"\s*(?:[•●▪◦·*–—-]|\d{1,3}[.)])\s")
_HYPHENED = re.compile(r"[^\W_]-$")
_AFTER_HYPHEN = re.compile(r"(?!(?:and|or|to|und|et)\b(?!-))\w")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a pack is laid out.

    `indent` is how many spaces stand before its texts, `item` what stands before the titles then;
    `width` is 0 if lines go on as long as their paragraph.
    """

    indent: int = 0
    item: str = ""
    is_tight: bool = False
    has_blank_lines: bool = True
    width: int = 0

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Layout":
        """Recognise a layout by the first lines of a pack."""
        at, source = next(_sources(lines), (0, None))
        indent = len(source[1]) if source else 0
        item = _item(lines[:at], indent)
        start = item[0] if item else ""
        return cls(
            indent=indent,
            item=start,
            is_tight=bool(source) and not all(map(is_blank, _beside(lines, at))),
            has_blank_lines=sum(map(is_blank, lines[at:])) > len(lines[at:]) * _FEW_BLANK,
            width=_width(list(_without_indent(lines, indent, start))),
        )


def usual(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a pack as if it were laid out in the usual way."""
    lines = iter(lines)
    sample = _sample(lines)
    layout = Layout.of(sample)
    lines = chain(sample, lines)
    if layout.indent:
        lines = _without_indent(lines, layout.indent, layout.item)
    if layout.width:
        lines = _unwrapped(lines, layout.width)
    if layout.is_tight:
        lines = _loosened(lines) if layout.has_blank_lines else _spread(lines)
    return lines


def _sample(lines: Iterator[str]) -> list[str]:
    """Take the first lines: more where no source has come, or where they may be of one width."""
    sample = list(islice(lines, _SAMPLE))
    while len(sample) < _LONGEST_SAMPLE and not _tells(sample):
        if not (more := list(islice(lines, _SAMPLE))):
            break
        sample += more
    return sample


def _tells(sample: Sequence[str]) -> bool:
    has_source = any(_sources(sample))
    is_long = any(map(_is_long, sample))
    return has_source and (is_long or not any(_breaks(sample)))


def _sources(lines: Iterable[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for at, line in enumerate(lines):
        if at and (source := _SOURCE.match(line)):
            yield at, source


def _item(above: Sequence[str], indent: int) -> re.Match[str] | None:
    """Return how the title right above an indented source begins, if as an item of a list."""
    outer = (line for line in reversed(above) if _dedented(line, indent) != line[indent:])
    return _ITEM.match(next(outer, "")) if indent else None


def _beside(lines: Sequence[str], at: int) -> Sequence[str]:
    return [*lines[at - 1 : at], *lines[at + 1 : at + 2]]


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" \t\u00a0"))) :]


def _is_long(line: str) -> bool:
    return len(line) > _WIDEST and " " in line


def _breaks(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield two lines after one another where a paragraph is broken."""
    for one, other in pairwise(lines):
        if not (is_blank(one) or _SOURCE.match(one) or _begins_anew(other)):
            yield one, other


def _begins_anew(line: str) -> bool:
    return is_blank(line) or bool(_LISTED.match(line) or _SOURCE.match(line))


def _width(lines: Sequence[str]) -> int:
    """Return the width at which lines are broken, 0 if they aren't."""
    breaks = list(_breaks(lines))
    lengths = sorted(len(one) for one, _ in breaks) or [0]
    width = lengths[int(len(lengths) * (1 - _MOST_TOO_LONG))]
    long = [(one, other) for one, other in breaks if len(one) * 2 > width]
    full = sum(_is_full(one, other, width) for one, other in long)
    too_long = sum(len(line) > width and " " in line for line in lines)
    is_broken = (
        _NARROWEST <= width <= _WIDEST
        and full >= max(len(long) * _MOST_FULL, _fewest_breaks(lines))
        and too_long <= len(lines) * _MOST_TOO_LONG
    )
    return width if is_broken else 0


def _fewest_breaks(lines: Sequence[str]) -> int:
    """Return how many lines must be broken to tell a width: fewer if a title is."""
    for at, _ in _sources(lines):
        above = dropwhile(is_blank, reversed(lines[:at]))
        if not is_blank("".join(islice(above, 1, 2))):
            return _FEW_BREAKS
    return _MANY_BREAKS


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line `below` had no room on a line."""
    return len(line) + 1 + len(_first_word(below)) > width


def _first_word(line: str) -> str:
    """Return what a line begins with up to a space at which it could be broken."""
    return line.lstrip(" \t").partition(" ")[0]


def _without_indent(lines: Iterable[str], indent: int, start: str) -> Iterator[str]:
    for line in lines:
        item = _ITEM.match(line) if start else None
        is_title = item and _is_such(item, start)
        yield line[item.end() :] if item and is_title else _dedented(line, indent)


def _is_such(item: re.Match[str], known: str) -> bool:
    """Whether an item begins as a known one does, or as deep, if both are numbered."""
    are_numbers = bool(item[2]) and known.strip()[0].isdigit()
    return item[0] == known or (are_numbers and len(item[0]) == len(known))


def _loosened(lines: Iterable[str]) -> Iterator[str]:
    """Put blank lines above and below each source."""
    for line in lines:
        yield from ("", line, "") if _SOURCE.match(line) else (line,)


def _spread(lines: Iterable[str]) -> Iterator[str]:
    """Put a blank line below each line."""
    for line in lines:
        yield from (line, "")


def _unwrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Join the lines that were broken at a width."""
    joined, last = "", ""
    for line in lines:
        if is_blank(last) or _begins_anew(line) or not _is_full(last, line, width):
            yield joined
            joined = line
        else:
            joined += _between(last, line, width) + line.lstrip()
        last = line
    yield joined


def _between(line: str, below: str, width: int) -> str:
    """Return what stood where a line was broken: a space, unless a word was broken itself."""
    head, tail = line.rpartition(" ")[2], _first_word(below)
    is_cut = len(line) >= width and len(head) + len(tail) > width
    is_hyphened = _HYPHENED.search(head) and _AFTER_HYPHEN.match(tail)
    return "" if is_cut or is_hyphened else " "
