"""A reader marks releases: stars, read marks, many at once; and takes it back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path
from threading import Event

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import (
    FakeLibrary,
    Reader,
    app_on,
    main,
    releases_named,
    seen,
    settle,
    title,
    type_keys,
)

from natoread import keeping
from natoread.app import NatoRead
from natoread.librarian import Librarian
from natoread.places import sample_files
from natoread.screens import marking
from natoread_index import Library, Query, Release, Retagging, releases
from natoread_index.storage.lock import writing

PARAGRAPHS = "\n\n".join(f"Paragraph {number} speaks of peace." for number in range(1, 60))
LONG = Release("A long speech", PARAGRAPHS, "NATO")
THREE = releases_named("One", "Two", "Three")


@pytest.fixture
def mine(tmp_path: Path) -> Nine:
    """A library of nine releases that a test may mark."""
    with Library.open(tmp_path / "mine") as library:
        for file in sample_files():
            library.add(releases(StringIO(file.read_text(encoding="utf-8-sig")), file.name))
        list(library.catch_up())
    return Nine(tmp_path / "mine")


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count a release as read after next to nothing in the focused reader."""
    monkeypatch.setattr(marking, "READ_AFTER", 0.001)


def rows(pilot: Reader) -> list[str]:
    """The list as it is seen, two lines a release."""
    return [line[:40].rstrip() for line in seen(pilot).splitlines()]


def told(pilot: Reader) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


def found(mine: Nine, text: str) -> int:
    with mine.open() as library:
        return library.search(Query.parse(text)).total


async def read_in_peace(pilot: Reader) -> None:
    """Let the time go by from which on a release counts as read, and settle."""
    timer = main(pilot)._reading
    if timer and timer._task:
        await timer._task
    await settle(pilot)


async def test_s_puts_a_star_on_the_row_and_on_the_reader_and_takes_it_off(mine: Nine) -> None:
    async with mine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "s")
        assert seen(pilot).count("★") == 2
        assert found(mine, "is:starred") == 1
        await type_keys(pilot, "enter", "s")
        assert "★" not in seen(pilot)
        assert found(mine, "is:starred") == 0


async def test_u_takes_back_the_last_and_says_what_it_was(mine: Nine) -> None:
    async with mine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        first = title(pilot)
        await type_keys(pilot, "s", "j", "s", "r")
        await type_keys(pilot, "u", "u")
        assert seen(pilot).count("★") == 1
        await type_keys(pilot, "u", "u")
        assert told(pilot)[-2:] == [f"Undone: star · “{first}”", "Nothing to undo"]
        assert found(mine, "is:starred OR is:read") == 0


async def test_what_was_done_is_undone_the_next_day(mine: Nine) -> None:
    async with mine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "M", "s")
    assert found(mine, "is:starred") == 9
    async with mine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "u")
        assert told(pilot) == ["Undone: star · 9 releases"]
    assert found(mine, "is:starred") == 0


async def test_a_second_in_the_focused_reader_makes_a_release_read(
    mine: Nine, at_once: None
) -> None:
    async with mine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert seen(pilot).count("•") >= 9
        await type_keys(pilot, "enter")
        await read_in_peace(pilot)
        assert found(mine, "is:read") == 1
        assert rows(pilot)[4].startswith("▌ ")
        await type_keys(pilot, "u")
        assert told(pilot) == ["Nothing to undo"]


async def test_neither_the_cursor_nor_scrolling_nor_the_mouse_reads(
    mine: Nine, at_once: None
) -> None:
    async with mine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "j", "G", "g", "slash", *"nato", "down", "pagedown", "escape")
        await pilot.click(main(pilot).releases, offset=(5, 5))
        main(pilot).reader.scroll_end(animate=False)
        await read_in_peace(pilot)
        assert found(mine, "is:read") == 0


async def test_leaving_the_reader_in_time_leaves_a_release_unread(
    mine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "READ_AFTER", 3600.0)
    async with mine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "j", "escape")
        assert main(pilot)._reading is None
        assert found(mine, "is:read") == 0


@pytest.mark.parametrize("keys", [["G"], ["end"], ["space"] * 20])
async def test_the_end_of_a_release_makes_it_read_at_once(keys: list[str]) -> None:
    library = FakeLibrary([LONG, *THREE])
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", *keys[:8])
        assert library.marks.signs([LONG.id])[LONG.id].read


async def test_a_short_release_is_read_by_going_on_from_it() -> None:
    library = FakeLibrary(THREE)
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        assert library.marks.signs([THREE[0].id]) == {}
        await type_keys(pilot, "space")
        assert library.marks.signs([THREE[0].id])[THREE[0].id].read
        assert title(pilot) == "Two"


async def test_r_marks_as_read_and_as_unread(mine: Nine) -> None:
    async with mine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "r")
        assert found(mine, "is:read") == 1
        await type_keys(pilot, "r")
        assert found(mine, "is:read") == 0


async def test_m_marks_and_moves_on_and_commands_are_for_the_marked() -> None:
    library = FakeLibrary(THREE)
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "m")
        assert "2 marked · 3 of 3" in seen(pilot)
        assert [line[1:2] for line in rows(pilot) if "NATO" in line] == ["✓", "✓", " "]
        await type_keys(pilot, "s")
        assert told(pilot) == ["2 releases starred"]
        assert set(library.marks.signs([one.id for one in THREE])) == {one.id for one in THREE[:2]}
        await type_keys(pilot, "escape")
        assert "marked" not in seen(pilot)


async def test_capital_m_marks_all_hits_and_again_none(mine: Nine) -> None:
    async with mine.app("ukraine").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        hits = len(main(pilot).found)
        await type_keys(pilot, "M")
        assert f"{hits} marked" in seen(pilot)
        await type_keys(pilot, "r")
        assert found(mine, "is:read") == hits
        await type_keys(pilot, "r")
        assert told(pilot)[-1] == f"{hits} releases unread"
        await type_keys(pilot, "M")
        assert "marked" not in seen(pilot)


async def test_a_command_in_the_reader_is_for_the_open_release_alone() -> None:
    library = FakeLibrary(THREE)
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "m", "enter", "s")
        assert set(library.marks.signs([one.id for one in THREE])) == {THREE[2].id}


async def test_marks_are_kept_over_searches_until_escape(mine: Nine) -> None:
    async with mine.app().run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "slash", *"ukraine", "escape", "m", "s")
        assert told(pilot) == ["2 releases starred"]
        await type_keys(pilot, "escape")
        assert main(pilot).search_bar.value == "ukraine"
        await type_keys(pilot, "escape")
        assert main(pilot).search_bar.value == ""


async def test_signs_on_samples_are_kept_in_the_library_of_the_user(
    nine: Nine, tmp_path: Path
) -> None:
    async with nine.app_of_newcomer(tmp_path / "own").run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert not (tmp_path / "own").exists()
        starred = title(pilot)
        await type_keys(pilot, "s")
        await type_keys(pilot, "slash", *"is:starred")
        assert (len(main(pilot).found), title(pilot)) == (1, starred)
    with nine.open() as samples:
        assert not samples.marks.tags()
        assert samples.search(Query.parse("is:starred")).total == 0
        sample = next(one for one in samples if one.title == starred)
    with Library.open(tmp_path / "own") as own:
        own.add([sample])
        list(own.catch_up())
        assert own.search(Query.parse("is:starred")).total == 1


async def test_marks_of_another_program_show_by_themselves(mine: Nine) -> None:
    async with mine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with mine.open() as other:
            other.marks.star([one.id for one in other])
            other.marks.tag([next(iter(other)).id], Retagging.of(["+summit"]))
        main(pilot).look_again()
        await settle(pilot)
        assert seen(pilot).count("★") >= 9
        assert seen(pilot).count("#summit") == 2


@contextmanager
def another_writer(mine: Nine) -> Iterator[Event]:
    """Another program that writes to the library, until the event is set."""
    reached, done = Event(), Event()

    def write() -> None:
        with writing(mine.folder, "library"):
            reached.set()
            assert done.wait(20)

    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(write)
        assert reached.wait(20)
        yield done
        done.set()
        held.result(20)


async def test_a_mark_shows_at_once_and_is_written_when_another_program_is_done(
    mine: Nine,
) -> None:
    async with mine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with another_writer(mine) as done:
            await pilot.press("s")
            await pilot.pause()
            assert "★" in seen(pilot)
            assert found(mine, "is:starred") == 0
            done.set()
            await settle(pilot)
        assert found(mine, "is:starred") == 1


async def test_a_mark_that_can_not_be_written_is_taken_back_with_a_sentence(
    mine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "TRY_FOR", 0.0)
    async with mine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with another_writer(mine):
            await type_keys(pilot, "s")
            assert "★" not in seen(pilot)
            (sentence,) = told(pilot)
            assert "is writing to the library; try again when it is done" in sentence


async def test_what_is_still_to_be_written_when_the_app_ends_is_written(mine: Nine) -> None:
    librarian = Librarian(mine.open, mine.open)
    with ExitStack() as other:
        async with NatoRead(librarian).run_test(size=(140, 40)) as pilot:
            await settle(pilot)
            done = other.enter_context(another_writer(mine))
            await pilot.press("s")
            await pilot.pause()
        done.set()
    assert librarian.lost() == []
    assert found(mine, "is:starred") == 1


async def test_what_can_not_be_written_when_the_app_ends_is_told(
    mine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("natoread_index.storage.lock.PATIENCE", 0.1)
    librarian = Librarian(mine.open, mine.open)
    with ExitStack() as other:
        async with NatoRead(librarian).run_test() as pilot:
            await settle(pilot)
            other.enter_context(another_writer(mine))
            await pilot.press("s")
            await pilot.pause()
        (sentence,) = librarian.lost()
    assert "is writing to the library" in sentence


async def test_a_tag_stands_below_the_title_as_far_as_there_is_room(mine: Nine) -> None:
    with mine.open() as library:
        ids = [one.id for one in library]
        library.marks.tag(ids, Retagging.of(["summit", "a-very-long-tag-of-all-tags-ever-made"]))
        library.marks.star(ids)
        library.marks.note(ids[0], "Ask [them]\nabout \x1b this.")
    for size in ((140, 40), (80, 24), (40, 12), (20, 5)):
        async with mine.app().run_test(size=size) as pilot:
            await settle(pilot)
            strips = pilot.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert "★✎ #a" in seen(pilot)
            assert ("✎ Ask [them]" in seen(pilot)) is (size[0] > 90)
