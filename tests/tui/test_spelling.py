"""Words searched beside those typed, or for them, and how a spelling is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread.spelling import also, correction, used, with_spelling_taken
from natoread_index import Hits


def corrected(*pairs: tuple[str, str], found: bool = True) -> Hits:
    return Hits([1] if found else [], corrected=pairs)


def test_a_correction_is_said_with_the_words_typed_and_used() -> None:
    hits = corrected(("Stoltenburg", "Stoltenberg"), ("visti", "visit"))
    said = "no release has “Stoltenburg”, “visti”; shown: Stoltenberg, visit"
    assert correction(hits) == said


def test_capitals_are_those_of_the_words_typed() -> None:
    assert used(corrected(("Geaona", "geoana"), ("NATTO", "nato"))) == "Geoana, NATO"


def test_where_nothing_answers_a_spelling_is_only_a_question() -> None:
    hits = corrected(("Stoltenburg", "Stoltenberg"), found=False)
    assert correction(hits) == "no release has “Stoltenburg”; did you mean Stoltenberg?"


def test_what_is_told_as_a_correction_is_not_told_twice() -> None:
    hits = Hits([1], also=("defense", "visit"), corrected=(("visti", "visit"),))
    assert also(hits) == "defense"


def test_names_are_safe_to_print() -> None:
    assert also(Hits(also=("de\x1b[1m\nfense",))) == "de␛[1m fense"
    assert "“st\u2060o\x07”" not in correction(corrected(("st\u2060o\x07", "sto")))


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Stoltenburg", "Stoltenberg"),
        ("stoltenburg", "stoltenberg"),
        ("STOLTENBURG kyiv", "STOLTENBERG kyiv"),
        ("by:Stoltenburg since:2024-05", "by:Stoltenberg since:2024-05"),
        ('"jens stoltenburg" -drill', '"jens stoltenberg" -drill'),
        ("kyiv (stoltenburg OR rutte", "kyiv (stoltenberg OR rutte"),
        ("  stóltenburg ", "  stoltenberg "),
        ("stoltenburger stoltenburg", "stoltenburger stoltenberg"),
        ("kyiv", "kyiv"),
        ("", ""),
    ],
)
def test_the_word_is_replaced_and_the_rest_is_kept(text: str, taken: str) -> None:
    assert with_spelling_taken(text, corrected(("stoltenburg", "stoltenberg"))) == taken


def test_capitals_of_the_word_used_stay() -> None:
    assert with_spelling_taken("natto", corrected(("natto", "NATO"))) == "NATO"


def test_only_the_first_word_is_replaced_at_a_time() -> None:
    hits = corrected(("vist", "visit"), ("kiyv", "kyiv"))
    assert with_spelling_taken("vist kiyv", hits) == "visit kiyv"


@given(st.text(max_size=30))
def test_nothing_offered_changes_nothing(text: str) -> None:
    assert with_spelling_taken(text, Hits()) == text


@given(st.text(max_size=30), st.text(max_size=8), st.text(max_size=8))
def test_no_text_is_too_odd(text: str, typed: str, word: str) -> None:
    with_spelling_taken(text, corrected((typed, word)))
