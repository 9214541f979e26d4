"""How long the app's loop is held up while one types: `python -m tests.benchmarks.lag LIBRARY`.

Words of releases drawn by a seed are typed into the app, slowly and fast, while a clock on its loop
ticks every two milliseconds; told is how late the ticks are, and for how much of that the library's
thread was at work: searching can have held up the loop for no longer. The rest is painting, and
whatever else the machine does. Not on Windows.
"""

import asyncio
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.typist import Asked, head, line
from textual.events import Key

from natoread.app import NatoRead
from natoread.librarian import Librarian
from natoread_index import Library

TICK = 0.002
PAUSES = 0.08, 0.012
"""Seconds between two keys: of one who types, and of one who types in a burst."""

LATE = 16
_WIDTH = 32

Tick = tuple[float, float]
"""Milliseconds that a tick is late, and that the library was at work meanwhile, if less."""


def at_work() -> float:
    """Return the seconds of processor time that the library's thread has taken by now."""
    threads = [thread for thread in threading.enumerate() if thread.name.startswith("library")]
    clocks = [time.pthread_getcpuclockid(thread.ident) for thread in threads if thread.ident]
    return sum(map(time.clock_gettime, clocks))


async def tick(ticks: list[Tick]) -> None:
    """Tick, for ever."""
    while True:
        due, before = time.perf_counter() + TICK, at_work()
        await asyncio.sleep(TICK)
        late = time.perf_counter() - due
        ticks.append((late * 1e3, min(late, at_work() - before) * 1e3))


async def type_into(app: NatoRead, texts: Sequence[str], pause: float) -> list[Tick]:
    """Type texts, each into an empty box, and return the ticks of that time."""
    ticks: list[Tick] = []
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash")
        ticking = asyncio.ensure_future(tick(ticks))
        for text in texts:
            for letter in text:
                app.post_message(Key("space" if letter == " " else letter, letter))
                await asyncio.sleep(pause)
            await asyncio.sleep(0.3)
            await pilot.press("ctrl+u")
        ticking.cancel()
    return ticks


def told(pause: float, ticks: Sequence[Tick]) -> Iterator[str]:
    """Yield the figures of one way to type."""
    for name, late in zip(("late", "searching"), zip(*ticks, strict=True), strict=True):
        far = sum(milliseconds > LATE for milliseconds in late)
        label = f"{name}, a key every {pause * 1e3:.0f} ms"
        yield f"{line(label, late, _WIDTH)}   {far} of {len(late):,} over {LATE} ms"


def main() -> None:
    """Type, and print."""
    asked = Asked.on_the_command_line(__doc__, times=8)
    texts = [text[-1] for text in asked.typed()]
    print(head(_WIDTH))
    for pause in PAUSES:
        with TemporaryDirectory() as none:
            own, samples = (lambda: Library.open(asked.library), lambda: Library.open(Path(none)))
            app = NatoRead(Librarian(own, samples))
            print(*told(pause, asyncio.run(type_into(app, texts, pause))), sep="\n")


if __name__ == "__main__":
    main()
