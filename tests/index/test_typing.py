"""What holds while a query is typed: it never fails, grows no list, and empties none."""

import gc
import sys
from datetime import date
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.index.at_random import Making, numbered, searcher_of
from tests.index.made import release
from tests.index.strategies import any_text, texts
from tests.index.test_query_holds import parts

from natoread_index import Query, Sort
from natoread_index.queries.parser import LONGEST_QUERY
from natoread_index.searching.searcher import Searcher

TODAY = date(2024, 5, 30)
CALLS_A_LETTER = 60
"""Calls of functions that reading a letter of a query may take: three times as many as it does."""

REPEATED = [
    "(", ")", "-(", "a OR (", "title:(", "NOT (", "((a)) ", '"', '"a', "“”", '" "', "-", "- ",
    "~", "*", "=", "=a~ ", "-a ", "NOT ", "OR ", "AND ", "a OR ", "a AND ", ":", "title:", "kind:",
    "date:", "date:2024-", "since:1d ", "a", "a ", "a.", "a.b ", "1.", "1,", "1,000", "a-", "a’",
    "a’s", "'", "&", "_", "@", "é", "e\u0301", "\u0301", "a\u00ad", "\u200b", "1\u200b", "1.\u0301",
    "a.\u0301", "a.\u00ad", "ʹ", "ſ", "İ", "ﷺ", "각", "ᄀ", "\ud800", "\x00", "\n", "Ǆ", "²",
]  # fmt: skip
repeated = st.lists(st.sampled_from(REPEATED), min_size=1, max_size=3).map("".join)


class Calls:
    """Counts the calls of functions, Python's own included, while it is entered."""

    def __init__(self) -> None:
        self.count = 0

    def __enter__(self) -> "Calls":
        gc.disable()  # what others leave to be cleared away is no step of this one
        self._before = sys.getprofile()
        sys.setprofile(self._called)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(self._before)
        gc.enable()

    def _called(self, _: FrameType, event: str, __: object) -> None:
        self.count += event in ("call", "c_call")


def filled(pattern: str, length: int = LONGEST_QUERY) -> str:
    return (pattern * length)[:length]


def calls(text: str) -> int:
    with Calls() as calls:
        Query.parse(text, typing=True, today=TODAY)
    return calls.count


@settings(max_examples=300)
@given(st.one_of(any_text, repeated.map(filled)), st.booleans(), st.booleans())
def test_anything_can_be_typed(text: str, typing: bool, exact: bool) -> None:
    query = Query.parse(text, typing=typing, exact=exact)
    assert query.text == text
    assert len(parts(query.node)) <= 2 * min(len(text), LONGEST_QUERY) + 1


@pytest.mark.parametrize("pattern", REPEATED)
def test_reading_a_query_takes_a_few_steps_a_letter(pattern: str) -> None:
    assert calls(filled(pattern)) <= CALLS_A_LETTER * LONGEST_QUERY


@settings(max_examples=60)
@given(repeated)
def test_reading_twice_as_much_takes_twice_as_long(pattern: str) -> None:
    calls(filled(pattern))  # what is read once is remembered
    half, whole = calls(filled(pattern, LONGEST_QUERY // 2)), calls(filled(pattern))
    assert whole <= 3 * half + 1_000


@settings(max_examples=60)
@given(repeated)
def test_what_lies_behind_the_longest_query_takes_no_step(pattern: str) -> None:
    text = filled(pattern)
    calls(text)
    assert calls(text * 20) <= calls(text) + 10


@given(st.one_of(any_text, repeated.map(lambda pattern: filled(pattern, 60))), st.booleans())
def test_whatever_is_typed_is_answered(text: str, typing: bool) -> None:
    with searcher_of([[(1, release("Air defence, 6,900 of it", title=text[:30]))]]) as searcher:
        query = Query.parse(text, typing=typing, today=TODAY)
        assert {searcher.search(query, sort).total for sort in Sort} <= {0, 1}
        assert sum(searcher.facets(query).kind.values()) == searcher.first(query, 50).total


def found(searcher: Searcher, text: str, *, exact: bool = False) -> set[int]:
    query = Query.parse(text, typing=True, today=TODAY, exact=exact)
    return set(searcher.search(query, Sort.NEWEST).numbers)


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_a_letter_more_adds_nothing_to_words_taken_exactly(seed: int) -> None:
    making = Making(seed)
    words = [word for word in making.words if word.isalpha()] or ["air"]
    with searcher_of(numbered(making.case(5, 0).batches)) as searcher:
        for _ in range(5):
            text = " ".join(making.random.choices(words, k=2)).lower()
            before = found(searcher, "", exact=True)
            for end in range(1, len(text) + 1):
                now = found(searcher, text[:end], exact=True)
                assert now <= before, text[:end]
                before = now


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_a_letter_more_adds_only_what_says_the_words_in_another_way(seed: int) -> None:
    """Whatever is new does not have the words as they are typed: else it was there before."""
    making = Making(seed)
    words = [word for word in making.words if word.replace("-", "").isalpha()]
    with searcher_of(numbered(making.case(5, 0).batches)) as searcher:
        for _ in range(5 if words else 0):
            text = " ".join(making.random.choices(words, k=2)).lower()
            for end in range(1, len(text) + 1):
                before, now = found(searcher, text[: end - 1]), found(searcher, text[:end])
                as_typed = found(searcher, text[:end], exact=True)
                assert as_typed <= before & now, text[:end]


@settings(max_examples=100)
@given(texts)
@example("Indo-Pacific multi-year U.S.-led")
@example("6,900-strong 10,000,000 1,000.5 F-16s")
@example("O’Śullivan Ukraine’s allies’ EU’s-led")
def test_typing_a_word_of_a_release_never_loses_it(text: str) -> None:
    with searcher_of([[(1, release(text, title="Else")), (2, release("else"))]]) as searcher:
        for word in plain_words(text):
            for end in range(1, len(word) + 1):
                assert 1 in found(searcher, word[:end]) or not says(word[:end]), word[:end]


def plain_words(text: str) -> list[str]:
    """The words of a text that hold no sign of the query's own."""
    signs = set('"“”()*~:=')
    return [w for w in text.split() if not signs & {*w} and w[0] != "-" and w not in OPERATORS]


OPERATORS = ("AND", "OR", "NOT")


def says(text: str) -> bool:
    """Tell whether a text asks for anything."""
    return bool(Query.parse(text, typing=True, today=TODAY))


def test_typing_two_words_of_a_release_keeps_it() -> None:
    with searcher_of([[(1, release("Counter-disinformation in the Indo-Pacific"))]]) as searcher:
        text = "counter-disinformation in the indo-pacific"
        assert all(found(searcher, text[:end]) == {1} for end in range(1, len(text) + 1))
