"""Which documents have words in a row, by whichever way that is found out."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, NoReturn

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import LIBRARY, release, rows, write

from natoread_index import Release
from natoread_index.engine import codec, pairs, texts
from natoread_index.engine.reader import IndexReader

LONG = "x" * 40
WORDS = [
    "a", "b", "air", "defence", "air-defence", "air-defence-b", "airs", "U.S.", "us", "b-a-b",
    "6,900", "6,900-a", "a-6,900", "3.5-b", f"{LONG}-{LONG}", f"a-{LONG}-{LONG}", LONG,
    "y" * 70, f"{'y' * 70}-b",
]  # fmt: skip
ASKED = [
    "a", "b", "air", "defence", "airdefence", "airdefenceb", "airs", "us", "bab", "ai", "d", "x",
    "6,900", "6900", "6900a", "a6900", "3.5", "3.5b", LONG, (LONG * 2)[:64], f"a{LONG * 2}"[:64],
    "y" * 64,
]  # fmt: skip

lines = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
releases = st.lists(st.builds(release, lines, lines), min_size=1, max_size=8)
asked = st.lists(st.sampled_from(ASKED), min_size=2, max_size=4)
"""More words than a text has, too."""


class Ways(NamedTuple):
    """Thresholds that decide how it is found out."""

    share: int
    many_words: int


ways = st.builds(Ways, st.sampled_from([1, 2, 3, 100]), st.sampled_from([0, 2, 64]))


@contextmanager
def by(way: Ways) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "_MANY", 1)
        patch.setattr(pairs, "_SHARE", way.share)
        patch.setattr(codec, "_MANY_WORDS", way.many_words)
        yield


def stands(words: Sequence[str], text: str, prefix: bool) -> bool:
    """Whether words stand in a row, looked at place by place."""
    row = rows(text)
    *whole, last = words
    ends = [
        here for here in range(len(row) - len(whole)) if says(row[here + len(whole)], last, prefix)
    ]
    return any(all(word in row[end + at] for at, word in enumerate(whole)) for end in ends)


def says(here: tuple[str, ...], word: str, prefix: bool) -> bool:
    return any(said.startswith(word) for said in here) if prefix else word in here


def having(index: IndexReader, words: Sequence[str], prefix: bool, titled: bool) -> BitMap:
    """The documents that have all words."""
    field = "title" if titled else "any"
    *whole, last = words
    found = (index.beginning if prefix else index.documents)(field, last)
    return BitMap.intersection(found, *(index.documents(field, word) for word in whole))


@settings(max_examples=60)
@given(releases, releases, asked, st.booleans(), st.booleans(), ways)
@example([release(f"a {'y' * 70}-b")], [release("b")], ["a", "y" * 64], False, False, Ways(1, 64))
@example([release("a b")] * 8, [release("b a")], ["a", "b"], False, False, Ways(2, 64))
@example(
    [release("b", title="a")],
    [release("a b", title="b a")],
    ["a", "b"],
    False,
    False,
    Ways(1, 64),
)
def test_words_are_found_in_a_row_and_nowhere_else(
    some: list[Release],
    others: list[Release],
    words: list[str],
    prefix: bool,
    titled: bool,
    way: Ways,
) -> None:
    expected = [
        document
        for document, each in enumerate((*some, *others))
        for parts in [[each.title] if titled else [each.title, each.body]]
        if any(stands(words, part, prefix) for part in parts)
    ]
    event("found" if expected else "nowhere")
    with TemporaryDirectory() as place, by(way):
        folder = Path(place)
        write(folder, some)
        write(folder, others, first=len(some) + 1)
        index = IndexReader(folder, LIBRARY)
        candidates = having(index, words, prefix, titled)
        found = index.in_a_row(words, candidates, prefix=prefix, titled=titled)
        assert list(found) == expected


@settings(max_examples=20)
@given(releases, st.data(), ways)
def test_only_candidates_are_answers(some: list[Release], drawn: st.DataObject, way: Ways) -> None:
    words = drawn.draw(asked)
    with TemporaryDirectory() as place, by(way):
        write(Path(place), some)
        index = IndexReader(Path(place), LIBRARY)
        candidates = having(index, words, prefix=False, titled=False)
        found = index.in_a_row(words, candidates, prefix=False, titled=False)
        chosen = BitMap(d for d in candidates if drawn.draw(st.booleans()))
        assert index.in_a_row(words, chosen, prefix=False, titled=False) == found & chosen


def unread(*_: object) -> NoReturn:
    pytest.fail("a text was read")


@pytest.fixture
def index(tmp_path: Path) -> IndexReader:
    """Six releases of which all have `a` and `b`, and few have other words."""
    bodies = ["a b c", "b a c", "a x b", "a b d", "b-a a", "a-b c"]
    with by(Ways(2, 64)):
        write(tmp_path, [release(body, title="") for body in bodies])
    return IndexReader(tmp_path, LIBRARY)


def found(index: IndexReader, *words: str) -> list[int]:
    candidates = having(index, words, prefix=False, titled=False)
    return list(index.in_a_row(words, candidates, prefix=False, titled=False))


def test_two_words_of_many_releases_are_answered_without_a_text(
    index: IndexReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts.Texts, "__getitem__", unread)
    monkeypatch.setattr(texts.Texts, "matching", unread)
    candidates = BitMap([0, 1, 2, 3])
    found = index.in_a_row(["a", "b"], candidates, prefix=False, titled=False)
    assert list(found) == [0, 3]


def test_words_of_chunks_stand_in_a_row_with_others(index: IndexReader) -> None:
    assert found(index, "a", "b") == [0, 3, 5]
    assert found(index, "a", "a") == [4]
    assert found(index, "ba", "a") == [4]
    assert found(index, "b", "c") == [0, 5]
    assert found(index, "ab", "c") == []


def test_rows_of_several_words_are_looked_for_in_few_texts(
    index: IndexReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    real = texts.Texts.matching

    def matching(self: texts.Texts, row: re.Pattern[bytes], documents: BitMap) -> BitMap:
        read.extend(documents)
        return real(self, row, documents)

    monkeypatch.setattr(texts.Texts, "matching", matching)
    assert found(index, "a", "b", "c") == [0, 5]
    assert {1, 2}.isdisjoint(read)


def test_a_title_is_read_alone(tmp_path: Path) -> None:
    write(
        tmp_path, [release("a b", title="b a"), release("b a", title="a b"), release("", title="a")]
    )
    index = IndexReader(tmp_path, LIBRARY)
    assert list(index.in_a_row(["a", "b"], index.everything, prefix=False, titled=True)) == [1]


def test_a_row_does_not_run_from_the_title_into_the_body(tmp_path: Path) -> None:
    write(tmp_path, [release("b", title="a")])
    assert found(IndexReader(tmp_path, LIBRARY), "a", "b") == []


def test_a_beginning_of_many_words_is_found_behind_a_word(tmp_path: Path) -> None:
    write(
        tmp_path, [release(f"the word{n} and word") for n in range(200)] + [release("and the end")]
    )
    index = IndexReader(tmp_path, LIBRARY)
    for words, expected in ((["the", "wor"], 200), (["and", "wor"], 200), (["and", "the"], 1)):
        candidates = having(index, words, prefix=True, titled=False)
        assert len(index.in_a_row(words, candidates, prefix=True, titled=False)) == expected


def test_two_chunks_of_frequent_words_stand_in_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "_MANY", 1)
    apart = "us led. led and. and long. long term. term aid"
    write(tmp_path, [release("us-led and long-term aid"), *[release(apart)] * 9])
    assert found(IndexReader(tmp_path, LIBRARY), *["us", "led", "and", "long", "term", "aid"]) == [
        0
    ]
