"""What the user puts on releases: found at once, kept whatever happens, undone act by act."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.index.made import PLAIN, index, numbered, release
from tests.index.to_mark import A, B, C, found, to_mark

from natoread_index import (
    Library,
    Query,
    Retagging,
    Signs,
    Undone,
)
from natoread_index.storage import ledger

IDS = [one.id for one in (A, B, C)]
SUMMIT = Retagging.of(["+Summit"])


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of three releases, all indexed."""
    with to_mark(tmp_path) as library:
        yield library


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
