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
    best = 0, As.NEW
    for number in prints.candidates(database, release):
        kind = _as(versions.of(database, number), release)
        if kind is As.DUPLICATE:
            return number, kind
        best = (number, kind) if kind.value > best[1].value else best
    return best


def _as_known(held: Sequence[Release], release: Release) -> As:
    """Return what `release` is to one that has, or had, a version of its words."""
    if any(map(release.reads_as, held)):
        return As.UNCHANGED
    return As.DUPLICATE if _is_any(held, release) else As.NEW_VERSION


def _as(held: Sequence[Release], release: Release) -> As:
    """Return what `release` is to another one; the same as any version of it is a duplicate."""
    kind = likeness(held[-1], release) if held else Likeness.OTHER
    if kind is Likeness.SAME or _is_any(held[:-1], release):
        return As.DUPLICATE
    return As.NEW_VERSION if kind is Likeness.AGAIN else As.NEW


def _is_any(versions: Sequence[Release], release: Release) -> bool:
    return any(likeness(version, release) is Likeness.SAME for version in versions)
