"""Which files of an index a process that builds it need not read again."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from natoread.building import Builder

SOUND = {"a.seg": (7, 1)}


class Build:
    """A build that has found one file sound, and keeps what it was told of others."""

    sound = SOUND

    def __init__(self, _folder: Path, _index: Path, sound: Any) -> None:
        self.told = sound


def test_what_was_found_sound_counts_for_its_own_index_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("natoread_index.searching.building.IndexBuild", Build)
    ours, other = (
        SimpleNamespace(folder=tmp_path, index_folder=tmp_path / name) for name in ("ours", "other")
    )
    build: Any = Builder()
    assert [build(shelf).told for shelf in (ours, other, ours)] == [None, None, SOUND]
