"""Finds what a release may be a print of, without reading what is held.

Each release leaves some numbers: of its title, of title and day, of its address, and of title and a
few of its shingles, those with the least sums, so that two texts that are nearly the same choose
nearly the same ones (a bottom-k sketch). A shingle is a run of letters between two rare ones, about
ten words long, whatever the script, spaces and lines. A title alone finds short texts only, which
have few shingles: there are titles that hundreds of long texts have. A title in which a character
was lost, or may be, leaves one more: of all that cannot be. Whoever changes what is left adds an
entry to `tables.MIGRATIONS`, so that what is held leaves it, too.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from natoread_index.comparing.addresses import page
from natoread_index.comparing.shingles import shingles
from natoread_index.comparing.texts import LOST
from natoread_index.release import Release
from natoread_index.storage import records
from natoread_index.wording import letters, run_together

_SHINGLES = 5
_SHORT = 600
"""Letters of a short text."""

_TITLE = "title"

_LOSABLE = re.compile(r"[^\x00-\x7f]|\?")
"""What an encoding may lose, and what stands for it then."""

_KEPT = 0.7
"""Share of a title's letters that must be left without those to find it."""

_SAME_KEY, _CANDIDATES, _SHORT_CANDIDATES = 40, 6, 30
"""How many releases are looked at for a number, the newest, and how many in all, the likeliest.

Of short texts they are more: sisters among them leave the same prints, and they are soon read.
"""

_NEWEST = (
    "SELECT * FROM (SELECT number FROM prints WHERE key = ?"
    f" ORDER BY number DESC LIMIT {_SAME_KEY})"
)


def keep(database: sqlite3.Connection, number: int, release: Release) -> None:
    """Note the prints of the release of a number."""
    rows = [(key, number) for key in _prints(release).left]
    database.executemany("INSERT OR IGNORE INTO prints VALUES (?, ?)", rows)


def catch_up(database: sqlite3.Connection, most: int = -1) -> None:
    """Note the prints of `most` releases that an older natoread stored."""
    sql = "SELECT number FROM unprinted LIMIT ?"
    numbers = [number for (number,) in database.execute(sql, (most,))]
    for number, release in records.releases(database, numbers):
        keep(database, number, release)
    database.executemany("DELETE FROM unprinted WHERE number = ?", zip(numbers, strict=True))


def missing(database: sqlite3.Connection) -> int:
    """Return of how many releases there are no prints yet."""
    return int(database.execute("SELECT count(*) FROM unprinted").fetchone()[0])


def drop(database: sqlite3.Connection, number: int, release: Release) -> None:
    """Forget them, as the release goes."""
    rows = [(key, number) for key in _prints(release).left]
    database.executemany("DELETE FROM prints WHERE key = ? AND number = ?", rows)


def candidates(database: sqlite3.Connection, release: Release) -> list[int]:
    """Return the numbers of the few that `release` may be a print of, the likeliest first."""
    prints = _prints(release)
    keys = prints.sought
    sql = " UNION ALL ".join([_NEWEST] * len(keys))
    most = _SHORT_CANDIDATES if prints.is_short else _CANDIDATES
    found = Counter(number for (number,) in database.execute(sql, keys))
    return [number for number, _ in found.most_common(most)]


@lru_cache(1)
def _prints(release: Release) -> _Prints:
    return _Prints(release)


class _Prints:
    """The numbers of one release."""

    def __init__(self, release: Release) -> None:
        self._title = letters(release.title)
        text = run_together(release.wording)
        self.is_short = len(text) < _SHORT
        of_text, of_facts = self._of_shingles(text), self._of_facts(release)
        self._shared = [*of_text, *of_facts, *self._of_damage(release.title)]

    @property
    def left(self) -> Sequence[int]:
        """Those by which it is found."""
        brief = [self._key("brief")] if self.is_short else []
        return [*self._shared, self._key(_TITLE), *brief]

    @property
    def sought(self) -> Sequence[int]:
        """Those that what it is a print of may have left."""
        return [*self._shared, self._key(_TITLE if self.is_short else "brief")]

    def _of_shingles(self, text: str) -> Iterator[int]:
        for least in sorted(map(crc32, shingles(text)))[:_SHINGLES]:
            yield self._key(str(least))

    def _of_facts(self, release: Release) -> Iterator[int]:
        if release.dated:
            yield self._key(release.dated.start)
        if address := page(release.url):
            yield _number(address)

    def _of_damage(self, title: str) -> Iterator[int]:
        lost = "".join(_LOSABLE.findall(title))
        is_apart = any(sign.isalpha() or sign in LOST for sign in lost)
        left = letters(_LOSABLE.sub(" ", title)) if is_apart else ""
        if len(left) > _KEPT * len(self._title):
            yield _number(f"{left} damaged")

    def _key(self, of: str) -> int:
        return _number(f"{self._title} {of}")


def of_titles(words: Iterable[str]) -> Iterator[int]:
    """Yield what titles have left of the first of some folded words, the first two, and so on."""
    begun = blake2b(digest_size=8)
    for word in words:
        begun.update(word.encode())
        whole = begun.copy()
        whole.update(f" {_TITLE}".encode())
        yield _as_number(whole.digest())


def _number(of: str) -> int:
    return _as_number(blake2b(of.encode(), digest_size=8).digest())


def _as_number(digest: bytes) -> int:
    """Return a number that SQLite can hold."""
    return int.from_bytes(digest, signed=True)
