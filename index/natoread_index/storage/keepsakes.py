"""All that the user made, as plain values: for a backup, and for another machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from natoread_index.correction import Fact, NoCorrection
from natoread_index.errors import Unreadable
from natoread_index.queries.tags import tag_key
from natoread_index.storage.ledger import Act, Entry, Key, Ledger, rewrite_all
from natoread_index.storage.what import What

Shape = dict[str, object]
"""One thing: `{"what": "tag", "id": …, "tag": "summit", "since": …}`."""

_FIELDS = {
    What.READ: ("id",),
    What.STAR: ("id",),
    What.TAG: ("id", "tag"),
    What.NOTE: ("id", "note"),
    What.CORRECTION: ("id", "value", "fact"),
    What.SEARCH: ("name", "query"),
    What.ASKED: ("query", "asked"),
}
_PLACE, _FEED = "place", "feed"
_YES = "1"


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the things in a dump: each is counted once.

    `older` ones were changed since, and left as they are; `unknown` are of a newer natoread.
    """

    restored: int = 0
    unchanged: int = 0
    older: int = 0
    unknown: int = 0

    def __add__(self, other: Restored) -> Restored:
        return Restored(
            self.restored + other.restored,
            self.unchanged + other.unchanged,
            self.older + other.older,
            self.unknown + other.unknown,
        )


class Keepsakes:
    """What the user made in one ledger, with the places of the reader and the feeds followed.

    All methods raise `LibraryError`.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def dump(self) -> Iterator[Shape]:
        """Yield all, each thing as a shape."""
        for entry in self._ledger.entries(*_FIELDS):
            yield {"what": entry.key.what.value, **_told(entry), "since": entry.since}
        for release, paragraph, offset in self._rows("release, paragraph, offset FROM places"):
            place = {"id": release, "paragraph": paragraph, "offset": offset}
            yield {"what": _PLACE, **place}
        for url, title in self._rows("url, title FROM feeds ORDER BY feed"):
            yield {"what": _FEED, "url": url, "title": title}

    def restore(self, shapes: Iterable[Mapping[str, object]]) -> Restored:
        """Take in a dump, all or, if a shape is none, nothing; what is newer here stays.

        Raises `Unreadable`. What was taken can be undone, but for places and feeds.
        """
        restored, corrected = Restored(), dict[str, None]()
        with self._ledger.act("restoring") as act:
            for shape in shapes:
                try:
                    restored += self._restored(act, shape)
                    if shape["what"] == What.CORRECTION:
                        corrected[_text(shape, "id")] = None
                except (KeyError, NoCorrection, TypeError, ValueError):
                    raise Unreadable("this is nothing that a dump has") from None
            rewrite_all(self._ledger.database, corrected)
        return restored

    def _restored(self, act: Act, shape: Mapping[str, object]) -> Restored:
        what = shape["what"]
        if what == _PLACE:
            return self._added("places", _text(shape, "id"), *_numbers(shape))
        if what == _FEED:
            return self._added("feeds (url, title)", _text(shape, "url"), _text(shape, "title"))
        if what not in list(What) or What(str(what)) not in _FIELDS:
            return Restored(unknown=1)
        return self._put(act, _entry(What(str(what)), shape))

    def _put(self, act: Act, entry: Entry) -> Restored:
        held = self._ledger.entry(entry.key)
        if held and held.value == entry.value:
            return Restored(unchanged=1)
        if held and held.since > entry.since:
            return Restored(older=1)
        act.put(entry.key.what, [entry.key.whose], entry.value, entry.key.name, entry.since)
        return Restored(restored=1)

    def _added(self, into: str, *values: object) -> Restored:
        marks = ", ".join("?" * len(values))
        sql = f"INSERT OR IGNORE INTO {into} VALUES ({marks})"
        is_new = self._ledger.database.execute(sql, values).rowcount > 0
        return Restored(restored=1) if is_new else Restored(unchanged=1)

    def _rows(self, columns: str) -> sqlite3.Cursor:
        return self._ledger.database.execute(f"SELECT {columns}")


def _told(entry: Entry) -> Shape:
    told = entry.key.whose, entry.value, entry.key.name
    return dict(zip(_FIELDS[entry.key.what], told, strict=False))


def _entry(what: What, shape: Mapping[str, object]) -> Entry:
    whose, *value = (_text(shape, field) for field in _FIELDS[what])
    name = tag_key(value[0]) if what is What.TAG else ""
    if what is What.CORRECTION:
        name = Fact(value[1])
        value[0] = name.read(value[0])
    return Entry(Key(what, whose, name), (value or [_YES])[0], _text(shape, "since"))


def _text(shape: Mapping[str, object], field: str) -> str:
    value = shape[field]
    if not isinstance(value, str):
        raise TypeError(field)
    return value


def _numbers(shape: Mapping[str, object]) -> tuple[int, int]:
    paragraph, offset = shape["paragraph"], shape["offset"]
    if not (isinstance(paragraph, int) and isinstance(offset, int)):
        raise TypeError("a place")
    return paragraph, offset
