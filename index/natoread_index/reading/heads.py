"""What a page says of itself: in its head, in data for machines (JSON-LD), in its address."""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from natoread_index.dates import Dated
from natoread_index.reading.sites import host_of, web_address
from natoread_index.reading.told import told
from natoread_index.reading.trees import squeezed, words_of

Data = dict[str, Any]


class Head:
    """A page's own words on its title, day, address and publisher."""

    def __init__(self, root: HtmlElement, html: str, url: str | None) -> None:
        self._root = root
        self._metas = _metas(root)
        self._data = list(_data(root))
        self.url = _address(root, self._metas, html, url)
        self.host = host_of(self.url)
        self.site = self._site()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles that the page gives itself, the most careful first."""
        told_of = (
            squeezed(unescape(str(thing["headline"])))
            for thing in self._data
            if "headline" in thing
        )
        named = (self._metas[name] for name in _TITLES if name in self._metas)
        return (*told_of, *named, *map(words_of, self._root.iter("title")))

    @property
    def source(self) -> str:
        """Who publishes it: its site by name, else its host."""
        return self.site or self.host or "web page"

    @property
    def dated(self) -> Dated | None:
        """The day on which it says that it was published."""
        said = [self._metas[name] for name in _DAYS if name in self._metas]
        said += [str(thing[key]) for key in _DATA_DAYS for thing in self._data if key in thing]
        return next(filter(None, map(told, said)), None)

    @property
    def day_in_address(self) -> Dated | None:
        """The day that its address has between slashes."""
        day = _IN_ADDRESS.search(urlsplit(self.url or "").path)
        return told("-".join(part.zfill(2) for part in day.groups()), "address") if day else None

    def _site(self) -> str:
        named = [self._metas[name] for name in _SITES if name in self._metas]
        named += [name for thing in self._data for name in _names(thing.get("publisher"))]
        return next(filter(None, map(squeezed, named)), "")


def _names(publisher: Any) -> list[str]:
    each = publisher if isinstance(publisher, list) else [publisher]
    return [str(one["name"]) for one in each if isinstance(one, dict) and "name" in one]


def _metas(root: HtmlElement) -> dict[str, str]:
    """Return the first content of each name, in small letters."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if content := squeezed(meta.get("content") or ""):
            metas.setdefault(name.strip().lower(), content)
    return metas


def _data(root: HtmlElement) -> Iterator[Data]:
    """Yield the articles and pages that JSON-LD tells of, articles first."""
    things = [thing for script in root.iter("script") for thing in _things(script)]
    for kinds in (_ARTICLES, _PAGES):
        yield from (thing for thing in things if kinds.search(str(thing.get("@type"))))


def _things(script: HtmlElement) -> Iterator[Data]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    try:
        told_of = json.loads(_WRAPPED.sub("", script.text or ""), strict=False)
    except (ValueError, RecursionError):
        return
    for thing in told_of if isinstance(told_of, list) else [told_of]:
        graph = thing.get("@graph") if isinstance(thing, dict) else None
        parts = graph if isinstance(graph, list) else [thing]
        yield from (part for part in parts if isinstance(part, dict))


def _address(root: HtmlElement, metas: dict[str, str], html: str, url: str | None) -> str | None:
    """Return the address that a page claims, as long as it isn't that of a whole site."""
    saved = [match[1] or match[2] for match in _SAVED_FROM.finditer(html[:_HEAD])]
    links = (link for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    base = url or next(iter(saved), "")
    claimed = [link.get("href") or "" for link in links] + [metas.get("og:url", "")]
    links_to = (web_address(each, base) for each in [*claimed, *saved, url or ""] if each.strip())
    found = list(filter(None, links_to))
    own = (each for each in found if urlsplit(each).path.strip("/"))
    return next(own, found[0] if found else None)


_HEAD = 4000
_TITLES = ("citation_title", "og:title", "dcterms.title", "dc.title", "twitter:title")
_SITES = (
    "og:site_name",
    "citation_publisher",
    "dcterms.publisher",
    "dc.publisher",
    "application-name",
)
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "govuk:first-published-at",
    "citation_publication_date",
    "citation_date",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publication_date",
    "publishdate",
    "pubdate",
    "release_date",
    "date",
)
_DATA_DAYS = ("datePublished", "dateCreated")
_ARTICLES = re.compile(r"Article|Posting|Report|SpeechActions?|Announcement")
_PAGES = re.compile(r"WebPage|CreativeWork|Event")
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_SAVED_FROM = re.compile(
    r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?:/|$)")
