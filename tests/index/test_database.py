"""The database: made once and whole, brought up to date, and honest about what is wrong with it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.index.made import PLAIN, found, make, numbered, release, zero

from natoread_index import (
    Basis,
    Dated,
    Kind,
    Library,
    LibraryError,
    NatoReadError,
    Release,
    database,
)
from natoread_index.database import FILE, connect, create, transaction

NOBODY = 65534
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
        assert old.execute("PRAGMA user_version").fetchone() == (len(database._MIGRATIONS),)
        assert old.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_each_later_version_is_reached_with_all_releases_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, [FULL])
    later = "ALTER TABLE releases ADD COLUMN starred INTEGER", "CREATE TABLE notes (text TEXT)"
    monkeypatch.setattr(database, "_MIGRATIONS", (*database._MIGRATIONS, *later))
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
        patch.setattr(database, "_MIGRATIONS", (*database._MIGRATIONS, failing))
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


def spoil_header(path: Path) -> None:
    zero(path, 0, 16)


def spoil_tables(path: Path) -> None:
    zero(path, 100, 4000)


def spoil_all(path: Path) -> None:
    zero(path)


def cut(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 2)


def use(library: Library) -> None:
    """Ask everything that reads the database."""
    len(library)
    list(library)
    library.rows(library.newest)
    library.stats()
    library.add(numbered(3, "more"))


@pytest.mark.parametrize("spoil", [spoil_header, spoil_tables, spoil_all, cut])
def test_a_spoiled_database_is_told_in_a_sentence(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    make(tmp_path, numbered(200))
    spoil(tmp_path / FILE)
    with pytest.raises(LibraryError, match=r"damaged \(.*put a copy of it back"):
        open_and_use(tmp_path)


def open_and_use(folder: Path) -> None:
    with Library.open(folder) as library:
        use(library)


def test_a_check_names_damage_that_only_shows_in_reading(tmp_path: Path) -> None:
    make(tmp_path, numbered(500))
    path = tmp_path / FILE
    zero(path, path.stat().st_size - 20_000, 8_000)
    with Library.open(tmp_path) as library:
        troubles = library.check()
    assert troubles
    assert all("the library is damaged" in trouble.sentence for trouble in troubles)
    assert not any(trouble.mendable for trouble in troubles)


def test_a_folder_in_place_of_the_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(LibraryError, match=FILE):
        Library.open(tmp_path)


def test_a_file_in_place_of_the_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "library").touch()
    with (
        Library.open(tmp_path / "library") as library,
        pytest.raises(LibraryError, match="library"),
    ):
        library.add([PLAIN])


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


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take away the right to write into `folder`; root, who may do all, is nobody meanwhile."""
    folder.chmod(0o555)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        if is_root:
            os.seteuid(NOBODY)
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def others() -> Iterator[Path]:
    """A folder with a library, in which everybody may look; the usual one is for its user alone."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        make(Path(folder), numbered(9))
        yield Path(folder)


def test_a_library_in_a_folder_that_can_not_be_written_is_read_and_searched(others: Path) -> None:
    before = sorted(others.rglob("*"))
    with read_only(others), Library.open(others) as library:
        assert len(library) == 9
        assert len(found(library, "word3")) == 1
        with pytest.raises(LibraryError, match=r"library\.lock: Permission denied"):
            library.add([PLAIN])
        assert len(library) == 9
    assert sorted(others.rglob("*")) == before


def test_what_another_program_is_writing_is_read_where_nothing_can_be_written(others: Path) -> None:
    with Library.open(others) as writer:
        writer.add(numbered(3, "more"))
        with read_only(others), Library.open(others) as library:
            assert len(library) == 12


def test_a_log_that_can_not_be_read_is_not_passed_over(others: Path) -> None:
    (others / f"{FILE}-wal").write_text("a log")
    with read_only(others), pytest.raises(LibraryError, match="unable to open"):
        Library.open(others)


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
    program = "import natoread_index.building, natoread_index.search_index"
    subprocess.run([sys.executable, "-B", "-c", program], cwd=tmp_path, check=True)
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_of_the_program_is_not_told_as_trouble_of_the_library(tmp_path: Path) -> None:
    make(tmp_path, [release("a body")])
    library = Library.open(tmp_path)
    library.close()
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        len(library)
