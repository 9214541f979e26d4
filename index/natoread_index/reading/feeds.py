"""Feeds: RSS 0.9 to 2.0, RDF and Atom, JSON Feed, and lists of them (OPML).

feedparser reads those in XML, broken XML too. Entities that a feed declares are left as they stand,
so none can grow, and nothing outside the feed is read.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from natoread_index.errors import Unreadable
from natoread_index.reading.sites import host_of, web_address
from natoread_index.reading.told import told

if TYPE_CHECKING:
    from natoread_index.dates import Dated
    from natoread_index.release import Release

_LARGEST = 64 * 1024 * 1024
_WHOLE_FROM = 1500
"""Characters of a summary from which on it is the text itself, if it has paragraphs."""
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[\W*\]|(?:read|view|see) (?:more|in full)\W*)$", re.IGNORECASE)
_NO_TEXTS = ("attachment", "nav_menu_item", "wp_global_styles", "wp_navigation", "custom_css")
"""What else WordPress exports beside what was published."""
_DAYS = (("published", "published"), ("updated", "updated"), ("created", "made"))
_APPEARED = re.compile(r"\n*The post .{1,500} appeared first on .{1,200}\.\s*$", re.DOTALL)
"""What WordPress adds below each item."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed has of one release; if it isn't `whole`, `body` is only a teaser."""

    url: str | None
    title: str
    body: str
    source: str
    dated: Dated | None
    whole: bool

    def release(self) -> Release:
        """Make a release of what the feed has of it."""
        from natoread_index.parsing.recognition import recognise  # 50 ms of expressions

        return recognise(self.title, self.body, self.source, self.url, self.dated).release


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it stood; `items` in its order, which is newest first as a rule."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed that a list of feeds names."""

    title: str
    url: str


def feed(data: bytes, url: str | None = None, where: str = "feed") -> Feed:
    """Read a feed that came from `url`, to which its links are relative; `where` is its name.

    Raises `Unreadable` for what is none, or is larger than 64 MB.
    """
    if len(data) > _LARGEST:
        raise Unreadable(f"{url or where}: more than {_LARGEST >> 20} MB are no feed")
    if is_json(data):
        from natoread_index.reading.json_feeds import json_feed

        return json_feed(data, url, where)
    return _xml_feed(data, url, where)


def _xml_feed(data: bytes, url: str | None, where: str) -> Feed:
    import feedparser  # takes 60 ms, for this form alone

    read = feedparser.parse(
        BytesIO(data),
        response_headers={"content-location": url or ""},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not read.get("version") and not read.entries:
        raise Unreadable(f"{url or where}: no RSS, Atom or JSON feed")
    title = _title(read.feed) or host_of(url) or where
    entries = (entry for entry in read.entries if entry.get("wp_post_type") not in _NO_TEXTS)
    items = (_item(entry, title, url) for entry in entries)
    return Feed(title, tuple(one for one in items if one.title))


def is_json(data: bytes) -> bool:
    """Whether a feed is no XML, but an object of JSON."""
    return data.removeprefix(BOM_UTF8).lstrip().startswith(b"{")


def item(
    title: str,
    url: str | None,
    texts: Sequence[str],
    summary: str,
    source: str,
    days: Iterable[tuple[str, str]],
) -> Item:
    """Make an item of what a feed says of it: its body is the longest text.

    `days` are texts, each behind the word for what it is the day of; the first that can be read
    counts.
    """
    body = max([*texts, summary], key=len)
    whole = bool(texts and max(texts, key=len) == body) or _is_long(summary)
    dated = next(filter(None, (told(text, word) for word, text in days)), None)
    is_all = bool(body) and whole and not _CUT_OFF.search(body)
    return Item(url, title or body.partition("\n")[0][:200], body, source, dated, is_all)


def paragraphs(text: str) -> str:
    """Return a plain text with one empty line between two paragraphs."""
    return "\n\n".join(filter(None, map(str.strip, re.split(r"\n\s*\n", text))))


def listed(data: bytes) -> tuple[Listed, ...]:
    """Return the feeds that an OPML file lists, each once; empty for what is none."""
    from xml.parsers.expat import ExpatError, ParserCreate

    found: dict[str, Listed] = {}

    def start(_name: str, attributes: dict[str, str]) -> None:
        if url := attributes.get("xmlUrl") or attributes.get("xmlurl"):
            title = attributes.get("title") or attributes.get("text") or url
            found.setdefault(url, Listed(" ".join(title.split()), url))

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError):
        return tuple(found.values())  # as far as it is sound
    return tuple(found.values())


def _refuse(*_: object) -> None:
    raise ValueError("a list of feeds declares no entities")


def _item(entry: dict[str, Any], source: str, base: str | None) -> Item:
    url = web_address(entry["link"], base) if entry.get("link") else None
    texts = [_text_of(part) for part in entry.get("content") or ()]
    summary = _text_of(entry.get("summary_detail") or {})
    days = [(word, entry[key]) for key, word in _DAYS if key in entry]
    of = _title(entry.get("source", {})) or source
    return item(_title(entry), url, texts, summary, of, days)


def _title(of: dict[str, Any]) -> str:
    """Return the title of a feed or an item in one line."""
    text = of.get("title") or ""
    if "html" in (of.get("title_detail") or {}).get("type", ""):
        text = _text(text)
    return " ".join(text.split())


def _is_long(summary: str) -> bool:
    return len(summary) >= _WHOLE_FROM and "\n\n" in summary


def _text_of(part: dict[str, Any]) -> str:
    value = part.get("value") or ""
    plain = part.get("type") == "text/plain"
    return _APPEARED.sub("", paragraphs(value) if plain else _text(value)).strip()


def _text(html: str) -> str:
    from natoread_index.reading.markup import text_of

    return text_of(html).strip()
