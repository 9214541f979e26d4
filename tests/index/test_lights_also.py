"""Lights of words as they are searched: with other names, and exactly as they stand."""

from dataclasses import replace

import pytest

from natoread_index import Query
from natoread_index.queries.nodes import Row, Term


def lit(term: Term | Row, text: str) -> list[str]:
    return [text[start:end] for start, end in Query("", term).lights(text)]


def shown(term: Term | Row, text: str) -> str:
    return Query("", term).snippet(text).text


def term(word: str, *also: str, prefix: bool = False, exact: bool = False) -> Term:
    return Term(
        (word,), word, prefix=prefix, exact=exact, also=tuple(tuple(a.split()) for a in also)
    )


SACEUR = term("saceur", "supreme allied commander europe")
GEOANA = term("goeana", "geoana")


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        (term("defence", "defense"), "Defense and defence, defenses", ["Defense", "defence"]),
        (term("defen", "defens", prefix=True), "of defensive defence", ["defensive", "defence"]),
        (SACEUR, "the Supreme Allied Commander, Europe.", ["Supreme Allied Commander, Europe"]),
        (SACEUR, "a supreme allied command", []),
        (GEOANA, "Mr Geoană spoke", ["Geoană"]),
        (GEOANA, "Mr Geoana\u0306’s word", ["Geoana\u0306"]),
        (term("eur", "obrien", prefix=True), "Mr O’Brien", ["O’Brien"]),
        (term("saceur", "us eur", prefix=True), "the U.S. European", ["U.S. European"]),
        (term("covid", "covid19"), "COVID-19, covid", ["COVID-19", "covid"]),
    ],
)
def test_another_name_is_lit_like_the_word_itself(asked: Term, text: str, found: list[str]) -> None:
    assert lit(asked, text) == found


def test_an_exact_word_is_lit_in_no_other_form() -> None:
    text = "a partner, partners, part ner"
    assert lit(term("partner"), text) == ["partner", "partners", "part ner"]
    assert lit(term("partner", exact=True), text) == ["partner"]
    assert lit(term("multiyear", exact=True), "multi year, multi-year") == ["multi-year"]


def test_the_other_name_of_a_word_counts_as_that_word_in_a_passage() -> None:
    body = f"SACEUR spoke. {'lorem ipsum ' * 60}The Supreme Allied Commander Europe met Finland."
    assert "met Finland" in shown(Row((SACEUR, term("finland"))), body)
    assert "SACEUR spoke" in shown(SACEUR, body)
    assert "met Finland" in shown(replace(SACEUR, words=("x",), joined="x"), body)


def test_two_names_of_one_word_count_as_one() -> None:
    body = f"defence defense {'lorem ipsum ' * 60}defence of Finland"
    assert "of Finland" in shown(Row((term("defence", "defense"), term("finland"))), body)
