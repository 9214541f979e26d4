"""The fields and columns of the index, and its files, mapped into memory instead of copied.

Whoosh pickles the schema by its classes' module: this module keeps its name.
"""

from __future__ import annotations

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
from whoosh.formats import Existence

NAME = "natoread"
VERSION = f"13 of Whoosh {'.'.join(map(str, whoosh.__version__))}, {sys.byteorder}"
"""Of the fields, of what a word is and of the bytes: an index of another is built again."""

COLUMN = NumericColumn("I")
COLUMNS = ("number", "first", "last", "title", "words")
"""Which release of the library a document is, its first and last day, 0 where none is known, how
many telling words its title has, and how many words its body."""

WORDS = ("any", "title", "kind", "source", "by")
"""The fields of folded words."""

FACETS = ("kind", "source", "by", "month")
"""The facts of which the index also has each value as it stands, in the field `facet(name)`."""

NAMES = ("long", "short")
"""The fields of names: an acronym and its long name, and the other way round."""


def facet(name: str) -> str:
    """Return the field that holds the values of a facet."""
    return f"{name}_value"


def schema() -> Any:
    """Return the fields, of which only is known that a word is in them."""
    exists = FieldType(Existence(), None)
    return Schema(**dict.fromkeys([*WORDS, *map(facet, FACETS), *NAMES], exists))


class MappedStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """Opens index files as memory maps, so that only the pages read take memory."""

    def open_file(self, name: str, **options: Any) -> Any:
        """Open the file `name` of this folder for reading."""
        with Path(self.folder, name).open("rb") as file:
            if not os.fstat(file.fileno()).st_size:  # nothing can't be mapped
                return StructFile(BytesIO(), name=name, **options)
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return StructFile(mapped, name=name, **options)


def column(storage: MappedStorage, segment: Any, name: str) -> array[int]:
    """Return a column of a segment; Whoosh ends it early where the last documents have nothing."""
    path = Path(storage.folder, segment.codec().column_filename(segment, name))
    values = array("I", path.read_bytes() if path.exists() else b"")
    if sys.byteorder == "little":
        values.byteswap()
    values.extend([0] * (segment.doc_count_all() - len(values)))
    return values
