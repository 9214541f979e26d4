"""From release to related release, and the way back through what was read and searched."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, releases_named, seen, settle, title, type_keys

from natoread.screens.related import RelatedScreen
from natoread.trail import Station, Trail
from natoread_index import Related

PARAGRAPHS = "\n\n".join(f"Paragraph {number} goes on and on." for number in range(1, 60))
NAMES = ["Peace one", "Peace two", "War", "Peace three", "Calm"]


def library() -> FakeLibrary:
    library = FakeLibrary(releases_named(*NAMES, body=lambda name: f"{name}\n\n{PARAGRAPHS[600:]}"))
    library.beside = {0: Related(event=(2,), words=(4, 1), day=(3,)), 2: Related(words=(0,))}
    return library


async def test_what_belongs_beside_a_release_is_shown_by_what_it_has_to_do_with_it() -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "R")
        shown = seen(pilot)
        order = ["The same event", "War", "In the same words", "Calm", "Peace two", "The same day"]
        column = "\n".join(line[56:] for line in shown.splitlines())
        assert [name for name in order if name not in column] == []
        assert sorted(order, key=column.index) == order
        await type_keys(pilot, "escape")
        assert pilot.app.screen is main(pilot)


@pytest.mark.parametrize("key", ["backspace", "alt+left"])
async def test_enter_follows_and_the_way_leads_back(key: str) -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "space")
        row = main(pilot).reader.scroll_offset.y
        await type_keys(pilot, "R", "enter")
        assert title(pilot) == "War"
        assert main(pilot).focused is main(pilot).reader
        await type_keys(pilot, "R", "enter")
        assert title(pilot) == "Peace one"
        await type_keys(pilot, key)
        assert title(pilot) == "War"
        await type_keys(pilot, key)
        assert title(pilot) == "Peace one"
        assert main(pilot).reader.scroll_offset.y == row
        await type_keys(pilot, "alt+right", "alt+right")
        assert title(pilot) == "Peace one"


async def test_a_release_that_is_not_listed_is_followed_and_stays_open() -> None:
    async with app_on(library(), words='"peace one"').run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert len(main(pilot).found) == 1
        await type_keys(pilot, "enter", "R", "enter")
        assert title(pilot) == "War"
        main(pilot).search()
        await settle(pilot)
        assert title(pilot) == "War", "a look at what others did closes nothing"
        assert main(pilot).in_hand == [2]
        await type_keys(pilot, "backspace", "alt+right")
        assert title(pilot) == "War"


async def test_the_next_release_is_again_that_of_the_list() -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "R", "down", "enter")
        assert title(pilot) == "Calm"
        await type_keys(pilot, "J")
        assert title(pilot) == "Peace two"


async def test_searches_lie_on_the_way_too() -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "/", *"war", "enter")
        await type_keys(pilot, "q", "/", *"peace", "escape", "j", "enter")
        assert title(pilot) == "Peace two"
        await type_keys(pilot, "backspace", "backspace")
        assert (main(pilot).search_bar.value, title(pilot)) == ("war", "War")
        await type_keys(pilot, "backspace")
        assert (main(pilot).search_bar.value, len(main(pilot).found)) == ("", len(NAMES))
        await type_keys(pilot, "alt+right", "alt+right")
        assert (main(pilot).search_bar.value, len(main(pilot).found)) == ("peace", 3)
        await type_keys(pilot, "alt+right")
        assert title(pilot) == "Peace two"


async def test_a_word_that_was_not_finished_is_not_on_the_way_back(nine: Nine) -> None:
    async with nine.app().run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "/", *"ukraine air d", "enter", "J", "backspace")
        assert (main(pilot).search_bar.value, len(main(pilot).found)) == ("ukraine air d", 2)
        await type_keys(pilot, "alt+right")
        assert len(main(pilot).found) == 2


async def test_the_ends_of_the_way_are_told() -> None:
    async with app_on(library()).run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "backspace")
        assert "The way begins here" in seen(pilot)
        await type_keys(pilot, "alt+right")
        assert "The way ends here" in seen(pilot)


async def test_where_nothing_belongs_beside_that_is_told() -> None:
    async with app_on(library()).run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "R")
        assert "No release belongs beside this one" in seen(pilot)


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 12), (20, 5)])
async def test_related_releases_have_room_on_any_screen(nine: Nine, size: tuple[int, int]) -> None:
    async with nine.app("jeju").run_test(size=size) as pilot:
        await settle(pilot)
        await type_keys(pilot, "R")
        assert isinstance(pilot.app.screen, RelatedScreen)
        await type_keys(pilot, "j", "k", "enter")
        assert "Indo-Pacific" in title(pilot) or "Jeju" in title(pilot)
        assert main(pilot).focused is main(pilot).reader


def test_a_way_forgets_what_lay_ahead_when_one_turns_off() -> None:
    trail = Trail()
    assert trail.here is None
    for number in (1, 2, 2, 3):
        trail = trail.with_station(Station("", number))
    assert [station.number for station in trail.stations] == [1, 2, 3]
    back = trail.going(-2)
    assert back is not None
    assert back.here == Station("", 1)
    assert back.going(-1) is None
    turned = back.with_station(Station("nato", 1))
    assert turned.stations == (Station("", 1), Station("nato", 1))
    assert turned.going(1) is None


def test_a_way_is_not_endless() -> None:
    trail = Trail()
    for number in range(500):
        trail = trail.with_station(Station("", number))
    assert len(trail.stations) == 200
    assert trail.here == Station("", 499)
