"""What holds for the words of any text."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.index.made import postings
from tests.index.strategies import any_text, texts

from natoread_index.words import beginnings, fold, folded, in_words, words

all_texts = st.one_of(texts, any_text)


def said(text: str) -> list[str]:
    """The words of `text`, without their places."""
    return [word.text for word in words(text)]


@given(any_text)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_is_idempotent_for_every_character() -> None:
    characters = map(chr, range(0x20, 0x30000))
    assert [char for char in characters if fold(fold(char)) != fold(char)] == []


@settings(max_examples=150)
@given(all_texts)
@example("A.가 6,900és É.U. O’Śullivan ｶﾞ が")
def test_words_do_not_depend_on_how_accents_are_written(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert postings(composed) == postings(decomposed)


@given(all_texts)
def test_words_stand_in_order_apart_and_say_what_their_place_says(text: str) -> None:
    behind = 0
    for word in words(text):
        assert behind <= word.start < word.end <= len(text)
        assert word.text == fold(text[word.start : word.end])
        behind = word.end


@given(all_texts)
def test_postings_count_places_in_words(text: str) -> None:
    places, length = postings(text)
    assert length == len(said(text))
    assert all(place in places[word] for place, word in enumerate(said(text)))
    assert all(found == sorted(set(found)) for found in places.values())


@given(all_texts)
def test_folded_gives_the_words_without_their_places(text: str) -> None:
    assert list(folded(text)) == said(text)


@given(all_texts)
def test_in_words_gives_them_as_one_text(text: str) -> None:
    assert in_words(text) == " ".join(said(text))


@given(st.text("aAé1 \u00a0\u2028\u200b\u00ad\u0301\x85\x1cs.,-'’“”&_@#", max_size=12))
def test_in_words_parts_no_word_from_what_is_beside_it(text: str) -> None:
    assert in_words(text) == " ".join(said(text))


@given(all_texts)
def test_beginnings_are_where_words_begin(text: str) -> None:
    starts = [word.start for word in words(text)]
    letters = [at for at, char in enumerate(text) if char.isalnum() and fold(char)]
    letters = [at for at in letters if not at or not text[at - 1].isalnum()]
    assert list(beginnings(text, letters)) == [at for at in letters if at in starts]
