"""The order by relevance against one worked out from the texts, however the index is cut."""

import random
from collections.abc import Sequence
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.index.at_random import Case, cut, numbered, searcher_of, searches
from tests.index.oracle import Numbered, Oracle
from tests.index.oracle_order import OrderOracle

from natoread_index import Hits, Query, Release, Sort
from natoread_index.searching import ranking, wants
from natoread_index.searching.searcher import Searcher
from natoread_index.words import words as plain

NEARLY = 1e-9
flat_searches = st.tuples(searches(), st.lists(st.integers(0, 6), max_size=4))


def check(searcher: Searcher, oracle: Oracle, order: OrderOracle, query: Query) -> Hits:
    """Compare an answer by relevance: its groups, which are scored and how, and those behind."""
    asked = searcher._expanding.expanded(query)
    hits = searcher.search(query, Sort.RELEVANCE)
    groups = order.groups(asked.query.node, asked.uncorrected)
    scores = order.scores(asked.query.node, groups)
    left, given = list(hits.numbers), list(hits.scores)
    for group, scored in zip(groups, scores, strict=True):
        mine, left = left[: len(group)], left[len(group) :]
        check_group(oracle, group, scored, mine)
        assert given[: len(scored)] == pytest.approx([scored[n] for n in mine[: len(scored)]])
        given = given[len(scored) :]
    assert not left
    assert not given
    return hits


def check_group(
    oracle: Oracle, group: set[int], scored: dict[int, float], mine: Sequence[int]
) -> None:
    """Compare the order of a group; of scores next to each other either may come first."""
    head, rest = mine[: len(scored)], mine[len(scored) :]
    assert sorted(head) == sorted(scored)
    for first, second in pairwise(head):
        assert scored[first] >= scored[second] - NEARLY
    assert rest == oracle.newest(group - scored.keys())


def check_all(
    some: Sequence[Sequence[Numbered]], asked: Sequence[Query], gone: Sequence[int] = ()
) -> list[Hits]:
    """Check all answers of an index that is cut so."""
    held = [one for batch in some for one in batch if one[0] not in gone]
    oracle = Oracle(held)
    order = OrderOracle(oracle)
    with searcher_of(some, gone) as searcher:
        return [check(searcher, oracle, order, query) for query in asked if query]


@settings(max_examples=50)
@given(searches())
def test_the_order_is_that_of_the_formula(case: Case) -> None:
    check_all(numbered(case.batches), case.asked)


@settings(max_examples=25)
@given(searches(releases=8))
def test_only_the_newest_are_weighed(case: Case) -> None:
    with patch.object(ranking, "SCORED", 3):
        check_all(numbered(case.batches), case.asked)


@settings(max_examples=25)
@given(searches())
def test_beginnings_of_many_words_are_weighed_as_one(case: Case) -> None:
    with patch.object(wants, "_MANY", 2):
        check_all(numbered(case.batches), case.asked)


@settings(max_examples=25)
@given(flat_searches)
def test_the_order_does_not_depend_on_how_the_index_is_cut(case: tuple[Case, list[int]]) -> None:
    (batches, asked), sizes = case
    whole = [one for batch in numbered(batches) for one in batch]
    with patch.object(wants, "_MANY", 2):
        together, apart = check_all([whole], asked), check_all(cut(whole, sizes), asked)
    for one, other in zip(together, apart, strict=True):
        assert (one.query, one.also, one.corrected) == (other.query, other.also, other.corrected)
        assert list(one.numbers) == list(other.numbers)
        assert list(one.scores) == pytest.approx(list(other.scores), abs=NEARLY)


@settings(max_examples=25)
@given(searches(), st.sets(st.integers(1, 15)))
def test_releases_that_are_gone_weigh_nothing(case: Case, gone: set[int]) -> None:
    check_all(numbered(case.batches), case.asked, sorted(gone))


def test_nine_real_releases_are_found_and_ordered_as_reading_finds_them(
    nine_releases: list[Release],
) -> None:
    """Asked for in their own words: some in a row, some apart, the last of them cut off."""
    held = list(enumerate(nine_releases, 1))
    drawing = random.Random(9)
    every = (asked_of(drawing.choice(nine_releases), drawing) for _ in range(60))
    asked = list(filter(None, every))
    for sizes in ([], [2, 3]):
        for hits, query in zip(check_all(cut(held, sizes), asked), asked, strict=True):
            assert hits.total, query.text


def asked_of(one: Release, drawing: random.Random) -> Query:
    """A query that a release answers."""
    words = [word.text for word in plain(f"{one.title} {one.body}")]
    at = drawing.randrange(len(words) - 4)
    row = words[at : at + drawing.randint(1, 4)]
    text = drawing.choice(['"{}"', "{}", "{}", "{} {}"]).format(
        " ".join(row), drawing.choice(words)
    )
    return Query.parse(text[: len(text) - drawing.randint(0, 3)], typing=True)
