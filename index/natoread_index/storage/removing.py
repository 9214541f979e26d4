"""Releases taken out of the library, and put back."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from natoread_index.release import Release
from natoread_index.storage import origins, records, versions


@dataclass(frozen=True, slots=True)
class Whole:
    """All that goes when a release does: its versions, the last one last, and its origins."""

    versions: list[Release]
    origins: list[str]

    def __str__(self) -> str:
        """Return it as text, from which `of_text` makes it again."""
        return json.dumps([[records.as_row(one) for one in self.versions], self.origins])

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Make it again."""
        versions, origins = json.loads(text)
        return cls([records.as_release(body, *row) for *row, body in versions], origins)


def wholes(database: sqlite3.Connection, numbers: Iterable[int]) -> list[Whole]:
    """Return the releases of `numbers` that there are, with all that is needed to put them back."""
    found = ((versions.of(database, number), number) for number in dict.fromkeys(numbers))
    return [Whole(some, origins.of(database, number)) for some, number in found if some]


def remove(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Take out the releases of `numbers`, as far as they are there."""
    for number in numbers:
        versions.forget(database, number)
    records.note_addition(database)


def put_back(database: sqlite3.Connection, removed: Iterable[Whole]) -> list[int]:
    """Store again what was removed, under new numbers, but for ids that are held by now."""
    records.note_addition(database)
    wanted = [whole for whole in removed if not _is_held(database, whole.versions[-1].id)]
    return [_put_back(database, whole) for whole in wanted]


def _is_held(database: sqlite3.Connection, release_id: str) -> bool:
    return any(full == release_id for _, full in records.find(database, release_id))


def _put_back(database: sqlite3.Connection, whole: Whole) -> int:
    number = versions.put_back(database, whole.versions)
    for origin in whole.origins:
        origins.note(database, number, origins.file(database, origin))
    return number
