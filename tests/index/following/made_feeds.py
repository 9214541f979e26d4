"""Feeds and pages as sites make them."""

import json
from html import escape
from typing import NamedTuple

LONG = "The Allies agreed that deterrence needs more air defence than they have today. "


class Entry(NamedTuple):
    """An item of a feed."""

    title: str
    url: str = ""
    teaser: str = ""
    text: str = ""


def rss(*entries: Entry, title: str = "NATO news") -> str:
    """A feed, newest first."""
    items = "".join(map(_item, entries))
    named = 'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f"<rss {named}><channel><title>{title}</title>{items}</channel></rss>"
    )


def json_feed(*entries: Entry, title: str = "NATO news") -> str:
    """The same as JSON Feed."""
    items = [
        {
            "id": entry.url or entry.title,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.teaser,
            "content_html": entry.text,
            "date_published": "2024-05-28T10:00:00Z",
        }
        for entry in entries
    ]
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": title, "items": items})


def _item(entry: Entry) -> str:
    text = f"<content:encoded>{escape(entry.text)}</content:encoded>" if entry.text else ""
    return (
        f"<item><title>{escape(entry.title)}</title><link>{escape(entry.url)}</link>"
        f"<description>{escape(entry.teaser)}</description>{text}"
        "<pubDate>Tue, 28 May 2024 10:00:00 GMT</pubDate></item>"
    )


def whole(number: int, url: str = "") -> Entry:
    """An item with its text."""
    title = f"Release number {number} of the Alliance"
    return Entry(title, url, text=f"<p>{LONG}</p><p>This is text {number}.</p>")


def teaser(number: int, url: str) -> Entry:
    """An item of which the text is elsewhere."""
    return Entry(f"Release number {number} of the Alliance", url, f"Teaser {number} of it…")


def article(number: int) -> str:
    """The page of an item."""
    title = f"Release number {number} of the Alliance"
    text = f"<p>{LONG}{LONG}{LONG}</p><p>{LONG}This is page {number}. {LONG}</p>"
    return (
        f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<main><article><h1>{title}</h1>{text}</article></main></body></html>"
    )


def named(number: int) -> str:
    """A title that tells the entry from its sisters."""
    return f"Release number {number} of the Alliance"
