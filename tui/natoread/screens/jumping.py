"""Jumping to a release by words of its title."""

import re
from collections.abc import Mapping
from functools import partial

from natoread.finding import AT_ONCE, Entry, entries
from natoread.screens.searching import SearchingScreen
from natoread.shelf import Shelf
from natoread_index import Query


class JumpingScreen(SearchingScreen, inherit_bindings=False):
    """Finds releases for the palette."""

    async def titled(self, typed: str) -> Mapping[int, Entry]:
        """The releases whose titles have the words typed, the best first, as far as one looks."""
        if asked := _of_titles(typed):
            with self._telling():
                return await self._librarian.ask(partial(_titled, asked=asked))
        return {}


def _of_titles(typed: str) -> Query:
    """Ask titles for each of the words, whatever signs stand around them."""
    words = re.findall(r"[^\s\"“”()]+", typed)
    return Query.parse(" ".join(f"title:{word}" for word in words), typing=True)


def _titled(library: Shelf, asked: Query) -> Mapping[int, Entry]:
    hits = library.search(asked)
    return entries(library, hits.query, hits.numbers[:AT_ONCE])
