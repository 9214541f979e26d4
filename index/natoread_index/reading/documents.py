"""The one way in: from any file to the documents in it.

A file is one document, but for archives, which hold many; those and compressed files are followed
inwards. What lies beside pages, such as pictures and styles, is passed over in silence inside
archives, as it is inside folders.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

from natoread_index.errors import Unreadable
from natoread_index.reading.beside import is_beside
from natoread_index.reading.document import Document
from natoread_index.reading.fields import Fields
from natoread_index.reading.forms import BLANKS, HEAD, Form, compression, is_picture
from natoread_index.reading.limits import MOST_LEVELS, Limits
from natoread_index.reading.readers import READERS
from natoread_index.reading.streams import looked_at
from natoread_index.release import Release

_PACKED = re.compile(r"\.(?:gz|bz2|xz|zst)$", re.IGNORECASE)
_EVERY_NAME = Fields()
_REVISION = 1
"""To be raised where files that were taken should be read again, as by a better reader."""


def documents(
    file: IO[bytes], name: str, stamp: str = "", size: int = 0, fields: Fields = _EVERY_NAME
) -> Iterator[Document]:
    """Yield the documents in a file of `size` bytes, each to be read before the next is asked for.

    One that can't be read is yielded all the same, and says so when it is read.
    """
    return _Inward(fields, Limits(name, size)).documents(lambda: file, name, stamp)


@dataclass
class _Inward:
    """The way from a file to what is packed in it, level by level."""

    fields: Fields
    limits: Limits

    def documents(
        self, opened: Callable[[], IO[bytes]], name: str, stamp: str, level: int = 0
    ) -> Iterator[Document]:
        try:
            head, file = looked_at(opened(), HEAD, BLANKS)
            form = Form.of(head, _PACKED.sub("", name), self.fields)
            if form in (Form.ZIP, Form.TAR, Form.COMPRESSED):
                yield from self._packed(form, head, file, name, stamp, level + 1)
            elif level == 0 or not is_picture(head):
                yield Document(
                    name,
                    self._stamp(stamp),
                    READERS.get(form, READERS[Form.TEXT]),
                    file,
                    self.fields,
                )
        except Unreadable as trouble:
            yield Document(name, "", partial(_unreadable, trouble))

    def _stamp(self, stamp: str) -> str:
        """Return what changes, too, if the same bytes would be read in another way."""
        return f"{stamp} {_REVISION} {self.fields.said}" if stamp else ""

    def _packed(
        self, form: Form, head: bytes, file: IO[bytes], name: str, stamp: str, level: int
    ) -> Iterator[Document]:
        from natoread_index.reading.archives import inside_tar, inside_zip, unpacked

        if level > MOST_LEVELS:
            raise Unreadable(f"{name}: packed more than {MOST_LEVELS} times over")
        if form is Form.COMPRESSED:
            inner = unpacked(file, compression(head), name, self.limits)
            yield from self.documents(lambda: inner, name, stamp, level)
            return
        for member in (inside_zip if form is Form.ZIP else inside_tar)(file, name, self.limits):
            path = f"{name}/{member.path}"
            if not is_beside(member.path):
                yield from self.documents(member.open, path, member.stamp, level)
            if self.limits.exceeded:
                return


def _unreadable(trouble: Unreadable, _document: Document, _skip: int) -> Iterator[Release]:
    raise trouble
