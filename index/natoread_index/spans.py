"""Runs of characters, and passages in which some are lit."""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A run of characters of a text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of a release in one line, and where it answers the query."""

    text: str = ""
    lights: tuple[Span, ...] = ()


class Spot(NamedTuple):
    """About where a long text shows so many of the words asked for: at which share of it."""

    share: float
    shown: int
