"""The passage of a release that a list shows."""

from hypothesis import given
from hypothesis import strategies as st
from tests.index.strategies import texts

from natoread_index import Query, Snippet, Span

FILLER = "lorem ipsum dolor sit amet " * 40


def snippet(query: str, body: str, *, typing: bool = False) -> Snippet:
    return Query.parse(query, typing=typing).snippet(body)


def lit(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.lights]


def test_a_short_body_is_shown_whole() -> None:
    body = "NATO and Ukraine met in Kyiv."
    assert snippet("kyiv", body) == Snippet(body, (Span(24, 28),))
    assert snippet("moscow", body) == Snippet(body)
    assert Query().snippet(body) == Snippet(body)
    assert snippet("kyiv", "") == Snippet()


def test_a_body_is_shown_from_its_opening_when_nothing_is_lit() -> None:
    for query in ["nowhere", "", "kind:news", "-lorem", "title:lorem"]:
        found = snippet(query, FILLER)
        assert found.lights == ()
        assert found.text.startswith("lorem ipsum dolor")
        assert found.text.endswith(" …")
        assert 200 < len(found.text) < 300


def test_a_passage_from_the_middle_has_ellipses_at_both_ends() -> None:
    found = snippet("kyiv", f"{FILLER}they met in Kyiv on Monday {FILLER}")
    assert lit(found) == ["Kyiv"]
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")
    assert "they met in Kyiv on Monday" in found.text
    assert 100 < len(found.text) < 300


def test_a_passage_from_an_end_has_an_ellipsis_at_the_other() -> None:
    first, last = snippet("kyiv", f"In Kyiv {FILLER}"), snippet("kyiv", f"{FILLER}in Kyiv.\n")
    assert first.text.startswith("In Kyiv lorem")
    assert first.text.endswith(" …")
    assert last.text.startswith("… ")
    assert last.text.endswith("in Kyiv.")


def test_a_passage_is_cut_between_words() -> None:
    found = snippet("kyiv", f"{FILLER}Kyiv {FILLER}")
    assert set(found.text.split()) == {*FILLER.split(), "Kyiv", "…"}


def test_a_passage_is_one_line_with_even_spaces() -> None:
    found = snippet('"met in kyiv"', "They\n\nmet\u00a0 in\t\tKyiv.\r\n\u2028The\x0bend.\n\n")
    assert found.text == "They met in Kyiv. The end."
    assert lit(found) == ["met in Kyiv"]


def test_the_passage_with_the_most_of_what_is_asked_wins() -> None:
    body = f"Ukraine came. {FILLER}Ukraine needs air defence. {FILLER}Ukraine won in the air."
    assert lit(snippet("ukraine air defence", body)) == ["Ukraine", "air defence"]
    assert lit(snippet("ukraine air", body)) == ["Ukraine", "air"]
    assert "needs" in snippet("ukraine air", body).text
    assert "came" in snippet("ukraine", body).text


def test_the_same_word_often_counts_less_than_two_words_once() -> None:
    body = f"air air air air. {FILLER}air defence, {FILLER}defence defence"
    assert "air defence" in snippet("defence air", body).text


def test_an_endless_word_is_cut() -> None:
    for body in (
        "x" * 9_000,
        f"{'x' * 4_000} kyiv {'x' * 4_000}",
        "x," * 2_000 + "kyiv" + ",x" * 2_000,
    ):
        assert len(snippet("kyiv", body).text) < 400
    assert lit(snippet("kyiv", "x," * 2_000 + "kyiv" + ",x" * 2_000)) == ["kyiv"]


def test_a_phrase_longer_than_a_passage_is_shown_to_its_end() -> None:
    phrase = "the North Atlantic Council " * 12
    found = snippet(f'"{phrase}', f"{FILLER}{phrase}. {FILLER}")
    assert lit(found) == [phrase.strip()]


def test_the_word_being_typed_is_lit_in_the_passage() -> None:
    assert lit(snippet("air d", "Air defence", typing=True)) == ["Air", "defence"]


def test_a_better_passage_behind_very_many_lights_is_found() -> None:
    body = "air " * 500 + FILLER + "air defence"
    assert snippet("air defence", body).text.endswith("air defence")


@given(texts, st.sampled_from(["", "air", "kyiv", "-air"]))
def test_a_passage_holds_words_of_the_body_in_their_order(text: str, query: str) -> None:
    shown = snippet(query, FILLER + text + FILLER).text.strip("… ")
    assert shown in " ".join((FILLER + text + FILLER).split())
