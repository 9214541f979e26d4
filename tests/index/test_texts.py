"""Texts as strings in which every character is a word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import rows, summed_file

from natoread_index.engine import texts
from natoread_index.engine.summed import SummedFile
from natoread_index.engine.texts import BREAK, Texts, Writing, behind, places, symbol

Pair = tuple[str, str]
"""A title and a body."""

words = st.sampled_from(["a", "b", "c", "air", "air-defence", "defence", "U.S.", "é", "6,900", "—"])
lines = st.lists(words, max_size=8).map(" ".join)
releases = st.lists(st.tuples(lines, lines), min_size=1, max_size=6)


def written(some: Sequence[Pair]) -> Writing:
    writing = Writing()
    for title, body in some:
        writing.add(title, body)
    return writing


@contextmanager
def stored(writing: Writing) -> Iterator[Texts]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        summed_file(path, [("before", [b"abc"]), *texts.parts(writing.texts)])
        yield Texts(SummedFile(path))


def read(text: str, writing: Writing) -> list[tuple[str, ...]]:
    return [writing.readings[each] for each in text]


@given(releases)
def test_each_symbol_is_what_is_read_in_its_place(some: list[Pair]) -> None:
    writing = written(some)
    for settled in False, True:
        if settled:
            writing.settle()
        for pair, text in zip(some, writing.texts, strict=True):
            found = [read(part, writing) for part in text.decode().split(BREAK)]
            assert found == [rows(part) for part in pair]


@given(releases)
def test_a_body_is_as_long_as_it_has_words(some: list[Pair]) -> None:
    writing = Writing()
    for title, body in some:
        assert writing.add(title, body) == len(rows(body))


@given(releases)
def test_the_documents_of_each_symbol_are_known(some: list[Pair]) -> None:
    writing = written(some)
    writing.settle()
    for lists, ends in (writing.documents, 2), (writing.titled, 1):
        having: dict[tuple[str, ...], list[int]] = {}
        for document, pair in enumerate(some):
            for reading in {reading for part in pair[:ends] for reading in rows(part)}:
                having.setdefault(reading, []).append(document)
        assert {writing.readings[each]: list(found) for each, found in lists.items()} == having


@given(releases)
def test_the_most_frequent_words_have_the_lowest_numbers(some: list[Pair]) -> None:
    writing = written(some)
    writing.settle()
    count = Counter(each for text in writing.texts for each in {*text.decode()} - {BREAK})
    numbered = [symbol(number) for number in range(2, len(count) + 2)]
    assert set(count) == set(numbered) == set(writing.readings)
    assert [count[each] for each in numbered] == sorted(count.values(), reverse=True)


@given(releases, st.lists(words, min_size=1, max_size=3).map(" ".join))
@example([("a", "b")], "a b")
@example([("a b", "")], "a b")
def test_a_phrase_is_found_where_its_words_stand_in_a_row(some: list[Pair], phrase: str) -> None:
    writing = written(some)
    writing.settle()
    symbols = {reading: each for each, reading in writing.readings.items()}
    wanted = rows(phrase)
    if wanted and all(reading in symbols for reading in wanted):
        needle = "".join(symbols[reading] for reading in wanted)
        expected = [d for d, pair in enumerate(some) if any(stands(wanted, rows(t)) for t in pair)]
        with stored(writing) as found:
            assert list(found.having(needle, BitMap(range(len(some))))) == expected
            assert found.having(needle, BitMap(expected[:1])) == BitMap(expected[:1])


def stands(wanted: Sequence[object], row: Sequence[object]) -> bool:
    size = len(wanted)
    return any(row[at : at + size] == wanted for at in range(len(row)))


@given(releases)
@example([("a " * 600, "b"), ("é " * 511, ""), ("", "b " * 600)])
def test_titles_and_texts_come_back(some: list[Pair]) -> None:
    writing = written(some)
    with stored(writing) as found:
        for document, text in enumerate(writing.texts):
            assert found[document] == text
            assert found.title(document) == text.decode().split(BREAK)[0]


def test_symbols_grow_and_leave_out_what_utf_8_lacks() -> None:
    numbers = [*range(2, 500), *range(0xD7F0, 0xD810), *range(0xFFF0, 0x10010)]
    symbols = [symbol(number) for number in numbers]
    assert symbols == sorted(set(symbols))
    assert "".join(symbols).encode().decode() == "".join(symbols)
    assert [ord(symbol(number)) for number in (0xD7FF, 0xD800)] == [0xD7FF, 0xE000]


def test_more_words_than_two_bytes_can_tell_apart_are_told_apart() -> None:
    every = [f"w{n}" for n in range(70_000)]
    writing = written([("", " ".join(every)), ("", " ".join(reversed(every)))])
    writing.settle()
    symbols = {word: each for each, (word,) in writing.readings.items()}
    assert len(symbols) == len(every)
    with stored(writing) as found:
        for at in (0, 0xD7FB, 0xD7FC, 0xD7FD, 0xD7FE, 0xD7FF, 0xFFFF, 69_998):
            row = "".join(symbols[word] for word in every[at : at + 2])
            assert list(found.having(row, BitMap([0, 1]))) == [0]
            assert list(found.having(row[::-1], BitMap([0, 1]))) == [1]


@given(st.text("aé北\U0001f600", max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_what_follows_a_place_is_counted_in_symbols(text: str, at: int, count: int) -> None:
    at = min(at, len(text))
    content, place = text.encode(), len(text[:at].encode())
    assert behind(content, place, count) == text[at : at + count]


@given(st.text("aé北\U0001f600", max_size=9), st.sets(st.sampled_from("aé北\U0001f600")))
def test_places_are_those_of_all_symbols(text: str, wanted: set[str]) -> None:
    found = list(places((each.encode() for each in wanted), text.encode()))
    expected = [len(text[:at].encode()) for at, each in enumerate(text) if each in wanted]
    assert sorted(found) == expected
