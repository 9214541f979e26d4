"""Releases, the library that keeps them, and the search over their words.

This is the door: what is not named here is not for others to use.
"""

from typing import TYPE_CHECKING, Any

from natoread_index.dates import Basis, Dated
from natoread_index.errors import (
    IndexTrouble,
    LibraryError,
    LibraryLocked,
    NatoReadError,
    NoReleases,
    NoSuchRelease,
    Unreadable,
)
from natoread_index.hits import Facets, Hits, Row, Sort
from natoread_index.kinds import Kind
from natoread_index.library import Library
from natoread_index.queries.query import Query
from natoread_index.release import Release, ReleaseId
from natoread_index.spans import Snippet, Span
from natoread_index.storage.adding import Added
from natoread_index.storage.checkup import Trouble
from natoread_index.storage.stats import Stats
from natoread_index.storage.taking import Taken

if TYPE_CHECKING:
    from natoread_index.parsing.packs import releases, render

__all__ = [
    "Added",
    "Basis",
    "Dated",
    "Facets",
    "Hits",
    "IndexTrouble",
    "Kind",
    "Library",
    "LibraryError",
    "LibraryLocked",
    "NatoReadError",
    "NoReleases",
    "NoSuchRelease",
    "Query",
    "Release",
    "ReleaseId",
    "Row",
    "Snippet",
    "Sort",
    "Span",
    "Stats",
    "Taken",
    "Trouble",
    "Unreadable",
    "releases",
    "render",
]


def __getattr__(name: str) -> Any:
    """Import the parser when it is asked for: its expressions take 50 ms to compile."""
    if name not in {"releases", "render"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from natoread_index.parsing import packs

    return getattr(packs, name)
