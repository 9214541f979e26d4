"""The librarian: one thread, the samples while there is nothing else, no stale questions."""

import asyncio
import threading
import time
from collections.abc import Callable

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, releases_named, seen, settle, title, type_keys

from natoread.librarian import Desk, Librarian
from natoread_index import LibraryError
from natoread_index.stopping import steps


async def test_libraries_are_opened_asked_and_closed_in_one_thread_of_their_own() -> None:
    threads: set[int] = set()
    closed = threading.Event()

    class Noting(FakeLibrary):
        def __len__(self) -> int:
            threads.add(threading.get_ident())
            return 1

        def close(self) -> None:
            threads.add(threading.get_ident())
            closed.set()

    librarian = Librarian(Noting, FakeLibrary)
    assert await librarian.ask(len) == 1
    librarian.leave()
    assert await asyncio.to_thread(closed.wait, 20)
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_a_question_given_up_before_its_turn_is_never_asked() -> None:
    library = FakeLibrary(releases_named("One"))
    librarian = Librarian(lambda: library, FakeLibrary)
    asked: list[str] = []

    def holding(_: object) -> bool:
        return library.gate.wait(20)

    first = asyncio.ensure_future(librarian.ask(holding))
    second = asyncio.ensure_future(librarian.ask(lambda _: asked.append("second")))
    third = asyncio.ensure_future(librarian.ask(lambda _: asked.append("third")))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)
    library.gate.set()
    await asyncio.gather(first, third)
    assert asked == ["third"]
    librarian.leave()


async def test_nobody_asks_about_an_answer_that_was_given_up() -> None:
    library = FakeLibrary(releases_named("One"))
    librarian = Librarian(lambda: library, FakeLibrary)
    asked: list[str] = []
    reached = threading.Event()

    def note(word: str, *, holds: bool = False) -> Callable[..., str]:
        def question(*_: object) -> str:
            asked.append(word)
            reached.set()
            assert not holds or library.gate.wait(20)
            return word

        return question

    begun = asyncio.ensure_future(librarian.ask_twice(note("1", holds=True), note("about 1")))
    waiting = asyncio.ensure_future(librarian.ask_twice(note("2"), note("about 2")))
    last = asyncio.ensure_future(librarian.ask_twice(note("3"), note("about 3")))
    await asyncio.to_thread(reached.wait, 20)
    for given_up in (begun, waiting):
        given_up.cancel()
    await asyncio.gather(begun, waiting, return_exceptions=True)
    library.gate.set()
    assert await last == "about 3"
    assert asked == ["1", "3", "about 3"]
    librarian.leave()


async def test_a_question_given_up_while_it_is_answered_goes_no_further() -> None:
    librarian = Librarian(lambda: FakeLibrary(releases_named("One")), FakeLibrary)
    begun, ended = threading.Event(), threading.Event()
    done: list[int] = []

    def works(_: object) -> None:
        try:
            for step in steps(range(1_000_000)):
                done.append(step)
                begun.set()
                time.sleep(0)
        finally:
            ended.set()

    asked = asyncio.ensure_future(librarian.ask(works))
    await asyncio.to_thread(begun.wait, 20)
    asked.cancel()
    assert await asyncio.gather(asked, return_exceptions=True)
    assert await asyncio.to_thread(ended.wait, 20)
    assert len(done) < 1_000_000
    assert await librarian.ask(len) == 1
    librarian.leave()


async def test_a_question_that_fails_is_not_asked_about() -> None:
    librarian = Librarian(lambda: FakeLibrary(releases_named("One")), FakeLibrary)

    def fails(_: Desk) -> int:
        raise LibraryError("the disk is full")

    def follows(_desk: Desk, _answer: int) -> int:
        raise AssertionError("asked about no answer")

    with pytest.raises(LibraryError, match="full"):
        await librarian.ask_twice(fails, follows)
    librarian.leave()


def test_samples_are_shown_while_the_library_is_empty_and_not_a_moment_longer() -> None:
    own, samples = FakeLibrary(), FakeLibrary(releases_named("Sample"))
    desk = Desk(lambda: own, lambda: samples)
    assert (desk.shown, desk.samples) == (samples, 1)
    assert not desk.look_again()
    own.releases = releases_named("Mine")
    own.changed = True
    assert desk.look_again()
    assert (desk.shown, desk.samples, samples.closed) == (own, 0, True)
    desk.close()
    assert own.closed


async def test_the_reader_is_told_that_these_are_samples_until_there_is_more() -> None:
    own, samples = FakeLibrary(), FakeLibrary(releases_named("Sample"))
    async with app_on(own, samples).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "1 sample releases. Add yours: natoread add FILE" in seen(pilot)
        assert title(pilot) == "Sample"
        own.releases, own.changed = releases_named("Mine"), True
        main(pilot).look_again()
        await settle(pilot)
        assert "sample" not in seen(pilot).lower()
        assert title(pilot) == "Mine"


async def test_what_the_library_has_to_say_is_shown_once() -> None:
    library = FakeLibrary(releases_named("One"))
    library.notices = ["the search index was [damaged]; it is being built again"]
    async with app_on(library).run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "was [damaged]" in " ".join(seen(pilot).split())


class FakeBuild:
    """An index build that goes on until the test ends it."""

    def __init__(self) -> None:
        self.progress: tuple[int, int] | None = None
        self.error: str | None = None
        self.running = True

    def stop(self) -> None:
        self.running = False


async def test_the_index_is_built_behind_the_open_app() -> None:
    library, build = FakeLibrary(releases_named("One", "Two")), FakeBuild()
    library.unindexed = 7_252
    app = app_on(library, build=lambda _: build)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "indexing…" in seen(pilot)
        build.progress = (3_000, 7_252)
        while "indexing 3,000 of 7,252" not in seen(pilot):
            await pilot.pause()
        await type_keys(pilot, "j")
        assert title(pilot) == "Two"
        library.changed = True
        build.running = False
        while "indexing" in seen(pilot):
            await pilot.pause()
        await settle(pilot)
        assert library.asked == ["", ""]
        assert title(pilot) == "Two"


async def test_a_build_that_fails_says_why_and_one_under_way_ends_with_the_app() -> None:
    library, build = FakeLibrary(releases_named("One")), FakeBuild()
    library.unindexed = 1
    build.error, build.running = "the disk is full", False
    app = app_on(library, build=lambda _: build)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        while "the disk is full" not in seen(pilot):
            await pilot.pause()
    lasting = FakeBuild()
    async with app_on(library, build=lambda _: lasting).run_test() as pilot:
        await settle(pilot)
    assert not lasting.running
