"""Releases made of records, for tests."""

from collections.abc import Mapping
from typing import Any

from natoread_index import Fields, Release
from natoread_index.reading.records import Records


def made(*records: Mapping[str, Any], fields: Fields | None = None) -> list[Release]:
    """Return the releases of some records."""
    return list(Records(fields or Fields(), "file").releases(records))


def one(**record: Any) -> Release:
    """Return the release of a record that has a title and a text, and what else is said."""
    (release,) = made({"title": "Allies meet", "body": "They met.", **record})
    return release
