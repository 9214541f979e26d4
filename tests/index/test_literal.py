"""What is typed is found as it is written, parts of words too, and nothing else is."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index import Findable, Release

TEXTS = st.text(alphabet=st.sampled_from("aAbé\u0301ß’'-–— \n\u00ad1,.“U中"), max_size=60)


def said(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in Findable(text).spans(typed)]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("a deterrent deters", "deter", ["deter", "deter"]),
        ("undeterred", "terre", ["terre"]),
        ("Mircea Geoană spoke", "geoana", ["Geoană"]),
        ("Mircea Geoana\u0306 spoke", "geoana", ["Geoana\u0306"]),
        ("Mircea Geoana spoke", "Geoană", ["Geoana"]),
        ("Ukraine’s most urgent need", "ukraine's", ["Ukraine’s"]),
        ("Ukraine’s most urgent need", "ukraines", ["Ukraine’s"]),
        ("Ukraine’s most urgent need", "ukraine", ["Ukraine"]),
        ("the Indo-Pacific, Indo Pacific", "indo pacific", ["Indo-Pacific", "Indo Pacific"]),
        ("the Indo-Pacific, Indo Pacific", "indo-pacific", ["Indo-Pacific", "Indo Pacific"]),
        ("the Indo-Pacific, the indopacific", "indopacific", ["Indo-Pacific", "indopacific"]),
        ("multi\u2011year and multiyear", "multi-year", ["multi\u2011year", "multiyear"]),
        ("dual\u00aduse", "dual use", []),
        ("dual\u00aduse", "dualuse", ["dual\u00aduse"]),
        ("air\n\n  defence", "air defence", ["air\n\n  defence"]),
        ("air, defence", "air defence", []),
        ("the U.S. and us", "us", ["U.S", "us"]),
        ("6,900 troops, 6900 men", "6900", ["6,900", "6900"]),
        ("6,900 troops, 6900 men", "6,900", ["6,900", "6900"]),
        ("1.5 or 15", "15", ["15"]),
        ("“we must”, he said", '"we must"', ["“we must”"]),
        ("Straße, Ærø", "strasse", ["Straße"]),
        ("Straße, Ærø", "sse", ["ße"]),
        ("Straße, Ærø", "aer", ["Ær"]),
        ("wait…", "wait...", ["wait…"]),
        ("(28 May 2024)", "may 2024)", ["May 2024)"]),
        ("Kyiv – and peace", "kyiv and", ["Kyiv – and"]),
        ("C++ [x] .*", ".*", [".*"]),
        ("one two", " two", [" two"]),
        ("a - b", "-", ["-"]),
        ("anything", "", []),
        ("any thing", "  ", []),
        ("any thing", "’", []),
    ],
)
def test_it_finds_what_is_typed(text: str, typed: str, found: list[str]) -> None:
    assert said(text, typed) == found


def test_capitals_count_when_one_is_typed() -> None:
    text = "May may MAY, Ärger ärger"
    assert said(text, "may") == ["May", "may", "MAY"]
    assert said(text, "May") == ["May"]
    assert said(text, "MAY") == ["MAY"]
    assert said(text, "Arger") == ["Ärger"]


@given(TEXTS, st.data())
def test_any_part_of_a_text_is_found_where_it_stands(text: str, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(text)))
    end = draw.draw(st.integers(start, len(text)))
    piece = text[start:end]
    spans = Findable(text).spans(piece)
    letters = re.search(r"\w", piece)
    assert not letters or any(a < end and start < b for a, b in spans)


@given(TEXTS, TEXTS)
def test_what_is_found_is_in_order_and_apart(text: str, typed: str) -> None:
    edges = [edge for span in Findable(text).spans(typed) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@given(st.text(alphabet="aeiouäöüñçé ", max_size=40), st.text(alphabet="aeounc", min_size=1))
def test_accents_composed_or_not_are_found_alike(text: str, typed: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    found = [unicodedata.normalize("NFC", piece) for piece in said(apart, typed)]
    assert found == said(text, typed)


def test_texts_of_many_scripts_are_folded_all_the_same() -> None:
    letters = "".join(chr(code) for code in range(0x400, 0x460)) + "ΑΒΓΔΕΖΗ" + "ÀÁÂÃÄÅ"
    assert said(f"{letters} Жизнь", "жизнь") == ["Жизнь"]
    assert said(letters, "αβγ") == ["ΑΒΓ"]


def test_a_title_is_found_in_its_release(nine_releases: list[Release]) -> None:
    for release in nine_releases:
        whole = f"{release.title}\n\n{release.body}"
        assert said(whole, release.title.swapcase().lower())[0] == release.title
