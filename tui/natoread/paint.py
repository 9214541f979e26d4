"""Text into strips: the last step before the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from natoread.facts import BETWEEN
from natoread.finding import Entry
from natoread.signs import glyphs, tag_words
from natoread_index import Signs, Span

ELLIPSIS = "…"
_ROOM_FOR_DAYS = 30
"""Cells from which on a line has room for a title and a day."""


class Line(NamedTuple):
    """A stretch of one line, its lights, and the component style it is painted in."""

    text: str
    lights: tuple[Span, ...]
    component: str


def entry_line(entry: Entry, line: int, of: int, cells: int) -> list[Line]:
    """One line of a release in the list, which has one or two."""
    if of == 1:
        return compact_line(entry, cells)
    return facts_line(entry, cells) if line else [title_line(entry, cells)]


def title_line(entry: Entry, cells: int) -> Line:
    """The first line of a release in the list."""
    title = shortened(entry.title, cells)
    component = "list--read" if entry.signs.read else "list--title"
    return Line(title, _within(entry.title_lights, len(title)), component)


def facts_line(entry: Entry, cells: int) -> list[Line]:
    """The second line: signs and facts, which leave half to the snippet when there is one."""
    signs = [*_signs(entry.signs, cells // 2)]
    cells -= sum(cell_len(sign.text) for sign in signs)
    if not entry.snippet:
        facts = shortened(_joined(entry.facts, cells), cells)
        return [*signs, Line(facts, (), "list--facts")]
    facts = _joined(entry.facts, cells // 2) + "  "
    room = cells - cell_len(facts)
    snippet, lights = around(entry.snippet, entry.snippet_lights, room)
    snippet = shortened(snippet, room)
    return [
        *signs,
        Line(facts, (), "list--facts"),
        Line(snippet, _within(lights, len(snippet)), "list--snippet"),
    ]


def compact_line(entry: Entry, cells: int) -> list[Line]:
    """All in one line: the title, then the signs, and the day at its end if there is room."""
    day = shortened(entry.facts[0], cells // 3) if cells >= _ROOM_FOR_DAYS else ""
    signs = [*_signs(entry.signs, cells // 4)]
    room = cells - sum(cell_len(part) for part in (day, *(sign.text for sign in signs)))
    title = title_line(entry, room - 1)
    between = Line(" " * (room - cell_len(title.text)), (), title.component)
    return [title, between, *signs, Line(day, (), "list--facts")]


def _signs(signs: Signs, cells: int) -> Iterator[Line]:
    """What the user put on a release, as much of it as fits."""
    if glyphs(signs):
        yield Line(f"{glyphs(signs)} ", (), "list--sign")
        cells -= len(glyphs(signs)) + 1
    if signs.tags:
        yield Line(f"{shortened(' '.join(tag_words(signs)), cells - 1)} ", (), "list--tag")


def _joined(facts: Sequence[str], cells: int) -> str:
    """Join as many facts as fit, and at least the first."""
    fitting = (BETWEEN.join(facts[:count]) for count in range(len(facts), 0, -1))
    return next((joined for joined in fitting if cell_len(joined) <= cells), facts[0])


def _within(lights: Iterable[Span], end: int) -> tuple[Span, ...]:
    """The lights before `end`."""
    return tuple(Span(light.start, min(light.end, end)) for light in lights if light.start < end)


def component_style(widget: Widget, *names: str) -> Style:
    """The style of component classes laid over each other; `reverse`, too, which Textual omits."""
    style = widget.get_visual_style(*names).rich_style
    reverse = any(widget.get_component_styles(name).text_style.reverse for name in names)
    return style + Style(reverse=True) if reverse else style


def lit(text: str, style: Style, lights: Iterable[tuple[int, int, Style]]) -> Iterator[Segment]:
    """Yield `text` with some stretches in styles of their own; lights are in order."""
    at = 0
    for start, end, light in lights:
        yield Segment(text[at:start], style)
        yield Segment(text[start:end], light)
        at = end
    yield Segment(text[at:], style)


class Coat(NamedTuple):
    """A stretch of one row, and the component style it is painted in, over those before.

    `leads` has what a terminal, or a click, does with it.
    """

    start: int
    end: int
    component: str
    leads: Style = Style.null()


def coated(
    widget: Widget, text: str, under: tuple[str, ...], coats: Sequence[Coat]
) -> Iterator[Segment]:
    """Yield one row in the styles `under` it, and over them those of its coats."""
    edges = {0, len(text), *(edge for coat in coats for edge in coat[:2])}
    for start, end in pairwise(sorted(edges)):
        over = [coat for coat in coats if coat.start <= start and end <= coat.end]
        style = component_style(widget, *under, *(coat.component for coat in over))
        yield Segment(text[start:end], Style.combine([style, *(coat.leads for coat in over)]))


def shortened(text: str, cells: int) -> str:
    """Cut `text` to a number of cells; an ellipsis says so."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + ELLIPSIS if cells > 0 else ""


def around(text: str, lights: tuple[Span, ...], cells: int) -> tuple[str, tuple[Span, ...]]:
    """Cut a passage to a number of cells so that its first light shows."""
    if not lights or cells <= 0:
        return text, ()
    first = lights[0].end
    if first <= cells - 1 or cell_len(text[:first]) < cells:
        return text, lights
    start = text.find(" ", max(0, first - cells * 2 // 3)) + 1
    cut = start - 1 if 0 < start < lights[0].start else lights[0].start - 1
    kept = tuple(Span(a - cut, b - cut) for a, b in lights if a > cut)
    return ELLIPSIS + text[cut + 1 :], kept


def marked(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """Lay a style over the cells from `start` to `end`."""
    cells = strip.cell_length
    start, end = min(start, cells), min(end, cells)
    before, within, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end, cells)
    painted = Segment.apply_style(within, post_style=style)
    return Strip.join([before, Strip(painted, end - start), after])
