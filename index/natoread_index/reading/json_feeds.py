"""JSON Feed, versions 1 and 1.1: https://jsonfeed.org/version/1.1 names its members."""

import json
from typing import Any

from natoread_index.errors import Unreadable
from natoread_index.reading.feeds import Feed, Item, item, paragraphs
from natoread_index.reading.markup import text_of
from natoread_index.reading.sites import host_of, web_address

_VERSION = "jsonfeed.org/version/1"
_DAYS = (("date_published", "published"), ("date_modified", "updated"))


def json_feed(data: bytes, url: str | None, where: str) -> Feed:
    """Read a JSON Feed that came from `url`; raises `Unreadable` for any other JSON."""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError) as trouble:
        raise Unreadable(f"{url or where}: its JSON is broken ({trouble})") from trouble
    if not isinstance(read, dict) or _VERSION not in _said(read, "version"):
        raise Unreadable(f"{url or where}: JSON, but no JSON Feed")
    title = _said(read, "title") or host_of(url) or where
    listed = read.get("items")
    entries = listed if isinstance(listed, list) else []
    items = (_item(entry, title, url) for entry in entries if isinstance(entry, dict))
    return Feed(title, tuple(one for one in items if one.title))


def _item(entry: dict[str, Any], source: str, base: str | None) -> Item:
    html, plain = text_of(_text(entry, "content_html")).strip(), _text(entry, "content_text")
    texts = [text for text in (html, paragraphs(plain)) if text]
    link = _said(entry, "url") or _said(entry, "external_url")
    url = web_address(link, base) if link else None
    days = [(word, _said(entry, key)) for key, word in _DAYS]
    summary = paragraphs(_text(entry, "summary"))
    return item(_said(entry, "title"), url, texts, summary, source, days)


def _said(of: dict[str, Any], member: str) -> str:
    """Return a member in one line."""
    return " ".join(_text(of, member).split())


def _text(of: dict[str, Any], member: str) -> str:
    """Return a member that is a text; feeds that hold to no rule may have anything there."""
    value = of.get(member)
    return value if isinstance(value, str) else ""
