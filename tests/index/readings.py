"""Read a date from a title and a text, in one word for tests."""

from datetime import date

from natoread_index.dates import Dated, Yearless
from natoread_index.kinds import Kind
from natoread_index.parsing.dating import reading

DAY = date(2024, 5, 28)
NEWS = "Ships call at the harbour"


def dated(body: str, title: str = NEWS, kind: Kind = Kind.NEWS) -> Dated | None:
    """The date that is read in full."""
    read = reading(title, body, kind)
    return read if isinstance(read, Dated) else None


def yearless(body: str, title: str = NEWS, kind: Kind = Kind.NEWS) -> Yearless | None:
    """The date that is read without its year."""
    read = reading(title, body, kind)
    return read if isinstance(read, Yearless) else None


def is_stated(read: Dated | None, first: date, last: date | None = None) -> bool:
    return read is not None and (read.first, read.last) == (first, last or first)
