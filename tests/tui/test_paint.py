"""Text on its last way to the terminal."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from natoread.finding import Entry
from natoread.paint import around, compact_line, facts_line, lit, marked, shortened, title_line
from natoread_index import Signs, Span

TEXTS = st.text("ab 中–e\u0301", max_size=60)
CELLS = st.integers(1, 40)
FACTS = ("28 May 2024", "news", "NATO")
PLAIN, LIGHT = Style(), Style(bold=True)


@given(TEXTS, CELLS)
def test_a_text_cut_short_fits_and_says_so(text: str, cells: int) -> None:
    cut = shortened(text, cells)
    assert cell_len(cut) <= cells
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1].rstrip()))


@given(TEXTS, st.data())
def test_lit_text_is_the_same_text(text: str, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(text)))
    end = draw.draw(st.integers(start, len(text)))
    segments = list(lit(text, PLAIN, [(start, end, LIGHT)]))
    assert "".join(segment.text for segment in segments) == text
    assert "".join(s.text for s in segments if s.style == LIGHT) == text[start:end]


@given(st.lists(st.text("abcdefg", min_size=1, max_size=9), min_size=1, max_size=30), st.data())
def test_the_first_light_of_a_passage_is_in_sight(words: list[str], draw: st.DataObject) -> None:
    text = " ".join(words)
    word = draw.draw(st.integers(0, len(words) - 1))
    start = len(" ".join([*words[:word], ""]))
    light = Span(start, start + len(words[word]))
    cells = draw.draw(st.integers(24, 60))
    shown, (moved, *_) = around(text, (light,), cells)
    assert shown[slice(*moved)] == words[word]
    assert moved.end <= cells - 1 or shown == text


def test_a_passage_without_lights_begins_at_its_beginning() -> None:
    assert around("once upon a time", (), 8) == ("once upon a time", ())


def test_facts_leave_half_of_the_line_to_the_snippet() -> None:
    entry = Entry("T", (), FACTS, "the need is more air defence", (Span(17, 28),))
    facts, snippet = facts_line(entry, 40)
    assert (facts.text, snippet.text) == ("28 May 2024 · news  ", "…air defence")
    assert snippet.text[slice(*snippet.lights[0])] == "air defence"


def test_without_a_snippet_the_facts_have_the_line() -> None:
    (facts,) = facts_line(Entry("T", (), FACTS), 40)
    assert facts.text == "28 May 2024 · news · NATO"
    (facts,) = facts_line(Entry("T", (), FACTS), 8)
    assert facts.text == "28 May…"


@given(TEXTS, st.integers(12, 60), st.booleans(), st.sampled_from([(), ("summit", "北大西洋")]))
def test_a_compact_line_is_as_long_as_its_room(
    title: str, cells: int, starred: bool, tags: tuple[str, ...]
) -> None:
    entry = Entry(title, (), FACTS, signs=Signs(starred=starred, tags=tags))
    assert sum(cell_len(part.text) for part in compact_line(entry, cells)) == cells


def test_a_compact_line_has_the_day_at_its_end_if_there_is_room() -> None:
    entry = Entry("Ministers meet", (Span(0, 9),), FACTS, signs=Signs(starred=True))
    parts = compact_line(entry, 40)
    assert "".join(part.text for part in parts) == "Ministers meet             ★ 28 May 2024"
    assert parts[0].lights == (Span(0, 9),)
    assert "".join(part.text for part in compact_line(entry, 20)) == "Ministers meet    ★ "


def test_no_light_reaches_beyond_a_title_cut_short() -> None:
    line = title_line(Entry("Ministers meet", (Span(0, 9), Span(10, 14)), FACTS), 12)
    assert line.text == "Ministers m…"
    assert line.lights == (Span(0, 9), Span(10, 12))


def test_a_selection_is_marked_by_cells() -> None:
    strip = Strip(list(lit("北大西洋 NATO", PLAIN, ())))
    done = marked(strip, 2, 6, LIGHT)
    assert done.text == strip.text
    assert "".join(segment.text for segment in done if segment.style == LIGHT) == "大西"
    assert marked(strip, 50, 60, LIGHT).text == strip.text


def test_no_room_shows_no_passage_and_fails_over_none() -> None:
    for cells in (-2, 0, 1):
        assert around("a passage", (), cells) == ("a passage", ())
    assert around("a passage", (Span(0, 1),), -2)[1] == ()
