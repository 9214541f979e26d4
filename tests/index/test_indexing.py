"""Indexing in pieces, and what two users of one library see of each other."""

import sqlite3
from pathlib import Path

import pytest
from pyroaring import BitMap
from tests.index.made import PLAIN, found, index, make, numbered, release

from natoread_index import Added, Library, Query
from natoread_index.storage import records


def test_nothing_is_found_before_it_is_indexed_and_all_is_listed(library: Library) -> None:
    library.add(numbered(3))
    assert library.search(Query.parse("common")).total == 0
    assert library.search(Query()).total == 3
    assert library.unindexed == 3
    index(library)
    assert library.search(Query.parse("common")).total == 3
    assert library.unindexed == 0


def test_progress_ends_when_all_can_be_searched_and_not_before(library: Library) -> None:
    library.add(numbered(3))
    steps = library.catch_up()
    for done, total in steps:
        assert total == 3
        if done < total:
            continue
        with Library.open(library.folder) as other:
            assert found(other, "common") == [f"word{n} and common text" for n in range(3)]
            break
    else:
        pytest.fail("never done")
    del steps
    assert list(library.catch_up()) == []


def in_batches(monkeypatch: pytest.MonkeyPatch, first: int, others: int) -> None:
    """Have segments written of so many words, of which a release of `numbered` has four."""
    for name, words in ("_FIRST", first), ("_ALONE", first), ("_MOST", others):
        monkeypatch.setattr(f"natoread_index.searching.pieces.{name}", words)


def test_pieces_can_be_searched_as_they_land(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_batches(monkeypatch, first=8, others=12)
    library.add(numbered(10))
    searchable: list[int] = []
    with Library.open(library.folder) as reader:
        for done, total in library.catch_up():
            reader.refresh()
            searchable.append(reader.search(Query.parse("common")).total)
            assert searchable[-1] <= done <= total == 10
    assert list(dict.fromkeys(searchable))[:2] == [0, 2]
    assert searchable[-1] == 10
    assert library.unindexed == 0


def test_indexing_that_was_stopped_goes_on_from_the_last_piece(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_batches(monkeypatch, first=8, others=12)
    library.add(numbered(10))
    steps = library.catch_up()
    assert [next(steps) for _ in range(2)] == [(0, 10), (1, 10)]
    assert next(steps) > (2, 10)
    del steps
    left = library.unindexed
    assert left in (8, 5)
    assert next(library.catch_up()) == (0, left)


def test_a_release_that_is_gone_is_neither_found_nor_counted(library: Library) -> None:
    library.add(numbered(3))
    index(library)
    library._database.execute("DELETE FROM releases WHERE number = 2")
    with Library.open(library.folder) as other:
        assert other.search(Query.parse("common")).total == 2
        assert other.search(Query.parse("-rain")).total == 2
        assert (other.unindexed, other.stats().indexed, other.check()) == (0, 2, [])
        other.add(numbered(4, "new"))
        assert other.unindexed == 4
        index(other)
        assert other.search(Query.parse("common")).total == 6


def test_all_numbers_are_compared_once_for_an_addition(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(numbered(3))
    index(library)
    compared: list[int] = []
    real = records.last_of

    def last_of(database: sqlite3.Connection, held: BitMap) -> int:
        compared.append(len(held))
        return real(database, held)

    monkeypatch.setattr(records, "last_of", last_of)
    library.add([release("another and common text")])
    index(library)
    assert len(found(library, "common")) == 4
    assert compared == [3]


def test_a_change_by_another_program_is_seen_at_the_next_look(tmp_path: Path) -> None:
    make(tmp_path, [PLAIN])
    with Library.open(tmp_path) as library, Library.open(tmp_path) as other:
        assert (library.search(Query.parse("body")).total, library.refresh()) == (1, False)
        other.add([release("Another body.")])
        assert (library.refresh(), library.refresh()) == (True, False)
        assert (len(library), library.unindexed, len(library.newest)) == (2, 1, 2)
        index(other)
        assert (library.refresh(), library.refresh()) == (True, False)
        assert library.search(Query.parse("body")).total == 2


def test_an_index_built_anew_by_another_program_is_seen_at_the_next_look(tmp_path: Path) -> None:
    make(tmp_path, [PLAIN])
    with Library.open(tmp_path) as library, Library.open(tmp_path) as other:
        other.add([release("Another body.")])
        library.refresh()
        assert library.search(Query.parse("body")).total == 1
        for _ in other.reindex():
            pass
        assert library.refresh()
        assert library.search(Query.parse("body")).total == 2


def test_a_library_that_is_made_later_by_another_program_is_taken_up(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        assert (len(library), library.search(Query.parse("body")).total) == (0, 0)
        assert not library.refresh()
        make(tmp_path / "library", [PLAIN])
        assert len(library) == 0
        assert (library.refresh(), library.refresh()) == (True, False)
        assert (len(library), library.search(Query.parse("body")).total) == (1, 1)


def test_an_addition_goes_into_the_library_that_was_made_meanwhile(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        make(tmp_path / "library", [PLAIN])
        assert library.add([PLAIN, release("Another.")]) == Added(added=1, unchanged=1)
        assert len(library) == 2


def test_what_is_newest_follows_each_addition(library: Library) -> None:
    assert list(library.newest) == []
    library.add([PLAIN])
    assert list(library.newest) == [1]


def test_two_libraries_never_mix_though_they_share_an_index_folder(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        with Library.open(tmp_path / name, tmp_path / "index") as library:
            library.add([release(f"body of {name}")])
            index(library)
            assert found(library, "body") == [f"body of {name}"]
