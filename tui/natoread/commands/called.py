"""Releases as a command line calls them: by ids, or by a query."""

import re
from collections.abc import Sequence

from natoread.commands.answers import Asking
from natoread.commands.progress import catch_up
from natoread_index import Library, LibraryError, NoSuchRelease

_ID = re.compile(r"[0-9a-f]{4,32}")
_SURE = 10
"""Characters from which on nothing but an id is meant: no word or day has so many."""


def called(library: Library, query: str) -> Sequence[int]:
    """The numbers of the releases with these ids; of those that answer, if they are no ids."""
    words = query.split()
    if all(map(_ID.fullmatch, words)):
        try:
            return list(dict.fromkeys(map(library.number, words)))
        except NoSuchRelease:
            if any(len(word) >= _SURE for word in words):
                raise
    catch_up(library, despite=LibraryError)
    return Asking(limit=0).of(library, query).hits.numbers
