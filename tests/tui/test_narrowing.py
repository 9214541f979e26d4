"""Facts toggled in the text of a query: what is asked for reads back, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread.narrowing import chosen, narrowed, toggled
from natoread_index import Query


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("", "speech", "kind:speech"),
        ("ukraine", "speech", "kind:speech ukraine"),
        ("ukraine kind:speech", "speech", "ukraine"),
        ("ukraine kind:speech air", "news", "ukraine (kind:speech OR kind:news) air"),
        ("(kind:speech OR kind:news)", "speech", "kind:news"),
        ("KIND:Speech x", "speech", "x"),
        ("-kind:speech", "news", "kind:news -kind:speech"),
        ("", "press conference", 'kind:"press conference"'),
        ('kind:"press conference" x', "press conference", "x"),
        ('"air def', "speech", 'kind:speech "air def'),
        ("unkind:speech", "speech", "kind:speech unkind:speech"),
    ],
)
def test_a_value_is_toggled_where_it_stands(text: str, value: str, after: str) -> None:
    assert toggled(text, "kind", value) == after


def test_a_search_is_narrowed_to_one_value_in_place_of_others() -> None:
    assert narrowed("nato date:2024-05 summit", "date", "2024-06") == "nato date:2024-06 summit"
    assert narrowed("nato date:2024-05", "date") == "nato"


@given(st.lists(st.text(min_size=1).filter(lambda v: v.strip()), min_size=1, max_size=4))
def test_what_is_chosen_reads_back(values: list[str]) -> None:
    text = narrowed("ukraine", "by", *values)
    expected = [
        " ".join(value.translate(dict.fromkeys(map(ord, '"“”'))).split()) for value in values
    ]
    assert [" ".join(value.split()) for value in chosen(text, "by")] == expected
    Query.parse(text)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("sweden OR finl", "kind:news (sweden OR finl"),
        ("sweden OR (air defence)", "kind:news (sweden OR (air defence))"),
        ("(sweden OR finland", "kind:news (sweden OR finland"),
        ('"sweden OR finland"', 'kind:news "sweden OR finland"'),
    ],
)
def test_alternatives_are_narrowed_all_together(text: str, after: str) -> None:
    assert narrowed(text, "kind", "news") == after
    assert toggled(after, "kind", "news") == after.removeprefix("kind:news ")
    node = Query.parse(after, typing=True).node
    assert node == Query.parse(f"kind:news ({text}", typing=True).node


def test_alternatives_find_what_either_finds() -> None:
    both = Query.parse(narrowed("", "kind", "speech", "news")).node
    assert both == Query.parse("kind:speech OR kind:news").node
