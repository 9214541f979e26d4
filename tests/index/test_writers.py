"""Several users of one library at once: who waits, who is named, and what a killed one leaves."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.index.made import PLAIN, found, index, make, numbered, release

from natoread_index import Added, Library, LibraryLocked, Query, Release, Sort
from natoread_index.storage import lock
from natoread_index.storage.lock import writing

SOON = 20.0
"""Seconds that nothing here should take, on the slowest machine."""

HOLDING = """
import sys
from pathlib import Path
from natoread_index import Library, Release

def releases():
    yield Release("Half", "Half of it.", "NATO")
    print("holding", flush=True)
    sys.stdin.read()

with Library.open(Path(sys.argv[1])) as library:
    {what}
"""
ADDING = HOLDING.format(what="library.add(releases())")
INDEXING = HOLDING.format(what="next(library.catch_up()); list(releases())")


@contextmanager
def another(program: str, *words: object) -> Iterator["subprocess.Popen[str]"]:
    """Another program, up to where it prints its first line."""
    command = [sys.executable, "-c", program, *map(str, words)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        assert process.stdout
        assert process.stdout.readline() == "holding\n"
        yield process
        process.kill()


class Gate:
    """Releases that come to a stop after the first, until the gate is opened."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def __iter__(self) -> Iterator[Release]:
        yield release("before the gate")
        self.reached.set()
        assert self.opened.wait(SOON)
        yield release("behind the gate")


def add(folder: Path, gate: Gate) -> Added:
    with Library.open(folder) as library:
        return library.add(gate)


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    """Another writer that has come to the gate, and goes on when it is opened."""
    gate = Gate()
    with ThreadPoolExecutor(1) as pool:
        adding = pool.submit(add, tmp_path, gate)
        assert gate.reached.wait(SOON)
        yield gate
        gate.opened.set()
        assert adding.result(SOON).added == 2


def test_a_second_writer_waits_for_the_first(tmp_path: Path, gate: Gate) -> None:
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(make, tmp_path, [PLAIN])
        gate.opened.set()
        second.result(SOON)
    with Library.open(tmp_path) as library:
        assert library.release(3) == PLAIN
        assert len(library) == 3


def test_a_second_writer_gives_up_and_names_the_first(
    tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with Library.open(tmp_path) as library:
        with pytest.raises(LibraryLocked) as raised:
            library.add([PLAIN])
        said = str(raised.value)
        assert said.startswith(f"{tmp_path}: “")
        assert Path(sys.argv[0]).name in said
        assert f"(process {os.getpid()}, since 2" in said
        assert said.endswith("is writing to the library; try again when it is done")
        assert len(library) == 0
        gate.opened.set()


def test_the_holder_is_written_down_beside_the_library(tmp_path: Path, gate: Gate) -> None:
    (path,) = tmp_path.glob("*.holder.json")
    holder = json.loads(path.read_text(encoding="utf-8"))
    assert holder.keys() == {"process", "command", "since"}
    assert holder["process"] == os.getpid()


def test_the_holder_is_gone_when_it_is_done(tmp_path: Path) -> None:
    make(tmp_path, [PLAIN])
    assert list(tmp_path.rglob("*.holder.json")) == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"process": 7'])
def test_a_holder_that_can_not_be_read_is_another_program(tmp_path: Path, content: str) -> None:
    with writing(tmp_path, "library"):
        (tmp_path / "library.holder.json").write_text(content)
        with (
            ThreadPoolExecutor(1) as pool,
            pytest.raises(LibraryLocked, match="another program is writing to the library"),
        ):
            pool.submit(hold, tmp_path, "library").result(SOON)


def hold(folder: Path, name: str) -> None:
    with writing(folder, name, patience=0.05):
        pass


def test_a_lock_is_let_go_whatever_happens_inside(tmp_path: Path) -> None:
    def fail() -> None:
        with writing(tmp_path, "library"):
            raise TimeoutError("of the caller")

    with pytest.raises(TimeoutError, match="of the caller"):
        fail()
    hold(tmp_path, "library")


def test_one_indexes_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, numbered(3))
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with Library.open(tmp_path) as library, writing(library.index_folder, "index"):
        library.add([PLAIN])
        with ThreadPoolExecutor(1) as pool:
            with pytest.raises(LibraryLocked, match="is writing to the library"):
                pool.submit(index_of, tmp_path).result(SOON)
            assert pool.submit(totals_of, tmp_path).result(SOON) == (4, 3)


def index_of(folder: Path) -> None:
    with Library.open(folder) as library:
        index(library)


def totals_of(folder: Path) -> tuple[int, int]:
    """How many releases are listed, and how many are found."""
    with Library.open(folder) as library:
        return len(library), library.search(Query.parse("common"), Sort.NEWEST).total


def test_nothing_to_index_waits_for_nobody(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    with Library.open(tmp_path) as library, writing(library.index_folder, "index"):
        assert list(library.catch_up()) == []


def test_readers_see_all_of_an_addition_or_nothing(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    gate = Gate()
    with Library.open(tmp_path) as one, Library.open(tmp_path) as other:
        with ThreadPoolExecutor(1) as pool:
            adding = pool.submit(add, tmp_path, gate)
            assert gate.reached.wait(SOON)
            for reader in (one, other):
                assert (reader.refresh(), len(reader), len(list(reader))) == (False, 3, 3)
            gate.opened.set()
            adding.result(SOON)
        for reader in (one, other):
            assert (reader.refresh(), len(reader), len(list(reader))) == (True, 5, 5)


def read_until(folder: Path, done: threading.Event) -> list[int]:
    """Search again and again; how much was found each time."""
    totals = []
    with Library.open(folder) as library:
        while not done.is_set():
            library.refresh()
            totals.append(library.search(Query.parse("common")).total)
    return totals


def test_two_readers_find_whole_additions_while_one_writes(tmp_path: Path) -> None:
    make(tmp_path, numbered(5))
    done = threading.Event()
    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read_until, tmp_path, done) for _ in range(2)]
        try:
            for n in range(12):
                make(tmp_path, numbered(5, f"n{n}n"))
        finally:
            done.set()
        for totals in (reader.result(SOON) for reader in readers):
            assert totals == sorted(totals)
            assert {total % 5 for total in totals} == {0}
    assert totals_of(tmp_path) == (65, 65)


def test_a_killed_writer_leaves_no_lock_and_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, numbered(3))
    monkeypatch.setattr(lock, "PATIENCE", SOON)
    with another(ADDING, tmp_path) as process:
        process.kill()
        process.wait(SOON)
        with Library.open(tmp_path) as library:
            assert library.add([PLAIN]).added == 1
            assert len(library) == 4
            index(library)
            assert found(library, "half") == []


def test_a_killed_indexer_leaves_no_lock_and_an_index_that_can_be_used(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    with Library.open(tmp_path) as library:
        library.add(numbered(4, "more"))
    with another(INDEXING, tmp_path) as process:
        process.kill()
        process.wait(SOON)
        with Library.open(tmp_path) as library:
            assert library.search(Query.parse("common")).total == 3
            index(library)
            assert library.search(Query.parse("common")).total == 7
            assert library.check() == []
