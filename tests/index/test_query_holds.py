"""What holds for every query, whatever is typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.index.strategies import any_text, queries, todays

from natoread_index import Query
from natoread_index.queries.nodes import All, Either, Node, Phrase, Row, Term, Without, wanted
from natoread_index.queries.parser import LONGEST_QUERY

TODAY = date(2024, 5, 30)
_SIGNS = st.text('ab"“”()-*~:.’& ANDORT\n', max_size=40)
everything_typed = st.one_of(queries, queries, _SIGNS, any_text)


def asked(text: str, *, typing: bool = False) -> Query:
    return Query.parse(text, typing=typing, today=TODAY)


def words(query: Query) -> list[str]:
    """The words that a query wants, in order."""
    return [word for leaf in wanted(query.node) for word in said(leaf)]


def said(leaf: Term | Phrase | Row) -> list[str]:
    if isinstance(leaf, Row):
        return [word for term in leaf.terms for word in term.words]
    return list(leaf.words)


def parts(node: Node) -> list[Node]:
    """`node` and all below it."""
    match node:
        case All(below) | Either(below):
            return [node, *(each for part in below for each in parts(part))]
        case Without(part):
            return [node, *parts(part)]
        case Row(terms):
            return [node, *terms]
    return [node]


def beginnings(node: Node) -> list[Term | Phrase]:
    return [part for part in parts(node) if isinstance(part, Term | Phrase) and part.prefix]


@settings(max_examples=400)
@given(everything_typed, st.booleans(), todays)
def test_a_query_is_never_an_error(text: str, typing: bool, today: date) -> None:
    query = Query.parse(text, typing=typing, today=today)
    assert query.text == text
    assert bool(query) == (query.node != All(()))


@settings(max_examples=200)
@given(everything_typed)
def test_typing_changes_only_whether_the_last_word_is_a_beginning(text: str) -> None:
    finished, typed = asked(text), asked(text, typing=True)
    assert words(finished) == words(typed)
    assert len(beginnings(typed.node)) <= len(beginnings(finished.node)) + 1


@given(everything_typed)
def test_a_space_finishes_the_last_word(text: str) -> None:
    if '"' not in text and "“" not in text and "”" not in text:
        assert asked(text + " ", typing=True).node == asked(text + " ").node


@settings(max_examples=200)
@given(everything_typed, st.booleans())
def test_half_a_word_excludes_nothing(text: str, typing: bool) -> None:
    for part in parts(asked(text, typing=typing).node):
        if isinstance(part, Without):
            assert beginnings(part) == []


@settings(max_examples=200)
@given(everything_typed)
def test_nothing_is_combined_that_asks_for_nothing(text: str) -> None:
    node = asked(text).node
    if node != All(()):
        for part in parts(node):
            assert not isinstance(part, All | Either | Row) or len(told(part)) > 1
            assert not isinstance(part, Term | Phrase) or all(part.words)


def told(node: All | Either | Row) -> tuple[Node, ...]:
    return node.terms if isinstance(node, Row) else node.parts


@pytest.mark.parametrize("depth", [1, 39, 40, 41, 140])
@pytest.mark.parametrize("opening", ["(", "-(", "title:(", "a OR ("])
def test_brackets_nest_to_any_depth(opening: str, depth: int) -> None:
    assert asked(opening * depth + "b")
    assert asked(opening * depth + "b" + ")" * depth, typing=True)
    assert Query.parse(opening * 100_000).text == opening * 100_000


@pytest.mark.parametrize("depth", [1, 40, 41, 400])
def test_a_word_in_any_depth_is_wanted_and_so_is_what_follows(depth: int) -> None:
    query = asked("(" * depth + "air" + ")" * depth + " defence")
    assert words(query) == ["air", "defence"]


def test_a_long_query_is_read_up_to_its_cap() -> None:
    text = "a " * (LONGEST_QUERY // 2)
    assert LONGEST_QUERY == 1_000
    assert words(asked(text + "b")) == ["a"] * 500
    assert words(asked("x" + "a" * 2_000, typing=True))[0].startswith("xaa")
    assert len(words(asked("ab\n" * 100_000))) == 334


@given(any_text)
def test_what_lies_behind_the_cap_is_not_looked_at(text: str) -> None:
    filled = "air ".ljust(LONGEST_QUERY)
    assert asked(filled + text).node == asked(filled).node


@pytest.mark.parametrize(
    "text", ["\x00", "\ud800", "\udfff\ud800", "\x1b[31m", "\u202e", "\U0010ffff"]
)
def test_what_says_nothing_asks_for_nothing_more(text: str) -> None:
    assert words(asked(f"air {text} defence")) == ["air", *words(asked(text)), "defence"]


@given(st.permutations(["ukraine", '"air defence"', "kind:news", "-nato", "since:2024-05"]))
def test_the_order_of_what_is_wanted_does_not_matter(asking: list[str]) -> None:
    leaves = {
        part for part in parts(asked(" ".join(asking)).node) if not isinstance(part, All | Row)
    }
    assert leaves == {part for each in asking for part in parts(asked(each).node)}
