"""What a commit changes for those who read, and what is left of one that fails."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from pyroaring import BitMap
from tests.index.made import LIBRARY, documents, release, segment, write

from natoread_index.engine import manifest, writer
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.writer import commit, remove_index, remove_unfinished


def test_nothing_of_a_segment_is_seen_before_it_is_committed(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    done = segment(tmp_path, [release("new")], first=2)
    assert not IndexReader(tmp_path, LIBRARY).holds("any", "new")
    assert list(done.folder.iterdir())
    commit(tmp_path, LIBRARY, "", [done])
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1, 2]
    assert not done.folder.exists()


def test_several_segments_come_at_once_and_stand_newest_first(tmp_path: Path) -> None:
    commit(tmp_path, LIBRARY, "", [segment(tmp_path, [release(f"w{n}")], n) for n in (3, 1, 2)])
    index = IndexReader(tmp_path, LIBRARY)
    assert index.numbers.tolist() == [1, 2, 3]
    assert [documents(index, "any", f"w{n}") for n in (1, 2, 3)] == [[0], [1], [2]]
    dated = [release("", day=f"2024-05-{day}") for day in (17, 19, 18)]
    commit(tmp_path, LIBRARY, "", [segment(tmp_path, [one], 4 + n) for n, one in enumerate(dated)])
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [5, 6, 4, 1, 2, 3]


def test_a_new_segment_may_take_the_place_of_others(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    write(tmp_path, [release("kept")], first=2)
    old = IndexReader(tmp_path, LIBRARY).segments[0].name
    write(tmp_path, [release("new")], instead_of=[old])
    index = IndexReader(tmp_path, LIBRARY)
    assert [documents(index, "any", word) for word in ("old", "kept", "new")] == [[], [1], [0]]
    assert index.numbers.tolist() == [1, 2]
    assert not list(tmp_path.glob(f"{old}*"))


def test_releases_that_are_gone_are_no_longer_held(tmp_path: Path) -> None:
    write(tmp_path, [release(f"common {n}") for n in range(4)])
    write(tmp_path, [release(f"common {n}") for n in range(4)], first=5)
    commit(tmp_path, LIBRARY, "", gone=BitMap([2, 5, 99]))
    index = IndexReader(tmp_path, LIBRARY)
    assert list(index.everything) == [0, 2, 3, 5, 6, 7]
    assert list(index.held) == [1, 3, 4, 6, 7, 8]
    commit(tmp_path, LIBRARY, "", gone=BitMap([2, 8]))
    assert list(IndexReader(tmp_path, LIBRARY).held) == [1, 3, 4, 6, 7]


def test_what_is_gone_is_not_forgotten_by_the_next_commit(tmp_path: Path) -> None:
    write(tmp_path, [release("old"), release("older")])
    commit(tmp_path, LIBRARY, "", gone=BitMap([1]))
    write(tmp_path, [release("new")], first=3)
    assert list(IndexReader(tmp_path, LIBRARY).held) == [2, 3]


def test_a_segment_that_is_not_finished_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    new = writer.SegmentWriter(tmp_path)
    new.add(2, release("new"))
    assert not IndexReader(tmp_path, LIBRARY).holds("any", "new")
    remove_unfinished(tmp_path)
    assert not (tmp_path / "unfinished").exists()
    write(tmp_path, [release("newer")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1, 2]
    assert len(list(tmp_path.glob("*.words"))) == 2


class Died(BaseException):
    """What ends a process where it stands."""


STEPS: list[tuple[object, str, int]] = [
    (Path, "rmdir", 1),
    (Path, "write_bytes", 1),
    (Path, "replace", 9),
    (Path, "unlink", 4),
    (os, "fsync", 9),
    (manifest.Manifest, "write", 1),
    (manifest, "remove_others", 1),
    (writer, "clean_files", 1),
]
"""What a commit does, and how often at most."""


@pytest.mark.parametrize(
    ("place", "name", "how_often"),
    [(place, name, n) for place, name, most in STEPS for n in range(most)],
)
def test_a_writer_that_dies_at_any_step_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str, how_often: int
) -> None:
    write(tmp_path, [release("old"), release("gone")])
    write(tmp_path, [release("replaced")], first=3)
    replaced = IndexReader(tmp_path, LIBRARY).segments[1].name
    done = segment(tmp_path, [release("new")], first=4)
    with monkeypatch.context() as patch:
        patch.setattr(place, name, dying(getattr(place, name), how_often))
        is_dead = ends_before(
            lambda: commit(tmp_path, LIBRARY, "", [done], instead_of=[replaced], gone=BitMap([2]))
        )
    index = IndexReader(tmp_path, LIBRARY)
    assert list(index.held) in ([[1, 2, 3], [1, 4]] if is_dead else [[1, 4]])
    assert list(index.manifest.damaged(tmp_path)) == []
    write(tmp_path, [release("newer")], first=5)
    index = IndexReader(tmp_path, LIBRARY)
    assert list(index.manifest.damaged(tmp_path)) == []
    assert list(index.held) in ([[1, 2, 3, 5], [1, 4, 5]] if is_dead else [[1, 4, 5]])
    held = {name.split(".")[0] for name in index.manifest.files}
    assert {path.name.split(".")[0] for path in tmp_path.glob("natoread_*")} <= held


def dying(real: Callable[..., object], how_often: int) -> Callable[..., object]:
    """Let `real` be called a few times, and then nothing more happen."""
    left = [how_often]

    def once_more(*of: object, **with_: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise Died
        return real(*of, **with_)

    return once_more


def ends_before(work: Callable[[], object]) -> bool:
    try:
        work()
    except Died:
        return True
    return False


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_full_disk_leaves_the_index_as_it_was_and_unlocked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    write(tmp_path, [release("old")])
    with monkeypatch.context() as patch:
        patch.setattr(os, failing, Mock(side_effect=OSError(errno.ENOSPC, "No space")))
        with pytest.raises(OSError, match="No space"):
            write(tmp_path, [release("new")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1]
    write(tmp_path, [release("new")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1, 2]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs names of open files")
def test_all_is_on_the_disk_before_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    real = os.fsync

    def fsync(number: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{number}").readlink().name)
        real(number)

    monkeypatch.setattr(os, "fsync", fsync)
    write(tmp_path, [release("new")])
    files = IndexReader(tmp_path, LIBRARY).manifest.files
    assert flushed[-1] == "manifest-1.part"
    assert {name.removesuffix(".part") for name in flushed[:-1]} == set(files)
    assert {name.rpartition(".")[2] for name in files} == {"words", "col", "toc"}


def test_what_a_killed_writer_leaves_goes_with_the_next_commit(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    strays = [
        "_natoread_2.toc.1700000000.0", "_natoread_2.toc.part", "natoread_abc.words",
        "natoread_abc.number.col", "manifest-2.part", "manifest-0.json",
    ]  # fmt: skip
    for name in strays:
        (tmp_path / name).write_text("half")
    write(tmp_path, [release("new")], first=2)
    assert not any((tmp_path / name).exists() for name in strays)


def test_only_files_of_the_index_are_removed(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write(tmp_path, [release("old")])
    writer.SegmentWriter(tmp_path)
    remove_index(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
