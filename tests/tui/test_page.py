"""A page: wrapped, lit, walked through; no terminal needed."""

import unicodedata
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from natoread.page import Page
from natoread.wrapping import _PLAIN, _measured_rows, _plain_rows, wrap
from natoread_index import Span

WIDTHS = st.integers(20, 120)
TEXTS = st.text(alphabet=st.sampled_from("ab é–’.\n\n 中a\u0301👩\u200d\ufe0f❤-x"), max_size=400)
SPOKEN = "Good morning.\nI am here.\n\nThe ministers met in Tallinn today.\n\nEnd of quote."


def visible(text: str) -> Counter[str]:
    return Counter(text.replace(" ", "").replace("\n", ""))


@given(TEXTS, WIDTHS)
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    page = Page.of(text, width)
    assert visible("".join(page[row] for row in range(len(page)))) == visible(text)
    ends = [0, *(row.end for row in page.rows)]
    assert all(end <= row.start <= row.end for end, row in zip(ends, page.rows, strict=False))


@given(TEXTS, WIDTHS)
def test_no_row_is_too_wide(text: str, width: int) -> None:
    page = Page.of(text, width)
    assert all(cell_len(page[row]) <= width for row in range(len(page)))


@given(st.lists(st.text("abé中", min_size=1, max_size=9), min_size=1), WIDTHS)
def test_no_word_is_cut(words: list[str], width: int) -> None:
    page = Page.of(" ".join(words), width)
    assert " ".join(page[row] for row in range(len(page))).split() == words


@given(st.text("ab  cdefghij-", max_size=300), st.integers(3, 40))
def test_the_quick_way_and_the_measured_way_agree(line: str, width: int) -> None:
    line = line.rstrip(" ")
    assert list(_plain_rows(line, width)) == list(_measured_rows(line, width))


@given(TEXTS, WIDTHS, st.data())
def test_lights_fall_on_the_same_characters_at_any_width(
    text: str, width: int, draw: st.DataObject
) -> None:
    cuts = sorted(draw.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    lights = tuple(Span(*pair) for pair in list(pairwise(cuts))[::2])
    page = Page.of(text, width, lights)
    lit = [""] * len(lights)
    for row in range(len(page)):
        for start, end, match in page.lit(row):
            lit[match] += page[row][start:end]
    assert [visible(found) for found in lit] == [visible(text[start:end]) for start, end in lights]


def test_the_quick_way_is_taken_only_where_characters_are_cells() -> None:
    taken = [chr(code) for code in range(0x20, 0x30000) if _PLAIN(chr(code))]
    assert [letter for letter in taken if cell_len(letter) != 1] == []
    assert all(unicodedata.category(letter) != "Cc" for letter in taken)
    assert _PLAIN("Geoană’s “visit” – € 6,900…")


def test_a_word_longer_than_the_row_is_cut_and_an_accent_stays_on_its_letter() -> None:
    assert [tuple(row) for row in wrap("abcdefg", 3)] == [(0, 3), (3, 6), (6, 7)]
    page = Page.of("e\u0301" * 5, 4)
    assert [page[row] for row in range(len(page))] == ["e\u0301" * 4, "e\u0301"]


def test_an_indent_is_kept_unless_its_word_would_not_fit() -> None:
    assert Page.of("  • one two", 20)[0] == "  • one two"
    assert Page.of("    disinformation", 15)[0] == "disinformation"


def test_empty_text_is_one_empty_row() -> None:
    page = Page.of("", 40)
    assert (len(page), page[0], page.row_of(9), page.offset_of(7)) == (1, "", 0, 0)


@given(TEXTS, WIDTHS, WIDTHS)
def test_a_place_survives_another_width(text: str, width: int, other: int) -> None:
    page = Page.of(text, width)
    for row in range(len(page)):
        offset = page.offset_of(row)
        assert page.row_of(offset) == row or not page[row]
        assert page.at_width(other).at_width(width).row_of(offset) == page.row_of(offset)


def test_a_page_at_its_own_width_is_itself() -> None:
    page = Page.of(SPOKEN, 30)
    assert page.at_width(30) is page


@pytest.mark.parametrize(
    ("offset", "following", "preceding"), [(0, 0, 2), (3, 1, 0), (9, 2, 1), (20, 0, 2)]
)
def test_matches_go_round(offset: int, following: int, preceding: int) -> None:
    page = Page.of("ab cd ef gh ij kl mn", 20, (Span(0, 2), Span(6, 8), Span(12, 14)))
    assert page.match_from(offset) == following
    assert page.match_before(offset) == preceding


def test_paragraphs_begin_after_each_break_of_the_text() -> None:
    page = Page.of(SPOKEN, 20)
    begun = [0]
    while (row := page.paragraph_after(begun[-1])) != len(page) - 1:
        begun.append(row)
    firsts = [page[row].split()[0] for row in begun]
    assert firsts == ["Good", "I", "The"]
    assert page[page.paragraph_after(begun[-1])] == "End of quote."
    assert [page.paragraph_before(row) for row in begun] == [0, 0, 1]


def test_from_inside_a_paragraph_the_way_back_is_to_its_beginning() -> None:
    page = Page.of(SPOKEN, 20)
    inside = page.row_of(SPOKEN.index("Tallinn"))
    assert page[page.paragraph_before(inside)].startswith("The ministers")
