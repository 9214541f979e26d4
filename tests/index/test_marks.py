"""What the user puts on releases: found at once, kept whatever happens, undone act by act."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.index.made import PLAIN, index, make, numbered, read_only, release
from tests.index.test_writers import SOON, another

from natoread_index import (
    Library,
    LibraryError,
    LibraryLocked,
    Query,
    Retagging,
    Signs,
    Undone,
)
from natoread_index.storage import ledger
from natoread_index.storage.lock import writing

A, B, C = numbered(3)
IDS = [one.id for one in (A, B, C)]
SUMMIT = Retagging.of(["+Summit"])


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of three releases, all indexed."""
    make(tmp_path, [A, B, C])
    with Library.open(tmp_path) as library:
        yield library


def found(library: Library, text: str) -> list[str]:
    """The first words of the releases that answer: `word0`."""
    numbers = library.search(Query.parse(text)).numbers
    return sorted(library.release(number).body.split()[0] for number in numbers)


def test_what_is_put_on_a_release_is_told_and_found(library: Library) -> None:
    marks = library.marks
    assert marks.signs(IDS) == {}
    assert (marks.read([A.id]), marks.star([A.id, B.id])) == (1, 2)
    assert marks.tag([C.id, A.id], SUMMIT) == 2
    marks.note(B.id, " A pledge of 2%. \n")
    assert marks.signs([A.id, B.id]) == {
        A.id: Signs(read=True, starred=True, tags=("Summit",)),
        B.id: Signs(starred=True, note="A pledge of 2%."),
    }
    assert {
        text: found(library, text)
        for text in ("is:read", "is:unread", "is:starred", "tag:summit", "note:pledges", "is:noted")
    } == {
        "is:read": ["word0"],
        "is:unread": ["word1", "word2"],
        "is:starred": ["word0", "word1"],
        "tag:summit": ["word0", "word2"],
        "note:pledges": ["word1"],
        "is:noted": ["word1"],
    }
    assert found(library, "common is:starred -is:read") == ["word1"]
    assert found(library, "tag:sum OR note:pledge") == ["word1"]


def test_a_search_sees_each_change_at_once(library: Library) -> None:
    assert found(library, "is:starred") == []
    library.marks.star([A.id])
    assert found(library, "is:starred") == ["word0"]
    library.marks.star([A.id], on=False)
    assert found(library, "is:starred") == []
    library.marks.undo()
    assert found(library, "is:starred") == ["word0"]


def test_what_was_read_is_no_act(library: Library) -> None:
    library.marks.has_been_read(A.id)
    assert found(library, "is:read") == ["word0"]
    assert library.marks.undo() is None


def test_acts_are_undone_one_by_one_from_the_last(library: Library) -> None:
    marks = library.marks
    marks.note(A.id, "First.")
    marks.note(A.id, "Second.")
    marks.star(IDS)
    marks.tag([A.id], Retagging.of(["x", "y"]))
    marks.tag([A.id], Retagging.of(["z", "-x"]))
    assert marks.signs([A.id])[A.id] == Signs(starred=True, tags=("y", "z"), note="Second.")
    assert marks.undo() == Undone("tags +z -x", (A.id,))
    assert marks.signs([A.id])[A.id].tags == ("x", "y")
    assert marks.undo() == Undone("tags +x +y", (A.id,))
    undone = marks.undo()
    assert undone
    assert (undone.says, set(undone.whose)) == ("star", set(IDS))
    assert marks.signs(IDS) == {A.id: Signs(note="Second.")}
    marks.undo()
    assert marks.signs(IDS) == {A.id: Signs(note="First.")}
    marks.undo()
    assert marks.signs(IDS) == {}
    assert marks.undo() is None


def test_an_act_that_changes_nothing_is_not_undone(library: Library) -> None:
    library.marks.star([A.id])
    assert library.marks.star([A.id]) == 0
    assert library.marks.tag(IDS, Retagging.of(["-never"])) == 0
    library.marks.undo()
    assert found(library, "is:starred") == []


def test_acts_of_long_ago_can_not_be_undone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_ACTS_KEPT", 2)
    for text in ("One.", "Two.", "Three."):
        library.marks.note(A.id, text)
    assert [bool(library.marks.undo()) for _ in range(3)] == [True, True, False]
    assert library.marks.signs([A.id])[A.id].note == "One."


def test_acts_can_be_undone_the_next_day(library: Library) -> None:
    library.marks.star([A.id])
    with Library.open(library.folder) as tomorrow:
        assert tomorrow.marks.undo() == Undone("star", (A.id,))
    assert found(library, "is:starred") == []


def test_a_tag_keeps_the_spelling_that_it_has(library: Library) -> None:
    library.marks.tag([A.id], Retagging.of(["Vilnius-Summit"]))
    library.marks.tag(IDS, Retagging.of(["vilniussummit", "x"]))
    assert library.marks.tags() == {"Vilnius-Summit": 3, "x": 3}
    library.marks.tag([A.id], Retagging.of(["-X"]))
    assert library.marks.tags() == {"Vilnius-Summit": 3, "x": 2}


def test_marks_outlive_the_release_and_come_back_with_it(library: Library) -> None:
    library.marks.star([A.id])
    with library._store.writing() as database:
        database.execute("DELETE FROM releases WHERE id = ?", (A.id,))
    library._forget()
    assert found(library, "is:starred") == []
    library.add([A])
    index(library)
    assert found(library, "is:starred") == ["word0"]


def test_new_is_what_came_since_the_last_visit(library: Library) -> None:
    assert len(found(library, "is:new")) == 3
    library.marks.visit(library.newest[-1])
    assert len(found(library, "is:new")) == 3
    with Library.open(library.folder) as other:
        assert found(other, "is:new") == []
        other.add(numbered(5))
        index(other)
        assert found(other, "is:new") == ["word3", "word4"]
    library.refresh()
    assert len(found(library, "is:new")) == 5


def test_a_removal_is_undone_with_all_that_was_on_the_release(library: Library) -> None:
    library.marks.visit(max(library.newest))
    library.marks.star([A.id, B.id])
    with Library.open(library.folder) as today:
        today.remove(today.search(Query.parse("is:starred")).numbers)
        assert (len(today), found(today, "is:starred")) == (1, [])
        assert today.undo() == Undone("removal", tuple(sorted([A.id, B.id])), releases=True)
        index(today)
        assert found(today, "is:starred") == ["word0", "word1"]
        assert found(today, "is:new") == []
        assert today[A.id] == A
        assert today.check() == []


def test_what_was_added_again_since_is_left_as_it_is(library: Library) -> None:
    library.remove([1])
    library.add([A, *numbered(4)])
    undone = library.undo()
    assert undone
    assert len(library) == 4
    assert library.undo() is None


def test_a_visit_without_anything_new_writes_nothing(library: Library) -> None:
    library.marks.visit(0)
    before = library._database.total_changes
    library.marks.visit(0)
    assert library._database.total_changes == before


def test_a_change_by_another_program_is_seen(library: Library) -> None:
    assert found(library, "is:starred") == []
    with Library.open(library.folder) as other:
        other.marks.star([A.id])
        assert found(library, "is:starred") == ["word0"]
        library.marks.star([B.id])
        assert other.marks.undo() == Undone("star", (B.id,))
    assert found(library, "is:starred") == ["word0"]


def test_two_programs_mark_at_once_and_nothing_is_lost(library: Library) -> None:
    def mark(name: str) -> None:
        with Library.open(library.folder) as mine:
            for number in range(20):
                mine.marks.tag([A.id], Retagging.of([f"{name}{number}"]))

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(mark, name) for name in "ab"]:
            done.result(SOON)
    assert len(library.marks.signs([A.id])[A.id].tags) == 40
    assert all(library.marks.undo() for _ in range(40))
    assert library.marks.signs([A.id]) == {}


def test_who_has_no_patience_is_told_at_once_that_another_writes(library: Library) -> None:
    library.patience = 0
    with (
        writing(library.folder, "library"),
        ThreadPoolExecutor(1) as pool,
        pytest.raises(LibraryLocked, match="is writing to the library"),
    ):
        pool.submit(star_without_patience, library.folder).result(SOON)


def star_without_patience(folder: Path) -> None:
    with Library.open(folder) as library:
        library.patience = 0
        library.marks.star([A.id])


def test_a_full_disk_is_told_and_leaves_the_marks_as_they_were(library: Library) -> None:
    library.marks.note(A.id, "Kept.")
    (pages,) = library._database.execute("PRAGMA page_count").fetchone()
    library._database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="the disk is full"):
        library.marks.note(A.id, "Too long. " * 10_000)
    assert library.marks.signs([A.id])[A.id].note == "Kept."
    library._database.execute("PRAGMA max_page_count = 100000")
    library.marks.undo()
    assert library.marks.signs([A.id]) == {}


def test_a_library_that_can_not_be_written_is_told() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # everybody may look
        make(folder, [A])
        with read_only(folder), Library.open(folder) as mine:
            assert mine.marks.signs([A.id]) == {}
            with pytest.raises(LibraryError, match="Permission denied"):
                mine.marks.star([A.id])


MARKING = """
import sys
from pathlib import Path
from natoread_index import Library, Query

with Library.open(Path(sys.argv[1])) as library:
    ids = [release.id for release in library]
    library.marks.star(ids)
    with library._store.writing() as database:
        database.execute("DELETE FROM made")
        print("holding", flush=True)
        sys.stdin.read()
"""


def test_a_program_killed_while_it_marks_leaves_all_that_was_done_and_nothing_half(
    tmp_path: Path,
) -> None:
    make(tmp_path, [A, B, C])
    with another(MARKING, tmp_path) as process:
        process.kill()
        process.wait(SOON)
        with Library.open(tmp_path) as library:
            assert len(found(library, "is:starred")) == 3
            assert library.marks.undo()
            assert library.check() == []


def test_a_library_without_a_file_can_be_marked(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new") as library:
        assert library.marks.signs([PLAIN.id]) == {}
        assert library.marks.tags() == {}
        assert not (tmp_path / "new").exists()
        library.marks.star([PLAIN.id])
        library.add([PLAIN])
        index(library)
        assert library.search(Query.parse("is:starred")).total == 1


def test_marks_of_one_library_can_be_put_on_the_releases_of_another(
    library: Library, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "mine") as mine:
        library.marks = mine.marks
        library.marks.star([B.id])
        assert found(library, "is:starred") == ["word1"]
    with Library.open(library.folder) as alone:
        assert found(alone, "is:starred") == []


def test_many_notes_are_searched_by_their_words(library: Library) -> None:
    some = [release(f"body{n}") for n in range(300)]
    library.add(some)
    index(library)
    for n, one in enumerate(some):
        library.marks.note(one.id, f"Ask Geoană’s office about Indo-Pacific item {n}")
    assert library.search(Query.parse("note:geoana note:indopacific")).total == 300
    assert library.search(Query.parse('note:"item 299"')).total == 1
    assert library.search(Query.parse("note:(item 1*) -note:12")).total == 110


def test_marks_are_read_while_another_program_writes(library: Library) -> None:
    reached, opened = threading.Event(), threading.Event()

    def hold() -> None:
        with Library.open(library.folder) as other, other._store.writing() as database:
            database.execute("DELETE FROM made")
            reached.set()
            assert opened.wait(SOON)

    library.marks.star([A.id])
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(hold)
        assert reached.wait(SOON)
        assert found(library, "is:starred") == ["word0"]
        opened.set()
        held.result(SOON)
    assert found(library, "is:starred") == []
