"""What to add: files, folders, patterns that the shell left alone, and stdin."""

import os
import shutil
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from glob import glob
from io import BufferedReader, FileIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from natoread_index import Unreadable, is_beside

if TYPE_CHECKING:
    from typing_extensions import Buffer

STDIN = "-"
_PIECE = 1 << 18

Tick = Callable[[int], object]
"""Is told of bytes as they are read."""


def files(paths: Iterable[str]) -> list[str]:
    """The files that `paths` stand for, each once for all links; what stands for none is left."""
    found = [file for path in paths for file in _files(path)]
    first = {file if file == STDIN else os.path.realpath(file): file for file in reversed(found)}
    return list(reversed(first.values()))


def size(path: str) -> int:
    """Bytes of a file, as far as that can be known before it is read."""
    try:
        return 0 if path == STDIN else Path(path).stat().st_size
    except OSError:
        return 0


def stamp(path: str) -> str:
    """What changes if a file does; nothing for what can be read only once."""
    try:
        known = Path(path).stat()
    except OSError:
        return ""
    return f"{known.st_size} {known.st_mtime_ns}" if Path(path).is_file() else ""


def opened(path: str, tick: Tick) -> IO[bytes]:
    """Open a file, whose bytes `tick` is told of as they are read.

    Of stdin all is read at once, so that nobody waits for a slow one while the library is locked.
    Raises `Unreadable`.
    """
    try:
        return _spooled() if path == STDIN else BufferedReader(_Ticking(path, tick), _PIECE)
    except OSError as failure:
        raise Unreadable(f"{path}: {_reason(failure, path)}") from failure


class _Ticking(FileIO):
    """A file that tells how much of it is read for the first time."""

    def __init__(self, path: str, tick: Tick) -> None:
        super().__init__(path)
        self._path, self._tick = path, tick
        self._furthest, self._at = 0, 0

    def readinto(self, buffer: "Buffer", /) -> int | None:
        """Read on, and tell; raises `Unreadable`."""
        try:
            count = super().readinto(buffer)
        except OSError as failure:
            raise Unreadable(f"{self._path}: {_reason(failure, self._path)}") from failure
        self._at += count or 0
        if self._at > self._furthest:
            self._tick(self._at - self._furthest)
            self._furthest = self._at
        return count

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place in the file."""
        self._at = super().seek(offset, whence)
        return self._at


def _files(path: str) -> list[str]:
    here = Path(path)
    if here.is_dir():
        return list(_inside(path)) or [path]
    if path == STDIN or os.path.lexists(path):
        return [path]
    return _matching(path) or [path]


def _matching(pattern: str) -> list[str]:
    """The files and the contents of the folders that a pattern finds."""
    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob is never absolute
    files = (_inside(match) if Path(match).is_dir() else [match] for match in matches)
    return [file for file in chain.from_iterable(files) if _may_be_read(Path(file))]


def _may_be_read(path: Path) -> bool:
    """Whether to read what was not named: no pipe, on which one may wait for ever.

    Links that lead nowhere and folders that are closed are tried, to be named as failed.
    """
    return path.is_file() or path.is_dir() or not path.exists()


def _inside(folder: str) -> Iterator[str]:
    """Yield the files in a folder and below that may hold releases, and folders that are closed."""
    closed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not _is_passed_over(name, names))
        paths = (Path(here, name) for name in sorted(names) if not is_beside(name))
        yield from (str(path) for path in paths if _may_be_read(path) and not path.is_dir())
    yield from (str(error.filename) for error in closed)


def _is_passed_over(folder: str, names: Container[str]) -> bool:
    """Whether a folder is hidden, or one in which a browser saved what belongs to a page."""
    page = folder.removesuffix("_files")
    return is_beside(folder) or (
        page != folder and any(f"{page}{suffix}" in names for suffix in (".html", ".htm"))
    )


def _spooled() -> IO[bytes]:
    if sys.stdin is None:
        raise Unreadable(f"{STDIN}: stdin is closed")
    kept = TemporaryFile()  # noqa: SIM115 - it goes with the last who holds it
    shutil.copyfileobj(sys.stdin.buffer, kept)
    kept.seek(0)
    return kept


def _reason(failure: OSError, path: str) -> str:
    if isinstance(failure, IsADirectoryError):
        return "no file to read in this folder"
    if isinstance(failure, FileNotFoundError) and Path(path).is_symlink():
        return "a link to nothing"
    if isinstance(failure, FileNotFoundError) and any(sign in path for sign in "*?["):
        return "no file matches"
    return failure.strerror or str(failure)
