"""Searches that the user saved under names, and those that were asked lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from natoread_index.storage.ledger import Key, Ledger, Undone
from natoread_index.storage.what import What

_ASKED_KEPT = 500
"""Searches of the past that are remembered."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A search under its name."""

    name: str
    query: str


class Searches:
    """All methods raise `LibraryError`, and those that change something `LibraryLocked`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def saved(self) -> list[Saved]:
        """Those with a name, in the order of their names."""
        found = [Saved(e.key.whose, e.value) for e in self._ledger.entries(What.SEARCH)]
        return sorted(found, key=lambda one: one.name.casefold())

    def save(self, name: str, query: str) -> None:
        """Keep a search under a name, instead of the one that has it."""
        with self._ledger.act("saved search") as act:
            act.put(What.SEARCH, [name], query)

    def rename(self, before: str, name: str) -> None:
        """Give a saved search another name; one that has that name is lost, until it is undone."""
        query = self._ledger.value(Key(What.SEARCH, before))
        if query is not None and before != name:
            with self._ledger.act("name of a saved search") as act:
                act.put(What.SEARCH, [before], None)
                act.put(What.SEARCH, [name], query)

    def forget(self, name: str) -> None:
        """Keep a saved search no longer."""
        with self._ledger.act("deletion of a saved search") as act:
            act.put(What.SEARCH, [name], None)

    def undo(self) -> Undone | None:
        """Undo what the user did last, if that was to saved searches."""
        return self._ledger.undo(only=What.SEARCH)

    @property
    def asked(self) -> list[str]:
        """What was asked lately, the last first, each once."""
        found = sorted(self._ledger.entries(What.ASKED), key=lambda e: e.value, reverse=True)
        return [entry.key.whose for entry in found]

    def note_asked(self, query: str) -> None:
        """Remember what was asked just now."""
        if text := " ".join(query.split()):
            now = datetime.now(UTC).isoformat()
            self._ledger.note(Key(What.ASKED, text), now)
            for old in self.asked[_ASKED_KEPT:]:
                self._ledger.note(Key(What.ASKED, old), None)
