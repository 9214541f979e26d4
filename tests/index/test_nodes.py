"""What the leaves of a query stand for."""

from collections.abc import Iterator

import pytest

from natoread_index.queries.nodes import (
    All,
    Between,
    Either,
    Field,
    Node,
    Phrase,
    Row,
    Term,
    Undated,
    Without,
    joinable,
    wanted,
)


def term(word: str, field: Field = Field.ANY, *, prefix: bool = False) -> Term:
    return Term((word,), word, field, prefix)


def joins(*terms: Term) -> Iterator[tuple[int, str, bool]]:
    return ((at, join.joined, join.prefix) for at, _, join in Row(terms).joins)


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        ("multi", "year", True),
        ("indo", "pacific", True),
        ("air", "land", True),
        ("air", "sea", False),
        ("in", "to", False),
        ("co", "operation", False),
        ("operation", "al", False),
    ],
)
def test_two_words_may_be_one_if_neither_is_too_short(first: str, second: str, may: bool) -> None:
    assert joinable(first, second) is may


def test_a_single_word_may_be_written_as_two() -> None:
    assert list(term("airlift").splits) == [("air", "lift"), ("airl", "ift")]
    assert list(term("airsea").splits) == []
    assert list(Term(("air", "lift"), "airlift").splits) == []


def test_a_finished_word_is_spelled_in_all_its_forms_and_a_beginning_in_one() -> None:
    assert set(term("ally").spellings) == {"ally", "allies"}
    assert term("ally", prefix=True).spellings == ("ally",)


def test_a_term_is_answered_by_a_form_or_by_what_begins_with_it() -> None:
    assert term("ally").answers("allies")
    assert not term("ally").answers("allying")
    assert term("ally", prefix=True).answers("allying")
    assert not term("ally", prefix=True).answers("allies")


def test_two_neighbours_of_a_row_may_be_one_word() -> None:
    row = [term("multi"), term("year"), term("plan", prefix=True)]
    assert list(joins(*row)) == [(0, "multiyear", False), (1, "yearplan", True)]


@pytest.mark.parametrize(
    "row",
    [
        [term("multi"), term("year", Field.TITLE)],
        [term("multi", prefix=True), term("year")],
        [term("in"), term("to")],
        [term("multi")],
        [],
    ],
)
def test_other_neighbours_are_never_one_word(row: list[Term]) -> None:
    assert list(joins(*row)) == []


def test_what_is_wanted_are_all_words_but_those_excluded() -> None:
    air, row = term("air"), Row((term("sea"), term("land")))
    phrase = Phrase(("air", "defence"))
    asked: Node = All((Either((air, phrase)), Without(row), Between(), Undated(), row))
    assert list(wanted(asked)) == [air, phrase, row]
