"""Whatever becomes of the index: it is built again, with one line, and never answers wrongly."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.index.made import PLAIN, file_of, found, index, make, numbered, release, zero

from natoread_index import IndexTrouble, Library, LibraryError
from natoread_index.engine import writer
from natoread_index.storage.database import FILE

SOME = [*numbered(30), release("A common rain", title="On rain")]
COMMON = sorted(some.body for some in SOME)
DAMAGED = "the search index is damaged"
Spoil = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library whose index has two segments."""
    make(tmp_path / "library", SOME[:-1], SOME[-1:])
    return tmp_path / "library"


def lines_until_right(folder: Path) -> list[str]:
    """Use a library as the command line does; the lines that it would tell."""
    with Library.open(folder) as library:
        told = list(library.notices)
        index(library)
        try:
            answers_rightly(library)
        except IndexTrouble as trouble:
            told += [str(trouble), *library.notices]
            assert library.unindexed == len(SOME)
            index(library)
            answers_rightly(library)
        assert (library.notices, library.unindexed, library.check()) == ([], 0, [])
    return told


def answers_rightly(library: Library) -> None:
    assert sorted(found(library, "common")) == COMMON
    assert found(library, "word7") == ["word7 and common text"]
    assert found(library, '"common rain"') == ["A common rain"]
    assert found(library, "title:rai*") == ["A common rain"]


def remove(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size - 1)


def cut_to_nothing(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate()


def garble(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


def lengthen(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


ENDINGS = ["words", "number.col", "words.col", "title.col"]
SPOILS = [remove, cut, cut_to_nothing, lengthen, garble, zero]


@pytest.mark.parametrize("spoil", SPOILS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_spoiled_costs_one_line(folder: Path, ending: str, spoil: Spoil) -> None:
    spoil(min((folder / "index").glob(f"natoread_*.{ending}")))
    (line,) = lines_until_right(folder)
    assert line.startswith(DAMAGED)


@pytest.mark.parametrize("spoil", SPOILS[1:])
def test_contents_that_are_spoiled_cost_one_line(folder: Path, spoil: Spoil) -> None:
    spoil(file_of(folder / "index", ".toc"))
    told = lines_until_right(folder)
    assert told == [f"{DAMAGED}; it is being built again"]


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_manifest_that_is_spoiled_costs_one_line(folder: Path, spoil: Spoil) -> None:
    spoil(file_of(folder / "index", ".json"))
    assert lines_until_right(folder) == [f"{DAMAGED}; it is being built again"]


@pytest.mark.parametrize(
    "content", ["", "[]", "null", "{}", '{"files": 7}', '{"files": {"a": 7}}', "{" * 5000]
)
def test_any_nonsense_in_a_manifest_costs_one_line(folder: Path, content: str) -> None:
    file_of(folder / "index", ".json").write_text(content)
    assert lines_until_right(folder) == [f"{DAMAGED}; it is being built again"]


@pytest.mark.parametrize("eighth", range(8))
def test_a_block_of_zeros_anywhere_is_told_and_mended(folder: Path, eighth: int) -> None:
    path = max((folder / "index").glob("*.words"), key=lambda path: path.stat().st_size)
    size = path.stat().st_size
    zero(path, size * eighth // 8, size // 8)
    with Library.open(folder) as library:
        assert len(library.check()) == 1
        for _ in library.mend():
            pass
        answers_rightly(library)
        assert library.check() == []


def test_an_index_that_is_gone_is_built_as_if_it_had_never_been(folder: Path) -> None:
    shutil.rmtree(folder / "index")
    assert lines_until_right(folder) == []


@pytest.mark.parametrize(
    "name", ["_natoread_99.toc", "natoread_x.words", "manifest-9.json", "b.txt"]
)
def test_files_that_do_not_belong_there_do_no_harm(folder: Path, name: str) -> None:
    (folder / "index" / name).write_text("what is this?")
    assert len(lines_until_right(folder)) == (name == "_natoread_99.toc")
    assert (folder / "index" / name).exists() == (
        name in {"b.txt", "natoread_x.words", "manifest-9.json"}
    )


def test_an_index_of_another_version_costs_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(writer, "VERSION", "0 of Whoosh 1.2.3")
        with pytest.raises(IndexTrouble, match="of another version"):
            make(tmp_path, SOME)
    (line,) = lines_until_right(tmp_path)
    assert line == "the search index is of another version or library; it is being built again"


def test_an_index_of_another_library_costs_one_line(folder: Path, tmp_path: Path) -> None:
    make(tmp_path / "other", numbered(7, "other"))
    shutil.rmtree(folder / "index")
    shutil.copytree(tmp_path / "other" / "index", folder / "index")
    (line,) = lines_until_right(folder)
    assert "of another version or library" in line


def test_a_copy_of_the_library_put_back_does_not_answer_from_a_later_index(folder: Path) -> None:
    kept = (folder / FILE).read_bytes()
    with Library.open(folder) as library:
        library.add(numbered(5, "later"))
        index(library)
    for path in folder.glob(f"{FILE}*"):
        path.unlink()
    (folder / FILE).write_bytes(kept)
    with Library.open(folder) as library:
        assert library.notices == [
            "the search index knows more than the library; it is being built again"
        ]
        library.add(numbered(5, "others"))
        assert library.unindexed == len(SOME) + 5
        index(library)
        assert found(library, "later*") == []
        assert found(library, "others3") == ["others3 and common text"]
        assert library.notices == []


def test_releases_that_were_stored_and_not_indexed_are_caught_up(folder: Path) -> None:
    with Library.open(folder) as library:
        library.add([release("late and not common")])
    with Library.open(folder) as library:
        assert (library.unindexed, found(library, "late")) == (1, [])
        index(library)
        assert (library.unindexed, found(library, "late")) == (0, ["late and not common"])


def test_an_index_of_another_user_is_not_read_and_not_built_for_ever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() == 0:
        os.chown(folder / "index", 4242, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: 4242)
    with Library.open(folder) as library:
        (line,) = library.notices
        assert "belongs to another user" in line
        with pytest.raises(IndexTrouble, match="belongs to another user"):
            index(library)
        assert found(library, "common") == []
        assert len(list(library)) == len(SOME)


def test_an_index_folder_that_can_not_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Library.open(tmp_path / "library", tmp_path / "file" / "index") as library:
        library.add([PLAIN])
        assert (library.unindexed, found(library, "body")) == (1, [])
        with pytest.raises(LibraryError, match="Not a directory"):
            index(library)


def test_a_library_that_was_emptied_needs_no_index(folder: Path) -> None:
    with Library.open(folder) as library:
        library._database.execute("DELETE FROM releases")
    with Library.open(folder) as library:
        zero(file_of(folder / "index", ".toc"))
        assert (library.unindexed, library.notices, found(library, "common")) == (0, [], [])
