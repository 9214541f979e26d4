"""What a text leads to: addresses, and other releases whose titles it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from natoread.sheet import Sheet
from natoread.shelf import Shelf
from natoread_index import Span

Lead = str | int
"""An address, or the number of a release."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of other releases in the text of a sheet: where they stand, and their numbers."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    numbers: tuple[int, ...] = ()

    @classmethod
    def found(cls, sheet: Sheet, number: int, library: Shelf) -> Self:
        """Look for them in the text of the release of a number."""
        found = library.quoted(number)
        placed = sheet.placed(Span(start, end) for start, end, _ in found)
        return cls(sheet.text, tuple(placed), tuple(one.number for one in found))

    def of(self, sheet: Sheet) -> Self:
        """These, if they are those of a sheet, or else none."""
        return self if self.text == sheet.text else type(self)()


def leads(sheet: Sheet, titles: Titles) -> dict[Lead, str]:
    """Return all that a sheet leads to, each with its words, in the order of the text."""
    return {lead: says for _, lead, says in sorted(_all(sheet, titles), key=lambda one: one[0])}


def _all(sheet: Sheet, titles: Titles) -> Iterator[tuple[int, Lead, str]]:
    for link in sheet.links:
        yield link.start, link.url, link.url.removeprefix("mailto:")
    own = titles.of(sheet)
    for span, number in zip(own.spans, own.numbers, strict=True):
        yield span.start, number, sheet.text[slice(*span)]
