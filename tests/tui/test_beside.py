"""What is searched beside the words typed, or for them, is said; two keys have a say in it."""

import pytest
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
    type_keys,
)

from natoread_index import Hits, Query, Sort

DEFENCE = "Air defence over Tallinn"
DEFENSE = "A defense industry pledge"
BERG = "Stoltenberg visits Tokyo"


def library() -> FakeLibrary:
    """Releases, with names of words and slips of the pen that the index knows of."""
    made = FakeLibrary(releases_named(DEFENCE, DEFENSE, BERG))
    made.names = {"defence": "defense"}
    made.slips = {"stoltenburg": "stoltenberg", "stoltenbxrg": "stoltenberg"}
    return made


def line(pilot: Reader) -> str:
    """The line under the search box."""
    return seen(pilot).splitlines()[1].strip()


async def test_what_is_searched_beside_the_words_is_said_and_lit() -> None:
    async with app_on(library(), words="defence").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert line(pilot) == "also searched: defense"
        assert "1 of 2 · best first" in seen(pilot).splitlines()[0]
        await type_keys(pilot, "j")
        assert title(pilot) == DEFENSE
        assert set(lit(pilot)) == {"defense"}
        await type_keys(pilot, "enter", "n")
        assert "hit 2/2" in seen(pilot)


async def test_a_word_that_no_release_has_is_said_with_the_one_shown() -> None:
    async with app_on(library()).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", *"Stoltenburg")
        said = "no release has “Stoltenburg”; shown: Stoltenberg"
        assert line(pilot) == f"{said} · ctrl+y takes it"
        assert (title(pilot), set(lit(pilot))) == (BERG, {"Stoltenberg"})
        await type_keys(pilot, "escape")
        assert line(pilot) == said


async def test_the_line_is_always_there_so_that_nothing_jumps() -> None:
    async with app_on(library()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = main(pilot).releases.region
        assert line(pilot) == ""
        await type_keys(pilot, "slash", *"defence")
        assert line(pilot) != ""
        assert main(pilot).releases.region == before


@pytest.mark.parametrize("width", [20, 40, 80])
async def test_a_narrow_line_is_cut_and_leaves_the_count_alone(width: int) -> None:
    made = library()
    made.names = {"defence": "supreme allied commander europe OR " * 3 + "defense"}
    async with app_on(made, words="defence").run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        assert line(pilot).startswith("also searched: sup"[: width - 4])
        assert line(pilot).endswith("…")
        assert "1 of 2" in seen(pilot).splitlines()[0]


async def test_a_narrow_line_still_tells_both_words() -> None:
    async with app_on(library(), words="stoltenburg").run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        assert line(pilot) == "no “stoltenburg”; shown: stoltenberg"


async def test_a_low_screen_has_no_room_for_the_line() -> None:
    async with app_on(library(), words="defence").run_test(size=(80, 8)) as pilot:
        await settle(pilot)
        assert "also searched" not in seen(pilot)
        assert line(pilot).startswith(f"▌• {DEFENCE}")


async def test_foreign_text_in_the_line_is_shown_and_not_obeyed() -> None:
    made = library()
    made.slips = {"zz": "[b]bad[/b]\x1b[31m"}
    async with app_on(made, words="zz").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "“zz”; did you mean [b]bad[/b]␛[31m?" in line(pilot)


async def test_ctrl_y_takes_the_spelling_into_the_box() -> None:
    async with app_on(library()).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", *"Stoltenburg tokyo", *["left"] * 3, "ctrl+y")
        bar = main(pilot).search_bar
        assert (bar.value, bar.cursor_position) == ("Stoltenberg tokyo", 17)
        assert line(pilot) == ""
        assert (title(pilot), main(pilot).focused) == (BERG, bar)


async def test_ctrl_y_does_nothing_where_nothing_is_offered() -> None:
    made = library()
    async with app_on(made).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", *"defence", "left", "ctrl+y")
        bar = main(pilot).search_bar
        assert (bar.value, bar.cursor_position) == ("defence", 6)
        assert made.asked[-1] == "defence"


async def test_an_offer_for_what_the_box_no_longer_says_is_not_taken() -> None:
    made = library()
    made.holds = "stoltenburgs"
    async with app_on(made).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", *"stoltenburg")
        await pilot.press("s", "ctrl+y")
        assert main(pilot).search_bar.value == "stoltenburgs"
        made.gate.set()
        await settle(pilot)


async def test_ctrl_o_searches_exactly_as_typed_and_back() -> None:
    made = library()
    async with app_on(made).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", *"defence", "ctrl+o")
        assert line(pilot) == "exactly as typed"
        assert "1 of 1" in seen(pilot)
        assert set(lit(pilot)) == {"defence"}
        await type_keys(pilot, "ctrl+o")
        assert line(pilot) == "also searched: defense"
        assert "1 of 2" in seen(pilot)
        assert made.asked[-2:] == ["defence"] * 2


async def test_exactly_stays_on_while_one_types_and_keeps_the_last_word_a_beginning() -> None:
    async with app_on(library()).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", "ctrl+o")
        assert line(pilot) == "exactly as typed"
        await type_keys(pilot, *"defen")
        assert "1 of 2" in seen(pilot)
        await type_keys(pilot, *"ce")
        assert "1 of 1" in seen(pilot)
        assert line(pilot) == "exactly as typed"


async def test_the_cursor_stays_on_its_release_when_words_count_exactly() -> None:
    made = library()
    made.names = {"t": "defense"}
    async with app_on(made).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", "t", "down", "down")
        assert (title(pilot), main(pilot).at) == (BERG, 2)
        await type_keys(pilot, "ctrl+o")
        assert (title(pilot), main(pilot).at) == (BERG, 1)


async def test_letters_taken_away_are_those_that_were_typed() -> None:
    made = library()
    made.names = {"defenc": "stoltenberg OR defense"}
    async with app_on(made).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "slash", *"defence", "down")
        assert title(pilot) == DEFENSE
        await type_keys(pilot, "backspace")
        assert title(pilot) == DEFENSE
        await type_keys(pilot, "e")
        assert title(pilot) == DEFENCE


async def test_a_slow_change_of_names_lights_the_open_release_anew() -> None:
    made = library()
    async with app_on(made, words="tallinn").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert set(lit(pilot)) == {"Tallinn"}
        made.names = {"tallinn": "air"}
        made.changed = True
        main(pilot).look_again()
        await settle(pilot)
        assert set(lit(pilot)) == {"Tallinn", "Air"}


async def test_no_index_is_no_query_answered_and_the_words_are_still_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = library()

    def nothing(_query: Query, _sort: Sort) -> Hits:
        return Hits()

    monkeypatch.setattr(made, "search", nothing)
    async with app_on(made, words="zz").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "no hits" in seen(pilot)
        assert "Nothing found for “zz”." in seen(pilot)
