"""Releases, the library that keeps them, and the search over their words.

This is the door: what is not named here is not for others to use.
"""

from typing import TYPE_CHECKING, Any

from natoread_index.correction import Fact, NoCorrection
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
from natoread_index.hits import Facets, Hits, Related, Row, Sort
from natoread_index.kinds import Kind
from natoread_index.library import Library
from natoread_index.literal import Findable
from natoread_index.queries.query import Query
from natoread_index.queries.tags import Retagging
from natoread_index.release import Release, ReleaseId
from natoread_index.spans import Snippet, Span
from natoread_index.stopping import stoppable
from natoread_index.storage.adding import Added
from natoread_index.storage.checkup import Trouble
from natoread_index.storage.keepsakes import Restored
from natoread_index.storage.ledger import Undone
from natoread_index.storage.marks import Marks, Signs
from natoread_index.storage.places import Left, Place
from natoread_index.storage.removing import Whole
from natoread_index.storage.searches import Saved, Searches
from natoread_index.storage.stats import Stats
from natoread_index.storage.taking import Taken

if TYPE_CHECKING:
    from natoread_index.comparing.difference import Difference
    from natoread_index.parsing.links import Link, links
    from natoread_index.parsing.packs import releases
    from natoread_index.parsing.rendering import render
    from natoread_index.parsing.turns import Turn, asides, turns
    from natoread_index.reading.beside import is_beside
    from natoread_index.reading.document import Document
    from natoread_index.reading.documents import documents
    from natoread_index.reading.fields import Fields, NoSuchField
    from natoread_index.storage.quoted import Quoted

__all__ = [
    "Added",
    "Basis",
    "Dated",
    "Difference",
    "Document",
    "Facets",
    "Fact",
    "Fields",
    "Findable",
    "Hits",
    "IndexTrouble",
    "Kind",
    "Left",
    "Library",
    "LibraryError",
    "LibraryLocked",
    "Link",
    "Marks",
    "NatoReadError",
    "NoCorrection",
    "NoReleases",
    "NoSuchField",
    "NoSuchRelease",
    "Place",
    "Query",
    "Quoted",
    "Related",
    "Release",
    "ReleaseId",
    "Restored",
    "Retagging",
    "Row",
    "Saved",
    "Searches",
    "Signs",
    "Snippet",
    "Sort",
    "Span",
    "Stats",
    "Taken",
    "Trouble",
    "Turn",
    "Undone",
    "Unreadable",
    "Whole",
    "asides",
    "documents",
    "is_beside",
    "links",
    "releases",
    "render",
    "stoppable",
    "turns",
]


_LATER = {
    "Difference": "comparing.difference",
    "Document": "reading.document",
    "Fields": "reading.fields",
    "NoSuchField": "reading.fields",
    "Quoted": "storage.quoted",
    "documents": "reading.documents",
    "is_beside": "reading.beside",
    "Turn": "parsing.turns",
    "asides": "parsing.turns",
    "links": "parsing.links",
    "Link": "parsing.links",
    "releases": "parsing.packs",
    "render": "parsing.rendering",
    "turns": "parsing.turns",
}
"""What only some need, and where it is: the parser's expressions take 50 ms to compile."""


def __getattr__(name: str) -> Any:
    """Import what is needed later when it is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
