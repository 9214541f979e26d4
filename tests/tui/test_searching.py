"""A reader types, and the list answers at each key."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, lit, main, releases_named, seen, settle, title, type_keys

from natoread_index import LibraryError, Query, Sort

TALLINN = "Ministers meet in Tallinn"
TOKYO = "Envoy visits Tokyo"
TIRANA = "Staff talks in Tirana"


async def test_the_list_answers_at_each_key_and_the_reader_shows_the_best_hit(nine: Nine) -> None:
    async with nine.app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "1 of 9 · newest first" in seen(pilot)
        await type_keys(pilot, "slash", *"rovajarvi")
        assert "1 of 1 · best first" in seen(pilot)
        assert title(pilot) == "NATO Military Committee visits Finland"
        assert lit(pilot) == ["Rovajärvi"]


async def test_a_query_on_the_command_line_stands_in_the_box_and_the_list_has_the_focus(
    nine: Nine,
) -> None:
    async with nine.app("air defence").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert main(pilot).search_bar.value == "air defence"
        assert main(pilot).focused is main(pilot).releases
        assert {word.lower() for word in lit(pilot)} >= {"air defence", "defence"}


async def test_the_snippet_and_the_title_are_lit_in_the_list(nine: Nine) -> None:
    async with nine.app("tampere").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        (entry,) = main(pilot).found.entries.values()
        (light,) = entry.snippet_lights
        assert entry.snippet[slice(*light)] == "Tampere"
        (shown,) = (line for line in seen(pilot).splitlines() if "Tampere" in line.split("▏")[0])
        assert "21–24 May 2024 · news" in shown


async def test_nothing_found_is_said_with_the_words() -> None:
    async with app_on(FakeLibrary(releases_named(TOKYO))).run_test(size=(100, 24)) as pilot:
        await type_keys(pilot, "slash", *"zz[b]")
        assert "Nothing found for “zz[b]”." in seen(pilot)
        assert "no hits" in seen(pilot)
        assert main(pilot).opened is None
        await type_keys(pilot, "escape", "j", "enter", "space", "n", "J", "G", "escape", "escape")
        assert title(pilot) == TOKYO


async def test_a_newer_query_replaces_the_one_in_flight() -> None:
    library = FakeLibrary(releases_named(TALLINN, "Visit to Finland"), holds="f")
    async with app_on(library).run_test() as pilot:
        await settle(pilot)
        await pilot.press("slash", *"finland")
        library.rows_asked.clear()
        library.gate.set()
        await settle(pilot)
        assert library.asked == ["", "f", "finland"]
        assert library.rows_asked == [1]
        assert title(pilot) == "Visit to Finland"


async def test_old_rows_stay_until_the_new_ones_are_there() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO), holds="to")
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "slash", "t")
        await pilot.press("o")
        assert TALLINN in seen(pilot)
        library.gate.set()
        await settle(pilot)
        assert TALLINN not in seen(pilot)


async def test_a_slow_search_says_so_and_a_quick_one_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = FakeLibrary(releases_named(TALLINN), holds="t")
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "searching" not in seen(pilot)
        monkeypatch.setattr("natoread.screens.searching.BUSY_AFTER", 0.01)
        await pilot.press("slash", "t")
        while "searching" not in seen(pilot):
            await pilot.pause()
        library.gate.set()
        await settle(pilot)
        assert "searching" not in seen(pilot)


async def test_the_cursor_goes_to_the_first_hit_when_a_letter_is_added() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO, TIRANA))
    async with app_on(library).run_test() as pilot:
        await type_keys(pilot, "j", "j", "slash", "t")
        assert title(pilot) == TALLINN


async def test_the_cursor_stays_on_its_release_when_letters_are_taken_away() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO, TIRANA))
    async with app_on(library).run_test() as pilot:
        await type_keys(pilot, "slash", *"to")
        await type_keys(pilot, "backspace", "backspace")
        assert title(pilot) == TOKYO
        assert main(pilot).at == 1


async def test_a_late_answer_never_moves_a_cursor_that_the_reader_has_moved() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO, TIRANA), holds="ti")
    async with app_on(library).run_test() as pilot:
        await type_keys(pilot, "slash", "t")
        await pilot.press("i")
        await pilot.press("down", "down")
        library.gate.set()
        await settle(pilot)
        assert title(pilot) == TIRANA
        assert main(pilot).at == len(main(pilot).found) - 1


async def test_lights_follow_the_query_when_the_row_stays_the_same() -> None:
    library = FakeLibrary(releases_named(TALLINN))
    async with app_on(library).run_test() as pilot:
        await type_keys(pilot, "slash", *"min")
        assert set(lit(pilot)) == {"Ministers"}
        await type_keys(pilot, *"isters tal")
        assert set(lit(pilot)) == {"Ministers", "Tallinn"}
        await type_keys(pilot, "ctrl+w")
        assert set(lit(pilot)) == {"Ministers"}


async def test_escape_goes_to_the_list_and_then_clears_the_search() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO))
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await type_keys(pilot, "slash", *"tok", "escape")
        assert main(pilot).focused is main(pilot).releases
        assert main(pilot).search_bar.value == "tok"
        await type_keys(pilot, "escape")
        assert main(pilot).search_bar.value == ""
        assert "2 of 2" in seen(pilot)


async def test_slash_selects_the_words_so_that_typing_replaces_them() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO))
    async with app_on(library, words="tal").run_test() as pilot:
        await type_keys(pilot, "slash", *"tok")
        assert main(pilot).search_bar.value == "tok"


async def test_the_box_is_left_for_nothing_while_it_moves_the_list_and_turns_the_page() -> None:
    long = releases_named(TALLINN, TOKYO, body=lambda name: f"{name}\n" * 80)
    async with app_on(FakeLibrary(long)).run_test(size=(100, 24)) as pilot:
        await type_keys(pilot, "slash", "down")
        assert title(pilot) == TOKYO
        await type_keys(pilot, "up", "ctrl+n", "pagedown")
        assert main(pilot).reader.scroll_offset.y > 0
        await type_keys(pilot, "pageup", *"qjk?:")
        assert main(pilot).focused is main(pilot).search_bar
        assert main(pilot).search_bar.value == "qjk?:"


async def test_a_word_is_finished_once_the_cursor_stands_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed: list[tuple[str, bool]] = []
    parse = Query.parse

    def noted(text: str, *, typing: bool = False, **known: object) -> Query:
        parsed.append((text, typing))
        return parse(text, typing=typing)

    monkeypatch.setattr(Query, "parse", noted)
    async with app_on(FakeLibrary(releases_named(TALLINN))).run_test() as pilot:
        await type_keys(pilot, "slash", "t", "left", "a", "escape")
        assert parsed == [("", False), ("t", True), ("at", False)]


async def test_sort_goes_round_and_is_shown() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO))
    async with app_on(library, words="t*").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "best first" in seen(pilot)
        await type_keys(pilot, *"Sn")
        assert "newest first" in seen(pilot)
        await type_keys(pilot, *"So")
        assert "oldest first" in seen(pilot)
        assert (title(pilot), main(pilot).at) == (TALLINN, 1)
        await type_keys(pilot, *"Sb")
        assert main(pilot).sort is Sort.RELEVANCE


async def test_the_cursor_stays_when_another_program_adds_releases() -> None:
    library = FakeLibrary(releases_named(TALLINN, TOKYO))
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await type_keys(pilot, "j")
        library.releases.append(releases_named(TIRANA)[0])
        library.changed = True
        main(pilot).look_again()
        await settle(pilot)
        assert "2 of 3" in seen(pilot)
        assert title(pilot) == TOKYO


async def test_trouble_with_the_library_is_a_sentence_and_goes_when_it_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = FakeLibrary(releases_named(TALLINN))
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(library, "search", _fails)
            await type_keys(pilot, "slash", "t")
            assert "the disk is [full]" in seen(pilot)
            assert TALLINN in seen(pilot)
        await type_keys(pilot, "a")
        assert "the disk is [full]" not in seen(pilot)


def _fails(*_: object) -> None:
    raise LibraryError("the disk is [full]")
