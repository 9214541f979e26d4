"""What is found, against a search that reads every text: the same releases in the same order."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.index.at_random import Case, numbered, searcher_of, searches
from tests.index.made import index, library_of, release
from tests.index.oracle import Numbered, Oracle, titled

from natoread_index import Library, Query, Release, Retagging, Sort
from natoread_index.engine import codec, pairs
from natoread_index.searching import matching
from natoread_index.searching.searcher import Searcher
from natoread_index.storage.marks import Marks

EMPTY = Query()
_AT_ONCE = "natoread_index.searching.searcher._AT_ONCE"
ends = st.one_of(st.none(), st.integers(-20, 20))
slices = st.builds(slice, ends, ends, st.sampled_from([None, 1, 2, -1]))


def check(searcher: Searcher, oracle: Oracle, query: Query) -> None:
    """Let index and oracle answer, and compare."""
    hits = {sort: searcher.search(query, sort) for sort in Sort}
    (asked,) = {answer.query.node for answer in hits.values()}
    expected = oracle.answer(asked)
    assert {answer.total for answer in hits.values()} == {len(expected)}
    assert list(hits[Sort.NEWEST].numbers) == oracle.newest(expected)
    assert list(hits[Sort.OLDEST].numbers) == oracle.oldest(expected)
    assert set(hits[Sort.RELEVANCE].numbers) == expected


def check_all(some: list[list[Numbered]], asked: list[Query], many: int = 20) -> None:
    oracle = Oracle([one for batch in some for one in batch], many)
    with searcher_of(some) as searcher:
        for query in asked:
            check(searcher, oracle, query)


@settings(max_examples=30)
@given(searches())
def test_an_index_of_one_segment_finds_what_reading_finds(case: Case) -> None:
    some, asked = case
    check_all(numbered([[release for batch in some for release in batch]]), asked)


@settings(max_examples=30)
@given(searches())
def test_an_index_of_many_segments_finds_what_reading_finds(case: Case) -> None:
    some, asked = case
    check_all(numbered(some), asked)


@settings(max_examples=30)
@given(searches())
def test_what_is_kept_for_many_releases_changes_nothing_in_few(case: Case) -> None:
    some, asked = case
    with patch.object(pairs, "_MANY", 1), patch.object(codec, "_MANY_WORDS", 1):
        check_all(numbered(some), asked)


@settings(max_examples=30)
@given(searches())
def test_a_word_that_many_releases_write_in_one_is_not_read_in_two(case: Case) -> None:
    some, asked = case
    with patch.object(matching, "_MANY", 1):
        check_all(numbered(some), asked, many=1)


@settings(max_examples=20)
@given(searches(), st.sets(st.integers(1, 15)))
def test_what_is_gone_is_not_found_before_and_after_a_merge(case: Case, gone: set[int]) -> None:
    some = numbered(case.batches)
    oracle = Oracle([one for batch in some for one in batch if one[0] not in gone])
    for merged in (False, True):
        with searcher_of(some, gone, merged=merged) as searcher:
            assert searcher.releases == len(oracle.texts)
            for query in case.asked:
                check(searcher, oracle, query)


@settings(max_examples=30)
@given(searches())
def test_the_first_answer_has_titles_first_and_then_the_newest(case: Case) -> None:
    some = numbered(case.batches)
    oracle = Oracle([one for batch in some for one in batch])
    with searcher_of(some) as searcher:
        for query in case.asked:
            asked = searcher._expanding.expanded(query)
            found, exact = oracle.answer(asked.query.node), oracle.answer(asked.uncorrected)
            in_title = oracle.answer(titled(asked.query.node)) & found
            groups = (in_title & exact, exact & found - in_title, in_title - exact)
            order = [n for some in (*groups, found - in_title - exact) for n in oracle.newest(some)]
            for most in (0, 3, 50):
                assert list(searcher.first(query, most).numbers) == order


@settings(max_examples=20)
@given(searches(releases=30, queries=4), st.data())
def test_an_order_known_in_part_is_that_of_the_whole(case: Case, data: st.DataObject) -> None:
    with searcher_of(numbered(case.batches)) as searcher, patch(_AT_ONCE, 3):
        for query in case.asked:
            first = [searcher.first(query, most) for most in (1, 5)]
            for hits in (*first, *(searcher.search(query, sort) for sort in Sort)):
                at = data.draw(slices)
                part = list(hits.numbers[at])
                assert part == list(hits.numbers)[at]
                assert hits.total == len(set(hits.numbers)) == len(list(hits.numbers))


@settings(max_examples=10)
@given(searches())
def test_a_library_finds_what_reading_finds_after_each_addition(case: Case) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        for batch in case.batches:
            library.add(batch)
            index(library)
            oracle = Oracle([(number, library.release(number)) for number in library.newest])
            assert list(library.newest) == oracle.newest(oracle.texts)
            for query in filter(None, case.asked):
                hits, first = library.search(query, Sort.NEWEST), library.first(query)
                assert list(hits.numbers) == oracle.newest(oracle.answer(hits.query.node))
                assert sorted(first.numbers) == sorted(hits.numbers)
                assert sum(library.facets(query).kind.values()) == hits.total == first.total


@settings(max_examples=20)
@given(searches())
def test_what_the_user_made_is_found_with_all_else(case: Case) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        known = set[int]()
        for batch in case.batches:
            library.add(batch)
            index(library)
            mark(library.marks, batch)
            held = [(number, library.release(number)) for number in library.newest]
            signs = library.marks.signs([one.id for _, one in held])
            library.marks = type(library.marks)(library.marks._ledger)  # as another visit has it
            library.marks.visit(max(library.newest))
            oracle = Oracle(held, signs=signs, new=set(library.newest) - known)
            known = set(library.newest)
            for query in filter(None, case.asked):
                hits = library.search(query, Sort.OLDEST)
                assert list(hits.numbers) == oracle.oldest(oracle.answer(hits.query.node))
                assert sum(library.facets(query).kind.values()) == hits.total


def mark(marks: Marks, batch: list[Release]) -> None:
    """Put something on each release, most of it other than what is on the next."""
    marks.read([one.id for one in batch[::2]])
    marks.star([one.id for one in batch[1:]])
    marks.tag([one.id for one in batch[::3]], Retagging.of(["+summit", "Vilnius-Summit"]))
    marks.tag([one.id for one in batch[::2]], Retagging.of(["-summit"]))
    for one in batch:
        marks.note(one.id, one.title)


@settings(max_examples=20)
@given(searches())
def test_the_empty_query_lists_all_in_the_order_of_any_other(case: Case) -> None:
    with searcher_of(numbered(case.batches)) as searcher:
        for sort in (Sort.NEWEST, Sort.OLDEST):
            everything = searcher.search(Query.parse("a OR -a"), sort)
            assert list(searcher.search(EMPTY, sort).numbers) == list(everything.numbers)
            assert everything.total == searcher.releases
        assert searcher.search(EMPTY, Sort.RELEVANCE).total == searcher.releases


def test_a_title_without_words_may_answer_by_a_fact(tmp_path: Path) -> None:
    some = [release("sun", title="…"), release("rain", title=""), release("rain", title="Rain")]
    with library_of(tmp_path, some) as library:
        assert library.search(Query.parse("rain OR source:nato")).numbers[0] == 3
        assert library.search(Query.parse("rain OR date:none")).total == 3


FOUND = {
    "indopacific": "indo pacific",
    "indo pacific": "indopacific",
    "defence indo pacific": "indopacific defence",
    "Indo-Pacific": "The indopacific",
    "spokesman": "Two spokesmen",
    "defences": "One defence",
    "Ukraine's": "Ukraine",
    "6900": "6,900 troops",
    "us": "The U.S. said",
    "-rain": "sun",
    "rain OR sun": "sun",
    "(rain OR sun) wind": "wind and sun",
    '"air defence"': "an air defence",
    '"the indopacific"': "The Indo-Pacific",
    "airdefence*": "air defence",
    "air def*": "the defence of the air",
}
NOT_FOUND = {
    '"air defence"': "defence air",
    "=police": "policy",
    "-rain": "rain",
    "in to": "into",
    "airdefe*": "air defence",
    "rain sun": "rain",
    "date:none": "2024",
    "title:rain": "rain",
    "kind:speech": "speech",
}


@pytest.mark.parametrize("text", FOUND)
def test_a_release_that_answers_is_found(text: str, tmp_path: Path) -> None:
    with library_of(tmp_path, [release(FOUND[text])]) as library:
        assert library.search(Query.parse(text)).total == 1


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_release_that_does_not_answer_is_not_found(text: str, tmp_path: Path) -> None:
    with library_of(tmp_path, [release(NOT_FOUND[text], day="2024-05-28")]) as library:
        assert library.search(Query.parse(text)).total == 0


@pytest.mark.parametrize(
    ("text", "total"), [('"air d', 2), ('"air def', 2), ('"air defe', 1), ('"air defence', 1)]
)
def test_the_last_word_of_a_phrase_takes_its_place_when_it_is_long_enough(
    text: str, total: int, tmp_path: Path
) -> None:
    some = [release("an air defence"), release("air and the defence")]
    with library_of(tmp_path, some) as library:
        assert library.search(Query.parse(text, typing=True)).total == total
