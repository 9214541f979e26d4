"""Which documents have two words in a row, found while a segment is written."""

from itertools import pairwise, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import rows

from natoread_index.engine.pairs import Words, least_known, pairs
from natoread_index.engine.texts import NOTHING, Writing

words = st.sampled_from(["a", "b", "c", "air", "air-defence", "defence", "U.S.", "é", "6,900", "—"])
lines = st.lists(words, max_size=8).map(" ".join)
releases = st.lists(st.tuples(lines, lines), min_size=1, max_size=6)

Found = dict[tuple[str, str], set[int]]


def known(some: list[tuple[str, str]], least: int) -> Found:
    """The rows of two words, spelled out, and the documents of each."""
    writing = Writing()
    for title, body in some:
        writing.add(title, body)
    writing.settle()
    own = {said[0]: each for each, said in writing.readings.items() if len(said) == 1}
    every = {word for said in writing.readings.values() for word in said}
    symbols = {word: own.get(word, NOTHING) for word in every}
    found = pairs(writing.texts, writing.readings, Words(having(some), symbols, least))
    word_of = {each: word for word, each in own.items()}
    return {(word_of[row[0]], word_of[row[1]]): {*documents} for row, documents in found.items()}


def having(some: list[tuple[str, str]]) -> dict[str, BitMap]:
    """The documents of each word."""
    found: dict[str, BitMap] = {}
    for document, texts in enumerate(some):
        for word in {word for text in texts for said in rows(text) for word in said}:
            found.setdefault(word, BitMap()).add(document)
    return found


def by_reading(some: list[tuple[str, str]], least: int) -> Found:
    """The same, looked for word by word."""
    documents = having(some)
    own = {said[0] for texts in some for text in texts for said in rows(text) if len(said) == 1}
    found: Found = {}
    for document, texts in enumerate(some):
        for one, other in (two for text in texts for two in pairwise(rows(text))):
            for pair in product(own.intersection(one), own.intersection(other)):
                if len(documents[pair[0]] & documents[pair[1]]) >= least:
                    found.setdefault(pair, set()).add(document)
    return found


@given(releases, st.integers(0, 7))
@example([("a b", "b a"), ("a", "b")], 2)
@example([("", "air-defence air"), ("", "air air")], 1)
@example([("", "air-defence defence"), ("airdefence", "defence")], 1)
def test_rows_are_known_of_words_that_enough_documents_have_both(
    some: list[tuple[str, str]], least: int
) -> None:
    assert known(some, least) == by_reading(some, least)


@pytest.mark.parametrize(("size", "least"), [(0, 1), (499, 500), (500, 62), (8_000, 1_000)])
def test_enough_is_a_share_of_many_and_more_than_all_of_few(size: int, least: int) -> None:
    assert least_known(size) == least
