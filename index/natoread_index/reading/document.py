"""One document of any form, not yet read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, TYPE_CHECKING

from natoread_index.errors import Unreadable
from natoread_index.reading.fields import Fields

if TYPE_CHECKING:
    from natoread_index.release import Release

    Reader = Callable[["Document", int], Iterator[Release]]

_LARGEST = 64 * 1024 * 1024
"""Bytes of a feed, a web archive or the like."""


@dataclass
class Document:
    """A text, a page, a feed …; `stamp` changes if its bytes do.

    As releases are taken, `repaired` counts the lines that were mended, and `left_out` the records
    that were no releases.
    """

    name: str
    stamp: str
    reader: Reader
    file: IO[bytes] = field(default_factory=BytesIO)
    fields: Fields = field(default_factory=Fields)
    repaired: int = 0
    left_out: int = 0

    def releases(self, skip: int = 0) -> Iterator[Release]:
        """Yield the releases but for the first `skip`, reading on as they are taken, once.

        Raises `Unreadable` where it can't be read, or holds none.
        """
        return self.reader(self, skip)

    def lines(self) -> Iterator[str]:
        """Yield the lines of a text in any encoding, without their ends."""
        from natoread_index.reading.encodings import Decoded

        decoded = Decoded(self.file, self.name)
        for line in decoded:
            self.repaired = decoded.repaired
            yield line

    def data(self, most: int = _LARGEST) -> bytes:
        """Return all bytes of a document whose form is never large; raises `Unreadable`."""
        data = self.file.read(most + 1)
        if len(data) > most:
            raise self.refusal(f"larger than {most >> 20} MB, as no file of this form is")
        return data

    def refusal(self, why: str) -> Unreadable:
        """Return the error that says why it can't be read."""
        return Unreadable(f"{self.name}: {why}")
