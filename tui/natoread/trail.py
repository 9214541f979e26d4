"""The way through what was read and searched, back and forward, as in a browser."""

from dataclasses import dataclass, replace
from typing import NamedTuple, Self

_LONGEST = 200
"""Stations that are remembered."""


class Station(NamedTuple):
    """What was searched for, the release in hand, and whether the last word was unfinished."""

    words: str
    number: int
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Trail:
    """Stations in their order, and the one that the reader is at."""

    stations: tuple[Station, ...] = ()
    at: int = -1

    @property
    def here(self) -> Station | None:
        """Where the reader is; nowhere at the beginning."""
        return self.stations[self.at] if self.stations else None

    def going(self, steps: int) -> Self | None:
        """The same trail at another station; `None` beyond its ends."""
        at = self.at + steps
        return replace(self, at=at) if 0 <= at < len(self.stations) else None

    def with_station(self, station: Station) -> Self:
        """The trail that goes on here to another station: what lay ahead is forgotten."""
        if station == self.here:
            return self
        stations = (*self.stations[: self.at + 1], station)[-_LONGEST:]
        return replace(self, stations=stations, at=len(stations) - 1)
