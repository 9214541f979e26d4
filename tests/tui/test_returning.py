"""A reader comes back: to the place in each release, and to where all was left."""

from pathlib import Path

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
    top,
    type_keys,
)
from tests.tui.terminal import Terminal

from natoread.app import NatoRead
from natoread.librarian import Librarian
from natoread_index import Library, LibraryError, LibraryLocked, Release, Sort

PARAGRAPHS = "\n\n".join(
    f"Paragraph {number} speaks of peace at such length that it takes two rows, or three of them."
    for number in range(1, 60)
)
LONG = Release("A long speech", PARAGRAPHS, "NATO")
SHORT = Release("A short note", "All is calm.", "NATO")


async def left_by(library: FakeLibrary, *keys: str, size: tuple[int, int] = (100, 24)) -> str:
    """Read, and quit; the row at the top then."""
    async with app_on(library).run_test(size=size) as pilot:
        await settle(pilot)
        await type_keys(pilot, *keys)
        row = top(pilot)
        await type_keys(pilot, "ctrl+q")
    return row


async def test_a_release_is_shown_where_it_was_left() -> None:
    async with app_on(FakeLibrary([LONG, SHORT])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "space", "space", "j")
        place = top(pilot)
        await type_keys(pilot, "J")
        assert top(pilot) == SHORT.title
        await type_keys(pilot, "K")
        assert top(pilot) == place


async def test_a_place_is_kept_in_the_library_a_little_later() -> None:
    library = FakeLibrary([LONG, SHORT])
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "}", "}", "}", "}", "J")
        assert library.places.kept == {}
        main(pilot).keep()
        await settle(pilot)
        assert library.places.kept == {LONG.id: (2, 0)}


async def test_what_is_only_looked_at_leaves_no_place() -> None:
    library = FakeLibrary([LONG, SHORT, LONG])
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "j", "k", "ctrl+q")
    assert library.places.kept == {}


@pytest.mark.parametrize("size", [(100, 24), (60, 15), (140, 50), (24, 8)])
async def test_the_app_opens_where_it_was_left_at_any_size(size: tuple[int, int]) -> None:
    library = FakeLibrary([SHORT, LONG])
    await left_by(library, "j", "enter", *["}"] * 22)
    async with app_on(library).run_test(size=size) as pilot:
        await settle(pilot)
        assert title(pilot) == LONG.title
        assert top(pilot).startswith("Paragraph 21")
        assert main(pilot).focused is main(pilot).releases


async def test_search_order_and_release_are_as_they_were_left() -> None:
    library = FakeLibrary(releases_named("Peace one", "Peace two", "War", "Peace three"))
    await left_by(library, "S", "o")
    await left_by(library, *"/peac", "escape", "j", "j")
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        screen = main(pilot)
        assert (screen.search_bar.value, screen.sort) == ("peac", Sort.OLDEST)
        assert (len(screen.found), title(pilot)) == (3, "Peace one")
        assert screen.focused is screen.releases
        await type_keys(pilot, "/", *"e t")
        assert title(pilot) == "Peace three", "a letter more leads to the first hit again"


async def test_a_release_left_amid_its_hits_comes_back_there_and_not_at_the_first() -> None:
    library = FakeLibrary([LONG])
    row = await left_by(library, "/", *"peace", "enter", "G", "k", "k")
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert top(pilot) == row
        assert lit(pilot)[0] == "peace"
        main(pilot).search()
        await settle(pilot)
        assert top(pilot) == row, "a look at what others did moves nothing"


async def test_a_search_leads_to_its_first_hit_though_the_release_was_read() -> None:
    library = FakeLibrary([LONG])
    await left_by(library, "enter", "G")
    async with app_on(library, words="peace").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert top(pilot) == LONG.title
        assert main(pilot).focused is main(pilot).releases


async def test_one_who_types_at_once_is_not_taken_back() -> None:
    library = FakeLibrary([SHORT, LONG])
    await left_by(library, "/", *"peace", "enter")
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await type_keys(pilot, "/", *"calm")
        assert main(pilot).search_bar.value == "calm"
        assert title(pilot) == SHORT.title


async def test_a_release_that_is_gone_is_not_missed() -> None:
    library = FakeLibrary([SHORT, LONG])
    await left_by(library, "j", "enter", "G")
    library.releases.remove(LONG)
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert title(pilot) == SHORT.title
        assert main(pilot).focused is main(pilot).releases


async def test_while_another_program_writes_places_wait() -> None:
    library = FakeLibrary([LONG, SHORT])
    library.places.trouble = LibraryLocked("busy")
    async with app_on(library).run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "}", "}", "}", "J")
        main(pilot).keep()
        await settle(pilot)
        assert "busy" not in seen(pilot)
        library.places.trouble = None
        main(pilot).keep()
        await settle(pilot)
        assert library.places.kept == {LONG.id: (1, 0)}


async def test_where_nothing_can_be_kept_that_is_said_once() -> None:
    library = FakeLibrary([LONG, SHORT])
    library.places.trouble = LibraryError("the disk is full")
    async with app_on(library).run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "}", "}", "J")
        main(pilot).keep()
        await settle(pilot)
        assert "the disk is full" in " ".join(seen(pilot).split())
        await type_keys(pilot, "ctrl+q")
    assert pilot.app.return_code == 0


def percent(pilot: Reader) -> str:
    return seen(pilot).split()[-1]


async def test_the_reader_is_told_how_far_the_text_is_read() -> None:
    async with app_on(FakeLibrary([LONG, SHORT])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "%" not in seen(pilot)
        await type_keys(pilot, "enter")
        assert 5 < int(percent(pilot).rstrip("%")) < 20
        await type_keys(pilot, "G")
        assert percent(pilot) == "100%"
        await type_keys(pilot, "k")
        assert percent(pilot) == "99%"
        await type_keys(pilot, "J")
        assert percent(pilot) == "100%"


async def test_a_place_outlives_removal_and_another_import(tmp_path: Path) -> None:
    def opened() -> Library:
        return Library.open(tmp_path)

    with opened() as library:
        library.add([LONG])
    async with NatoRead(Librarian(opened, opened)).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", *["}"] * 9)
        await type_keys(pilot, "ctrl+q")
    with opened() as library:
        library.remove([*library.newest])
        library.add([SHORT, Release(LONG.title, LONG.body.replace(" speaks", "\nspeaks"), "NATO")])
    async with NatoRead(Librarian(opened, opened)).run_test(size=(60, 24)) as pilot:
        await settle(pilot)
        assert title(pilot) == LONG.title
        assert top(pilot) == "Paragraph 8"


def test_a_terminal_that_is_closed_ends_the_app_as_a_key_does(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        library.add([LONG])
        list(library.catch_up())
    with Terminal(tmp_path, "--library", str(folder)) as terminal:
        terminal.wait_for(lambda text: text.count("A long speech") == 2)
        terminal.type("\r}}}}}")
        terminal.wait_for(
            lambda text: text.count("A long speech") == 1 and "Paragraph 3" not in text
        )
        terminal.hang_up()
    with Library.open(folder) as library:
        assert library.places.get(LONG.id) == (3, 0)
