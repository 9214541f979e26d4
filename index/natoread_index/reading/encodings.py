"""The lines of a text in any encoding, as a stream.

The encoding is decided on the first million bytes: by a mark, by the NULs of UTF-16, as UTF-8 where
most of what isn't ASCII is, as cp1252 where that gives words of Western languages, and else as
charset-normalizer guesses. Bytes further on that don't fit are read as cp1252 and counted.
"""

import codecs
import re
from collections.abc import Iterator
from typing import IO

from natoread_index.errors import Unreadable
from natoread_index.reading.repairs import is_sound, mended

_HEAD = 1 << 20
_CHUNK = 1 << 20
_LONGEST_LINE = 1 << 24
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # which begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r*\n|\r")
_RARE_LINE_END = re.compile("[\u2028\u2029\x85\v]")
_CONTROLS = bytes({*range(32)} - set(b"\t\n\v\f\r\x1a\x1b"))
_ESCAPED = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile(r"[^\0-\x7f]")
_UNLIKELY = re.compile(
    r"[À-ÖØ-öø-ÿ]{3}|[^\0-\x7f]{6,}"  # another alphabet
    r"|[a-z][À-ÖØ-Þ]|[A-Za-z][¡-©«¬®-±´-¸»¼-¿×÷€†‡ˆ‰‹\udc80-\udcff]+[A-Za-z]"
    r"|[a-z][¹³]|£[a-z]|œ[^\Wiu]"  # Polish
)
_MOST_UNLIKELY = 0.05
_TWO_BYTES_WIDE = 0.05
_FEW, _BINARY = 3, 0.01  # control characters, and what part of a text they may be
_GUESSES = (
    "cp1250 cp1251 cp1253 cp1254 cp1257 iso8859_2 koi8_r koi8_u mac_roman mac_cyrillic"
    " cp437 cp850 cp866 gb18030 big5 shift_jis euc_jp euc_kr cp1255 cp1256"
)


class Decoded:
    """The lines of a text in any encoding, without their ends.

    Iterating reads the file, once. `encoding` is known from the start, `repaired` counts the lines
    mended so far. Raises `Unreadable` where bytes are no text; `where` names the text in it.
    """

    def __init__(self, file: IO[bytes], where: str = "text") -> None:
        self.repaired = 0
        self._file, self._where = file, where
        self._head = file.read(_HEAD)
        self.encoding = encoding_of(self._head, where)

    def __iter__(self) -> Iterator[str]:
        for lines in self._runs():
            if is_sound("\n".join(lines)):
                yield from lines
            else:
                yield from map(self._mended, lines)

    def _runs(self) -> Iterator[list[str]]:
        """Yield the whole lines of each chunk; an end of `\\r\\n` may be on two of them."""
        ends_rarely, rest = None, ""
        for text in self._texts():
            if ends_rarely is None:
                ends_rarely = not _LINE_END.search(text)
            text = rest + text
            whole = text.rstrip("\r")
            *lines, rest = _lines(whole, ends_rarely=ends_rarely)
            rest += text[len(whole) :]
            if len(rest) > _LONGEST_LINE:
                raise Unreadable(f"{self._where}: a line of more than 16 million characters")
            yield lines
        yield [rest.rstrip("\r")] if rest else []

    def _texts(self) -> Iterator[str]:
        of_bytes = _is_of_bytes(self.encoding)
        errors = "surrogateescape" if of_bytes else "replace"
        decoder = codecs.getincrementaldecoder(self.encoding)(errors)
        chunk = self._head
        while chunk:
            yield decoder.decode(chunk)
            chunk = self._file.read(_CHUNK)
            if of_bytes:
                _refuse_binary(chunk, self._where)
        yield decoder.decode(b"", final=True)

    def _mended(self, line: str) -> str:
        sound = mended(line)
        self.repaired += sound != line
        return sound


def encoding_of(head: bytes, where: str = "text") -> str:
    """Tell the encoding of a text by its first bytes, as the name of a codec."""
    if marked := next((name for mark, name in _MARKS if head.startswith(mark)), None):
        return marked
    if wide := _wide(head):
        return wide
    _refuse_binary(head, where)
    return "utf-8" if _is_utf8(head) else _of_bytes(head)


def _refuse_binary(chunk: bytes, where: str) -> None:
    controls = len(chunk) - len(chunk.translate(None, _CONTROLS))
    if controls > max(_FEW, len(chunk) * _BINARY):
        raise Unreadable(f"{where}: not a text")


def _wide(head: bytes) -> str | None:
    """Return UTF-16 if its NULs are there, all on one side."""
    head = head[: len(head) // 2 * 2]
    high, low = head[0::2].count(0), head[1::2].count(0)
    if high + low <= len(head) * _TWO_BYTES_WIDE or min(high, low) * 100 > max(high, low):
        return None
    return "utf-16-be" if high > low else "utf-16-le"


def _is_utf8(head: bytes) -> bool:
    """Whether most of what isn't ASCII is UTF-8."""
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(head)
    return len(_ESCAPED.findall(text)) * 2 <= len(_NOT_ASCII.findall(text))


def _of_bytes(head: bytes) -> str:
    lines = b"\n".join(line for line in head.splitlines() if not line.isascii())[:_SAMPLE]
    text = lines.decode("cp1252", "surrogateescape")
    unlikely = max(len(_UNLIKELY.findall(text)), len(_ESCAPED.findall(text)))
    if unlikely <= len(_NOT_ASCII.findall(text)) * _MOST_UNLIKELY:
        return "cp1252"
    from charset_normalizer import from_bytes  # takes 50 ms, and few texts are so old

    guesses = from_bytes(lines, cp_isolation=_GUESSES.split())
    best = min(guesses, key=lambda guess: len(_UNLIKELY.findall(str(guess))), default=None)
    return best.encoding if best else "cp1252"


def _is_of_bytes(encoding: str) -> bool:
    """Whether the bytes that an encoding doesn't know may be told from those that it does."""
    return encoding in ("utf-8", "utf-8-sig") or encoding.startswith(("cp125", "iso", "koi", "mac"))


def _lines(text: str, *, ends_rarely: bool) -> list[str]:
    """Split a text at the usual ends of lines, or at others where it has none of these."""
    if ends_rarely:
        text = _RARE_LINE_END.sub("\n", text)
    return _LINE_END.split(text) if "\r" in text else text.split("\n")
