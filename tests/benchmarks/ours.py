"""natoread itself, as the benchmark asks it."""

import functools
import gc
import importlib
import pkgutil
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Self

from tests.benchmarks.asked import Asked
from tests.benchmarks.engine import ROWS, SHOWN, Answer, Entry

import natoread_index
from natoread_index import Hits, Library, Query, Release, releases

_AT_ONCE = 5_000
_CACHE: Any = type(functools.lru_cache(int))


def caches() -> list[Any]:
    """Return every cache of functions of natoread_index, those that open libraries hold too.

    They are found among all objects, which takes a moment and drives them out of the processor's
    own caches: not to be done before each key.
    """
    return [found for found in gc.get_objects() if isinstance(found, _CACHE) and _is_ours(found)]


def _is_ours(cache: Any) -> bool:
    """Tell whether a cache keeps answers; one of a function without arguments keeps a table."""
    inner = getattr(cache.__wrapped__, "func", cache.__wrapped__)
    code = getattr(inner, "__code__", None)
    is_table = code is not None and code.co_argcount == 0
    return not is_table and str(getattr(inner, "__module__", "")).startswith("natoread_index")


class NatoRead:
    """A library in `folder`."""

    name = "natoread"
    remembers = True

    def __init__(self, folder: Path) -> None:
        self.library = Library.open(folder)
        self._caches: list[Any] | None = None

    @classmethod
    def load(cls) -> None:
        """Import whatever a search may need."""
        for module in pkgutil.walk_packages(natoread_index.__path__, "natoread_index."):
            importlib.import_module(module.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.library.close()

    def cold(self) -> None:
        if self._caches is None:
            self._caches = caches()
        for cache in self._caches:
            cache.cache_clear()

    def first(self, asked: Asked) -> Answer:
        return _answer(self.library.first(_query(asked), SHOWN))

    def best(self, asked: Asked) -> Answer:
        return _answer(self.library.search(_query(asked)))

    def rows(self, asked: Asked) -> int:
        hits = self.library.search(_query(asked))
        rows = self.library.rows(hits.numbers[:ROWS], hits.query)
        return len([(row.snippet, hits.query.title_lights(row.title)) for row in rows])

    def facets(self, asked: Asked) -> object:
        count: Any = getattr(self.library, "facets")  # noqa: B009
        return count(_query(asked))

    def add(self, entry: Entry) -> None:
        self.library.add([Release(entry.title, entry.body, entry.source)])
        for _ in self.library.catch_up():
            pass


def _query(asked: Asked) -> Query:
    return Query.parse(asked.text, typing=asked.typing)


def _answer(hits: Hits) -> Answer:
    return list(hits.numbers[:SHOWN]), hits.total


def entries(library: Library) -> Iterator[Entry]:
    """Yield all releases for other engines: oldest first, those without a day before them."""
    for place, number in enumerate(reversed(library.newest), 1):
        release = library.release(number)
        month = release.dated.start[:7] if release.dated else "none"
        known = release.kind, release.source, month, release.speakers
        yield Entry(place, release.title, release.body, *known)


def build(folder: Path, pack: Path) -> dict[str, float]:
    """Add a pack to a new library and index it; return the seconds of both."""
    with Library.open(folder) as library:
        begun = time.perf_counter()
        _store(library, pack)
        stored = time.perf_counter()
        for _ in library.catch_up():
            pass
        return {"stored": stored - begun, "indexed": time.perf_counter() - stored}


def reindex(folder: Path) -> dict[str, float]:
    """Index a library anew; return the seconds that it took."""
    with Library.open(folder) as library:
        begun = time.perf_counter()
        for _ in library.reindex():
            pass
        return {"indexed": time.perf_counter() - begun}


def _store(library: Library, pack: Path) -> None:
    with pack.open(encoding="utf-8", newline="\n") as lines:
        found = releases((line.rstrip("\n") for line in lines), str(pack))
        while some := list(islice(found, _AT_ONCE)):
            library.add(some, str(pack))
