"""The order by relevance: titles first, then what says it most, then the newest."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from tests.index.at_random import Batches, searches
from tests.index.made import PLAIN, found, library_of, release

from natoread_index import Query, Release, Sort
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.writer import new_segment
from natoread_index.searching.searcher import Searcher


@settings(max_examples=10)
@given(searches())
def test_scores_do_not_depend_on_how_many_segments_there_are(
    case: tuple[Batches, list[Query]],
) -> None:
    some, asked = case
    flat = [release for batch in some for release in batch]
    for query in asked[:3]:
        assert scores([flat], query) == pytest.approx(scores(some, query), rel=1e-5)


def scores(some: Sequence[Sequence[Release]], query: Query) -> dict[int, float]:
    with TemporaryDirectory() as folder:
        days: dict[int, tuple[int, int] | None] = {}
        for batch in some:
            with new_segment(Path(folder), "a library", "") as add:
                for release in batch:
                    days[len(days) + 1] = None
                    add(len(days), release)
        hits = Searcher(IndexReader(Path(folder), "a library"), days).search(query, Sort.RELEVANCE)
        return dict(zip(hits.numbers, hits.scores, strict=bool(query)))


def test_a_title_outweighs_any_body(tmp_path: Path) -> None:
    often, once = release("rain " * 50), release("Nothing more.", title="On rain")
    with library_of(tmp_path, [often, once]) as library:
        assert found(library, "rain") == [once.body, often.body]


def test_a_word_said_more_often_counts_for_more(tmp_path: Path) -> None:
    often, once = release("rain rain rain and sun"), release("rain and sun and wind")
    with library_of(tmp_path, [often, once]) as library:
        assert found(library, "rain") == [often.body, once.body]


def test_the_same_count_in_a_shorter_text_counts_for_more(tmp_path: Path) -> None:
    long, short = release("rain " + "and sun " * 200), release("rain and sun")
    with library_of(tmp_path, [short, long]) as library:
        assert found(library, "rain") == [short.body, long.body]


def test_a_rare_word_counts_for_more_than_a_common_one(tmp_path: Path) -> None:
    common = [release(f"rain rain number{n}") for n in range(9)]
    rare = release("hail hail number10")
    with library_of(tmp_path, [rare, *common]) as library:
        assert found(library, "rain OR hail")[0] == rare.body


def test_of_equals_the_newest_comes_first(tmp_path: Path) -> None:
    days = ["2024-05-01", "2024-05-03", "", "2024-05-02"]
    some = [release(f"rain {n}", day=day) for n, day in enumerate(days)]
    with library_of(tmp_path, some) as library:
        assert found(library, "rain") == ["rain 1", "rain 3", "rain 0", "rain 2"]


def test_what_is_not_scored_stays_newest_first_behind_what_is(tmp_path: Path) -> None:
    some = [replace(PLAIN, body=f"rain {'rain ' * (n % 7)}{n}") for n in range(250)]
    with library_of(tmp_path, some) as library:
        hits = library.search(Query.parse("rain"))
        assert (hits.total, len(hits.scores)) == (250, 200)
        assert list(hits.scores) == sorted(hits.scores, reverse=True)
        assert list(hits.numbers[200:]) == list(range(50, 0, -1))
