"""Paragraphs, put together from the elements of a tree as they begin and end."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from lxml.html import HtmlElement

from natoread_index.reading.trees import words_of


class Paragraphs:
    """Takes elements in their order, and keeps what they say."""

    def __init__(self) -> None:
        self._done: list[list[str]] = []
        self._pieces: list[str] = []
        self._lists: list[HtmlElement] = []
        self._lines: list[str] = []
        self._numbers: list[int | None] = []
        self._marker = ""
        self._is_in_row = False
        self._preformatted = 0

    def text(self) -> str:
        """All that was said, one blank line between two paragraphs."""
        self._break()
        return "\n\n".join("\n".join(lines) for lines in self._done)

    def say(self, text: str | None) -> None:
        """Add to the line; blanks count as one, unless lines are set by hand."""
        if text:
            self._pieces.append(text if self._preformatted else _BLANKS.sub(" ", text))

    def start(self, element: HtmlElement) -> None:
        """Begin what an element begins."""
        if element.tag in _BLOCKS:
            self._break()
        if begin := _STARTS.get(element.tag):
            begin(self, element)

    def end(self, element: HtmlElement) -> None:
        """End what an element has begun."""
        if finish := _ENDS.get(element.tag):
            finish(self, element)
        if element.tag in _BLOCKS:
            self._break()

    def forget(self) -> None:
        """Begin the text anew, in the lists and tables that are open."""
        self._done.clear()
        self._pieces.clear()
        self._lines, self._marker = [], ""

    def leave_out(self, element: HtmlElement) -> None:
        """Pass by an element, which parts the texts around it if it is a block."""
        if element.tag in _BLOCKS:
            self._break()

    def _break(self) -> None:
        """End the paragraph, or the line of it that a list or table has begun."""
        if self._is_in_row:
            self._pieces.append(" ")
            return
        for lines in _runs("".join(self._pieces)):
            self._add(lines)
        self._pieces.clear()

    def _add(self, lines: list[str]) -> None:
        if self._marker and not _MARKED.match(lines[0]):
            lines[0] = self._marker + lines[0]
        self._marker = ""
        if self._lists and self._lines:
            self._lines += lines
            return
        self._done.append(lines)
        self._lines = lines

    def _begin_list(self, element: HtmlElement) -> None:
        """Begin a list or a table, whose lines make one paragraph with those of lists in it."""
        if not self._lists:
            self._lines = []
        self._lists.append(element)

    def _end_list(self, element: HtmlElement) -> None:
        self._break()
        if self._lists and self._lists[-1] is element:
            self._lists.pop()

    def begin_items(self, element: HtmlElement) -> None:
        """Count from the number that an ordered list starts with."""
        start = _number(element.get("start"), 1)
        self._numbers.append(start - 1 if element.tag == "ol" else None)
        self._begin_list(element)

    def end_items(self, element: HtmlElement) -> None:
        """Go back to the list around."""
        self._end_list(element)
        self._numbers.pop()

    def begin_item(self, element: HtmlElement) -> None:
        """Mark the next line as an item, with its number if its list has numbers."""
        last = self._numbers[-1] if self._numbers else None
        self._marker = "  " * (len(self._numbers) - 1)
        if last is None:
            self._marker += "• "
            return
        self._numbers[-1] = _number(element.get("value"), last + 1)
        self._marker += f"{self._numbers[-1]}. "

    def begin_table(self, element: HtmlElement) -> None:
        """Begin a table of figures; one that lays out has nothing to begin."""
        if _is_of_figures(element):
            self._begin_list(element)

    def begin_row(self, _element: HtmlElement) -> None:
        """Begin a line of a table of figures."""
        self._is_in_row = bool(self._lists) and self._lists[-1].tag == "table"

    def begin_cell(self, element: HtmlElement) -> None:
        """Set a cell of a table of figures off from the one before."""
        if self._is_in_row and element.getprevious() is not None:
            self._pieces.append(" | ")

    def end_row(self, _element: HtmlElement) -> None:
        """End a line of a table of figures."""
        self._is_in_row = False
        self._break()

    def end_table(self, element: HtmlElement) -> None:
        """End a table, of figures or not."""
        self._is_in_row = False
        self._end_list(element)

    def break_line(self, _element: HtmlElement) -> None:
        """Go to the next line."""
        self._pieces.append(" " if self._is_in_row else "\n")

    def begin_preformatted(self, _element: HtmlElement) -> None:
        """Keep lines as they are set by hand."""
        self._preformatted += 1

    def end_preformatted(self, _element: HtmlElement) -> None:
        """Run lines on again."""
        self._preformatted -= 1

    def open_quotation(self, _element: HtmlElement) -> None:
        """Say the mark that a browser shows before a quotation."""
        self._pieces.append("“")

    def close_quotation(self, _element: HtmlElement) -> None:
        """Say the mark that a browser shows behind a quotation."""
        self._pieces.append("”")


def _runs(text: str) -> Iterator[list[str]]:
    """Yield the runs of lines that say anything."""
    lines = (_EDGES.sub("", _BLANKS.sub(" ", line)) for line in text.split("\n"))
    for says_something, run in groupby(lines, key=bool):
        if says_something:
            yield list(run)


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and _NUMBER.fullmatch(said) else otherwise


def _is_of_figures(table: HtmlElement) -> bool:
    """Whether a table relates its cells to each other, rather than lay out a page or a letter."""
    is_nested = next(table.iterdescendants("table"), None) is not None
    if is_nested or table.get("role") == "presentation":
        return False
    cells = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("tr")]
    is_grid = sum(len(row) > 1 for row in cells) > 1
    return is_grid and all(_is_figure(cell) for row in cells for cell in row)


def _is_figure(cell: HtmlElement) -> bool:
    blocks = sum(1 for block in cell.iterdescendants() if block.tag in _BLOCKS)
    return blocks <= 1 and len(words_of(cell)) <= _LONGEST_FIGURE


_BLOCK_NAMES = (
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li"
    " listing main menu nav ol option p plaintext pre search section summary table tbody td tfoot"
    " th thead tr ul xmp caption"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = ("td", "th")
_LONGEST_FIGURE = 200
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_EDGES = re.compile(
    r"\A[\s\u00ad\u034f\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u034f\u200b-\u200f\u2060\ufeff]+\Z"
)
_MARKED = re.compile(r"(?:[•●▪◦·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s")
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_Doing = Callable[[Paragraphs, HtmlElement], None]
_STARTS: dict[object, _Doing] = {
    **dict.fromkeys(("ul", "ol", "menu", "dir"), Paragraphs.begin_items),
    "li": Paragraphs.begin_item,
    "table": Paragraphs.begin_table,
    "tr": Paragraphs.begin_row,
    "td": Paragraphs.begin_cell,
    "th": Paragraphs.begin_cell,
    "br": Paragraphs.break_line,
    "pre": Paragraphs.begin_preformatted,
    "q": Paragraphs.open_quotation,
}
_ENDS: dict[object, _Doing] = {
    **dict.fromkeys(("ul", "ol", "menu", "dir"), Paragraphs.end_items),
    "table": Paragraphs.end_table,
    "tr": Paragraphs.end_row,
    "pre": Paragraphs.end_preformatted,
    "q": Paragraphs.close_quotation,
}
