"""Words in which tests tell what a reader does and sees."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.tui.fake_library import FakeLibrary
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import Worker

from natoread.app import NatoRead
from natoread.building import Building
from natoread.librarian import Librarian
from natoread.screens.main import MainScreen
from natoread.settings import Settings
from natoread.shelf import Shelf
from natoread.syncing import Syncing, sync_feeds
from natoread_index import (
    Release,
)

Reader = Pilot[None]

HOPS = 8
"""Messages and answers, one leading to the next, from a key to all that it changes."""


PATIENCE = 60
"""Seconds after which a question counts as forgotten; none takes a hundredth of them."""


def main(pilot: Reader) -> MainScreen:
    """The main screen."""
    (screen,) = (screen for screen in pilot.app.screen_stack if isinstance(screen, MainScreen))
    return screen


def seen(pilot: Reader) -> str:
    """All that stands on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def title(pilot: Reader) -> str:
    """The title of the release in the reader."""
    opened = main(pilot).opened
    assert opened is not None, "no release is open"
    return opened.sheet.release.title


def lit(pilot: Reader) -> list[str]:
    """What is lit in the reader."""
    page = main(pilot).reader.page
    return [page.text[start:end] for start, end in page.lights]


def top(pilot: Reader) -> str:
    """The top row of the reader."""
    reader = main(pilot).reader
    return reader.page[reader.scroll_offset.y]


def told(pilot: Reader) -> list[str]:
    """The sentences that stand in notices."""
    return [notification.message for notification in pilot.app._notifications]


async def settle(pilot: Reader) -> None:
    """Wait until every question is answered, what the answers lead to, too, and all is shown."""
    await _settled(pilot)
    await pilot.pause()


async def _settled(pilot: Reader) -> None:
    for _ in range(HOPS):
        await pilot._wait_for_screen()
        while unanswered := [one for one in _questions(pilot) if not one.is_finished]:
            await _answered(unanswered)
            await pilot._wait_for_screen()


async def _answered(unanswered: Sequence[Worker[object]]) -> None:
    """Wait without keeping the processor busy, for which the library's thread would wait, too."""
    asked = {one._task: one.name for one in unanswered if one._task}
    _, forgotten = await asyncio.wait(asked, timeout=PATIENCE)
    assert not forgotten, f"never answered: {[asked[one] for one in forgotten]}"


def _questions(pilot: Reader) -> Iterator[Worker[object]]:
    return (worker for worker in pilot.app.workers if worker.group not in {"build", "sync"})


async def type_keys(pilot: Reader, *keys: str) -> None:
    """Press keys, letters in one burst, and wait for what they lead to."""
    for key in keys:
        burst(pilot, key)
        if len(key) > 1:
            await _settled(pilot)
    await settle(pilot)


def burst(pilot: Reader, *keys: str) -> None:
    """Press keys without waiting for anything."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pilot.app.post_message(Key(name, key_to_character(name)))


async def fill_in(pilot: Reader, text: str, *keys: str) -> None:
    """Write a line over what is offered, and go on with some keys, or else enter it."""
    pilot.app.screen.query_one(Input).value = text
    await type_keys(pilot, *(keys or ["enter"]))


def app_on(
    library: FakeLibrary,
    samples: FakeLibrary | None = None,
    words: str = "",
    build: Callable[[Shelf], Building] | None = None,
    sync: Callable[[Path, Path], Syncing] = sync_feeds,
    settings: Settings | None = None,
) -> NatoRead:
    """The app on a library in memory."""
    other = samples or FakeLibrary()
    return NatoRead(
        Librarian(lambda: library, lambda: other, build, sync), words, settings=settings
    )


def releases_named(*titles: str, body: Callable[[str], str] = str) -> list[Release]:
    """Releases with these titles, and bodies made of them."""
    return [Release(title, body(title), "NATO") for title in titles]
