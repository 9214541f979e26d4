"""A reader reads: goes through a release, from hit to hit, and on to the next."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import (
    Reader,
    app_on,
    lit,
    main,
    releases_named,
    seen,
    settle,
    title,
    top,
    type_keys,
)

from natoread_index import Release

PARAGRAPHS = "\n\n".join(f"Paragraph {number} speaks of peace." for number in range(1, 60))
LONG = Release("A long speech", PARAGRAPHS, "NATO")
SHORT = Release("A short note", "All is calm.", "NATO")


def hits_shown(pilot: Reader) -> str:
    return seen(pilot).splitlines()[-1].rpartition("hit ")[2]


async def test_the_facts_stand_below_the_title(nine: Nine) -> None:
    async with nine.app("title:Rovajärvi OR title:transport").run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        shown = " ".join(seen(pilot).split())
        assert "21–24 May 2024 · news · NATO · 172 words · 1 min" in shown


async def test_a_release_opens_at_its_first_hit_and_n_walks_round() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await type_keys(pilot, "slash", *'"paragraph 30"', "enter")
        assert "Paragraph 30" in seen(pilot)
        assert hits_shown(pilot) == "1/1"
        await type_keys(pilot, "q", "/", *"peace", "enter")
        assert hits_shown(pilot) == "1/59"
        await type_keys(pilot, "n", "n")
        assert hits_shown(pilot) == "3/59"
        await type_keys(pilot, "N", "N", "N")
        assert hits_shown(pilot) == "59/59"
        assert "Paragraph 59" in seen(pilot)
        await type_keys(pilot, "n")
        assert hits_shown(pilot) == "1/59"


async def test_a_hit_far_down_is_shown_in_the_middle_third() -> None:
    async with app_on(FakeLibrary([LONG]), words='"paragraph 30"').run_test(
        size=(100, 33)
    ) as pilot:
        await settle(pilot)
        reader = main(pilot).reader
        row = reader.page.row_of(reader.page.lights[0].start) - reader.scroll_offset.y
        assert reader.size.height // 3 <= row < reader.size.height * 2 / 3


async def test_from_elsewhere_n_goes_to_the_next_hit_below_and_capital_n_above() -> None:
    async with app_on(FakeLibrary([LONG]), words="peace").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "G", "g", "pagedown", "pagedown", "n")
        after = int(hits_shown(pilot).partition("/")[0])
        assert 10 < after < 30
        await type_keys(pilot, "pageup", "pageup", "pageup", "N")
        assert hits_shown(pilot) == "59/59"


async def test_relighting_leaves_the_place_alone_once_the_reader_has_moved() -> None:
    async with app_on(FakeLibrary([LONG]), words="peace").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "n", "n", "n", "n", "n", "n", "n", "n")
        place = top(pilot)
        await type_keys(pilot, "q", "slash", *"speaks")
        assert set(lit(pilot)) == {"speaks"}
        assert top(pilot) == place


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j", "j", "down", "k"], 2),
        (["ctrl+d"], 10),
        (["ctrl+d", "ctrl+u"], 0),
        (["space"], 20),
        (["pagedown", "b"], 0),
        (["end", "home"], 0),
        (["G", "pageup", "g"], 0),
        (["}", "}", "}"], 5),
        (["}", "}", "}", "{"], 3),
    ],
)
async def test_keys_move_the_text(keys: list[str], row: int) -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", *keys)
        assert main(pilot).reader.scroll_offset.y == row


async def test_space_at_the_end_opens_the_next_release() -> None:
    async with app_on(FakeLibrary([SHORT, LONG, SHORT])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "space")
        assert title(pilot) == LONG.title
        await type_keys(pilot, "G", "space")
        assert main(pilot).at == 2


async def test_capital_letters_walk_through_the_releases_from_the_reader() -> None:
    names = ["One", "Two", "Three"]
    async with app_on(FakeLibrary(releases_named(*names))).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "J", "J", "J")
        assert title(pilot) == "Three"
        await type_keys(pilot, "K")
        assert title(pilot) == "Two"
        assert main(pilot).focused is main(pilot).reader


async def test_the_text_is_a_column_in_the_middle_that_can_be_made_wider() -> None:
    prose = Release("Prose", "word " * 200, "NATO")
    async with app_on(FakeLibrary([prose])).run_test(size=(160, 24)) as pilot:
        await settle(pilot)
        reader = main(pilot).reader
        assert reader.page.width == 78
        await type_keys(pilot, "enter", "+")
        assert reader.page.width == 82
        await type_keys(pilot, "-", "-")
        assert reader.page.width == 74
        await type_keys(pilot, "=")
        assert reader.page.width == 78


async def test_a_paragraph_selected_with_the_mouse_is_copied_as_one_line(
    desktop: list[str],
) -> None:
    sentence = " ".join(f"word{number}" for number in range(40))
    async with app_on(FakeLibrary([Release("T", sentence, "NATO")])).run_test(
        size=(120, 30), notifications=True
    ) as pilot:
        await settle(pilot)
        reader = main(pilot).reader
        await pilot.mouse_down(reader, offset=(1, 3))
        await pilot.hover(reader, offset=(60, 9))
        await pilot.mouse_up(reader, offset=(60, 9))
        await type_keys(pilot, "ctrl+c")
        assert [copied.strip() for copied in desktop] == [sentence]
        assert "Copied" in seen(pilot)


async def test_a_selection_shows_and_escape_ends_it() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24), notifications=True) as pilot:
        await type_keys(pilot, "tab")
        reader = main(pilot).reader
        await pilot.mouse_down(reader, offset=(5, 3))
        await pilot.hover(reader, offset=(12, 3))
        await pilot.mouse_up(reader, offset=(12, 3))
        assert main(pilot).get_selected_text() is not None
        await type_keys(pilot, "escape")
        assert main(pilot).get_selected_text() is None
        assert main(pilot).focused is reader
        await type_keys(pilot, "ctrl+c")
        assert "Nothing is selected" in seen(pilot)


async def test_foreign_text_is_shown_as_it_is_and_obeyed_in_nothing() -> None:
    nasty = Release("[b]Bold[/b] \x1b[31mred", "See [link=x]here[/] \x9b2J\u202etxt", "[NATO]")
    async with app_on(FakeLibrary([nasty]), words="bold OR here").run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        assert "[b]Bold[/b] ␛[31mred" in seen(pilot)
        assert "See [link=x]here[/] \ufffd2Jtxt" in seen(pilot)
        assert "[NATO]" in seen(pilot)
        assert lit(pilot) == ["Bold", "here"]


async def test_wide_characters_and_tabs_keep_the_columns_straight() -> None:
    release = Release("東京で会議", "北大西洋条約機構\tNATO " * 30, "NATO")
    async with app_on(FakeLibrary([release]), words="nato").run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {100}
        assert set(lit(pilot)) == {"NATO"}
