"""How many of the releases found have each fact, counted anew."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.index.at_random import Case, numbered, searcher_of, searches
from tests.index.made import PLAIN, release
from tests.index.oracle import Oracle

from natoread_index import Facets, Kind, Query, Release


def months(some: Iterable[Release]) -> Counter[str]:
    days = (one.dated.first.isoformat() if one.dated else "none" for one in some)
    return Counter(day[:7] for day in days)


def counted(some: list[Release]) -> dict[str, Counter[str]]:
    """Count what each release has; of a speaker who is named twice, once."""
    return {
        "kind": Counter(str(one.kind) for one in some),
        "source": Counter(one.source for one in some),
        "by": Counter(speaker for one in some for speaker in set(one.speakers)),
        "month": months(some),
    }


def facets(text: str, some: Iterable[Release]) -> Facets:
    with searcher_of([list(enumerate(some, 1))]) as searcher:
        return searcher.facets(Query.parse(text))


def as_counters(found: Facets) -> dict[str, Counter[str]]:
    return {name: Counter(getattr(found, name)) for name in ("kind", "source", "by", "month")}


@settings(max_examples=30)
@given(searches(), st.sets(st.integers(1, 15)))
def test_facets_of_any_query_are_those_counted_by_hand(case: Case, gone: set[int]) -> None:
    some = numbered(case.batches)
    oracle = Oracle([one for batch in some for one in batch if one[0] not in gone])
    with searcher_of(some, gone) as searcher:
        for query in [*case.asked, Query()]:
            found = searcher.facets(query)
            numbers = oracle.answer(searcher._expanding.expanded(query).query.node)
            assert as_counters(found) == counted([oracle.texts[n].release for n in numbers])
            for name in ("kind", "source", "month"):
                assert sum(getattr(found, name).values()) == len(numbers)


@settings(max_examples=20)
@given(searches())
def test_facets_are_in_order_and_count_nothing_that_is_not_there(case: Case) -> None:
    with searcher_of(numbered(case.batches)) as searcher:
        for query in case.asked:
            found = searcher.facets(query)
            assert list(found.month) == sorted(found.month)
            for of in (found.kind, found.source, found.by):
                assert list(of.items()) == sorted(of.items(), key=lambda one: (-one[1], one[0]))
            assert all(min(of.values(), default=1) > 0 for of in as_counters(found).values())


def test_a_release_without_a_day_is_of_no_month() -> None:
    some = [release("rain", day="2024-05-28"), release("rain"), release("sun", day="2024-05-28")]
    assert facets("rain", some).month == {"2024-05": 1, "none": 1}
    assert facets("hail", some) == Facets({}, {}, {}, {})


def test_a_release_of_two_months_counts_in_its_first() -> None:
    dated = release("rain", day="2024-05-31").dated
    later = release("rain", day="2024-06-01").dated
    assert dated
    assert later
    both = replace(PLAIN, dated=replace(dated, last=later.last))
    assert facets("", [both]).month == {"2024-05": 1}


def test_every_speaker_counts_once() -> None:
    one, two = replace(PLAIN, speakers=("Ann Lee", "Ann Lee", "Jo")), replace(PLAIN, body="Other.")
    assert facets("", [one, two]).by == {"Ann Lee": 1, "Jo": 1}


@pytest.mark.parametrize("value", ["", " ", "Київ\tÆ", "NATO’s “own” office", "\x00"])
def test_a_value_is_counted_as_it_stands(value: str) -> None:
    some = [replace(PLAIN, source=value, speakers=(value,), kind=Kind.SPEECH), PLAIN]
    found = facets("", some)
    assert found.source == {value: 1, "NATO": 1}
    assert found.by == {value: 1}
    assert found.kind == {Kind.OTHER: 1, Kind.SPEECH: 1}


def test_what_is_found_by_correction_is_counted() -> None:
    assert facets("stoltenburg", [release("Stoltenberg"), PLAIN]).source == {"NATO": 1}
