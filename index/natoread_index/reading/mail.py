"""E-mails as releases: one message, saved as .eml, or a mailbox of many (mbox).

A newsletter is one release, titled by its subject, unless it is plainly a digest. Bulk mail has a
text part and an HTML part; the text is taken where it says as much. The day of sending is that of
the release, and who sent it is its source.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import IO

from natoread_index.errors import NoReleases, Unreadable
from natoread_index.parsing.recognition import recognise
from natoread_index.reading.letters import letters
from natoread_index.reading.pages import decoded
from natoread_index.reading.sites import web_address
from natoread_index.reading.told import told
from natoread_index.release import Release


def releases(file: IO[bytes], where: str = "mail") -> Iterator[Release]:
    """Yield the releases of a message or a mailbox in its order, holding one message at a time.

    Raises `NoReleases` if no message has a subject and a text, `Unreadable` for one of over 64 MB.
    """
    found = False
    for data in messages(file, where):
        for release in _releases(parsed(data, where)):
            found = True
            yield release
    if not found:
        raise NoReleases(where)


def messages(file: IO[bytes], where: str = "mail") -> Iterator[bytes]:
    """Yield the messages of a mailbox; a file that isn't one is one message."""
    lines: list[bytes] = []
    size, is_after_blank, is_mailbox = 0, True, None
    for line in file:
        if is_mailbox is None and line.strip():
            is_mailbox = bool(_FROM.match(line))
        if is_mailbox and is_after_blank and _FROM.match(line):
            yield from _whole(lines)
            lines, size = [], 0
        else:
            lines.append(line)
            size += len(line)
        if size > _LARGEST:
            raise Unreadable(f"{where}: a message of more than {_LARGEST >> 20} MB")
        is_after_blank = not line.strip()
    yield from _whole(lines)


def _whole(lines: list[bytes]) -> Iterator[bytes]:
    if any(map(bytes.strip, lines)):
        yield b"".join(_QUOTED_FROM.sub(rb"\1", line) for line in lines)


def parsed(data: bytes, where: str) -> Message:
    """Return the parts of a message; raises `Unreadable` if they lie too deep in each other."""
    try:
        return message_from_bytes(data)
    except RecursionError:
        raise Unreadable(f"{where}: a message whose parts lie too deep in each other") from None


def _releases(message: Message) -> Iterator[Release]:
    """Yield the release or releases of a message, and of messages that it passes on."""
    subject = _PREFIX.sub("", _header(message, "Subject"))
    source, dated = _source(message), told(_header(message, "Date"), "sent")
    url = web_address(_header(message, "Archived-At").strip("<>"))
    plain, html = _text(message, "text/plain"), _text(message, "text/html")
    for each in letters(subject, plain, html):
        yield recognise(each.title, each.body, source, url, dated).release
    for part in _parts(message):
        if part.get_content_type() == _MESSAGE:
            for passed_on in _inside(part):
                yield from _releases(passed_on)


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts of a message, each of which is a text, a file or another message."""
    if message.get_content_maintype() != "multipart":
        yield message
        return
    for part in _inside(message):
        yield from _parts(part)


def _inside(message: Message) -> list[Message]:
    parts = message.get_payload()
    return [part for part in parts if isinstance(part, Message)] if isinstance(parts, list) else []


def _text(message: Message, form: str) -> str:
    """Return the first part of a form that isn't a file."""
    for part in _parts(message):
        if part.get_content_type() == form and part.get_content_disposition() != "attachment":
            data = part.get_payload(decode=True)
            return decoded(data, _charset(part)) if isinstance(data, bytes) else ""
    return ""


def _charset(part: Message) -> str | None:
    said = part.get_param("charset")
    return said if isinstance(said, str) else None


def _header(message: Message, name: str) -> str:
    """Return a header on one line, its encoded words decoded as far as they can be."""
    headers = ((known.lower(), str(said)) for known, said in message.raw_items())
    said = next((said for known, said in headers if known == name.lower()), "")
    return " ".join((_raw(said) or _unencoded(said)).split())


def _raw(said: str) -> str:
    """Read a header that has bytes of a text, which it should not."""
    return "" if said.isascii() else decoded(said.encode("utf-8", "surrogateescape"))


def _unencoded(said: str) -> str:
    try:
        return str(make_header(decode_header(said)))
    except (HeaderParseError, LookupError, ValueError):
        return said


def _source(message: Message) -> str:
    name, address = parseaddr(_header(message, "From"))
    return _VIA.sub("", name).strip("\"' ") or address.partition("@")[2] or "mail"


_LARGEST = 64 << 20
_MESSAGE = "message/rfc822"
_FROM = re.compile(rb"From .{0,200}\d\d:\d\d.{0,200}\b(?:19|20)\d\d\b")
_QUOTED_FROM = re.compile(rb"^>(>*From )")
_PREFIX = re.compile(r"^(?:(?:re|fwd?|tr|wg|aw)\s*:\s*|\[[^\]]{1,60}\]\s*)+(?=\S)", re.IGNORECASE)
_VIA = re.compile(r"\s+(?:via|on behalf of)\s+.*$", re.IGNORECASE)
