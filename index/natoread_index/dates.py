"""When a release was made, or of when it speaks, as far as its words tell."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """How a date is known: said in full, or completed from elsewhere."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, a range of days or a month, and the words that it was read from."""

    first: date
    last: date
    basis: Basis
    read_from: str
    by_month: bool = False

    @property
    def start(self) -> str:
        """The first day as `2024-05-28`, or the month as `2024-05`."""
        return f"{self.first:%Y-%m}" if self.by_month else self.first.isoformat()

    @property
    def end(self) -> str | None:
        """The last day of a range as `2024-05-30`; `None` for one day or one month."""
        return None if self.by_month or self.first == self.last else self.last.isoformat()
