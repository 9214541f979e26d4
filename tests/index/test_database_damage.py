"""Databases that are damaged, or lie where nothing can be written."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.index.made import PLAIN, found, make, numbered, read_only, zero

from natoread_index import Library, LibraryError
from natoread_index.storage.database import FILE


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
