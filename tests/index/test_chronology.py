"""The order of documents by their days, and which of them lie in a span of days."""

from array import array
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyroaring import BitMap

from natoread_index.searching.chronology import Chronology

TODAY = date(2024, 5, 30)


class Dated(NamedTuple):
    """A document: its days as ordinals, both 0 if it has none, and the number of its release."""

    first: int
    last: int
    number: int


def day(ago: int) -> int:
    return (TODAY - timedelta(ago)).toordinal()


agos = st.integers(0, 12)
days = st.one_of(
    st.just((0, 0)),
    agos.map(lambda ago: (day(ago), day(ago))),
    st.tuples(agos, st.integers(0, 9)).map(lambda span: (day(span[0] + span[1]), day(span[0]))),
    st.sampled_from([(1, 1), (date.max.toordinal(), date.max.toordinal()), (1, day(3))]),
)


@st.composite
def indexes(draw: st.DrawFn) -> list[Dated]:
    """Documents, as a rule in the order in which segments are written."""
    found = draw(st.lists(days, max_size=40))
    numbers = draw(st.permutations(range(1, len(found) + 1)))
    documents = [Dated(*some, number) for some, number in zip(found, numbers, strict=True)]
    return sorted(documents, key=newness) if draw(st.booleans()) else documents


def newness(one: Dated) -> tuple[int, int]:
    """Of one day the higher number comes first, of none the lower one."""
    return -one.first, -one.number if one.first else one.number


def oldness(one: Dated) -> tuple[bool, int, int]:
    return one.first == 0, one.first, one.number


def made(index: Sequence[Dated], known: Sequence[range] = ()) -> Chronology:
    firsts, lasts, numbers = ([one[n] for one in index] for n in range(3))
    return Chronology(array("I", firsts), array("I", lasts), array("I", numbers), known)


@st.composite
def runs(draw: st.DrawFn, index: Sequence[Dated]) -> list[range]:
    """All documents, cut where one is newer than that before it, and elsewhere."""
    drawn = draw(st.sets(st.integers(1, 40)))
    falls = [0, *(newness(a) < newness(b) for a, b in pairwise(index))]
    ends = [at for at, is_older in enumerate(falls) if not is_older or at in drawn]
    return [range(*ends) for ends in pairwise([*ends, len(index)])]


def some_of(drawn: st.DataObject, index: Sequence[Dated]) -> BitMap:
    return BitMap(
        drawn.draw(st.sets(st.sampled_from(range(len(index))) if index else st.nothing()))
    )


@given(indexes(), st.data())
def test_newest_is_sorted_by_day_and_then_by_number(
    index: list[Dated], drawn: st.DataObject
) -> None:
    documents = some_of(drawn, index)
    expected = sorted(documents, key=lambda document: newness(index[document]))
    chronology = made(index, drawn.draw(runs(index)))
    assert chronology.newest(documents) == expected
    for most in 0, 1, 3, len(index), 1000:
        assert chronology.newest(documents, most) == expected[:most]


@given(indexes(), st.data())
def test_oldest_is_sorted_by_day_and_then_by_number(
    index: list[Dated], drawn: st.DataObject
) -> None:
    documents = some_of(drawn, index)
    chronology = made(index, drawn.draw(runs(index)))
    assert chronology.oldest(documents) == sorted(documents, key=lambda d: oldness(index[d]))


@given(indexes(), agos, st.integers(0, 12), st.data())
@example([Dated(day(5), day(1), 1), Dated(day(9), day(7), 2), Dated(0, 0, 3)], 2, 3, None)
def test_between_finds_all_of_which_a_day_lies_inside(
    index: list[Dated], ago: int, length: int, drawn: st.DataObject | None
) -> None:
    first, last = TODAY - timedelta(ago + length), TODAY - timedelta(ago)
    expected = [
        document
        for document, one in enumerate(index)
        if one.first and one.first <= last.toordinal() and one.last >= first.toordinal()
    ]
    chronology = made(index, drawn.draw(runs(index)) if drawn else [range(len(index))])
    assert list(chronology.between(first, last)) == expected


@given(indexes())
def test_all_time_holds_all_that_have_a_day_and_undated_the_others(index: list[Dated]) -> None:
    chronology = made(index)
    dated = chronology.between(date.min, date.max)
    assert list(dated) == [document for document, one in enumerate(index) if one.first]
    assert chronology.undated == BitMap(range(len(index))) - dated


@pytest.mark.parametrize("some", [[], [99], range(50), range(0, 1000, 2), range(1000)])
def test_few_and_many_of_a_thousand_documents_come_in_the_same_order(some: Sequence[int]) -> None:
    index = [Dated(day(n * 7 % 97), day(n * 7 % 97), n + 1) for n in range(1000)]
    expected = sorted(some, key=lambda document: newness(index[document]))
    assert made(index).newest(BitMap(some)) == expected


def test_documents_in_order_are_not_sorted_again() -> None:
    index = [Dated(day(n), day(n), 1000 - n) for n in range(1000)]
    chronology = made(index, [range(400), range(400, 1000)])
    assert chronology.newest(BitMap([7, 3, 999]), 2) == [3, 7]
    assert chronology._dated._in_order


def test_few_without_a_day_do_not_disturb_the_order_of_the_others() -> None:
    dated = [Dated(day(n), day(n), 1000 - n) for n in range(1000)]
    index = [*dated[:10], Dated(0, 0, 1001), *dated[10:], Dated(0, 0, 0)]
    chronology = made(index, [range(11), range(11, 1002)])
    assert chronology.newest(BitMap([3, 11, 1000, 10, 1001])) == [3, 11, 1000, 1001, 10]
    assert chronology._dated._in_order
