"""The fields of the index, and its files, mapped into memory instead of copied.

Whoosh pickles formats by their module's path: this module keeps its name.
"""

import mmap
import os
import sys
from array import array
from io import BytesIO
from pathlib import Path
from typing import Any

import whoosh
from whoosh.columns import NumericColumn
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Existence, Positions

NAME = "natoread"
VERSION = f"2 of Whoosh {'.'.join(map(str, whoosh.__version__))}, {sys.byteorder}"
"""Of the fields, of what a word is and of the bytes: an index of another is built again."""

NUMBER = NumericColumn("I")
"""The column that says which release of the library a document is."""

PLACED = ("title", "body")
"""The fields of which is kept where in them a word stands."""

PREFIXES = 4
"""Beginnings of up to so many letters are words of `start` and `title_start`."""


class PackedPositions(Positions):  # type: ignore[misc]  # Whoosh has no types
    """The places of a word in a document as 32-bit integers: a fifth of the time of pickles."""

    def encode(self, positions: list[int]) -> bytes:
        """Return `positions` as bytes, in this machine's byte order."""
        return array("I", positions).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """Return the positions that `encode` was given."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """Return how often the word stands in the document."""
        return len(value) // 4


def schema() -> Any:
    """Return the fields: words with places, words that exist, beginnings, and facts."""
    placed = FieldType(PackedPositions(), None, scorable=True)
    exists = FieldType(Existence(), None)
    placed_fields = dict.fromkeys(PLACED, placed)
    names = ("any", "start", "title_start", "kind", "source", "by")  # `any` weighs how often
    return Schema(**placed_fields, **dict.fromkeys(names, exists))


class MappedStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """Opens index files as memory maps, so that only the pages read take memory."""

    def open_file(self, name: str, **options: Any) -> Any:
        """Open the file `name` of this folder for reading."""
        with Path(self.folder, name).open("rb") as file:
            if not os.fstat(file.fileno()).st_size:  # nothing can't be mapped
                return StructFile(BytesIO(), name=name, **options)
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return StructFile(mapped, name=name, **options)
