"""Marks while other programs write, are killed, or the disk gives out."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.index.made import make, read_only
from tests.index.test_writers import SOON, another
from tests.index.to_mark import A, B, C, found, to_mark

from natoread_index import (
    Library,
    LibraryError,
    LibraryLocked,
    Retagging,
)
from natoread_index.storage.lock import writing


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of three releases, all indexed."""
    with to_mark(tmp_path) as library:
        yield library


def test_two_programs_mark_at_once_and_nothing_is_lost(library: Library) -> None:
    def mark(name: str) -> None:
        with Library.open(library.folder) as mine:
            for number in range(20):
                mine.marks.tag([A.id], Retagging.of([f"{name}{number}"]))

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(mark, name) for name in "ab"]:
            done.result(SOON)
    assert len(library.marks.signs([A.id])[A.id].tags) == 40
    assert all(library.marks.undo() for _ in range(40))
    assert library.marks.signs([A.id]) == {}


def test_who_has_no_patience_is_told_at_once_that_another_writes(library: Library) -> None:
    library.patience = 0
    with (
        writing(library.folder, "library"),
        ThreadPoolExecutor(1) as pool,
        pytest.raises(LibraryLocked, match="is writing to the library"),
    ):
        pool.submit(star_without_patience, library.folder).result(SOON)


def star_without_patience(folder: Path) -> None:
    with Library.open(folder) as library:
        library.patience = 0
        library.marks.star([A.id])


def test_a_full_disk_is_told_and_leaves_the_marks_as_they_were(library: Library) -> None:
    library.marks.note(A.id, "Kept.")
    (pages,) = library._database.execute("PRAGMA page_count").fetchone()
    library._database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="the disk is full"):
        library.marks.note(A.id, "Too long. " * 10_000)
    assert library.marks.signs([A.id])[A.id].note == "Kept."
    library._database.execute("PRAGMA max_page_count = 100000")
    library.marks.undo()
    assert library.marks.signs([A.id]) == {}


def test_a_library_that_can_not_be_written_is_told() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # everybody may look
        make(folder, [A])
        with read_only(folder), Library.open(folder) as mine:
            assert mine.marks.signs([A.id]) == {}
            with pytest.raises(LibraryError, match="Permission denied"):
                mine.marks.star([A.id])


MARKING = """
import sys
from pathlib import Path
from natoread_index import Library, Query

with Library.open(Path(sys.argv[1])) as library:
    ids = [release.id for release in library]
    library.marks.star(ids)
    with library._store.writing() as database:
        database.execute("DELETE FROM made")
        print("holding", flush=True)
        sys.stdin.read()
"""


def test_a_program_killed_while_it_marks_leaves_all_that_was_done_and_nothing_half(
    tmp_path: Path,
) -> None:
    make(tmp_path, [A, B, C])
    with another(MARKING, tmp_path) as process:
        process.kill()
        process.wait(SOON)
        with Library.open(tmp_path) as library:
            assert len(found(library, "is:starred")) == 3
            assert library.marks.undo()
            assert library.check() == []


def test_marks_are_read_while_another_program_writes(library: Library) -> None:
    reached, opened = threading.Event(), threading.Event()

    def hold() -> None:
        with Library.open(library.folder) as other, other._store.writing() as database:
            database.execute("DELETE FROM made")
            reached.set()
            assert opened.wait(SOON)

    library.marks.star([A.id])
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(hold)
        assert reached.wait(SOON)
        assert found(library, "is:starred") == ["word0"]
        opened.set()
        held.result(SOON)
    assert found(library, "is:starred") == []
