"""Work that nobody waits for any more."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.index.made import library_of, numbered, release

from natoread_index import Library, Query
from natoread_index.stopping import Stopped, steps, stoppable


def after(looks: int) -> Callable[[], bool]:
    """Give up at the look that follows so many."""
    seen = count()
    return lambda: next(seen) >= looks


def test_steps_go_on_until_the_work_is_given_up() -> None:
    done: list[int] = []
    with pytest.raises(Stopped), stoppable(after(3)):
        done.extend(steps(range(9)))
    assert done == [0, 1, 2]
    assert list(steps(range(9))) == [*range(9)]


def test_no_failure_is_read_into_work_that_is_given_up() -> None:
    assert not issubclass(Stopped, Exception)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Releases in several segments, one of them with words in a row."""
    phrase = release("air policing over the baltic states")
    additions = [[*numbered(3, f"w{n}"), phrase] for n in range(3)]
    with library_of(tmp_path, *additions) as library:
        yield library


def looks_at(work: Callable[[], object]) -> int:
    """How often some work looks whether it is given up."""
    seen = count()
    with stoppable(lambda: next(seen) < 0):
        work()
    return next(seen)


@pytest.mark.parametrize(
    "asked", ["common", "common text", '"air policing"', "w1", "polcing", "baltic OR tex"]
)
def test_a_search_can_be_given_up_at_each_of_its_steps_and_asked_again(
    library: Library, asked: str
) -> None:
    query = Query.parse(asked, typing=True)
    with Library.open(library.folder) as other:
        steps_of_it = looks_at(lambda: other.search(query))
    assert steps_of_it > len(library) // 4
    for looks in range(steps_of_it):
        with pytest.raises(Stopped), stoppable(after(looks)), Library.open(library.folder) as other:
            other.search(query)
    for looks in range(0, steps_of_it, 3):
        with stoppable(after(looks)):
            try:
                library.search(query)
            except Stopped:
                continue
    with Library.open(library.folder) as other:
        expected = other.search(query)
    found = library.search(query)
    assert list(found.numbers) == list(expected.numbers)
    assert list(found.numbers)
    assert (found.scores, found.corrected) == (expected.scores, expected.corrected)
    assert library.search(query).total == found.total
    assert not library.check()


def test_rows_are_given_up_between_two(library: Library) -> None:
    numbers = library.newest[:9]
    assert looks_at(lambda: library.rows(numbers)) == 9
    with pytest.raises(Stopped), stoppable(after(5)):
        library.rows(numbers)
    assert [row.number for row in library.rows(numbers)] == [*numbers]
