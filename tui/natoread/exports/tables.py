"""Releases as a table with commas between its cells."""

import csv
from collections.abc import Sequence
from io import StringIO

from natoread.commands.shapes import shown
from natoread_index import Release

COLUMNS = (
    "id",
    "title",
    "kind",
    "source",
    "date",
    "date_end",
    "date_basis",
    "speakers",
    "url",
    "words",
    "body",
)


def table(releases: Sequence[Release]) -> str:
    """A row a release under a row of names; speakers are joined by `; `. RFC 4180, `\\r\\n`."""
    text = StringIO(newline="")
    rows = csv.DictWriter(text, COLUMNS, extrasaction="ignore")
    rows.writeheader()
    for release in releases:
        rows.writerow(shown(release) | {"speakers": "; ".join(release.speakers)})
    return text.getvalue()
