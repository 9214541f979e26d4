"""Releases as they were corrected by hand, and as they were published.

What is listed and searched is corrected; what is compared with a release that is added is what was
published, so that a correction outlives it when the release comes again.
"""

import json
import sqlite3

from natoread_index import correction
from natoread_index.correction import Fact
from natoread_index.release import Release
from natoread_index.storage import records
from natoread_index.storage.what import What


def corrected(database: sqlite3.Connection, release: Release) -> Release:
    """Return `release` as it was corrected, or itself if it was not."""
    sql = "SELECT name, value FROM made WHERE what = ? AND whose = ?"
    found = database.execute(sql, (What.CORRECTION, release.id)).fetchall()
    if not found:
        return release
    right = correction.corrected(release, {Fact(name): value for name, value in found})
    return records.called(right, release.id)


def note_published(database: sqlite3.Connection, release: Release) -> None:
    """Note how a release was published that is held as it was corrected."""
    *facts, _body = records.as_row(release)
    values = What.PUBLISHED, release.id, json.dumps(facts)
    database.execute("INSERT OR REPLACE INTO made VALUES (?, ?, '', ?, '')", values)


def published(database: sqlite3.Connection, release: Release) -> Release:
    """Return `release`, which may have been corrected, as it was published."""
    sql = "SELECT value FROM made WHERE what = ? AND whose = ?"
    found = database.execute(sql, (What.PUBLISHED, release.id)).fetchone()
    return records.as_release(release.body, *json.loads(found[0])) if found else release


def forget_published(database: sqlite3.Connection, release_id: str) -> None:
    """Forget how a release was published, which is as it is from now on."""
    sql = "DELETE FROM made WHERE what = ? AND whose = ?"
    database.execute(sql, (What.PUBLISHED, release_id))
