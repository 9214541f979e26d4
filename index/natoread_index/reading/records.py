"""From records, such as rows of a table or objects of JSON, to releases."""

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html import unescape
from itertools import chain, islice
from typing import Any

from natoread_index.dates import Dated
from natoread_index.errors import Unreadable
from natoread_index.kinds import Kind
from natoread_index.parsing.blocks import paragraphs
from natoread_index.parsing.neighbours import with_years
from natoread_index.parsing.recognition import Recognised, recognise
from natoread_index.reading.fields import Fields
from natoread_index.reading.sites import host_of, web_address
from natoread_index.reading.told import is_month_first, told
from natoread_index.release import Release

UNKNOWN = "unknown"
"""The source of what doesn't say it, and has no address either."""

Record = Mapping[str, Any]

_WRAPPINGS = ("rendered", "value", "text", "name", "title", "$date", "html")
"""Where a value lies that is wrapped in an object, as WordPress wraps titles."""
_HOLDERS = ("attributes", "fields", "_source", "node", "details", "properties", "data")
"""Where the fields of a record lie that is wrapped itself, as search engines and Drupal do."""
_SAMPLE = 100
"""Records of which the days are looked at before the first is read."""
_HTML = re.compile(r"</?(?:p|div|br|li|ul|ol|span|a|h\d|strong|em)\b[^>]*>", re.IGNORECASE)
_ENDS = re.compile(r"</(?:p|li|a|strong|em|b|i|h[1-6]|blockquote)>", re.IGNORECASE)
_LEFT_OVER = re.compile(r"<(?:span|table)\b", re.IGNORECASE)
"""What stays in texts that were HTML once, and are no longer."""
_FEWEST_TAGS = 2
_ENTITY = re.compile(r"&(?:#\d+|#x[\da-fA-F]+|[A-Za-z]\w+);")
_OPENING = 4000
_MOST_NAMED = 12
_MOST_LEVELS = 20


@dataclass
class Records:
    """Makes releases of records, and counts those that are none."""

    fields: Fields
    where: str
    left_out: int = 0
    _month_first: bool | None = None
    _seen: dict[str, None] = field(default_factory=dict)

    def releases(self, records: Iterable[Record], skip: int = 0) -> Iterator[Release]:
        """Yield the releases of `records` but for the first `skip`.

        Raises `Unreadable` at the end if none of them was one.
        """
        return with_years(self._recognised(records, skip))

    def _recognised(self, records: Iterable[Record], skip: int) -> Iterator[Recognised]:
        found = 0
        for record in self._looked_at(map(self._opened, records)):
            title, body = _spelt(self._one(record, "title")), self._body(record)
            if not title or not body:
                self.left_out += 1
                self._seen |= dict.fromkeys(map(str, record))
                continue
            found += 1
            if found > skip:
                yield self._read(record, title, body)
        if not found:
            raise Unreadable(f"{self.where}: {self._lacking()}")

    def _looked_at(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield all records, once the first have told whether months stand before days."""
        records, sample = iter(records), list[Record]()
        trouble: Unreadable | None = None
        try:
            sample.extend(islice(records, _SAMPLE))
        except Unreadable as broken:
            trouble = broken
        self._month_first = is_month_first(chain.from_iterable(map(self._days, sample)))
        yield from sample
        if trouble:
            raise trouble
        yield from records

    def _opened(self, record: Record) -> Record:
        """Return a record with the fields of what is there to hold them, if it has none itself."""
        if self.fields.are_of_release(record):
            return record
        inner = {name: record[name] for name in _HOLDERS if isinstance(record.get(name), dict)}
        own = {name: value for name, value in record.items() if name not in inner}
        return ChainMap(own, *inner.values())

    def _read(self, record: Record, title: str, body: str) -> Recognised:
        url = web_address(self._one(record, "url"))
        source = self._one(record, "source") or host_of(url) or UNKNOWN
        read = recognise(title, body, source, url, self._dated(record))
        return read._replace(release=replace(read.release, **self._said(record)))

    def _dated(self, record: Record) -> Dated | None:
        """Return the first day that can be read of those that a record tells."""
        days = (told(text, "date", self._month_first) for text in self._days(record))
        return next(filter(None, days), None)

    def _days(self, record: Record) -> Iterator[str]:
        for name in self._named(record, "date"):
            yield from _texts(record[name])

    def _said(self, record: Record) -> dict[str, Any]:
        """Return the facts that a record says in words of ours, which win over those inferred."""
        said: dict[str, Any] = {}
        kind = self._one(record, "kind").casefold().replace("_", " ")
        if kind in set(Kind):
            said["kind"] = Kind(kind)
        if speakers := self._many(record, "by"):
            said["speakers"] = speakers
        if re.fullmatch("[a-z]{2}", language := self._one(record, "language")):
            said["language"] = language
        return said

    def _body(self, record: Record) -> str:
        found = ("\n".join(_texts(record[name], "\n\n")) for name in self._named(record, "body"))
        text = next(filter(str.strip, found), "").replace("\r\n", "\n").replace("\r", "\n")
        if _is_markup(text):
            from natoread_index.reading.markup import text_of  # lxml, for this form alone

            text = text_of(text)
        else:
            text = _spelt(text)
        return "\n\n".join(paragraphs(text.split("\n")))

    def _one(self, record: Record, role: str) -> str:
        """Return the first value of a role in one line."""
        return next(iter(self._many(record, role)), "")

    def _many(self, record: Record, role: str) -> tuple[str, ...]:
        for name in self._named(record, role):
            texts = tuple(filter(None, map(_line, _texts(record[name]))))
            if texts:
                return texts
        return ()

    def _named(self, record: Record, role: str) -> Sequence[str]:
        return self.fields.pick(role, record)

    def _lacking(self) -> str:
        if not self._seen:
            return "no records"
        names = ", ".join([*self._seen][:_MOST_NAMED])
        return (
            f"no record has a title and a text among its fields ({names});"
            " say which they are: --map title=… --map body=…"
        )


def _texts(value: Any, joined: str = "", levels: int = _MOST_LEVELS) -> Iterator[str]:
    """Yield the texts in a value, so many `levels` deep; `joined` puts those of a list together."""
    match value if levels else None:
        case str():
            yield value
        case bool() | None:
            return
        case int() | float() | date():
            yield str(value)
        case list():
            texts = [text for each in value for text in _texts(each, levels=levels - 1)]
            yield from [joined.join(texts)] if joined else texts
        case dict():
            inner = next((value[name] for name in _WRAPPINGS if name in value), None)
            yield from _texts(inner, levels=levels - 1)


def _is_markup(text: str) -> bool:
    """Whether a text is HTML throughout; one with blank lines may only have a table in it."""
    start = text.strip()
    if len(_HTML.findall(start, 0, _OPENING)) < _FEWEST_TAGS:
        return False
    is_parted = start.startswith("<") or "\n\n" not in start
    return is_parted or (len(_ENDS.findall(start)) >= _FEWEST_TAGS and not _LEFT_OVER.search(start))


def _line(text: str) -> str:
    return re.sub(r"\s*[\r\n]+\s*", " ", text.strip())


def _spelt(text: str) -> str:
    """Return a text with its characters instead of what HTML calls them: &#8217;."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text)
