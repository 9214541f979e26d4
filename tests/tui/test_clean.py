"""Foreign text on its way to a terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from natoread.clean import carried, clean, clean_line
from natoread_index import Span


def test_ordinary_text_is_left_as_it_is() -> None:
    text = "Geoană’s “visit”\n\n\tto Rovajärvi – 13:00"
    assert clean(text) is text


def test_escape_sequences_are_shown_and_not_obeyed() -> None:
    assert clean("\x1b[31mred\x07\x7f\x00") == "␛[31mred␇␡␀"
    assert clean("it\x85s") == "it\ufffds"


def test_overrides_and_lone_surrogates_are_dropped() -> None:
    assert clean("a\u202eb\u2066c\ud800d\u2060e") == "abcde"


def test_a_line_separator_breaks_the_line() -> None:
    assert clean("ISAF\u2028Kabul") == "ISAF\nKabul"
    assert clean_line("ISAF\u2028Kabul\tnow") == "ISAF Kabul now"


@given(st.text())
def test_what_is_clean_holds_no_control_and_stays_clean(text: str) -> None:
    done = clean(text)
    assert clean(done) == done
    controls = {c for c in done if unicodedata.category(c) in {"Cc", "Cs"}}
    assert controls <= {"\n", "\t"}


@given(st.text(alphabet="ab\u2060\u202e\x1b"), st.data())
def test_spans_are_carried_to_the_same_characters(text: str, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(text)))
    end = draw.draw(st.integers(start, len(text)))
    ((new_start, new_end),) = carried([Span(start, end)], text)
    assert clean(text)[new_start:new_end] == clean(text[start:end])
