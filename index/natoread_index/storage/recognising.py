"""Recognises a release that is held: by all its words, or else by what it left of them."""

import sqlite3
from collections.abc import Sequence

from natoread_index.comparing.likeness import Likeness, likeness
from natoread_index.release import Release
from natoread_index.storage import prints, versions
from natoread_index.storage.adding import As


def recognised(database: sqlite3.Connection, release: Release) -> tuple[int, As]:
    """Return the number of the release that `release` is a print of, and what that makes it.

    The number is 0 if there is none.
    """
    if number := versions.number_of(database, release):
        return number, _as_known(versions.of(database, number), release)
    found = [
        (number, _as(database, number, release)) for number in prints.candidates(database, release)
    ]
    return max(found, key=lambda one: one[1].value, default=(0, As.NEW))


def _as_known(held: Sequence[Release], release: Release) -> As:
    """Return what `release` is to one that has, or had, a version of its words."""
    if any(map(release.reads_as, held)):
        return As.UNCHANGED
    kinds = [likeness(version, release) for version in held]
    return As.DUPLICATE if Likeness.SAME in kinds else As.NEW_VERSION


def _as(database: sqlite3.Connection, number: int, release: Release) -> As:
    """Return what `release` is to another one; the same as any version of it is a duplicate."""
    kinds = [likeness(version, release) for version in versions.of(database, number)]
    if Likeness.SAME in kinds:
        return As.DUPLICATE
    return As.NEW_VERSION if kinds[-1:] == [Likeness.AGAIN] else As.NEW
