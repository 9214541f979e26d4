"""What is found, against a search that reads every text: the same releases in the same order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.index.made import PLAIN, found, index, library_of, release
from tests.index.oracle import Numbered, Oracle, titled

from natoread_index import Basis, Dated, Kind, Library, Query, Release, Sort
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.writer import new_segment
from natoread_index.searcher import Searcher

WORDS = [
    "air", "defence", "Defences", "airdefence", "air-defence", "Indo-Pacific", "indopacific",
    "indo", "pacific", "multi", "year", "multiyear", "multi-year", "city", "cities", "man", "men",
    "spokesman", "spokesmen", "U.S.", "US", "us", "D.C.", "dc", "6,900", "6900", "Geoană", "geoana",
    "Ukraine’s", "Ukraine", "ukraines", "O’Brien", "in", "into", "to", "a", "news", "2024",
    "counter-disinformation",
]  # fmt: skip
JOINTS = [" ", " ", " ", " OR ", " OR ", " AND ", " -", " NOT ", "-", ""]
DATES = [
    "date:2024-05", "since:2024-05-28", "before:2024-05-28", "date:none", "-date:none", "date:2024",
    "date:2024-05-27..2024-05-30", "date:..2023", "since:7d", "date:2024-",
]  # fmt: skip
FACTS = ["kind:speech", "kind:press-conf", "source:nato", "by:Stoltenberg", "source:white by:brien"]
DAYS = [
    None, ("2024-05-28", "2024-05-28"), ("2024-05-27", "2024-05-29"), ("2023-12-31", "2024-01-01"),
    ("2024-05-01", "2024-05-31"), ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"),
]  # fmt: skip
TODAY = date(2024, 5, 30)

words = st.sampled_from(WORDS)


def texts(most: int) -> st.SearchStrategy[str]:
    pieces = st.tuples(words, st.sampled_from([" ", " ", " ", "-", ", ", "\n\n"]))
    return st.lists(pieces, max_size=most).map(lambda some: "".join(map("".join, some)))


@st.composite
def made_up(draw: st.DrawFn) -> Release:
    days = draw(st.sampled_from(DAYS))
    ends = [date.fromisoformat(day) for day in days or ()]
    return Release(
        draw(texts(4)),
        draw(texts(10)),
        draw(st.sampled_from(["NATO", "The White House"])),
        kind=draw(st.sampled_from([Kind.NEWS, Kind.SPEECH, Kind.PRESS_CONFERENCE])),
        speakers=draw(st.sampled_from([(), ("Jens Stoltenberg",), ("Ann O’Brien", "Jens Lee")])),
        dated=Dated(ends[0], ends[1], Basis.STATED, "then") if ends else None,
    )


def together(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.lists(st.tuples(parts, st.sampled_from(JOINTS)), min_size=1, max_size=3)
    whole = joined.map(lambda some: "".join(map("".join, some)))
    return st.one_of(whole, whole.map("({})".format), whole.map("title:({})".format))


leaves = st.one_of(
    words,
    words,
    st.sampled_from(DATES + FACTS),
    st.lists(words, min_size=1, max_size=3).map(lambda some: f'"{" ".join(some)}"'),
    words.map("title:{}".format),
    words.map("{}*".format),
)


@st.composite
def asked(draw: st.DrawFn) -> Query:
    """A query of any kind, many of them cut off somewhere."""
    text = draw(st.one_of(words, st.recursive(leaves, together, max_leaves=6)))
    end = draw(st.one_of(st.none(), st.integers(1, len(text))))
    return Query.parse(text[:end], typing=draw(st.booleans()), today=TODAY)


queries = st.lists(asked(), min_size=5, max_size=15)
batches = st.lists(st.lists(made_up(), min_size=1, max_size=6), min_size=1, max_size=4)


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


@given(batches, queries)
def test_an_index_of_one_segment_finds_what_reading_finds(
    some: list[list[Release]], asked: list[Query]
) -> None:
    search_in_segments([[release for batch in some for release in batch]], asked)


@given(batches, queries)
def test_an_index_of_many_segments_finds_what_reading_finds(
    some: list[list[Release]], asked: list[Query]
) -> None:
    search_in_segments(some, asked)


@given(batches, queries)
def test_a_library_finds_what_reading_finds_after_each_addition(
    some: list[list[Release]], asked: list[Query]
) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        for batch in some:
            library.add(batch)
            index(library)
            oracle = Oracle([(number, library.release(number)) for number in library.newest])
            for query in filter(None, asked):
                expected = oracle.newest(oracle.answer(query.node))
                assert list(library.search(query, Sort.NEWEST).numbers) == expected


@given(st.lists(made_up(), max_size=8))
def test_the_empty_query_lists_all_in_the_order_of_any_other(some: list[Release]) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        library.add(some)
        index(library)
        for sort in Sort:
            everything = library.search(Query.parse("a OR -a"), sort)
            if sort is not Sort.RELEVANCE:
                assert list(library.search(Query(), sort).numbers) == list(everything.numbers)
            assert everything.total == len(library) == library.search(Query(), sort).total


@given(batches, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_scores_do_not_depend_on_how_many_segments_there_are(
    some: list[list[Release]], asked: list[str]
) -> None:
    query = Query.parse(" ".join(asked))
    flat = [release for batch in some for release in batch]
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
        return dict(zip(hits.numbers, hits.scores, strict=True))


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
