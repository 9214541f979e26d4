"""The bytes of an answer, unpacked, and no more of them than there is room for."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable

from natoread_index.errors import NotFetched, Refused

_GZIP = 16 + zlib.MAX_WBITS


async def unpacked(chunks: AsyncIterable[bytes], coding: str, largest: int, where: str) -> bytes:
    """Return a body that comes in `coding`, the value of HTTP's `Content-Encoding`.

    Raises `Refused` for more than `largest` bytes, packed or not, or for a coding that nobody asked
    for, and `NotFetched` for one that is damaged or ends before its end.
    """
    body = _body(coding, where)
    taken = 0
    async for chunk in chunks:
        taken += len(chunk)
        body.take(chunk, largest - len(body.data) + 1)
        if max(taken, len(body.data)) > largest:
            raise Refused(f"{where}: more than {largest / (1 << 20):,.0f} MB are no feed or page")
    body.finish()
    return bytes(body.data)


def _body(coding: str, where: str) -> Plain:
    match coding.strip().lower():
        case "" | "identity":
            return Plain()
        case "gzip" | "x-gzip":
            return Packed(where)
    raise Refused(f"{where}: comes packed in a way that nobody asked for ({coding})")


class Plain:
    """A body as it comes."""

    def __init__(self) -> None:
        self.data = bytearray()

    def take(self, chunk: bytes, _room: int) -> None:
        """Take more of it."""
        self.data += chunk

    def finish(self) -> None:
        """Nothing more will come."""


class Packed(Plain):
    """A body in gzip, of one part or several."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where
        self._part = zlib.decompressobj(_GZIP)

    def take(self, chunk: bytes, room: int) -> None:
        """Unpack more of it, but at most `room` bytes."""
        try:
            while chunk and room > 0:
                if self._part.eof:
                    self._part = zlib.decompressobj(_GZIP)
                more = self._part.decompress(chunk, room)
                self.data += more
                room -= len(more)
                chunk = self._part.unused_data
        except zlib.error as damage:
            raise NotFetched(f"{self._where}: damaged on its way ({damage})") from damage

    def finish(self) -> None:
        """Make sure that nothing is missing."""
        if not self._part.eof:
            raise NotFetched(f"{self._where}: ended before its end")
