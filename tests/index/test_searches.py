"""Searches under names, and those of the past."""

from pathlib import Path

import pytest

from natoread_index import Library, Saved
from natoread_index.storage import searches


def test_a_search_is_saved_renamed_forgotten_and_brought_back(library: Library) -> None:
    kept = library.searches
    kept.save("West", "spain")
    kept.save("east", "poland")
    assert kept.saved == [Saved("east", "poland"), Saved("West", "spain")]
    kept.save("east", "poland OR estonia")
    kept.rename("east", "Baltic")
    assert kept.saved == [Saved("Baltic", "poland OR estonia"), Saved("West", "spain")]
    kept.forget("West")
    assert [library.undo() is not None for _ in range(3)] == [True, True, True]
    assert kept.saved == [Saved("east", "poland"), Saved("West", "spain")]


def test_only_what_was_done_to_searches_can_be_undone_by_them(library: Library) -> None:
    library.marks.note("one", "Ask the press office.")
    assert library.searches.undo() is None
    library.searches.save("a", "x")
    undone = library.searches.undo()
    assert undone
    assert (undone.says, library.searches.saved) == ("saved search", [])
    assert library.searches.undo() is None
    assert library.marks.signs(["one"])["one"].note == "Ask the press office."


def test_a_name_that_is_not_there_or_the_same_changes_nothing(library: Library) -> None:
    library.searches.save("a", "x")
    library.searches.rename("b", "c")
    library.searches.rename("a", "a")
    assert library.searches.saved == [Saved("a", "x")]
    library.undo()
    assert library.undo() is None


def test_what_was_asked_lately_comes_first_and_each_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for query in ("ukraine", " air  defence ", "", "ukraine"):
        library.searches.note_asked(query)
    assert library.searches.asked == ["ukraine", "air defence"]
    assert library.undo() is None
    monkeypatch.setattr(searches, "_ASKED_KEPT", 2)
    library.searches.note_asked("third")
    assert library.searches.asked == ["third", "ukraine"]


def test_searches_outlive_the_app(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.searches.save("a", "x")
    with Library.open(tmp_path) as library:
        assert library.searches.saved == [Saved("a", "x")]
