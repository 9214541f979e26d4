"""The other forms in which a finished word counts as found."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.queries.forms import forms

english = st.text(ascii_lowercase, min_size=3, max_size=12)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("partner", "partners"),
        ("ally", "allies"),
        ("country", "countries"),
        ("day", "days"),
        ("force", "forces"),
        ("exercise", "exercises"),
        ("sanction", "sanctions"),
        ("virus", "viruses"),
        ("class", "classes"),
        ("tax", "taxes"),
        ("breach", "breaches"),
        ("push", "pushes"),
        ("hero", "heroes"),
        ("photo", "photos"),
        ("movie", "movies"),
        ("iraqi", "iraqis"),
        ("houthi", "houthis"),
        ("menu", "menus"),
        ("analysis", "analyses"),
        ("crisis", "crises"),
        ("criterion", "criteria"),
        ("child", "children"),
        ("foot", "feet"),
        ("half", "halves"),
        ("life", "lives"),
        ("wife", "wives"),
        ("waltz", "waltzes"),
        ("airman", "airmen"),
        ("man", "men"),
        ("woman", "women"),
        ("person", "people"),
        ("spokesman", "spokesmen"),
        ("servicewoman", "servicewomen"),
        ("spokesperson", "spokespeople"),
        ("f16", "f16s"),
        ("coach", "coaches"),
        ("czech", "czechs"),
        ("oligarch", "oligarchs"),
        ("base", "bases"),
        ("dose", "doses"),
        ("diagnosis", "diagnoses"),
        ("hypothesis", "hypotheses"),
        ("memorandum", "memoranda"),
        ("memorandum", "memorandums"),
        ("referendum", "referenda"),
        ("forum", "fora"),
        ("forum", "forums"),
        ("phenomenon", "phenomena"),
        ("index", "indices"),
        ("index", "indexes"),
        ("shelf", "shelves"),
        ("midwife", "midwives"),
        ("grandchild", "grandchildren"),
        ("tooth", "teeth"),
        ("axis", "axes"),
        ("axe", "axes"),
    ],
)
def test_plural_and_singular_find_each_other(one: str, many: str) -> None:
    assert many in forms(one)
    assert one in forms(many)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("police", "policy"),
        ("policing", "police"),
        ("general", "generate"),
        ("allied", "allies"),
        ("deter", "deterring"),
        ("deter", "deterrence"),
        ("new", "news"),
        ("news", "new"),
        ("mean", "means"),
        ("means", "mean"),
        ("human", "humen"),
        ("oman", "omen"),
        ("army", "arm"),
        ("pushed", "push"),
        ("forces", "forc"),
        ("press", "pres"),
        ("us", "u"),
        ("as", "a"),
        ("its", "it"),
        ("was", "wa"),
        ("6s", "6"),
        ("2024", "2024s"),
        ("basis", "bases"),
        ("bases", "basis"),
        ("corps", "corpses"),
        ("custom", "customs"),
        ("doe", "does"),
        ("economic", "economics"),
        ("goods", "good"),
        ("los", "loses"),
        ("loses", "los"),
        ("cros", "cross"),
        ("march", "marches"),
        ("medium", "media"),
        ("aid", "aids"),
        ("securities", "security"),
        ("security", "securities"),
        ("wells", "well"),
        ("your", "yours"),
        ("adams", "adam"),
        ("adam", "adams"),
        ("jens", "jen"),
        ("william", "williams"),
        ("leaf", "leaves"),
        ("leave", "leaf"),
        ("involves", "involf"),
    ],
)
def test_other_words_are_kept_apart(word: str, other: str) -> None:
    assert other not in forms(word)


@pytest.mark.parametrize(
    "word", ["us", "of", "a", "news", "means", "does", "jens", "6,900", "16s", "2024"]
)
def test_a_short_word_a_number_and_a_plural_without_singular_stand_alone(word: str) -> None:
    assert forms(word) == (word,)


@given(st.text(min_size=1))
def test_a_word_is_first_among_its_forms_and_none_comes_twice(word: str) -> None:
    found = forms(word)
    assert found[0] == word
    assert len(set(found)) == len(found)


@given(english)
def test_a_plural_leads_back_to_its_word(word: str) -> None:
    for form in forms(word):
        if form.startswith(word[:-1]) and len(form) > len(word):
            assert word in forms(form)


@given(english)
def test_forms_begin_with_the_same_letter_and_are_no_scraps(word: str) -> None:
    assert {form[0] for form in forms(word)} == {word[0]}
    assert all(len(form) >= 3 for form in forms(word))
