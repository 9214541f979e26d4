"""What the user put on releases: read, starred, tags, notes; and which releases have it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from natoread_index.queries.nodes import OfUser
from natoread_index.queries.tags import Retagging, tag_key
from natoread_index.storage.ledger import Key, Ledger, Undone
from natoread_index.storage.marked import KINDS, MarkedNumbers
from natoread_index.storage.what import What

_LAST_VISIT = Key(What.SEEN, "the last visit")
_YES = "1"


@dataclass(frozen=True, slots=True)
class Signs:
    """What the user put on one release."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


class Marks:
    """What the user put on releases, by their lasting ids; all changes but visits can be undone.

    All methods raise `LibraryError`, and those that change something `LibraryLocked`.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._visited: int | None = None
        self._marked = MarkedNumbers(ledger)

    def signs(self, ids: Sequence[str]) -> dict[str, Signs]:
        """Return what is on releases, of those on which there is something."""
        tags, others = dict[str, list[str]](), dict[str, dict[What, str]]()
        for entry in self._ledger.entries(*KINDS.values(), whose=ids):
            what, whose, _ = entry.key
            if what is What.TAG:
                tags.setdefault(whose, []).append(entry.value)
            others.setdefault(whose, {})[what] = entry.value
        return {
            whose: Signs(
                What.READ in of,
                What.STAR in of,
                tuple(sorted(tags.get(whose, ()), key=str.casefold)),
                of.get(What.NOTE, ""),
            )
            for whose, of in others.items()
        }

    def tags(self) -> dict[str, int]:
        """Return all tags with how many releases have each, the most frequent first."""
        counts: dict[str, int] = {}
        for entry in self._ledger.entries(What.TAG):
            counts[entry.value] = counts.get(entry.value, 0) + 1
        return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0].casefold())))

    def read(self, ids: Iterable[str], on: bool = True) -> int:
        """Mark releases as read or unread; returns how many were not."""
        return self._put("read" if on else "unread", What.READ, ids, _YES if on else None)

    def star(self, ids: Iterable[str], on: bool = True) -> int:
        """Star releases, or take their stars; returns how many had none, or one."""
        return self._put("star" if on else "no star", What.STAR, ids, _YES if on else None)

    def note(self, release_id: str, text: str) -> int:
        """Write a note on a release, instead of the one that is there; an empty one means none."""
        return self._put("note", What.NOTE, [release_id], text.strip() or None)

    def tag(self, ids: Iterable[str], tags: Retagging) -> int:
        """Put tags on releases and take others off; returns of how many that changes any."""
        some = list(ids)
        known = {tag_key(tag): tag for tag in self.tags()}
        changed = set[str]()
        with self._ledger.act(f"tags {tags}") as act:
            for tag in tags.on:
                key = tag_key(tag)
                changed.update(act.put(What.TAG, some, known.setdefault(key, tag), key))
            for tag in tags.off:
                changed.update(act.put(What.TAG, some, None, tag_key(tag)))
        return len(changed)

    def has_been_read(self, release_id: str) -> None:
        """Mark a release as read because it was: that is no act, and nothing to undo."""
        self._ledger.note(Key(What.READ, release_id), _YES)

    def undo(self) -> Undone | None:
        """Undo the last act; `None` if there is none left."""
        return self._ledger.undo()

    def visit(self, last: int) -> None:
        """Begin a visit to a library in which `last` is the latest number.

        What came after the visit before is new until this object is let go.
        """
        self._visited = self._last_visit()
        if last > self._visited:
            self._ledger.note(_LAST_VISIT, str(last))

    def numbers(self, leaf: OfUser, database: sqlite3.Connection) -> Sequence[int]:
        """Return the numbers that releases in `database` have, of those with what `leaf` asks for.

        The same object as before, as long as neither marks nor releases have changed.
        """
        return self._marked.of(leaf, database, self._known_visit())

    def _known_visit(self) -> int:
        return self._last_visit() if self._visited is None else self._visited

    def _last_visit(self) -> int:
        return int(self._ledger.value(_LAST_VISIT) or 0)

    def _put(self, says: str, what: What, ids: Iterable[str], value: str | None) -> int:
        with self._ledger.act(says) as act:
            return len(act.put(what, ids, value))
