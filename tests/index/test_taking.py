"""What the library remembers of the files that it has taken."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from natoread_index import Library, Release, Taken, Unreadable
from natoread_index.storage.tables import MIGRATIONS, statements

RELEASES = [Release(f"Title {n}", f"Text {n}", "NATO") for n in range(3)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "L") as library:
        yield library


def test_nothing_is_taken_of_a_file_never_seen(library: Library) -> None:
    assert library.taken("/a.txt") == Taken()


def test_what_is_taken_is_remembered(library: Library) -> None:
    now = Taken("10 bytes", 3, whole=True)
    library.add(RELEASES, "/a.txt", then=lambda: now)
    assert library.taken("/a.txt") == now
    assert library.taken("/b.txt") == Taken()


def test_what_is_taken_is_asked_for_after_the_releases(library: Library) -> None:
    seen: list[Release] = []

    def found() -> Iterator[Release]:
        for release in RELEASES:
            seen.append(release)
            yield release

    library.add(found(), "/a.txt", then=lambda: Taken("s", len(seen)))
    assert library.taken("/a.txt").releases == 3


def test_what_fails_is_not_taken(library: Library) -> None:
    def broken() -> Iterator[Release]:
        yield RELEASES[0]
        raise Unreadable("broken")

    with pytest.raises(Unreadable):
        library.add(broken(), "/a.txt", then=lambda: Taken("s", 1))
    assert library.taken("/a.txt") == Taken()
    assert len(library) == 0


def test_a_dry_run_takes_nothing(library: Library) -> None:
    library.add(RELEASES, "/a.txt", dry_run=True, then=lambda: Taken("s", 1))
    assert library.taken("/a.txt") == Taken()


def test_a_file_without_a_stamp_is_read_again(library: Library) -> None:
    library.add(RELEASES, "-", then=lambda: Taken("", 3, whole=True))
    assert library.taken("-") == Taken()


def test_a_file_is_read_again_after_one_of_its_releases_was_removed(library: Library) -> None:
    for name in ("/a.txt", "/b.txt"):
        library.add(RELEASES[:2], name, then=lambda: Taken("s", 2, whole=True))
    library.add(RELEASES[2:], "/c.txt", then=lambda: Taken("s", 1, whole=True))
    with closing(sqlite3.connect(library.folder / "library.db")) as database, database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("DELETE FROM releases WHERE id = ?", (RELEASES[0].id,))
    assert [library.taken(f"/{name}.txt").whole for name in "abc"] == [False, False, True]


def test_a_library_of_before_is_brought_up_to_date(tmp_path: Path) -> None:
    (tmp_path / "L").mkdir()
    with closing(sqlite3.connect(tmp_path / "L" / "library.db")) as database, database:
        database.executescript(MIGRATIONS[0])
        database.execute("INSERT INTO about VALUES ('library', 'x')")
        database.execute("INSERT INTO files (path) VALUES ('/a.txt')")
        database.execute("PRAGMA user_version = 1")
    with Library.open(tmp_path / "L") as library:
        assert library.taken("/a.txt") == Taken()
        library.add(RELEASES, "/a.txt", then=lambda: Taken("s", 3))
        assert library.taken("/a.txt").releases == 3


def test_a_migration_is_cut_into_its_statements() -> None:
    script = (
        "CREATE TABLE a (b); CREATE TRIGGER c DELETE ON a BEGIN DELETE FROM a; END; DROP TABLE a"
    )
    assert [cut.split()[0] for cut in statements(script)] == ["CREATE", "CREATE", "DROP"]
