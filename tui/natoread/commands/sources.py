"""Texts to add: files, folders, patterns that the shell left alone, and stdin."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from glob import glob
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from natoread_index import Unreadable
from natoread_index.reading.encodings import Decoded

STDIN = "-"


def files(paths: Iterable[str]) -> list[str]:
    """The texts that `paths` stand for, each once; what stands for none is left as it is."""
    return list(dict.fromkeys(file for path in paths for file in _files(path)))


def size(path: str) -> int:
    """Bytes of a text, as far as that can be known before it is read."""
    try:
        return 0 if path == STDIN else Path(path).stat().st_size
    except OSError:
        return 0


def lines(path: str, tick: Callable[[int], object]) -> Iterator[str]:
    """Read a text as its lines are taken; `tick` is told of the bytes.

    Raises `Unreadable` for what can't be opened or read, or is no text.
    """
    try:
        with _opened(path) as file:
            for line in Decoded(file, path):
                tick(len(line.encode()) + 1)
                yield line
    except OSError as failure:
        raise Unreadable(f"{path}: {_reason(failure)}") from failure


def _files(path: str) -> list[str]:
    here = Path(path)
    if here.is_dir():
        return _inside(here) or [path]
    if path == STDIN or here.exists():
        return [path]
    matches = sorted(glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute one
    return [file for match in matches for file in _files(match)] or [path]


def _inside(folder: Path) -> list[str]:
    texts = (file for file in folder.rglob("*") if file.suffix.lower() == ".txt")
    return sorted(str(file) for file in texts if file.is_file())


def _opened(path: str) -> IO[bytes]:
    """A file; or all of stdin, so that nobody waits for a slow one while the library is locked."""
    if path != STDIN:
        return Path(path).open("rb")
    kept = TemporaryFile()  # noqa: SIM115 - whoever reads the lines closes it
    shutil.copyfileobj(sys.stdin.buffer, kept)
    kept.seek(0)
    return kept


def _reason(failure: OSError) -> str:
    if isinstance(failure, IsADirectoryError):
        return "no text file (*.txt) in this folder"
    return failure.strerror or str(failure)
