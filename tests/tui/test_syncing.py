"""F5: feeds are fetched behind the screen, and whoever reads is not disturbed."""

from pathlib import Path

import pytest
from tests.index.following.made_feeds import rss, whole
from tests.index.following.site import serving
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, main, releases_named, seen, settle, title, type_keys

from natoread.app import NatoRead
from natoread.librarian import Librarian
from natoread.screens import syncing
from natoread.syncing import in_brief
from natoread_index import Library, Release


class FakeSync:
    """Feeds that are being fetched until the test ends it."""

    def __init__(self) -> None:
        self.progress: tuple[int, int] | None = None
        self.new = 0
        self.troubles: list[str] = []
        self.error: str | None = None
        self.running = True
        self.begun: list[tuple[Path, Path]] = []

    def stop(self) -> None:
        self.running = False

    def begin(self, folder: Path, index_folder: Path) -> "FakeSync":
        self.begun.append((folder, index_folder))
        return self


@pytest.fixture
def library() -> FakeLibrary:
    library = FakeLibrary(releases_named("One", "Two"))
    library.feeds = ["https://nato.example/rss"]
    return library


@pytest.fixture
def sync() -> FakeSync:
    return FakeSync()


async def see(pilot: Reader, words: str) -> None:
    while words not in seen(pilot):
        await pilot.pause()


async def vanish(pilot: Reader, words: str) -> None:
    while words in seen(pilot):
        await pilot.pause()


async def test_the_list_grows_and_the_cursor_stays(library: FakeLibrary, sync: FakeSync) -> None:
    async with app_on(library, sync=sync.begin).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "f5")
        await see(pilot, "syncing…")
        sync.progress = (3, 5)
        await see(pilot, "syncing 3 of 5…")
        assert title(pilot) == "Two"
        library.releases = [*library.releases, *releases_named("Three")]
        library.changed, sync.new, sync.running = True, 1, False
        await see(pilot, "1 new")
        await settle(pilot)
        assert title(pilot) == "Two"
        assert "2 of 3" in seen(pilot)


async def test_what_is_new_is_said_for_a_while(
    library: FakeLibrary, sync: FakeSync, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "SAY_NEW_FOR", 0.2)
    sync.running, sync.new = False, 1234
    async with app_on(library, sync=sync.begin).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5")
        await see(pilot, "1,234 new")
        await vanish(pilot, "1,234 new")


async def test_nothing_new_is_said_too(library: FakeLibrary, sync: FakeSync) -> None:
    sync.running = False
    async with app_on(library, sync=sync.begin).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5")
        await see(pilot, "nothing new")


@pytest.mark.parametrize("place", [(), ("/",), ("enter",)])
async def test_it_can_be_asked_for_everywhere(
    library: FakeLibrary, sync: FakeSync, place: tuple[str, ...]
) -> None:
    async with app_on(library, sync=sync.begin).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, *place, "f5")
        while not sync.begun:
            await pilot.pause()


async def test_a_second_press_starts_no_second_one(library: FakeLibrary, sync: FakeSync) -> None:
    async with app_on(library, sync=sync.begin).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5", "f5")
        sync.progress = (1, 1)
        await see(pilot, "syncing 1 of 1…")
        await type_keys(pilot, "f5")
        assert len(sync.begun) == 1
        sync.running = False
        await see(pilot, "nothing new")
        await type_keys(pilot, "f5")
        while len(sync.begun) < 2:
            await pilot.pause()


async def test_trouble_is_told_and_the_reader_reads_on(
    library: FakeLibrary, sync: FakeSync
) -> None:
    sync.running, sync.new = False, 2
    sync.troubles = [f"https://[{n}].example: too slow" for n in range(5)]
    app = app_on(library, sync=sync.begin)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5")
        await see(pilot, "https://[2].example: too slow")
        assert "… and 2 more" in seen(pilot)
        assert "2 new" in seen(pilot)
        assert title(pilot) == "One"


async def test_what_stops_it_is_told(library: FakeLibrary, sync: FakeSync) -> None:
    sync.running, sync.error = False, "Offline? The feed could not be reached."
    app = app_on(library, sync=sync.begin)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5")
        await see(pilot, "Offline? The feed could not be reached.")
        assert main(pilot).syncing == ""


async def test_who_follows_nothing_is_told_how_to(sync: FakeSync) -> None:
    library = FakeLibrary(releases_named("One"))
    app = app_on(library, sync=sync.begin)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5")
        await see(pilot, "No feed is followed.")
        assert "syncing" not in seen(pilot)
        assert sync.begun == []


async def test_it_ends_with_the_app(library: FakeLibrary, sync: FakeSync) -> None:
    async with app_on(library, sync=sync.begin).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5")
        await see(pilot, "syncing…")
    assert not sync.running


async def test_newcomers_feeds_are_fetched_into_their_own_library_not_the_samples(
    sync: FakeSync,
) -> None:
    own, samples = FakeLibrary(), FakeLibrary(releases_named("Sample"))
    own.feeds, samples.folder = ["https://nato.example/rss"], Path("samples")
    async with app_on(own, samples, sync=sync.begin).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "f5")
        await see(pilot, "syncing…")
        assert sync.begun == [(own.folder, own.index_folder)]


async def test_real_feeds_come_into_a_real_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as site:
        with Library.open(tmp_path) as library:
            library.add([Release("An older release", "Text", "NATO")])
            list(library.catch_up())
            library.feeds.follow(site.put("/feed", rss(whole(1), whole(2))))
        librarian = Librarian(lambda: Library.open(tmp_path), lambda: Library.open(tmp_path / "S"))
        async with NatoRead(librarian).run_test(size=(100, 24)) as pilot:
            await settle(pilot)
            await type_keys(pilot, "f5")
            await see(pilot, "2 new")
            await see(pilot, "3 of 3")
            assert title(pilot) == "An older release"
            await vanish(pilot, "indexing")
            await type_keys(pilot, "/", *"deterrence")
            await see(pilot, "of 2")
            assert main(pilot).trouble == ""


@pytest.mark.parametrize(
    ("count", "brief"),
    [
        (0, ""),
        (1, "0"),
        (3, "0\n1\n2"),
        (4, "0\n1\n2\n… and 1 more"),
        (2000, "0\n1\n2\n… and 1,997 more"),
    ],
)
def test_a_few_troubles_are_enough(count: int, brief: str) -> None:
    assert in_brief(list(map(str, range(count)))) == brief
