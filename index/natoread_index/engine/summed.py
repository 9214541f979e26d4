"""A file of named parts, each block of which has a sum that is compared before it is read.

It is mapped into memory, so that only what is read takes memory; a block is summed once in the life
of a process. Behind the parts lie the sums, then a directory in JSON, then where the sums begin and
how long the directory is, then the sum of all that is behind the parts.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

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

    def write(self, parts: Iterable[tuple[str, bytes]]) -> None:
        """Write parts behind those that are written."""
        with self._path.open("ab") as file:
            for name, content in parts:
                file.write(content)
                self._directory[name] = Part(self._size, self._size + len(content))
                self._size += len(content)
                self._sum(content)

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

    `map` is its content, of which only what was checked should be looked at.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            try:
                self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except ValueError as empty:
                raise Damaged(path.name) from empty
        self._name = path.name
        self._size, self.parts, self._sums = self._directory()
        self._unchecked = bytearray(b"\1") * len(self._sums)

    def _directory(self) -> tuple[int, dict[str, Part], array[int]]:
        total = len(self.map) - _TOTAL.size
        end = total - _TRAILER.size
        if end < 0:
            raise Damaged(self._name)
        size, length = _TRAILER.unpack_from(self.map, end)
        (known,) = _TOTAL.unpack_from(self.map, total)
        if size + length > end or zlib.crc32(self.map[size:total]) != known:
            raise Damaged(self._name)
        listed = json.loads(self.map[end - length : end])
        sums = array("I", self.map[size : end - length])
        return size, {name: Part(*part) for name, part in listed.items()}, sums

    def check(self, start: int, end: int) -> None:
        """Compare the sums of all blocks that `map[start:end]` touches, unless that was done."""
        first, last = start // _BLOCK, (end - 1) // _BLOCK
        if self._unchecked.find(1, first, last + 1) >= 0:
            for block in range(first, last + 1):
                self._compare(block)

    def bytes(self, start: int, end: int) -> bytes:
        """Return `map[start:end]`, checked."""
        self.check(start, end)
        return self.map[start:end]

    def numbers(self, name: str) -> memoryview:
        """Return a part as unsigned integers of 32 bits, checked."""
        part = self.parts[name]
        self.check(*part)
        return memoryview(self.map)[part.start : part.end].cast("I")

    def _compare(self, block: int) -> None:
        start = block * _BLOCK
        if zlib.crc32(self.map[start : min(start + _BLOCK, self._size)]) != self._sums[block]:
            raise Damaged(self._name)
        self._unchecked[block] = 0
