"""Marks are kept: over days, beside other programs, and at the end of the app."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import (
    main,
    seen,
    settle,
    title,
    told,
    type_keys,
)

from natoread import keeping
from natoread.app import NatoRead
from natoread.librarian import Librarian
from natoread_index import Library, Query, Retagging


async def test_what_was_done_is_undone_the_next_day(nine: Nine) -> None:
    async with nine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "M", "s")
    assert nine.found("is:starred") == 9
    async with nine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "u")
        assert told(pilot) == ["Undone: star · 9 releases"]
    assert nine.found("is:starred") == 0


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


async def test_marks_of_another_program_show_by_themselves(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with nine.open() as other:
            other.marks.star([one.id for one in other])
            other.marks.tag([next(iter(other)).id], Retagging.of(["+summit"]))
        main(pilot).look_again()
        await settle(pilot)
        assert seen(pilot).count("★") >= 9
        assert seen(pilot).count("#summit") == 2


async def test_a_mark_shows_at_once_and_is_written_when_another_program_is_done(
    nine: Nine,
) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with nine.written_by_another() as done:
            await pilot.press("s")
            await pilot.pause()
            assert "★" in seen(pilot)
            assert nine.found("is:starred") == 0
            done.set()
            await settle(pilot)
        assert nine.found("is:starred") == 1


async def test_a_mark_that_can_not_be_written_is_taken_back_with_a_sentence(
    nine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "TRY_FOR", 0.0)
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with nine.written_by_another():
            await type_keys(pilot, "s")
            assert "★" not in seen(pilot)
            (sentence,) = told(pilot)
            assert "is writing to the library; try again when it is done" in sentence


async def test_what_is_still_to_be_written_when_the_app_ends_is_written(nine: Nine) -> None:
    librarian = Librarian(nine.open, nine.open)
    with ExitStack() as other:
        async with NatoRead(librarian).run_test(size=(140, 40)) as pilot:
            await settle(pilot)
            done = other.enter_context(nine.written_by_another())
            await pilot.press("s")
            await pilot.pause()
        done.set()
    assert librarian.lost() == []
    assert nine.found("is:starred") == 1


async def test_what_can_not_be_written_when_the_app_ends_is_told(
    nine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("natoread_index.storage.lock.PATIENCE", 0.1)
    librarian = Librarian(nine.open, nine.open)
    with ExitStack() as other:
        async with NatoRead(librarian).run_test() as pilot:
            await settle(pilot)
            other.enter_context(nine.written_by_another())
            await pilot.press("s")
            await pilot.pause()
        (sentence,) = librarian.lost()
    assert "is writing to the library" in sentence
