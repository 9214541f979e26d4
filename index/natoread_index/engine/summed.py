"""A file of named parts, each block of which has a sum that is compared before it is read.

It is read piece by piece, and not mapped into memory, where pages once looked at would stay, and
their neighbours with them. A block is summed once in the life of a process. Behind the parts lie
the sums, then a directory in JSON, then where the sums begin and how long the directory is, then
the sum of all that is behind the parts.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable
from io import FileIO
from pathlib import Path
from typing import NamedTuple
from weakref import finalize

_BLOCK = 1 << 12
"""Bytes under one sum: few enough that one text is summed in a few microseconds."""

_TRAILER, _TOTAL = struct.Struct("<QI"), struct.Struct("<I")


class Damaged(Exception):
    """A file does not hold what was written to it."""


class Part(NamedTuple):
    """Where a part lies in its file."""

    start: int
    end: int


class SummedWriter:
    """Writes such a file, part by part, and remembers of each only where it lies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._directory: dict[str, Part] = {}
        self._sums = array("I")
        self._size, self._rest = 0, b""
        path.write_bytes(b"")

    def write(self, parts: Iterable[tuple[str, Iterable[bytes]]]) -> None:
        """Write parts, each in pieces, behind those that are written."""
        with self._path.open("ab") as file:
            for name, pieces in parts:
                start = self._size
                for piece in pieces:
                    file.write(piece)
                    self._size += len(piece)
                    self._sum(piece)
                self._directory[name] = Part(start, self._size)

    def close(self) -> None:
        """Write what stands behind the parts."""
        self._sums.append(zlib.crc32(self._rest))
        listed = json.dumps(self._directory).encode()
        behind = self._sums.tobytes() + listed + _TRAILER.pack(self._size, len(listed))
        with self._path.open("ab") as file:
            file.write(behind + _TOTAL.pack(zlib.crc32(behind)))

    def _sum(self, content: bytes) -> None:
        """Sum all blocks that `content` makes whole, and keep the rest."""
        view = memoryview(content)
        if len(self._rest) + len(view) < _BLOCK:
            self._rest += content
            return
        begun = _BLOCK - len(self._rest)
        whole = len(view) - (len(view) - begun) % _BLOCK
        self._sums.append(zlib.crc32(view[:begun], zlib.crc32(self._rest)))
        blocks = range(begun, whole, _BLOCK)
        self._sums.extend(zlib.crc32(view[at : at + _BLOCK]) for at in blocks)
        self._rest = content[whole:]


class SummedFile:
    """Such a file, open for reading; everything raises `Damaged` where the sums don't fit.

    It stays open until the last user is gone, for another program's commit may remove it.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        finalize(self, self._file.close)
        self._name = path.name
        self._size, self.parts, self._sums = self._directory(self._file.seek(0, os.SEEK_END))
        self._unchecked = bytearray(b"\1") * len(self._sums)

    def _directory(self, length: int) -> tuple[int, dict[str, Part], array[int]]:
        tail = length - _TOTAL.size - _TRAILER.size
        if tail < 0:
            raise Damaged(self._name)
        trailer = _read(self._file, tail, length)
        size, listed = _TRAILER.unpack_from(trailer)
        if size + listed > tail:
            raise Damaged(self._name)
        behind = _read(self._file, size, length - _TOTAL.size)
        if _TOTAL.pack(zlib.crc32(behind)) != trailer[_TRAILER.size :]:
            raise Damaged(self._name)
        end = tail - size
        parts = json.loads(behind[end - listed : end])
        sums = array("I", behind[: end - listed])
        return size, {name: Part(*part) for name, part in parts.items()}, sums

    def bytes(self, start: int, end: int) -> bytes:
        """Return what is in the file from `start` to `end`.

        The sums of all blocks of it are compared, unless that was done.
        """
        first, last = start // _BLOCK, (end - 1) // _BLOCK
        if self._unchecked.find(1, first, last + 1) < 0:
            return _read(self._file, start, end)
        begun = first * _BLOCK
        content = _read(self._file, begun, min((last + 1) * _BLOCK, self._size))
        for block in range(first, last + 1):
            self._compare(block, memoryview(content)[block * _BLOCK - begun :][:_BLOCK])
        return content[start - begun : end - begun]

    def numbers(self, name: str) -> memoryview:
        """Return a part as unsigned integers of 32 bits."""
        return memoryview(self.bytes(*self.parts[name])).cast("I")

    def _compare(self, block: int, content: memoryview) -> None:
        if zlib.crc32(content) != self._sums[block]:
            raise Damaged(self._name)
        self._unchecked[block] = 0


def _read(file: FileIO, start: int, end: int) -> bytes:
    """Return what is in a file from one place up to another: where it can be, in one call."""
    if sys.platform != "win32":
        content = os.pread(file.fileno(), end - start, start)
    else:
        file.seek(start)
        content = file.read(end - start)
    if len(content) < end - start:
        raise Damaged(Path(str(file.name)).name)
    return content
