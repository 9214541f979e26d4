"""Files that are looked at before they are read, from start to end and once."""

from io import BufferedIOBase, BytesIO
from typing import IO, cast


def looked_at(file: IO[bytes], count: int) -> tuple[bytes, IO[bytes]]:
    """Return the first bytes of a file, and the file as it was before, to be read once."""
    head = file.read(count)
    if file.seekable():
        file.seek(0)
        return head, file
    return head, cast(IO[bytes], _Again(head, file))


class OneWay(BufferedIOBase):
    """A file that is read from its start to its end."""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes, fewer than `size` only at the end."""
        if size is None or size < 0:
            return b"".join(iter(lambda: self._next(1 << 20), b""))
        return self._next(size)

    read1 = read

    def _next(self, size: int) -> bytes:
        raise NotImplementedError


class _Again(OneWay):
    """A file whose first bytes were read already."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = BytesIO(head), rest

    def _next(self, size: int) -> bytes:
        head = self._head.read(size)
        return head + self._rest.read(size - len(head)) if len(head) < size else head
