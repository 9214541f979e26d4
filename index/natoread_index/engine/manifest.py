"""A list of the index's files with their sizes and sums, written before Whoosh's own is.

Whoosh neither flushes nor sums what it writes: a block of zeros would be read as an answer.
"""

import json
import os
import zlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

_PREFIX = "manifest-"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one generation of an index is made of, and of which library.

    `files` holds the size in bytes and the CRC-32 of each file.
    """

    version: str
    library: str
    generation: int
    files: dict[str, tuple[int, int]]

    def write(self, folder: Path) -> None:
        """Put the manifest into `folder`, whole and on the disk."""
        path = folder / f"{_PREFIX}{self.generation}.json"
        partial = path.with_suffix(".part")
        with partial.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)

    def fits(self, folder: Path) -> bool:
        """Tell whether every file is there in its size."""
        sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.is_file()}
        return all(sizes.get(name) == size for name, (size, _) in self.files.items())

    def damaged(self, folder: Path) -> list[str]:
        """Return the files whose content is not what was written; reads all of them."""
        return [name for name, listed in self.files.items() if _measured(folder / name) != listed]


def read(folder: Path, generation: int) -> Manifest | None:
    """Return the manifest of one generation; `None` if there is none that can be read."""
    try:
        found = json.loads((folder / f"{_PREFIX}{generation}.json").read_text(encoding="utf-8"))
        found["files"] = {name: (size, crc) for name, (size, crc) in found["files"].items()}
        return Manifest(**found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remove_older(folder: Path, generation: int) -> None:
    """Remove the manifests of all generations but one."""
    for path in folder.glob(f"{_PREFIX}*"):
        if path.name != f"{_PREFIX}{generation}.json":
            path.unlink(missing_ok=True)


def measured(folder: Path, names: Collection[str]) -> dict[str, tuple[int, int]]:
    """Flush the named files to the disk and return the size and sum of each."""
    for name in names:
        with (folder / name).open("rb+") as file:
            os.fsync(file.fileno())
    return {name: _measured(folder / name) for name in names}


def _measured(path: Path) -> tuple[int, int]:
    size = crc = 0
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                size, crc = size + len(block), zlib.crc32(block, crc)
    except FileNotFoundError:
        return -1, 0
    return size, crc
