"""Compressed files and archives, read as streams: nothing gets on the disk under its name."""

import bz2
import gzip
import lzma
import shutil
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from types import ModuleType
from typing import IO, Any, NamedTuple

from natoread_index.errors import Unreadable
from natoread_index.reading.limits import Limits
from natoread_index.reading.streams import OneWay, buffered

_ENCRYPTED = 0x1
_DAMAGE = (
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,  # a way of packing that Python doesn't know
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)


class Member(NamedTuple):
    """A file in an archive: where it is said to lie, what changes if it does, and its bytes.

    `open` raises `Unreadable`, and so does what it opens.
    """

    path: str
    stamp: str
    open: Callable[[], IO[bytes]]


@contextmanager
def reasons(where: str) -> Iterator[None]:
    """Turn what is wrong with packed bytes into an `Unreadable` that names the file."""
    try:
        yield
    except (*_DAMAGE, _zstd().ZstdError) as failure:
        raise Unreadable(f"{where}: damaged ({failure or type(failure).__name__})") from failure


class Metered(OneWay):
    """What comes out of packed bytes, as far as `limits` allow; damage is an `Unreadable`."""

    def __init__(self, file: IO[bytes], where: str, limits: Limits) -> None:
        self._file, self._where, self._limits = file, where, limits

    def next(self, most: int) -> bytes:
        """Return what is unpacked next; raises `Unreadable`."""
        with reasons(self._where):
            chunk = self._file.read(most)
        self._limits.spend(len(chunk))
        return chunk


def unpacked(file: IO[bytes], by: str, where: str, limits: Limits) -> IO[bytes]:
    """Return the bytes of a file compressed `by` gzip, bzip2, xz or zstd, to be read once."""
    with reasons(where):
        return _metered(_OPENERS[by](file), where, limits)


def inside_zip(file: IO[bytes], where: str, limits: Limits) -> Iterator[Member]:
    """Yield the files of a zip archive, each to be read before the next is asked for."""
    with ExitStack() as until_read:
        if not file.seekable():
            file = _copied(file, until_read.enter_context(TemporaryFile()))
        with reasons(where):
            archive = zipfile.ZipFile(file)
        for info in archive.infolist():
            limits.enter()
            if not info.is_dir():
                path = _relative(info.filename)
                opened = partial(_opened, archive, info, f"{where}/{path}", limits)
                yield Member(path, f"{info.file_size} {info.CRC:08x}", opened)


def inside_tar(file: IO[bytes], where: str, limits: Limits) -> Iterator[Member]:
    """Yield the files of a tar archive, each to be read before the next is asked for."""
    with reasons(where):
        archive = tarfile.open(fileobj=file, mode="r|")  # noqa: SIM115 - nothing to close
    while info := _next(archive, where):
        limits.enter()
        if info.isreg():
            path = _relative(info.name)
            opened = partial(_extracted, archive, info, f"{where}/{path}", limits)
            yield Member(path, f"{info.size} {int(info.mtime)}", opened)


def _next(archive: tarfile.TarFile, where: str) -> tarfile.TarInfo | None:
    with reasons(where):
        return archive.next()


def _opened(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, limits: Limits
) -> IO[bytes]:
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable(f"{where}: encrypted; unpack it with its password")
    with reasons(where):
        return _metered(archive.open(info), where, limits)


def _extracted(
    archive: tarfile.TarFile, info: tarfile.TarInfo, where: str, limits: Limits
) -> IO[bytes]:
    with reasons(where):
        return _metered(archive.extractfile(info), where, limits)


def _metered(file: Any, where: str, limits: Limits) -> IO[bytes]:
    return buffered(Metered(file, where, limits))


def _copied(file: IO[bytes], copy: IO[bytes]) -> IO[bytes]:
    """Return a copy that can be read from anywhere."""
    shutil.copyfileobj(file, copy)
    copy.seek(0)
    return copy


def _relative(name: str) -> str:
    """Return the name of a member, without what would lead out of its archive."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "..", ".")) or "unnamed"


def _zstd() -> ModuleType:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd


_OPENERS: dict[str, Callable[[IO[bytes]], Any]] = {
    "gzip": gzip.open,
    "bzip2": bz2.open,
    "xz": lzma.open,
    "zstd": lambda file: _zstd().open(file),
}
