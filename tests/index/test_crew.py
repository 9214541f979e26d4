"""Segments written by several processes at once."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.index import workers
from tests.index.made import LIBRARY, index, numbered

from natoread_index import IndexTrouble, Library, Query
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.writer import Written, commit
from natoread_index.searching import crew
from natoread_index.searching.child import Child
from natoread_index.searching.crew import cores, written
from natoread_index.storage.database import FILE

SHARING = """
import sys
from pathlib import Path
from natoread_index import Library
from natoread_index.searching import pieces

pieces._FIRST, pieces._ALONE, pieces._MOST = 20, 40, 100
with Library.open(Path(sys.argv[1])) as library:
    for done, _ in library.catch_up():
        print(done, flush=True)
"""
"""A program that indexes 5 releases by itself, and the others, 25 at a time, in children."""

ENDED = "^a program that built the search index was ended before its time$"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library of 120 releases."""
    with Library.open(tmp_path / "library") as library:
        library.add(numbered(120))
    return tmp_path / "library" / FILE


@pytest.fixture
def becomes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[Child]]:
    """Let every child of a crew be another program."""

    def make(name: str) -> list[Child]:
        workers.put(tmp_path / "workers", monkeypatch)
        made: list[Child] = []

        def start(_: str, task: object) -> Child:
            made.append(Child(name, task))
            return made[-1]

        monkeypatch.setattr(crew, "Child", start)
        return made

    return make


def segments(file: Path, folder: Path, batches: list[list[int]]) -> tuple[list[Written], int]:
    """The segments that are finished, and how many releases were reported meanwhile."""
    said = list(written(file, folder, batches))
    return [segment for _, segment in said if segment], sum(more for more, _ in said)


def test_each_batch_becomes_a_segment(file: Path, tmp_path: Path) -> None:
    batches = [list(range(120, 70, -1)), [1], list(range(2, 60))]
    found, reported = segments(file, tmp_path / "index", batches)
    assert sorted(segment.size for segment in found) == [1, 50, 58]
    assert reported == 109
    for one in found:
        commit(tmp_path / "index", LIBRARY, "", [one])
    made = IndexReader(tmp_path / "index", LIBRARY)
    assert sorted(segment.columns["number"].tolist() for segment in made.segments) == sorted(
        batches
    )
    assert [made.numbers[d] for d in made.documents("any", "word69")] == []
    assert [made.numbers[d] for d in made.documents("any", "word119")] == [120]


def test_there_may_be_more_batches_than_cores(file: Path, tmp_path: Path) -> None:
    batches = [[number] for number in range(1, cores() + 3)]
    found, _ = segments(file, tmp_path / "index", batches)
    assert len({segment.name for segment in found}) == len(batches)


def test_releases_that_are_gone_meanwhile_are_left_out(file: Path, tmp_path: Path) -> None:
    ((one,), _) = segments(file, tmp_path / "index", [[1, 999, 2]])
    assert one.size == 2


def test_nothing_is_seen_before_it_is_committed(file: Path, tmp_path: Path) -> None:
    segments(file, tmp_path / "index", [[1]])
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["unfinished"]


@pytest.mark.parametrize("name", ["deaf", "babbles", "reports_and_dies", "no_such_module"])
def test_a_child_that_dies_is_trouble(
    file: Path, tmp_path: Path, becomes: Callable[[str], list[Child]], name: str
) -> None:
    becomes(name)
    with pytest.raises(IndexTrouble, match=ENDED):
        segments(file, tmp_path / "index", [list(range(50_000)), [2], [3], [4]])


def test_a_child_that_can_not_be_started_is_trouble(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no python"))
    with pytest.raises(IndexTrouble, match=ENDED):
        segments(file, tmp_path / "index", [[1]])


def test_trouble_with_the_disk_crosses_to_the_parent(file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError) as raised:
        segments(file, tmp_path / "file" / "index", [[1], [2], [3]])
    assert str(raised.value.filename).startswith(str(tmp_path / "file" / "index"))


def test_a_library_that_can_not_be_read_is_trouble(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no library" * 999)
    with pytest.raises(IndexTrouble, match=ENDED):
        segments(tmp_path / FILE, tmp_path / "index", [[1]])


def test_whoever_stops_listening_ends_the_children(
    file: Path, tmp_path: Path, becomes: Callable[[str], list[Child]]
) -> None:
    children = becomes("waits")
    reports = written(file, tmp_path / "index", [[n] for n in range(9)])
    next(reports)
    reports.close()
    assert children
    assert None not in {child.code for child in children}
    assert len(children) <= cores()


@pytest.mark.parametrize("after", [5, 6, 50])
def test_a_killed_program_leaves_an_index_that_can_be_used(file: Path, after: int) -> None:
    command = [sys.executable, "-c", SHARING, str(file.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        while int(process.stdout.readline()) < after:
            pass
        process.kill()
    with Library.open(file.parent) as library:
        assert library.unindexed == 120 - library.search(Query.parse("common")).total
        index(library)
        assert library.search(Query.parse("common")).total == 120
        assert library.check() == []
