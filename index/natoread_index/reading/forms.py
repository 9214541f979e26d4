"""The forms in which releases come, and how each is recognised by its first bytes.

A name decides only where the bytes leave it open: a table without a heading that is known, a tar
archive from before its mark.
"""

import codecs
import re
from enum import Enum, auto
from pathlib import PurePosixPath

from natoread_index.reading.fields import Fields

HEAD = 64 * 1024
"""How many bytes of a file are looked at."""

BLANKS = b"\0 \t\r\n\xef\xbb\xbf"
"""Bytes that say nothing."""


class Form(Enum):
    """A closed set; what is none of the others may still be a text with releases."""

    EMPTY = auto()
    ZIP = auto()
    TAR = auto()
    COMPRESSED = auto()
    FEED = auto()
    FEED_LIST = auto()
    PAGE = auto()
    SAVED_PAGE = auto()
    MAIL = auto()
    JSON = auto()
    JSON_LINES = auto()
    TABLE = auto()
    MARKDOWN = auto()
    FOREIGN = auto()
    TEXT = auto()

    @classmethod
    def of(cls, head: bytes, name: str, fields: Fields) -> "Form":
        """Recognise a form by the first bytes of a file, whose `name` only breaks ties."""
        if not head.strip(BLANKS):
            return cls.EMPTY
        suffix = PurePosixPath(name).suffix.lower()
        return _by_bytes(head, suffix) or _by_text(_text(head), suffix, fields)


def compression(head: bytes) -> str:
    """Return the name of the way in which a file is compressed; empty if in none that is known."""
    return next((name for mark, name in _COMPRESSED.items() if head.startswith(mark)), "")


def foreign(head: bytes) -> str:
    """Return what a file is that can't be read; empty for what isn't known as such."""
    if _OFFICE.search(head[:_OFFICE_HEAD]):
        return "a file of an office program; save it as text"
    marked = (what for mark, what in _FOREIGN.items() if head.startswith(mark))
    return next(marked, "a film" if head[4:8] == b"ftyp" else "")


def is_picture(head: bytes) -> bool:
    """Whether a file is one of those that lie beside pages: pictures, letters, sound, film."""
    return foreign(head) in _BESIDE_PAGES


def _by_bytes(head: bytes, suffix: str) -> Form | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not foreign(head):
        return Form.ZIP
    if head[257:262] == b"ustar" or (suffix == ".tar" and b"\0" * 8 in head[:512]):
        return Form.TAR
    if compression(head):
        return Form.COMPRESSED
    is_xml = head.startswith(b"<?xml")
    return Form.FOREIGN if foreign(head) and not is_xml else None


def _by_text(text: str, suffix: str, fields: Fields) -> Form:
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] == "<":
        return _marked_up(start)
    if start[:1] in ("{", "["):
        return _json(start)
    if _FRONT_MATTER.match(start):
        return Form.MARKDOWN
    if headers := _HEADERS.match(start):
        related = re.search(r"multipart/related", headers[0], re.IGNORECASE)
        return Form.SAVED_PAGE if related else Form.MAIL
    if _MBOX.match(start):
        return Form.MAIL
    if fields.delimiter(start) or suffix in (".csv", ".tsv"):
        return Form.TABLE
    is_headed = suffix in _MARKDOWN or _HEADING.match(start)
    return Form.MARKDOWN if is_headed and not _PACKED.search(start) else Form.TEXT


def _marked_up(start: str) -> Form:
    """Tell a page from a feed by the first element; a tag may also begin a text."""
    element = _ELEMENT.match(_PROLOGUE.sub("", start))
    name = element[1].lower().rpartition(":")[2] if element else ""
    if name in _PAGE_ELEMENTS:
        return Form.PAGE
    if name in _FEED_ELEMENTS:
        return _FEED_ELEMENTS[name]
    return Form.FOREIGN if start.startswith("<?xml") else Form.TEXT


def _json(start: str) -> Form:
    """Tell JSON from a text whose first title begins with a bracket."""
    if not _JSON_START.match(start):
        return Form.TEXT
    first, end, _ = start.partition("\n")
    return Form.JSON_LINES if end and _is_object(first) else Form.JSON


def _is_object(line: str) -> bool:
    import json

    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _text(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head.decode("utf-16", "replace")
    else:
        text = head.replace(b"\0", b"").decode("utf-8", "replace")  # UTF-16 of English, too
    return text.replace("\r\n", "\n").replace("\r", "\n")


_COMPRESSED = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
}
_FOREIGN = {
    b"%PDF": "a PDF file; save it as text",
    b"<?xml": "an XML file that is no feed",
    b"{\\rtf": "a file of a word processor; save it as text",
    b"\xd0\xcf\x11\xe0": "a file of an office program; save it as text",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive; unpack it",
    b"Rar!": "a RAR archive; unpack it",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "sound, film or a picture",
    b"\0\0\1\0": "a picture",
    b"wOF": "letters for a screen",
    b"OTTO": "letters for a screen",
    b"ID3": "sound",
    b"OggS": "sound",
}
_BESIDE_PAGES = {"a picture", "sound, film or a picture", "letters for a screen", "sound", "a film"}
_OFFICE_HEAD = 4096
_OFFICE = re.compile(
    rb"PK.*(?:\[Content_Types\]\.xml|mimetypeapplication/(?:vnd\.oasis|epub)|META-INF/)", re.DOTALL
)
_PROLOGUE = re.compile(
    r"^(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b(?:[^>\[]|\[.*?\]\s*(?=>))*>)+",
    re.DOTALL | re.IGNORECASE,
)
_ELEMENT = re.compile(r"<([A-Za-z][\w:.-]*)")
_FEED_ELEMENTS = {"rss": Form.FEED, "feed": Form.FEED, "rdf": Form.FEED, "opml": Form.FEED_LIST}
_PAGE_ELEMENT_NAMES = (
    "html head body title meta link script style article main section header div p h1 h2 table"
    " center font span nav"
)
_PAGE_ELEMENTS = frozenset(_PAGE_ELEMENT_NAMES.split())
_JSON_START = re.compile(r'\{\s*(?:"|\})|\[\s*(?:\{|\])')
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(?:.*\n){0,200}?\1[ \t]*(?:\n|$)")
_NAMES = (
    "from to subject date message-id mime-version received return-path delivered-to content-type"
    " reply-to sender list-unsubscribe dkim-signature x-[a-z-]+ snapshot-content-location"
)
_HEADER = rf"(?:{'|'.join(_NAMES.split())}):.*\n(?:[ \t]+\S.*\n)*"
_HEADERS = re.compile(rf"(?:{_HEADER}){{3,}}", re.IGNORECASE)
_MBOX = re.compile(r"From \S.{0,200}\d\d:\d\d.{0,200}\n(?i:[\w-]+:)")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_HEADING = re.compile(r"#{1,3} +\S|\S.*\n={3,}[ \t]*(?:\n|$)")
_PACKED = re.compile(r"^Source:", re.MULTILINE)
