"""Damage that turns up while a large index is searched: it is told, mended, and never an answer."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.index.made import file_of, found, index, make, numbered, read_only, zero

from natoread_index import IndexTrouble, Library, LibraryError, Query

MANY = 1_000
DAMAGED = "the search index is damaged"


@pytest.fixture(scope="module")
def made_large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    make(folder, numbered(MANY))
    return folder


@pytest.fixture
def large(made_large: Path, tmp_path: Path) -> Path:
    """A library whose index has many blocks."""
    shutil.copytree(made_large, tmp_path / "library")
    return tmp_path / "library"


@pytest.mark.parametrize("text", ["common", '"and common"', "word1*", "title:title", "word999", ""])
def test_damage_under_an_open_library_is_told_and_then_mended(large: Path, text: str) -> None:
    with Library.open(large) as library, Library.open(large) as other:
        assert library.notices == []
        path = file_of(large / "index", ".words")
        zero(path, 0, path.stat().st_size - 1_000)
        if text:
            with pytest.raises(IndexTrouble, match=f"^{DAMAGED}; it has to be built again$"):
                found(library, text)
            assert library.unindexed == other.unindexed == MANY
            assert (found(library, text), library.notices) == ([], [])
            index(other)
        else:
            assert len(library.check()) == 1
            for _ in other.mend():
                pass
        assert library.refresh()
        for each in library, other:
            assert each.search(Query.parse("common")).total == MANY
            assert each.check() == []


@pytest.mark.parametrize("eighth", range(8))
def test_the_first_answer_is_right_or_none_wherever_the_index_is_damaged(
    large: Path, eighth: int
) -> None:
    path = file_of(large / "index", ".words")
    size = path.stat().st_size
    zero(path, size * eighth // 8, size // 8)
    with Library.open(large) as library:
        told = list(library.notices)
        for text in "common", '"and common"', "word7", "word12*", "title:title", "absent":
            try:
                totals = [ask(Query.parse(text)).total for ask in (library.first, library.search)]
            except IndexTrouble as trouble:
                told.append(str(trouble))
            else:
                expected = {"word7": 1, "word12*": 11, "absent": 0}.get(text, MANY)
                assert told or totals == [expected, expected]
        assert len(told) <= 1


def test_a_damaged_index_that_can_not_be_written_stays_trouble(made_large: Path) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place, "library")
        shutil.copytree(made_large, folder)
        Path(place).chmod(0o755)
        zero(file_of(folder / "index", ".words"), 0, 20_000)
        with read_only(folder, folder / "index"), Library.open(folder) as library:
            for _ in range(2):
                with pytest.raises(IndexTrouble, match=DAMAGED):
                    found(library, "common")
            with pytest.raises(LibraryError, match="Permission denied"):
                for _ in library.reindex():
                    pass
            assert len(library) == MANY
