"""Releases that are taken out: gone from the list and the search at once, and put back whole."""

from pathlib import Path

import pytest
from tests.index.made import PLAIN, found, index, library_of, numbered, release

from natoread_index import Added, Library, NoSuchRelease, Query, Release
from natoread_index.storage import versions


def renew(library: Library, number: int, new: Release) -> int:
    """Make a release the last version of another."""
    with library._writing() as database:
        return versions.renew(database, number, new)


def test_what_is_removed_is_gone_at_once_and_all_else_stays(library: Library) -> None:
    library.add(numbered(5))
    index(library)
    library.remove([2, 4])
    left = [f"word{n} and common text" for n in (0, 2, 4)]
    assert found(library, "common") == left == [some.body for some in library]
    assert found(library, "word1") == []
    assert (len(library), library.unindexed, library.stats().indexed) == (3, 0, 3)
    with pytest.raises(NoSuchRelease):
        library.release(2)


def test_another_program_sees_it_at_its_next_look_and_need_not_build(library: Library) -> None:
    library.add(numbered(5))
    index(library)
    with Library.open(library.folder) as other:
        assert other.search(Query.parse("common")).total == 5
        library.remove([1])
        assert other.refresh()
        assert other.search(Query.parse("common")).total == 4
        assert (other.unindexed, other.check()) == (0, [])


def test_the_index_forgets_it_when_it_catches_up(library: Library) -> None:
    library.add(numbered(5))
    index(library)
    library.remove([1, 5])
    index(library)
    searcher = library._index._opened()
    assert searcher
    assert set(searcher.reader.held) == {2, 3, 4}


def test_what_is_not_there_is_passed_by(library: Library) -> None:
    library.add([PLAIN])
    assert [whole.versions for whole in library.wholes([7, 1, 1, 9])] == [[PLAIN]]
    library.remove([7, 1, 1, 9])
    library.remove([1])
    assert (library.wholes([1]), library.put_back([])) == ([], [])
    assert library.search(Query.parse("body")).total == len(library) == 0


def test_adding_it_again_undoes_it_under_the_same_id_and_a_new_number(library: Library) -> None:
    library.add(numbered(3))
    ids = [some.id for some in library]
    library.remove([1, 2, 3])
    index(library)
    assert library.add(numbered(3)) == Added(added=3)
    index(library)
    assert [some.id for some in library] == ids
    assert list(library.newest) == [4, 5, 6]
    assert library.search(Query.parse("common")).total == 3


def test_what_is_put_back_is_as_it_was(library: Library) -> None:
    first, second = release("one"), release("two")
    library.add([first, PLAIN], "/a.txt")
    library.add([first], "/b.txt")
    renew(library, 1, second)
    index(library)
    number = library.number(first.id)
    removed = library.wholes([number, 2])
    library.remove([number, 2])
    assert len(library) == 0
    assert library.put_back(removed) == [4, 5]
    index(library)
    assert library.versions(first.id) == [first, second]
    assert library.origins(first.id) == ["/a.txt", "/b.txt"]
    assert library[first.id].body == "two"
    assert found(library, "two") == ["two"]


def test_what_came_back_by_itself_is_not_put_back_a_second_time(library: Library) -> None:
    library.add([PLAIN])
    removed = library.wholes([1])
    library.remove([1])
    library.add([PLAIN])
    assert library.put_back(removed) == []
    assert len(library) == 1


def test_the_versions_of_what_is_removed_go_with_it(library: Library) -> None:
    library.add([PLAIN, release("another")])
    library.remove([renew(library, 1, release("new"))])
    assert library._database.execute("SELECT count(*) FROM versions").fetchone() == (0,)
    assert [some.body for some in library] == ["another"]


def test_a_removal_outlives_the_program(tmp_path: Path) -> None:
    with library_of(tmp_path, numbered(3)) as library:
        library.remove([2])
    with Library.open(tmp_path) as library:
        assert found(library, "common") == ["word0 and common text", "word2 and common text"]


@pytest.mark.parametrize("path", ["/in/a.txt", "/in/"])
def test_what_a_file_brought_is_known_and_who_brought_it_too(library: Library, path: str) -> None:
    library.add(numbered(3), "/in/a.txt")
    library.add(numbered(4)[2:], "/b.txt")
    library.add([PLAIN], "/inner/c.txt")
    assert library.brought_by(path.rstrip("/")) == {1: 0, 2: 0, 3: 1}
    assert library.brought_by("/b.txt") == {3: 1, 4: 0}
    assert library.brought_by("/in/a") == library.brought_by("%") == {}
