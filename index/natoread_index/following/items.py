"""The items of feeds: which is which, how they wait, and how they become releases."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from natoread_index.dates import Basis, Dated
from natoread_index.errors import NoReleases, NotFetched, Refused, Unreadable
from natoread_index.reading.feeds import Feed, Item, feed, is_json
from natoread_index.reading.sites import host_of, web_address
from natoread_index.words import folded

if TYPE_CHECKING:
    from natoread_index.following.web import Answer
    from natoread_index.release import Release

_END = re.compile(rb"</\s*(?:rss|feed|(?:\w+:)?RDF)\s*>", re.IGNORECASE)
_ALTERNATE = re.compile(
    r"<link\b[^>]+application/(?:(?:rss|atom)\+xml|feed\+json)[^>]*>", re.IGNORECASE
)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LARGEST_PAGE = 4 << 20


def feed_of(answer: Answer) -> Feed:
    """Read what was fetched as a feed; raises `Unreadable`, and `NotFetched` for a part of one."""
    if is_json(answer.data) and not answer.data.rstrip().endswith(b"}"):
        raise _cut(answer)
    try:
        found = feed(answer.data, answer.url)
    except Unreadable as trouble:
        if named := _feed_named_in(answer):
            raise Unreadable(f"{answer.url}: a web page, whose feed is {named}") from trouble
        raise
    if not is_json(answer.data) and not _END.search(answer.data.replace(b"\0", b"")):
        raise _cut(answer)
    return found


def _cut(answer: Answer) -> NotFetched:
    return NotFetched(f"{answer.url}: the feed ended before its end")


def _feed_named_in(answer: Answer) -> str | None:
    """Return the address of the feed that a web page names as its own."""
    text = answer.data.decode(errors="replace")
    link = _ALTERNATE.search(text)
    href = link and _HREF.search(link[0])
    return web_address(unescape(href[1]), answer.url) if href else None


def release_of(item: Item, answer: Answer) -> Release:
    """Read the page of an item, which may leave source and day to the feed.

    Raises `Refused` where that is no page, or none of this item.
    """
    from natoread_index.reading.pages import decoded, page  # extracting text takes 300 ms to import

    kind, _, charset = answer.headers.get("content-type", "").partition(";")
    if kind.strip() and "html" not in kind.lower():
        raise Refused(f"{answer.url}: no web page ({kind.strip()})")
    if len(answer.data) > _LARGEST_PAGE:
        raise Refused(f"{answer.url}: more than {_LARGEST_PAGE >> 20} MB are no page")
    html = decoded(answer.data, charset.partition("charset=")[2].partition(";")[0] or None)
    try:
        release = page(html, url=answer.url, where=answer.url)
    except NoReleases as trouble:
        raise Refused(f"{answer.url}: no text found in this page") from trouble
    if not _is_about(release, item):
        raise Refused(f"{answer.url}: this page is not the one that the feed speaks of")
    says_source = release.source != host_of(release.url)
    source = release.source if says_source else item.source
    return replace(release, source=source, dated=release.dated or item.dated)


def _is_about(release: Release, item: Item) -> bool:
    """Tell the text of an item from what sites show instead, such as a request to log in.

    It has at least half of the words of the item's title, and is no shorter than the teaser.
    """
    named = set(folded(item.title))
    here = named & set(folded(f"{release.title} {release.body}"))
    return 2 * len(here) >= len(named) and len(release.body) >= len(item.body) // 2


def key(item: Item) -> str:
    """Tell one item from every other of its feed; a text that changed makes it another one.

    A teaser that changed doesn't: some say how often it was read.
    """
    said = (item.url or "", item.title, item.body if item.whole else "")
    return hashlib.blake2b("\0".join(said).encode(errors="replace"), digest_size=16).hexdigest()


def packed(item: Item) -> str:
    """Write all that is known of an item as JSON."""
    return json.dumps(asdict(item), default=date.isoformat)


def unpacked(told: str) -> Item:
    """Read what `packed` wrote."""
    said = json.loads(told)
    if dated := said["dated"]:
        days = {name: date.fromisoformat(dated[name]) for name in ("first", "last")}
        said["dated"] = Dated(**{**dated, **days, "basis": Basis(dated["basis"])})
    return Item(**said)
