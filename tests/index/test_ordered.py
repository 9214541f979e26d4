"""An order of which only the head is known: it behaves like the list that it stands for."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from natoread_index.searching.ordered import Ordered

ends = st.one_of(st.none(), st.integers(-40, 40))
steps = st.one_of(st.none(), st.integers(-5, 5).filter(bool))
slices = st.builds(slice, ends, ends, steps)
sizes = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


class Asked:
    """The whole of an order, and how often it was asked for."""

    def __init__(self, length: int) -> None:
        self.whole, self.times = [n * n for n in range(length)], 0

    def __call__(self) -> Sequence[int]:
        self.times += 1
        return self.whole


def made(head: int, length: int) -> tuple[Ordered, Asked]:
    asked = Asked(length)
    return Ordered(asked.whole[:head], length, asked), asked


@given(sizes, slices)
@example([3, 100], slice(-5, 2))
@example([3, 100], slice(None, -98))
@example([3, 100], slice(50, 2))
def test_any_slice_is_that_of_the_list(size: list[int], at: slice) -> None:
    ordered, asked = made(*size)
    assert list(ordered[at]) == asked.whole[at]


@given(sizes, slices)
def test_the_whole_is_asked_for_only_where_the_head_ends(size: list[int], at: slice) -> None:
    head, length = size
    ordered, asked = made(head, length)
    list(ordered[at])
    places = range(length)[at]
    assert asked.times == any(place >= head for place in places)


@given(sizes)
def test_any_index_is_that_of_the_list(size: list[int]) -> None:
    head, length = size
    for at in range(-length, length):
        ordered, asked = made(head, length)
        assert ordered[at] == asked.whole[at]
        assert asked.times == (at % length >= head)


@pytest.mark.parametrize("at", [-4, 3, 99])
@pytest.mark.parametrize("head", range(4))
def test_there_is_nothing_behind_the_end(head: int, at: int) -> None:
    ordered, asked = made(head, 3)
    with pytest.raises(IndexError):
        ordered[at]
    assert not asked.times


@given(sizes)
def test_it_is_a_sequence_in_all_else(size: list[int]) -> None:
    ordered, asked = made(*size)
    assert len(ordered) == len(asked.whole)
    assert list(ordered) == asked.whole
    assert list(reversed(ordered)) == asked.whole[::-1]
    assert 899 not in ordered
    assert all(ordered.index(square) == at for at, square in enumerate(asked.whole))
    assert asked.times == (size[0] < size[1])


def test_a_slice_without_a_step_forward_is_refused() -> None:
    with pytest.raises(ValueError, match="zero"):
        made(2, 3)[0][::0]
