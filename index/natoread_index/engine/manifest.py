"""A list of the index's files with their sizes and sums, written before Whoosh's own is.

Whoosh neither flushes nor sums what it writes: a block of zeros would be read as an answer.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

_PREFIX = "manifest-"
Measure = tuple[int, int]
"""The size of a file in bytes, and its CRC-32."""
Measures = dict[str, Measure]
"""Of files, by their names."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one generation of an index is made of, and of which library.

    `addition` names the last addition to the library that was seen by who wrote the index.
    """

    version: str
    library: str
    addition: str
    generation: int
    files: Measures

    def write(self, folder: Path) -> None:
        """Put the manifest into `folder`, whole and on the disk: a line of JSON, and its sum."""
        path = path_of(folder, self.generation)
        partial = path.with_suffix(".part")
        with partial.open("w", encoding="utf-8") as file:
            file.write(_sealed(json.dumps(asdict(self))))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)

    def misfits(self, folder: Path) -> Iterator[str]:
        """Yield the files that are not there in their size."""
        return (name for name, (size, _) in self.files.items() if _size(folder / name) != size)

    def damaged(self, folder: Path, names: Iterable[str] | None = None) -> Iterator[str]:
        """Yield those of the named files, or of all, whose content is not what was written."""
        for name in self.files if names is None else names:
            if _measured(folder / name) != self.files[name]:
                yield name


def path_of(folder: Path, generation: int) -> Path:
    """Return where the manifest of one generation lies."""
    return folder / f"{_PREFIX}{generation}.json"


def read(folder: Path, generation: int) -> Manifest | None:
    """Return the manifest of one generation; `None` if there is none that can be read."""
    try:
        text = path_of(folder, generation).read_text(encoding="utf-8")
        line = text.partition("\n")[0]
        found = json.loads(line) if text == _sealed(line) else {}
        found["files"] = {name: (size, crc) for name, (size, crc) in found["files"].items()}
        return Manifest(**found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _sealed(line: str) -> str:
    return f"{line}\n{zlib.crc32(line.encode())}\n"


def written_at(folder: Path, generation: int) -> int:
    """Return when the manifest of a generation was written, in nanoseconds; 0 if there is none."""
    try:
        return path_of(folder, generation).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def remove_others(folder: Path, generation: int) -> None:
    """Remove the manifests of all generations but one."""
    for path in folder.glob(f"{_PREFIX}*"):
        if path != path_of(folder, generation):
            path.unlink(missing_ok=True)


def measured(folder: Path, names: Collection[str]) -> dict[str, Measure]:
    """Flush the named files to the disk and return the measure of each."""
    for name in names:
        with (folder / name).open("rb+") as file:
            os.fsync(file.fileno())
    return {name: _measured(folder / name) for name in names}


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1


def _measured(path: Path) -> Measure:
    size = crc = 0
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                size, crc = size + len(block), zlib.crc32(block, crc)
    except FileNotFoundError:
        return -1, 0
    return size, crc
