"""`natoread stats`, `paths`, `reindex` and `doctor`: the library itself."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natoread_index import Library

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


@pytest.fixture
def own(natoread: "CommandLine", samples: str, home: Path) -> Path:
    """The user's own library, with the nine samples in it."""
    natoread("add", samples)
    return home


def index_of(home: Path) -> Path:
    return home / ".cache" / "natoread" / "index"


def largest(folder: Path) -> Path:
    return max(folder.iterdir(), key=lambda file: file.stat().st_size)


def test_stats_in_words(natoread: "CommandLine", nine: Path) -> None:
    out = natoread("--library", nine, "stats").out
    assert out.startswith("9 releases\n\nBy source\n")
    assert "By kind\n" in out
    assert "  NATO\n" in out


def test_stats_as_json(natoread: "CommandLine", nine: Path) -> None:
    stats = natoread("--library", nine, "stats", "--json").json
    assert list(stats) == ["format", "releases", "indexed", "source", "kind", "month"]
    assert (stats["releases"], stats["indexed"]) == (9, 9)
    assert stats["source"] == {"NATO": 9}
    assert stats["month"] == {"2024-05": 7, "none": 2}
    assert sum(stats["kind"].values()) == 9


def test_stats_of_nothing(natoread: "CommandLine", home: Path) -> None:
    assert natoread("stats", "--json").json["releases"] == 0
    assert natoread("stats").out == "0 releases\n"
    assert not home.exists()


def test_paths(natoread: "CommandLine", home: Path, tmp_path: Path) -> None:
    named = dict(line.split(maxsplit=1) for line in natoread("paths").out.splitlines())
    assert list(named) == ["library", "index", "samples", "config", "state"]
    assert all(path.startswith(str(home)) for path in named.values())
    assert f"{tmp_path / 'L' / 'index'}\n" in natoread("--library", tmp_path / "L", "paths").out


def test_reindex(natoread: "CommandLine", own: Path) -> None:
    before = {file.name for file in index_of(own).iterdir()}
    assert natoread("reindex").out == "9 releases indexed\n"
    assert {file.name for file in index_of(own).iterdir()} != before
    assert natoread("search", "geoana", "--json").json["total"] == 2


def test_reindex_shows_a_bar_on_a_terminal(natoread: "CommandLine", own: Path) -> None:
    assert "Indexing" in natoread("reindex", terminal=True).err


def test_a_lost_index_is_built_again(natoread: "CommandLine", own: Path) -> None:
    for file in index_of(own).iterdir():
        file.unlink()
    assert natoread("search", "geoana", "--json").json["total"] == 2


def test_a_sound_library(natoread: "CommandLine", own: Path) -> None:
    ran = natoread("doctor")
    assert (ran.code, ran.out) == (0, "Library and search index are sound: 9 releases.\n")


def test_doctor_names_a_damaged_index_and_mends_it(natoread: "CommandLine", own: Path) -> None:
    file = largest(index_of(own))
    file.write_bytes(bytes(file.stat().st_size))
    ran = natoread("doctor")
    assert ran.code == 3
    assert "search index" in ran.out
    assert "natoread reindex" in ran.out
    assert natoread("doctor", "--fix").code == 0
    assert natoread("doctor").code == 0
    assert natoread("search", "geoana", "--json").json["total"] == 2


def test_doctor_names_what_is_not_indexed(
    natoread: "CommandLine", samples: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Library, "catch_up", lambda _: iter(()))
        natoread("add", samples)
    assert "9 releases can’t be searched" in natoread("doctor").out
    assert natoread("stats").out.startswith("9 releases, 9 of them not yet indexed\n")
    assert natoread("doctor", "--fix").code == 0


@pytest.mark.parametrize("verb", ["list", "search", "show", "stats", "doctor", "add", "reindex"])
def test_a_file_that_is_no_database_is_said_to_be_damaged(
    natoread: "CommandLine", own: Path, verb: str, samples: str
) -> None:
    next(own.rglob("library.db")).write_bytes(b"not a database at all" * 1000)
    words = {"search": ["x"], "show": ["x"], "add": [samples]}.get(verb, [])
    ran = natoread(verb, *words)
    assert ran.code == 3
    assert "damaged" in ran.out + ran.err


def test_a_library_of_a_newer_version_is_left_alone(natoread: "CommandLine", own: Path) -> None:
    with sqlite3.connect(next(own.rglob("library.db"))) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    ran = natoread("list")
    assert ran.code == 3
    assert "newer" in ran.err


def test_what_is_left_of_another_library_is_mended_in_an_empty_one(
    natoread: "CommandLine", samples: str, home: Path
) -> None:
    folder = home / "library"
    natoread("--library", folder, "add", samples)
    for file in folder.glob("library.db*"):
        file.unlink()
    assert natoread("--library", folder, "doctor").code == 3
    assert natoread("--library", folder, "doctor", "--fix").code == 0
    assert natoread("--library", folder, "doctor").code == 0
