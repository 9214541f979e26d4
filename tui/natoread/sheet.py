"""A release as one text to read: its title, a line of facts, its body."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from natoread.clean import carried, clean, clean_line
from natoread.facts import BETWEEN, release_facts, version_facts
from natoread.finding import NOTHING
from natoread.page import Page
from natoread.shelf import Shelf
from natoread.signs import NOTE, sign_facts
from natoread.taking import Passage
from natoread_index import (
    Findable,
    Link,
    Place,
    Query,
    Release,
    Signs,
    Span,
    Turn,
    asides,
    links,
    turns,
)

if TYPE_CHECKING:
    from natoread_index import Difference

_TOGETHER = "\N{NO-BREAK SPACE}"
_NUMBER = re.compile(r"(?<=\d) (?=words?|min)")
"""Between a number and what it counts."""


@dataclass(frozen=True)
class Sheet:
    """The text of a release, safe to print, and where its parts begin."""

    release: Release
    text: str
    facts_at: int
    body_at: int
    signs: Signs = NOTHING
    turns: tuple[Turn, ...] = ()
    asides: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()

    @classmethod
    def of(
        cls, release: Release, signs: Signs = NOTHING, difference: "Difference | None" = None
    ) -> Self:
        """Put a release on a sheet, with what the user put on it below its facts."""
        title = clean_line(release.title)
        issued = [version_facts(difference)] if difference else []
        facts = BETWEEN.join([release_facts(release), *issued, *sign_facts(signs)])
        facts = _NUMBER.sub(_TOGETHER, facts.replace(" ·", f"{_TOGETHER}·"))
        note = f"{NOTE} {clean(signs.note)}\n" if signs.note else ""
        head = f"{title}\n{facts}\n{note}\n"
        body = clean(release.body).replace("\t", " ")
        at = len(head)
        said = tuple(Turn(at + start, at + end, asks) for start, end, asks in turns(body))
        noted = tuple(Span(at + start, at + end) for start, end in asides(body))
        led = tuple(Link(at + start, at + end, url) for start, end, url in links(body))
        return cls(release, head + body, len(title) + 1, at, signs, said, noted, led)

    @cached_property
    def labels(self) -> tuple[Span, ...]:
        """Where the labels of the turns stand."""
        return tuple(Span(turn.start, turn.end) for turn in self.turns)

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """Where the links stand."""
        return tuple(Span(link.start, link.end) for link in self.links)

    def passage_at(self, offset: int) -> Passage:
        """The paragraph of the text at an offset into the sheet; the first one for its head."""
        paragraph = self.place_at(offset).paragraph
        start, *behind = self._paragraphs[paragraph:]
        return Passage(self.text[start : behind[0] if behind else None].strip(), paragraph + 1)

    def place_at(self, offset: int) -> Place:
        """The same place in any layout of the body; the head is where the body begins."""
        paragraph = max(0, bisect_right(self._paragraphs, offset) - 1)
        return Place(paragraph, max(0, offset - self._paragraphs[paragraph]))

    def offset_of(self, place: Place) -> int:
        """Where a place is on this sheet, which shows its head where the body begins.

        In a text that was issued again and has become shorter, it is the nearest.
        """
        if place == (0, 0):
            return 0
        starts = [*self._paragraphs, len(self.text)]
        paragraph = min(place.paragraph, len(starts) - 2)
        return min(starts[paragraph] + place.offset, starts[paragraph + 1])

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Where the paragraphs of the body begin."""
        breaks = re.finditer("\n\n", self.text[self.body_at :])
        return [self.body_at, *(self.body_at + match.end() for match in breaks)]

    @cached_property
    def findable(self) -> Findable:
        """The text, ready for a find in it."""
        return Findable(self.text)

    def lights(self, query: Query) -> tuple[Span, ...]:
        """Where the title and the text say what was asked, as offsets into the sheet."""
        title, body = self.release.title, self.release.body
        return (*carried(query.title_lights(title), title), *self.placed(query.lights(body)))

    def placed(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Yield spans of the body as offsets into the sheet."""
        for start, end in carried(spans, self.release.body):
            yield Span(self.body_at + start, self.body_at + end)


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A release open at a reader: its sheet, laid out and lit by a query.

    `kept` is where it was left when it was last read, `at` where it is to be shown from, if not
    from its first hit.
    """

    number: int
    sheet: Sheet
    page: Page
    kept: Place | None = None
    at: int | None = None


def opened(
    library: Shelf, number: int, query: Query, width: int, shown: Opened | None = None
) -> Opened:
    """Open a release, laid out and lit; the one that is shown already is only lit anew."""
    release = library.release(number)
    signs = library.marks.signs([release.id]).get(release.id, NOTHING)
    same = shown and (shown.sheet.release, shown.sheet.signs) == (release, signs)
    sheet = shown.sheet if shown and same else _sheet(library, release, signs)
    lights = sheet.lights(query)
    is_laid_out = shown and shown.sheet.text == sheet.text
    page = (
        shown.page.lit_by(lights) if shown and is_laid_out else Page.of(sheet.text, width, lights)
    )
    return Opened(number, sheet, page, library.places.get(release.id))


def _sheet(library: Shelf, release: Release, signs: Signs) -> Sheet:
    return Sheet.of(release, signs, library.difference(release.id))
