"""How an index is brought up to date: which releases go into one segment, and when they land."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index import workers
from tests.index.made import found, index, make, numbered, release

from natoread_index import IndexTrouble, Library, LibraryError, Query
from natoread_index.engine.reader import IndexReader
from natoread_index.searching import crew, pieces
from natoread_index.searching.child import Child
from natoread_index.searching.pieces import Pieces
from natoread_index.storage import records
from natoread_index.storage.database import name_of

NUMBERED = 4
"""Words of each such release."""


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share the work among processes from 20 releases on; the first 5 are written alone."""
    monkeypatch.setattr(pieces, "cores", lambda: 2)
    monkeypatch.setattr(pieces, "_FIRST", 5 * NUMBERED)
    monkeypatch.setattr(pieces, "_ALONE", 20 * NUMBERED)


def reader(library: Library) -> IndexReader:
    return IndexReader(library.index_folder, name_of(library._database))


def sizes(library: Library) -> list[int]:
    return [segment.size for segment in reader(library).segments]


def common(library: Library) -> int:
    return library.search(Query.parse("common")).total


lengths = st.lists(st.integers(0, 40), max_size=60)


@given(lengths, st.integers(1, 60), st.integers(0, 200), st.integers(20, 200), st.integers(1, 9))
def test_batches_hold_all_in_order_and_none_too_much(
    words: list[int], first: int, alone: int, most: int, cores: int
) -> None:
    numbers = list(range(len(words), 0, -1))
    of = dict(zip(numbers, words, strict=True))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_FIRST", first), ("_ALONE", alone), ("_MOST", most)):
            patch.setattr(pieces, name, value)
        patch.setattr(pieces, "cores", lambda: cores)
        patch.setattr(records, "lengths", lambda *_: of)
        patch.setattr(records, "last_of", lambda *_: 0)
        database: Any = None
        batches = Pieces(Path("nowhere"), database, None)._batches(numbers)
    assert [number for batch in batches for number in batch] == numbers
    assert all(batches)
    if sum(words) <= alone:
        assert len(batches) <= 1
    else:
        rooms = [first, *[min(sum(words) // cores + 1, most)] * (len(batches) - 1)]
        for batch, room in zip(batches, rooms, strict=True):
            assert len(batch) == 1 or sum(map(of.__getitem__, batch)) <= room


def test_many_releases_are_shared_among_processes(shared: None, library: Library) -> None:
    library.add(numbered(200))
    steps = list(library.catch_up())
    assert steps == sorted(steps)
    assert steps[0] == (0, 200)
    assert [done for done, total in steps if done == total] == [200]
    assert sorted(sizes(library)) == [5, 95, 100]
    assert common(library) == 200
    assert [found(library, f"word{n}") for n in (0, 199)] == [
        [f"word{n} and common text"] for n in (0, 199)
    ]
    assert library.check() == []


def test_the_newest_can_be_searched_before_the_others(shared: None, library: Library) -> None:
    library.add(numbered(100))
    with Library.open(library.folder) as other:
        for done, _ in library.catch_up():
            if done >= 5:
                break
        assert found(other, "common")[:5] == [f"word{n} and common text" for n in range(5)]


def test_the_order_by_day_holds_through_all_segments(shared: None, library: Library) -> None:
    days = [f"20{n % 90 + 10}-05-{n % 28 + 1:02}" if n % 7 else "" for n in range(120)]
    library.add([release(f"common {n}", day=day) for n, day in enumerate(days)])
    index(library)
    assert len(sizes(library)) > 2
    assert list(library.search(Query.parse("date:2010..2099")).numbers) == [
        number for number in library.newest if days[number - 1]
    ]
    by_day = library.search(Query.parse("common OR absent OR kind:other"))
    assert by_day.total == 120


def test_what_is_all_done_is_said_once_and_last(library: Library) -> None:
    library.add(numbered(3))
    for done, total in library.catch_up():
        with Library.open(library.folder) as other:
            assert common(other) == (3 if done == total else 0)
    assert (done, total) == (3, 3)


def test_a_process_that_dies_is_told_and_what_had_landed_stays(
    shared: None, library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library.add(numbered(60))
    with monkeypatch.context() as patch:
        workers.put(tmp_path / "workers", patch)
        patch.setattr(crew, "Child", lambda _, task: Child("reports_and_dies", task))
        with pytest.raises(IndexTrouble, match="ended before its time"):
            index(library)
    assert (common(library), library.unindexed) == (5, 55)
    assert next(library.catch_up()) == (0, 55)
    index(library)
    assert (common(library), library.unindexed, library.check()) == (60, 0, [])


def test_trouble_with_the_disk_in_a_process_is_a_sentence(
    shared: None, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(numbered(60))
    error = {"error": [28, "No space left on device", str(library.index_folder / "file")]}
    workers_of = type("Spoilt", (), {"reports": lambda _: iter([error]), "kill": lambda _: None})
    monkeypatch.setattr(crew, "Child", lambda *_: workers_of())
    with pytest.raises(LibraryError, match=r"index/file: No space left on device$"):
        index(library)
    assert common(library) == 5


def test_work_that_is_stopped_goes_on_where_it_was(shared: None, library: Library) -> None:
    library.add(numbered(200))
    steps = library.catch_up()
    for done, _ in steps:
        if done > 5:
            break
    steps.close()  # type: ignore[attr-defined]  # it is a generator
    assert library.unindexed in (195, 100, 95)
    with Library.open(library.folder) as other:
        index(other)
        assert (common(other), other.check()) == (200, [])


def test_what_an_earlier_writer_left_unfinished_goes_with_the_next(library: Library) -> None:
    make(library.folder, numbered(2))
    library.refresh()
    left = library.index_folder / "unfinished" / "half" / "natoread.tmp"
    left.mkdir(parents=True)
    (left / "file").touch()
    library.add(numbered(2, "more"))
    index(library)
    assert not (library.index_folder / "unfinished" / "half").exists()


def test_nothing_is_left_of_unfinished_segments(shared: None, library: Library) -> None:
    library.add(numbered(60))
    index(library)
    unfinished = library.index_folder / "unfinished"
    assert not unfinished.exists() or list(unfinished.iterdir()) == []


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ([1, 1, 1], [1, 1, 1]),
        ([1, 1, 1, 1], [4]),
        ([40, 1, 1, 1, 1], [40, 4]),
        ([40, 1, 1, 1, 1, 1, 1, 1], [40, 4, 1, 1, 1]),
        ([4, 4, 4, 4], [16]),
        ([16, 4, 4, 4, 16, 1], [44, 1]),
        ([2, 2, 1, 20], [25]),
    ],
)
def test_segments_of_one_size_are_written_together(
    library: Library, added: list[int], expected: list[int]
) -> None:
    for count in added:
        library.add(numbered(count, f"x{len(library)}x"))
        index(library)
        assert common(library) == len(library) == sum(sizes(library))
    assert sizes(library) == expected


def test_large_segments_are_not_written_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_SMALL", 10)
    for count in (4, 4, 4, 4):
        library.add(numbered(count, f"x{len(library)}x"))
        index(library)
    assert sizes(library) == [4, 4, 4, 4]


def test_there_are_never_many_segments(library: Library) -> None:
    for n in range(17):
        library.add([release(f"common {n}")])
        index(library)
    assert len(sizes(library)) <= 5
    assert common(library) == 17


def test_a_release_that_is_gone_is_left_out_of_what_is_written_again(library: Library) -> None:
    for count in (1, 1, 1):
        library.add(numbered(count, f"x{len(library)}x"))
        index(library)
    library._database.execute("DELETE FROM releases WHERE number = 2")
    library.add(numbered(1, "new"))
    index(library)
    assert sizes(library) == [3]
    assert (common(library), library.unindexed, library.check()) == (3, 0, [])
    assert reader(library).held == BitMap([1, 3, 4])


def test_an_addition_of_nothing_new_ends_at_once(library: Library) -> None:
    library.add(numbered(3))
    index(library)
    assert library.add(numbered(3)).added == 0
    assert list(library.catch_up()) == []
    assert (common(library), library.unindexed) == (3, 0)
    assert reader(library).manifest.addition == records.latest_addition(library._database)


def test_a_release_that_came_and_went_unindexed_ends_at_once(library: Library) -> None:
    library.add(numbered(3))
    index(library)
    library.add([release("common but gone")])
    library._database.execute("DELETE FROM releases WHERE number = 4")
    assert list(library.catch_up()) == []
    assert (common(library), library.unindexed) == (3, 0)


def test_an_emptied_library_can_be_indexed_again(library: Library) -> None:
    library.add(numbered(3))
    index(library)
    library._database.execute("DELETE FROM releases")
    assert list(library.reindex()) == []
    assert (len(library), library.notices, common(library)) == (0, [], 0)
