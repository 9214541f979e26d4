"""What a commit changes for those who read, and what is left of one that fails."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest
from pyroaring import BitMap
from tests.index.made import LIBRARY, documents, release, write

from natoread_index.engine import manifest, reader
from natoread_index.engine.reader import IndexReader, opened, state
from natoread_index.engine.writer import new_segment, remove_index


def test_a_new_segment_may_take_the_place_of_others(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    write(tmp_path, [release("kept")], first=2)
    old = IndexReader(tmp_path, LIBRARY).segments[0].name
    write(tmp_path, [release("new")], instead_of=[old])
    index = IndexReader(tmp_path, LIBRARY)
    assert [documents(index, "any", word) for word in ("old", "kept", "new")] == [[], [0], [1]]
    assert index.numbers.tolist() == [2, 1]
    assert not list(tmp_path.glob(f"{old}*"))


def test_nothing_of_a_segment_is_seen_when_its_releases_fail(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])

    def fail() -> None:
        with new_segment(tmp_path, LIBRARY, "") as add:
            add(2, release("new"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert not IndexReader(tmp_path, LIBRARY).holds("any", "new")
    write(tmp_path, [release("newer")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1, 2]
    assert len(list(tmp_path.glob("*.trm"))) == 2


def full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("failing", ["fsync", "replace", "rename"])
def test_a_full_disk_leaves_the_index_as_it_was_and_unlocked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    write(tmp_path, [release("old")])
    with monkeypatch.context() as patch:
        patch.setattr(os, failing, full)
        with pytest.raises(OSError, match="No space"):
            write(tmp_path, [release("new")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1]
    write(tmp_path, [release("new")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1, 2]


def test_what_a_killed_writer_leaves_goes_with_the_next_commit(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    strays = [
        "_natoread_2.toc.1700000000.0", "natoread_abc.trm", "manifest-2.part", "manifest-0.json"
    ]  # fmt: skip
    for name in strays:
        (tmp_path / name).write_text("half")
    write(tmp_path, [release("new")], first=2)
    assert [name for name in strays if (tmp_path / name).exists()] == []


def test_an_open_index_goes_on_when_its_files_are_gone(tmp_path: Path) -> None:
    write(tmp_path, [release("old words", title="Old title"), release("old")])
    index = IndexReader(tmp_path, LIBRARY)
    expected = [index.length("body", document) for document in range(2)]
    names = [segment.name for segment in index.segments]
    write(tmp_path, [release("new")], first=3, instead_of=names)
    assert documents(index, "any", "old") == [0, 1]
    assert list(index.places("body", "words", BitMap([0, 1]))) == [0]
    assert index.words("body", "w") == {"words"}
    fresh = IndexReader(tmp_path, LIBRARY)
    assert [index.length("body", document) for document in range(2)] == expected
    assert fresh.numbers.tolist() == [3]


def test_an_index_replaced_while_it_is_opened_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [release("old")])
    real = manifest.read

    def commit_first(folder: Path, generation: int) -> manifest.Manifest | None:
        monkeypatch.setattr(manifest, "read", real)
        write(tmp_path, [release("new")], first=2)
        return real(folder, generation)

    monkeypatch.setattr(manifest, "read", commit_first)
    assert opened(tmp_path, LIBRARY).numbers.tolist() == [1, 2]


def test_files_that_vanish_while_they_are_opened_are_looked_for_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [release("old")])
    old = IndexReader(tmp_path, LIBRARY).segments[0].name
    real = reader._segments

    def commit_first(folder: Path, generation: int) -> object:
        monkeypatch.setattr(reader, "_segments", real)
        write(tmp_path, [release("new")], first=2, instead_of=[old])
        return real(folder, generation)

    monkeypatch.setattr(reader, "_segments", commit_first)
    assert opened(tmp_path, LIBRARY).numbers.tolist() == [2]


def test_the_state_changes_with_each_commit_and_when_an_index_is_made_anew(tmp_path: Path) -> None:
    seen = [state(tmp_path / "nowhere"), state(tmp_path)]
    for _ in range(2):
        write(tmp_path, [release("old")])
        seen.append(state(tmp_path))
    remove_index(tmp_path)
    write(tmp_path, [release("old")])
    seen.append(state(tmp_path))
    assert seen[0] == seen[1] == (-1, 0)
    assert len(set(seen)) == 4


def test_only_files_of_the_index_are_removed(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write(tmp_path, [release("old")])
    remove_index(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
