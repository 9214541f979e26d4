"""What the tests of the app share: an event loop for each, and the nine sample releases."""

import asyncio
import inspect
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from natoread.app import NatoRead
from natoread.librarian import Librarian
from natoread.places import sample_files
from natoread.screens import marking
from natoread_index import Library, Query, releases
from natoread_index.storage.lock import writing


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine in an event loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    arguments: dict[str, Any] = {name: pyfuncitem.funcargs[name] for name in names}
    asyncio.run(pyfuncitem.obj(**arguments))
    return True


@pytest.fixture(autouse=True)
def _in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """No release becomes read because the machine is slow."""
    monkeypatch.setattr(marking, "READ_AFTER", 3600.0)


@pytest.fixture(autouse=True)
def desktop(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The desktop's clipboard: all that was copied."""
    copied: list[str] = []
    monkeypatch.setattr("pyperclip.copy", copied.append)
    monkeypatch.setattr("pyperclip.paste", lambda: copied[-1])
    return copied


@dataclass(frozen=True)
class Nine:
    """A library that holds the nine sample releases."""

    folder: Path

    def app(self, words: str = "") -> NatoRead:
        """The app of a user whose own library this is."""
        return NatoRead(Librarian(self.open, self.open), words)

    def app_of_newcomer(self, empty: Path) -> NatoRead:
        """The app of a user who has no releases, and so is shown these."""
        return NatoRead(Librarian(lambda: Library.open(empty), self.open))

    def open(self) -> Library:
        """Open the library, as each app does in a thread of its own."""
        return Library.open(self.folder)

    def found(self, text: str) -> int:
        """How many of its releases a query finds."""
        with self.open() as library:
            return library.search(Query.parse(text)).total

    @contextmanager
    def written_by_another(self) -> Iterator[Event]:
        """Have another program write to the library, until the event is set."""
        reached, done = Event(), Event()

        def write() -> None:
            with writing(self.folder, "library"):
                reached.set()
                assert done.wait(20)

        with ThreadPoolExecutor(1) as pool:
            held = pool.submit(write)
            assert reached.wait(20)
            yield done
            done.set()
            held.result(20)


@pytest.fixture(scope="session")
def nine_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nine")
    with Library.open(folder) as library:
        for file in sample_files():
            library.add(releases(StringIO(file.read_text(encoding="utf-8-sig")), file.name))
        list(library.catch_up())
    return folder


@pytest.fixture
def nine(nine_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Nine:
    """A copy for each test: what one of them reads or leaves open, no other finds."""
    return Nine(shutil.copytree(nine_made, tmp_path_factory.mktemp("copy") / "nine"))
