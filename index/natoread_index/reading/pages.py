"""A web page as a release: its main text, title, day, address and source."""

import codecs
import re
from contextlib import suppress

from natoread_index.errors import NoReleases
from natoread_index.parsing.recognition import recognise
from natoread_index.reading.heads import Head
from natoread_index.reading.looks import Look
from natoread_index.reading.nato_int import NatoPage
from natoread_index.reading.trees import tree
from natoread_index.release import Release


def page(html: str, *, url: str | None = None, where: str = "page") -> Release:
    """Return the release that a page is; `url` is where it came from, if that is known.

    Raises `NoReleases` for a page without text or title.
    """
    root = tree(html)
    if root is None:
        raise NoReleases(where)
    head = Head(root, html, url)
    look = (NatoPage if NatoPage.is_shown_by(head) else Look)(root, head, html)
    title, body = _begun(look.title, look.body)
    if not title or not body:
        raise NoReleases(where)
    return recognise(title, body, look.source, head.url, look.dated).release


def _begun(title: str, body: str) -> tuple[str, str]:
    """Return both without the title in the first line, where that shows what it really is.

    So it is with pages that have no headings: what the title has more is the name of the site.
    """
    line, _, rest = body.partition("\n")
    if line and title.startswith(line) and _SITE.fullmatch(title, len(line)):
        return line, rest.lstrip("\n")
    return title, body


def decoded(data: bytes, charset: str | None = None) -> str:
    """Return the text of a page; `charset` is what HTTP said of it.

    A byte-order mark wins, then what is sound UTF-8 is that, whatever is said; then HTTP's word
    counts, then the page's own, and last cp1252. Never fails.
    """
    if mark := next((mark for mark in _MARKS if data.startswith(mark)), None):
        return data[len(mark) :].decode(_MARKS[mark], "replace")
    own = _CHARSET.search(data[:_HEAD])
    said = [name for name in (charset, own and own[1].decode()) if name]
    for name in ("utf-8", *map(_codec, said)):
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(name)
    return data.decode("cp1252", "replace")


def _codec(name: str) -> str:
    """Return the codec that browsers take for a name, which often says less than is there."""
    name = name.strip().strip("\"'").lower()
    return _WIDER.get(name.replace("_", "-"), name)


_SITE = re.compile(r"\s+[|–—·»-]\s+.{2,80}")
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # which begins as UTF-16 does
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_WIDER = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("ks-c-5601-1987", "euc-kr"), "cp949"),
    "iso-8859-9": "cp1254",
}
_CHARSET = re.compile(
    rb"<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_HEAD = 4096
