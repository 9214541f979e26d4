"""What those see of a commit who have the index open, or are about to open it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyroaring import BitMap
from tests.index.made import LIBRARY, documents, release, write

from natoread_index.engine import manifest, reader
from natoread_index.engine.manifest import Measure
from natoread_index.engine.reader import IndexReader, opened, state
from natoread_index.engine.schema import COLUMNS
from natoread_index.engine.segment import Segment
from natoread_index.engine.writer import commit, remove_index


def test_an_open_index_goes_on_when_its_files_are_gone(tmp_path: Path) -> None:
    write(tmp_path, [release("old words", title="Old title"), release("old")])
    index = IndexReader(tmp_path, LIBRARY)
    names = [segment.name for segment in index.segments]
    write(tmp_path, [release("new")], first=3, instead_of=names)
    shutil.rmtree(tmp_path)
    assert documents(index, "any", "old") == [0, 1]
    candidates = index.documents("any", "words")
    assert list(index.in_a_row(["old", "words"], candidates, prefix=False, titled=False)) == [0]
    assert index.words("any", "w") == {"words"}
    assert index.values("source") == {"NATO": BitMap([0, 1])}
    assert index.columns["words"].tolist() == [2, 1]


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

    def commit_first(folder: Path, generation: int, before: dict[str, Segment]) -> object:
        monkeypatch.setattr(reader, "_segments", real)
        write(tmp_path, [release("new")], first=2, instead_of=[old])
        return real(folder, generation, before)

    monkeypatch.setattr(reader, "_segments", commit_first)
    assert opened(tmp_path, LIBRARY).numbers.tolist() == [2]


def test_what_two_generations_have_in_common_is_opened_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [release("old"), release("older")])
    before = opened(tmp_path, LIBRARY)
    write(tmp_path, [release("new old")], first=3)
    commit(tmp_path, LIBRARY, "", gone=BitMap([1]))
    summed: list[str] = []
    monkeypatch.setattr(manifest, "_measured", noted(manifest._measured, summed))
    after, anew = opened(tmp_path, LIBRARY, before), opened(tmp_path, LIBRARY)
    known = before.segments[0].name
    assert after.segments[0].terms is before.segments[0].terms
    assert sum(name.startswith(known) for name in summed) == len(COLUMNS) + 1
    for index in after, anew:
        assert documents(index, "any", "old") == [2]
        assert list(index.held) == [2, 3]


def noted(real: Callable[[Path], Measure], seen: list[str]) -> Callable[[Path], Measure]:
    def measured(path: Path) -> Measure:
        seen.append(path.name)
        return real(path)

    return measured


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
