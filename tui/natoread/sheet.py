"""A release as one text to read: its title, a line of facts, its body."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from natoread.clean import carried, clean, clean_line
from natoread.facts import release_facts
from natoread.page import Page
from natoread.shelf import Shelf
from natoread.taking import Passage
from natoread_index import Findable, Query, Release, Span


@dataclass(frozen=True)
class Sheet:
    """The text of a release, safe to print, and where its parts begin."""

    release: Release
    text: str
    facts_at: int
    body_at: int

    @classmethod
    def of(cls, release: Release) -> Self:
        """Put a release on a sheet."""
        title = clean_line(release.title)
        head = f"{title}\n{release_facts(release)}\n\n"
        body = clean(release.body).replace("\t", " ")
        return cls(release, head + body, len(title) + 1, len(head))

    def passage_at(self, offset: int) -> Passage:
        """The paragraph of the text at an offset into the sheet; the first one for its head."""
        at = max(offset, self.body_at)
        start = max(self.text.rfind("\n\n", 0, at + 1) + 2, self.body_at)
        end = self.text.find("\n\n", start)
        text = self.text[start : len(self.text) if end < 0 else end]
        return Passage(text.strip(), self.text.count("\n\n", self.body_at, start) + 1)

    @cached_property
    def findable(self) -> Findable:
        """The text, ready for a find in it."""
        return Findable(self.text)

    def lights(self, query: Query) -> tuple[Span, ...]:
        """Where the title and the text say what was asked, as offsets into the sheet."""
        title, body = self.release.title, self.release.body
        return (
            *carried(query.title_lights(title), title),
            *(
                Span(self.body_at + start, self.body_at + end)
                for start, end in carried(query.lights(body), body)
            ),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A release open at a reader: its sheet, laid out and lit by a query."""

    number: int
    sheet: Sheet
    page: Page


def opened(
    library: Shelf, number: int, query: Query, width: int, shown: Opened | None = None
) -> Opened:
    """Open a release, laid out and lit; the one that is shown already is only lit anew."""
    release = library.release(number)
    if shown and shown.sheet.release == release:
        return replace(shown, page=shown.page.lit_by(shown.sheet.lights(query)))
    sheet = Sheet.of(release)
    return Opened(number, sheet, Page.of(sheet.text, width, sheet.lights(query)))
