"""The library as its door shows it: what is added, listed, looked up, shown and counted."""

import gc
import sqlite3
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.index.made import PLAIN, found, index, numbered, release

from natoread_index import (
    Added,
    Kind,
    Library,
    LibraryError,
    NoSuchRelease,
    Query,
    Release,
    Sort,
    Unreadable,
)


def test_the_nine_releases_are_found_by_what_they_say(
    library: Library, nine_releases: list[Release]
) -> None:
    assert library.add(nine_releases, "nine.txt") == Added(added=9)
    index(library)
    totals = {
        text: library.search(Query.parse(text)).total
        for text in ("Geoana", "GEOANĂ", "defence air", "Ukraine's", "title:Ukraine", "foo AND")
    }
    assert totals == {
        "Geoana": found_in(nine_releases, "Geoană"),
        "GEOANĂ": found_in(nine_releases, "Geoană"),
        "defence air": 2,
        "Ukraine's": found_in(nine_releases, "Ukraine"),
        "title:Ukraine": 2,
        "foo AND": 0,
    }


def found_in(releases: list[Release], word: str) -> int:
    return sum(word in f"{release.title} {release.body}" for release in releases)


def test_each_release_is_counted_once(library: Library) -> None:
    new, same = release("One body."), release("Two  bodies.")
    other = replace(same, body="two bodies")
    assert library.add([new, same, new]) == Added(added=2, unchanged=1)
    assert library.add([same, other, PLAIN]) == Added(added=1, unchanged=1, duplicates=1)
    assert len(library) == 3
    assert library.add([new]) + Added(2, 3, 4, 5) == Added(2, 3, 5, 5)


def test_releases_that_differ_in_a_number_a_date_or_a_title_are_two(library: Library) -> None:
    some = [
        release("300 troops"),
        release("400 troops"),
        release("300 troops", title="Another"),
        release("300 troops", source="White House"),
    ]
    assert library.add(some) == Added(added=4)


def test_a_dry_run_tells_what_would_be_and_does_nothing(library: Library) -> None:
    library.add([PLAIN])
    new = release("New.")
    some = [PLAIN, new, new, replace(new, body="new"), replace(PLAIN, body="a BODY")]
    would = library.add(some, dry_run=True)
    assert would == Added(added=1, unchanged=2, duplicates=2)
    assert len(library) == 1
    assert library.add(some) == would


def test_where_a_release_came_from_is_kept_for_each_file(library: Library) -> None:
    library.add([PLAIN], "/a.txt")
    library.add([PLAIN], "/b.txt")
    query = "SELECT path FROM origins JOIN files USING (file) ORDER BY path"
    assert library._database.execute(query).fetchall() == [("/a.txt",), ("/b.txt",)]


class Failing(Exception):
    pass


@pytest.mark.parametrize("error", [Failing(), OSError("of a file"), sqlite3.Error(), Unreadable()])
@pytest.mark.parametrize("dry_run", [False, True])
def test_a_failure_while_reading_is_passed_on_and_nothing_is_kept(
    library: Library, error: Exception, dry_run: bool
) -> None:
    def some() -> Iterator[Release]:
        yield from numbered(5)
        raise error

    library.add([PLAIN])
    with pytest.raises(type(error)) as raised:
        library.add(some(), dry_run=dry_run)
    assert raised.value is error
    assert list(library) == [PLAIN]
    assert library.add(numbered(5)).added == 5


def test_the_first_failure_leaves_an_empty_library_that_can_be_used(library: Library) -> None:
    def some() -> Iterator[Release]:
        yield PLAIN
        raise Failing

    with pytest.raises(Failing):
        library.add(some())
    assert (len(library), library.unindexed, list(library)) == (0, 0, [])
    assert library.add([PLAIN]).added == 1


def test_a_folder_that_can_not_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Library.open(tmp_path / "file" / "library") as library:
        with pytest.raises(LibraryError, match="Not a directory"):
            library.add([PLAIN])
        assert len(library) == 0


def test_iteration_is_newest_first_and_undated_ones_last(library: Library) -> None:
    days = ["2024-05-01", "", "2024-05-03", "2024-05-01", "", "2024-05-02"]
    library.add([release(f"body {n}", day=day) for n, day in enumerate(days)])
    assert [some.body[-1] for some in library] == ["2", "5", "3", "0", "1", "4"]
    oldest = library.search(Query(), Sort.OLDEST).numbers
    assert [library.release(number).body[-1] for number in oldest] == ["0", "3", "5", "2", "1", "4"]


def test_a_release_is_found_by_its_id_or_any_start_that_no_other_has(library: Library) -> None:
    library.add(numbered(20))
    ids = sorted(some.id for some in library)
    for release_id in ids:
        assert library[release_id].id == release_id
        assert library.row(release_id).id == release_id
        assert release_id in library
    shared = 0
    while sum(other.startswith(ids[0][: shared + 1]) for other in ids) > 1:
        shared += 1
    assert library[ids[0][: shared + 1]].id == ids[0]
    assert ids[0][: shared + 1] not in library


@pytest.mark.parametrize("start", ["", "%", "_", "zz", "'", "0" * 40, "é", "\0", "a b"])
def test_what_is_no_start_of_an_id_finds_nothing(library: Library, start: str) -> None:
    library.add(numbered(3))
    with pytest.raises(NoSuchRelease, match=r"^no release has the id"):
        library[start]
    assert start not in library
    assert 7 not in library


def test_a_start_of_several_ids_is_refused(library: Library) -> None:
    library.add(numbered(40))
    starts = [some.id[0] for some in library]
    ambiguous = next(start for start in starts if starts.count(start) > 1)
    with pytest.raises(NoSuchRelease, match="more than one release has the id"):
        library[ambiguous]


def test_a_number_that_is_not_there_is_told(library: Library) -> None:
    library.add([PLAIN])
    with pytest.raises(NoSuchRelease, match="no longer in the library"):
        library.release(2)


def test_rows_come_in_the_order_asked_for_with_what_answers(library: Library) -> None:
    library.add([release(f"{'text ' * 100} rain{n} falls", day="2024-05-28") for n in range(3)])
    rows = library.rows([3, 1, 9, 2], Query.parse("rain0 OR rain2"))
    assert [row.number for row in rows] == [3, 1, 2]
    lit = [row.snippet.text[span.start : span.end] for row in rows for span in row.snippet.lights]
    assert lit == ["rain2", "rain0"]
    assert rows[2].snippet.text.startswith("text text")
    assert (rows[0].words, rows[0].kind, rows[0].source) == (102, Kind.OTHER, "NATO")
    assert rows[0].dated == library.release(3).dated
    assert library.rows([]) == []


def test_many_rows_are_read_at_once(library: Library) -> None:
    library.add(release(f"{n}a {n}b {n}c {n}d", title=f"{n}e") for n in range(1200))
    assert [row.number for row in library.rows(library.newest)] == list(range(1, 1201))


def test_the_counts_are_by_source_kind_and_month(library: Library) -> None:
    library.add([release("1", day="2024-05-28"), release("2"), release("3", source="WH")])
    library.add([replace(release("4", day="2024-05-01"), kind=Kind.SPEECH)])
    stats = library.stats()
    assert (stats.releases, stats.indexed) == (4, 0)
    assert stats.source == {"NATO": 3, "WH": 1}
    assert stats.kind == {"other": 3, "speech": 1}
    assert stats.month == {"2024-05": 2, "none": 2}


def test_a_sound_library_has_no_troubles_and_one_not_indexed_has_one(library: Library) -> None:
    assert library.check() == []
    library.add(numbered(3))
    (trouble,) = library.check()
    assert trouble.sentence == "3 releases can’t be searched yet"
    assert (trouble.remedy, trouble.mendable) == ("natoread reindex", True)
    index(library)
    assert (library.check(), library.notices) == ([], [])


def test_what_a_word_finds_is_what_it_excludes(library: Library) -> None:
    library.add([release("our defences"), release("the defense of"), release("neither")])
    index(library)
    assert found(library, "-defence") == found(library, "-defense") == ["neither"]


def test_an_index_is_let_go_with_its_last_user(library: Library) -> None:
    library.add(numbered(3))
    index(library)
    gc.disable()
    try:
        assert library.search(Query.parse("comon OR word1*")).corrected
        searcher = library._index._opened()
        assert searcher
        known = weakref.ref(searcher), weakref.ref(searcher.reader)
        del searcher
        library._index.close()
        assert [one() for one in known] == [None, None]
    finally:
        gc.enable()
