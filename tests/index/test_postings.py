"""Posting lists as bytes and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyroaring import BitMap

from natoread_index.engine.postings import packed, packed_tightly, unpacked

TOP = 2**32 - 1

numbers = st.one_of(
    st.integers(0, 70), st.integers(65_530, 65_545), st.integers(TOP - 9, TOP), st.integers(0, TOP)
)
runs = st.tuples(numbers, st.integers(1, 5_000)).map(
    lambda run: set(range(run[0], min(sum(run), TOP + 1)))
)
lists = st.one_of(
    st.sets(numbers, max_size=40), st.lists(runs, max_size=4).map(lambda r: set().union(*r))
)


@given(lists)
@example(set())
@example({0})
@example({TOP})
@example(set(range(100_000)))
@example(set(range(0, 200_000, 2)))
def test_any_list_comes_back(documents: set[int]) -> None:
    assert unpacked(packed(BitMap(documents))) == BitMap(documents)
    assert unpacked(packed_tightly(BitMap(documents))) == BitMap(documents)


@pytest.mark.parametrize("start", [0, 1, 65_530, 1_000_000])
@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 10, 5_000, 65_536, 100_000])
def test_documents_in_a_row_come_back_however_many(start: int, count: int) -> None:
    documents = BitMap(range(start, start + count))
    assert list(unpacked(packed(documents))) == list(range(start, start + count))


@pytest.mark.parametrize("count", range(9))
def test_a_few_documents_are_bare_numbers(count: int) -> None:
    content = packed(BitMap(range(100, 100 + count)))
    assert len(content) == 1 + 4 * count
    assert content[:1] == b"\0"


def test_many_documents_are_a_bitmap_that_other_programs_read() -> None:
    content = packed(BitMap([*range(0, 18, 2)]))
    assert content[:1] == b"\1"
    assert BitMap.deserialize(content[1:]) == BitMap(range(0, 18, 2))


def test_a_hundred_thousand_in_a_row_cost_next_to_nothing() -> None:
    assert len(packed(BitMap(range(100_000)))) < 50


@given(lists)
def test_what_is_packed_is_still_what_it_was(documents: set[int]) -> None:
    given_up = BitMap(documents)
    packed(given_up)
    assert given_up == BitMap(documents)


@pytest.mark.parametrize("gap", [1, 2, 99, 120])
@pytest.mark.parametrize("far", [254, 255, 256, 509, 510, 511])
def test_gaps_take_a_byte_each(gap: int, far: int) -> None:
    documents = BitMap([*range(0, 100 * gap, gap), 100 * gap + far, 100 * gap + 2 * far])
    tightly = packed_tightly(documents)
    assert unpacked(tightly) == documents
    assert len(tightly) <= len(documents) + 2 * (far // 255 + 1)


def test_few_of_a_segment_take_two_bytes_each() -> None:
    documents = BitMap([7, 3_000, 60_000])
    assert len(packed_tightly(documents)) == 7
    assert unpacked(packed_tightly(documents)) == documents
