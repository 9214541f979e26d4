"""The database: made once and whole, brought up to date, and honest about what is wrong with it."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.index.made import PLAIN, make, numbered, release

from natoread_index import (
    Basis,
    Dated,
    Fact,
    Kind,
    Library,
    LibraryError,
    NatoReadError,
    Place,
    Release,
    ReleaseId,
    Taken,
)
from natoread_index.storage import database
from natoread_index.storage.database import FILE, connect, create, transaction
from natoread_index.storage.tables import MIGRATIONS

FULL = Release(
    "A “title” — Geoană",
    "One.\n\nTwo,\nwrapped.",
    "NATO",
    kind=Kind.DOORSTEP,
    speakers=("Jens Stoltenberg", "Mircea Geoană"),
    dated=Dated(date(2024, 5, 27), date(2024, 5, 29), Basis.INFERRED, "From 27 to 29 May"),
    url="https://www.nato.int/1",
    language="fr",
)


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT sql FROM sqlite_master") if name}


def test_a_database_from_before_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / FILE
    sqlite3.connect(path).close()
    path.touch()
    with closing(connect(path)) as old, closing(create(tmp_path / "new.db")) as new:
        assert tables(old) == tables(new) != set()
        assert old.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert old.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_each_later_version_is_reached_with_all_releases_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, [FULL])
    later = "ALTER TABLE releases ADD COLUMN starred INTEGER", "CREATE TABLE notes (text TEXT)"
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, *later))
    with Library.open(tmp_path) as library:
        assert list(library) == [FULL]
        assert library._database.execute("SELECT starred FROM releases").fetchall() == [(None,)]
        assert library._database.execute("SELECT * FROM notes").fetchall() == []


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, [FULL])
    failing = "CREATE TABLE notes (text TEXT); CREATE TABLE releases (number INTEGER)"
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", (*MIGRATIONS, failing))
        with pytest.raises(LibraryError, match="already exists"):
            Library.open(tmp_path)
    with Library.open(tmp_path) as library:
        assert list(library) == [FULL]
        assert "notes" not in str(tables(library._database))


def test_a_newer_version_is_refused_with_a_sentence(tmp_path: Path) -> None:
    make(tmp_path, [FULL])
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("PRAGMA user_version = 1000")
    with pytest.raises(LibraryError, match="newer natoread made this library; update natoread"):
        Library.open(tmp_path)


def test_two_libraries_have_different_names_and_keep_them(tmp_path: Path) -> None:
    names = []
    for folder in ("a", "b", "a"):
        with closing(create(tmp_path / folder / FILE)) as connection:
            names.append(database.name_of(connection))
    assert names[0] == names[2] != names[1]


def test_a_release_comes_back_as_it_was_stored(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add([FULL, PLAIN])
        assert library[FULL.id] == FULL
        assert library[PLAIN.id] == PLAIN
        assert library[FULL.id].id == FULL.id


def test_a_full_disk_is_told_and_leaves_nothing_of_the_addition(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add(numbered(10))
        (pages,) = library._database.execute("PRAGMA page_count").fetchone()
        library._database.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LibraryError, match="the disk is full; nothing of this file was stored"):
            library.add(numbered(1000, "more"))
        assert len(library) == 10
        library._database.execute("PRAGMA max_page_count = 100000")
        assert library.add(numbered(1000, "more")).added == 1000


LONG = "long " * 50_000
LONGER: dict[str, Callable[[Library], object]] = {
    "a correction": lambda library: library.correct(library.newest, {Fact.TITLE: LONG}),
    "a feed": lambda library: library.feeds.follow(f"https://example.org/{LONG}"),
    "a file": lambda library: library.add([PLAIN], "file", then=lambda: Taken(LONG)),
    "a place": lambda library: library.places.keep({ReleaseId(LONG): Place(1, 2)}),
    "a star": lambda library: library.marks.star([LONG]),
}


@pytest.mark.parametrize("what", LONGER)
def test_whatever_finds_the_disk_full_says_so(tmp_path: Path, what: str) -> None:
    with Library.open(tmp_path) as library:
        library.add([PLAIN])
        (pages,) = library._database.execute("PRAGMA page_count").fetchone()
        library._database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="the disk is full"):
            LONGER[what](library)
        assert list(library) == [PLAIN]


def test_what_is_raised_inside_a_transaction_is_passed_on_and_undoes_it(tmp_path: Path) -> None:
    with closing(create(tmp_path / FILE)) as connection:

        def fail() -> None:
            with transaction(connection, tmp_path):
                connection.execute("INSERT INTO files (path) VALUES ('a')")
                raise OSError("of the caller")

        with pytest.raises(OSError, match="of the caller"):
            fail()
        assert connection.execute("SELECT count(*) FROM files").fetchone() == (0,)


def test_a_commit_that_fails_leaves_no_transaction_behind(tmp_path: Path) -> None:
    with closing(create(tmp_path / FILE)) as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")

        def fail() -> None:
            with transaction(connection, tmp_path):
                connection.execute("PRAGMA defer_foreign_keys = ON")
                connection.execute("INSERT INTO origins VALUES (7, 7)")

        with pytest.raises(LibraryError, match="FOREIGN KEY"):
            fail()
        with transaction(connection, tmp_path):
            connection.execute("INSERT INTO files (path) VALUES ('a')")


def test_opening_and_reading_creates_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere" / "library"
    with Library.open(folder, tmp_path / "nowhere" / "index") as library:
        assert (len(library), list(library), library.unindexed) == (0, [], 0)
        assert (list(library.catch_up()), list(library.reindex()), library.check()) == ([], [], [])
        assert not library.refresh()
        with pytest.raises(NatoReadError):
            library["abc"]
        assert library.add([PLAIN], dry_run=True).added == 1
    assert list(tmp_path.iterdir()) == []


def test_importing_creates_nothing(tmp_path: Path) -> None:
    program = "import natoread_index.searching.building, natoread_index.searching.search_index"
    subprocess.run([sys.executable, "-B", "-c", program], cwd=tmp_path, check=True)
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_of_the_program_is_not_told_as_trouble_of_the_library(tmp_path: Path) -> None:
    make(tmp_path, [release("a body")])
    library = Library.open(tmp_path)
    library.close()
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        len(library)
