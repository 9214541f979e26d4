"""What is found, against a search that reads every text: the same releases in the same order."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from tests.index.at_random import Batches, searches
from tests.index.made import index, library_of, release
from tests.index.oracle import Numbered, Oracle, titled

from natoread_index import Library, Query, Release, Sort
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.writer import new_segment
from natoread_index.searching.searcher import Searcher


def check(searcher: Searcher, oracle: Oracle, query: Query) -> None:
    """Let index and oracle answer, and compare."""
    expected = oracle.answer(query.node)
    hits = {sort: searcher.search(query, sort) for sort in Sort}
    assert list(hits[Sort.NEWEST].numbers) == oracle.newest(expected)
    assert list(hits[Sort.OLDEST].numbers) == oracle.oldest(expected)
    best = list(hits[Sort.RELEVANCE].numbers)
    assert sorted(best) == sorted(expected)
    if query:
        in_title = oracle.answer(titled(query.node)) & expected
        assert set(best[: len(in_title)]) == in_title
    assert {answer.total for answer in hits.values()} == {len(expected)}


def search_in_segments(some: Sequence[Sequence[Release]], asked: Sequence[Query]) -> None:
    with TemporaryDirectory() as folder:
        held: list[Numbered] = []
        for batch in some:
            numbered = list(enumerate(batch, len(held) + 1))
            held += numbered
            with new_segment(Path(folder), "a library", "") as add:
                for number, release in reversed(numbered):
                    add(number, release)
        days = {number: span(release) for number, release in held}
        searcher = Searcher(IndexReader(Path(folder), "a library"), days)
        oracle = Oracle(held)
        for query in asked:
            check(searcher, oracle, query)


def span(release: Release) -> tuple[int, int] | None:
    dated = release.dated
    return (dated.first.toordinal(), dated.last.toordinal()) if dated else None


@given(searches())
def test_an_index_of_one_segment_finds_what_reading_finds(
    case: tuple[Batches, list[Query]],
) -> None:
    some, asked = case
    search_in_segments([[release for batch in some for release in batch]], asked)


@given(searches())
def test_an_index_of_many_segments_finds_what_reading_finds(
    case: tuple[Batches, list[Query]],
) -> None:
    some, asked = case
    search_in_segments(some, asked)


@given(searches())
def test_a_library_finds_what_reading_finds_after_each_addition(
    case: tuple[Batches, list[Query]],
) -> None:
    some, asked = case
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        for batch in some:
            library.add(batch)
            index(library)
            oracle = Oracle([(number, library.release(number)) for number in library.newest])
            for query in filter(None, asked):
                expected = oracle.newest(oracle.answer(query.node))
                assert list(library.search(query, Sort.NEWEST).numbers) == expected


@given(searches())
def test_the_empty_query_lists_all_in_the_order_of_any_other(
    case: tuple[Batches, list[Query]],
) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        library.add(release for batch in case[0] for release in batch)
        index(library)
        for sort in Sort:
            everything = library.search(Query.parse("a OR -a"), sort)
            if sort is not Sort.RELEVANCE:
                assert list(library.search(Query(), sort).numbers) == list(everything.numbers)
            assert everything.total == len(library) == library.search(Query(), sort).total


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
    "airdefe*": "air defence",
    "air def*": "the defence of the air",
}
NOT_FOUND = {
    '"air defence"': "defence air",
    "police": "policy",
    "-rain": "rain",
    "in to": "into",
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
    ("text", "total"), [('"air d', 2), ('"air de', 2), ('"air def', 1), ('"air defence', 1)]
)
def test_the_last_word_of_a_phrase_takes_its_place_when_it_is_long_enough(
    text: str, total: int, tmp_path: Path
) -> None:
    some = [release("an air defence"), release("air and the defence")]
    with library_of(tmp_path, some) as library:
        assert library.search(Query.parse(text, typing=True)).total == total
