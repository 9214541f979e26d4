"""Files that are looked at before they are read, from start to end and once."""

from __future__ import annotations

from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer

_PIECE = 1 << 18
MOST_BLANKS = 1 << 26
"""Bytes: what is still blank then need not come to an end."""

_NOTHING = b"\0" * 4  # as no encoding has it


class OneWay(RawIOBase):
    """Bytes that come one after the other, from wherever."""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Take the next bytes, as many as there is room for or fewer; none at the end."""
        room = memoryview(buffer).cast("B")
        chunk = self.next(len(room))
        room[: len(chunk)] = chunk
        return len(chunk)

    def next(self, most: int) -> bytes:
        """Return the next bytes, at least one but for the end."""
        raise NotImplementedError


class _Again(OneWay):
    """A file whose first bytes were read already."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = BytesIO(head), rest

    def next(self, most: int) -> bytes:
        """Return from the head first."""
        return self._head.read(most) or self._rest.read(most)


def buffered(way: OneWay) -> IO[bytes]:
    """Return a file that is read line by line as fast as in large pieces."""
    return BufferedReader(way, _PIECE)


def looked_at(file: IO[bytes], count: int, blanks: bytes) -> tuple[bytes, IO[bytes]]:
    """Return the first bytes of a file, and the file as it was before, to be read once.

    Of a file that begins with many `blanks`, these are left out, up to `MOST_BLANKS` of them.
    """
    head, passed = file.read(count), 0
    while head and not head.strip(blanks) and passed < MOST_BLANKS:
        passed += len(head)
        head = file.read(count)
    if passed or head.startswith(_NOTHING):
        head = head.lstrip(b"\0") or head
        return head, buffered(_Again(head, file))
    if file.seekable():
        file.seek(0)
        return head, file
    return head, buffered(_Again(head, file))
