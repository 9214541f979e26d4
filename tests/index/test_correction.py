"""Corrections by hand: read strictly, found by search, kept when the release comes again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.index.made import PLAIN, found, index, release
from tests.index.test_database import FULL

from natoread_index import (
    Added,
    Basis,
    Dated,
    Fact,
    Kind,
    Library,
    NoCorrection,
    Query,
    Release,
    Retagging,
)
from natoread_index.correction import BY_HAND, corrected

WRONG = replace(release("A long enough body about peace.", day="2024-05-28"), title="Wrong tilte")


def read(fact: Fact, text: str) -> Release:
    """A release with one fact corrected."""
    return corrected(FULL, {fact: fact.read(text)})


@pytest.mark.parametrize(
    ("text", "first", "last", "by_month"),
    [
        ("2024-05-28", "2024-05-28", "2024-05-28", False),
        (" 2024-02 ", "2024-02-01", "2024-02-29", True),
        ("2023-12", "2023-12-01", "2023-12-31", True),
        ("2024-05-27..2024-06-02", "2024-05-27", "2024-06-02", False),
    ],
)
def test_a_date_is_a_day_a_month_or_a_range(
    text: str, first: str, last: str, by_month: bool
) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert read(Fact.DATE, text).dated == Dated(*days, Basis.STATED, BY_HAND, by_month)


def test_a_release_may_have_no_date_and_no_speaker() -> None:
    assert read(Fact.DATE, "None").dated is None
    assert read(Fact.BY, " ; ").speakers == ()


def test_kind_speakers_and_title_are_taken_as_they_are_meant() -> None:
    assert read(Fact.KIND, "Press-Conference").kind is Kind.PRESS_CONFERENCE
    assert read(Fact.BY, "Ann Lee ;  Jo").speakers == ("Ann Lee", "Jo")
    assert read(Fact.TITLE, "A  new\ntitle").title == "A new title"


@pytest.mark.parametrize(
    ("fact", "text", "said"),
    [
        (Fact.DATE, "yesterday", "“yesterday” is no date; write 2024-05-28"),
        (Fact.DATE, "2024-02-30", "is no date"),
        (Fact.DATE, "2024-13", "is no date"),
        (Fact.DATE, "0000-01", "is no date"),
        (Fact.DATE, "", "is no date"),
        (Fact.DATE, "..", "is no date"),
        (Fact.DATE, "2024-05-28..2024-05-27", "ends before it begins"),
        (Fact.KIND, "poem", "“poem” is no kind; the kinds are news, "),
        (Fact.TITLE, " ", "a release has a title"),
    ],
)
def test_what_can_not_be_meant_is_told(fact: Fact, text: str, said: str) -> None:
    with pytest.raises(NoCorrection, match=said.replace("(", r"\(")):
        fact.read(text)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_a_date(text: str) -> None:
    try:
        kept = Fact.DATE.read(text)
    except NoCorrection:
        return
    assert Fact.DATE.read(kept) == kept


@pytest.mark.parametrize("fact", Fact)
def test_what_a_release_has_is_said_as_it_is_read(fact: Fact) -> None:
    same = read(fact, fact.of(FULL))
    assert fact.of(same) == fact.of(FULL)


def correct(library: Library, one: Release, **facts: str | None) -> None:
    texts = {Fact(name): text for name, text in facts.items()}
    library.correct([library.number(one.id)], texts)
    index(library)


def test_what_is_corrected_is_shown_and_found_under_the_same_id(library: Library) -> None:
    library.add([WRONG, PLAIN], "/a.txt")
    index(library)
    library.marks.tag([WRONG.id], Retagging.of(["x"]))
    correct(library, WRONG, title="Right title", date="2023-01", kind="speech", by="Ann Lee")
    now = library[WRONG.id]
    assert (now.title, now.kind, now.speakers) == ("Right title", Kind.SPEECH, ("Ann Lee",))
    assert library.origins(WRONG.id) == ["/a.txt"]
    for query in ("title:right", "kind:speech by:lee", "date:2023-01", "tag:x", "peace"):
        assert found(library, query) == [WRONG.body]
    assert found(library, "title:tilte OR date:2024") == []
    assert library.check() == []


def test_a_correction_is_kept_when_the_release_comes_again(library: Library) -> None:
    library.add([WRONG])
    correct(library, WRONG, title="Right title", date="2001-01-01")
    assert library.add([WRONG]) == Added(unchanged=1)
    assert library.add([replace(WRONG, body=WRONG.body.upper())]) == Added(duplicates=1)
    assert [one.title for one in library] == ["Right title"]
    library.remove([library.number(WRONG.id)])
    assert library.add([WRONG]).added == 1
    assert [one.title for one in library] == ["Right title"]


def test_a_new_version_is_corrected_too_and_older_ones_are_as_they_were(library: Library) -> None:
    text = " ".join(f"Sentence {n} of the text is this." for n in range(40))
    old = replace(WRONG, body=text)
    library.add([old])
    correct(library, old, kind="speech")
    new = replace(WRONG, body=text.replace("Sentence 7 of", "The seventh sentence of"))
    assert library.add([new]) == Added(updated=1)
    assert [one.kind for one in library.versions(old.id)] == [Kind.OTHER, Kind.SPEECH]


def test_a_correction_is_undone_step_by_step(library: Library) -> None:
    library.add([WRONG])
    correct(library, WRONG, title="Second")
    correct(library, WRONG, title="Third", kind="news")
    for title, kind in (("Second", Kind.OTHER), ("Wrong tilte", Kind.OTHER)):
        undone = library.undo()
        assert undone
        assert (undone.says, undone.whose, undone.releases) == ("correction", (WRONG.id,), True)
        index(library)
        assert (library[WRONG.id].title, library[WRONG.id].kind) == (title, kind)
    assert library[WRONG.id] == WRONG
    assert library.undo() is None


def test_a_correction_taken_back_leaves_what_was_published(library: Library) -> None:
    library.add([FULL])
    correct(library, FULL, date="none", by="")
    correct(library, FULL, date=None)
    assert library[FULL.id] == replace(FULL, speakers=())
    correct(library, FULL, by=None)
    assert library[FULL.id] == FULL
    assert found(library, "by:stoltenberg") == [FULL.body]


def test_what_is_no_correction_changes_nothing(library: Library) -> None:
    library.add([WRONG])
    with pytest.raises(NoCorrection):
        correct(library, WRONG, title="Right", date="soon")
    assert list(library) == [WRONG]
    assert library.undo() is None


def test_a_correction_is_not_new(library: Library) -> None:
    library.add([WRONG])
    library.marks.visit(1)
    with Library.open(library.folder) as today:
        correct(today, WRONG, kind="news")
        assert found(today, "is:new") == []


def test_a_correction_is_dumped_and_restored(library: Library, tmp_path: Path) -> None:
    library.add([WRONG])
    correct(library, WRONG, title="Right", date="2020-02")
    shapes = list(library.keepsakes.dump())
    assert [(one["what"], one["fact"], one["value"]) for one in shapes] == [
        ("correction", "date", "2020-02"),
        ("correction", "title", "Right"),
    ]
    with Library.open(tmp_path / "other") as other:
        other.add([WRONG])
        assert other.keepsakes.restore(shapes).restored == 2
        assert other[WRONG.id].title == "Right"
        index(other)
        assert other.search(Query.parse("title:right date:2020")).total == 1
        other.undo()
        assert other[WRONG.id] == WRONG
