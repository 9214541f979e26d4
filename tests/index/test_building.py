"""The process that builds the index behind an open app."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.index.made import file_of, found, make, numbered, zero

from natoread_index import Library
from natoread_index.engine import manifest
from natoread_index.searching.building import IndexBuild
from natoread_index.storage.lock import PATIENCE, writing

SOON = 60.0
"""Seconds that nothing here should take, on the slowest machine."""

PARENT = """
import sys
from pathlib import Path
from natoread_index.searching.building import IndexBuild

folder = Path(sys.argv[1])
build = IndexBuild(folder, folder / "index")
print(build._child._process.pid, flush=True)
sys.stdin.read()
"""

SCRIPT = """
import sys
from pathlib import Path
from natoread_index import Library, Query, Release
from natoread_index.searching import pieces

print("once")
pieces._FIRST, pieces._ALONE = 20, 40
with Library.open(Path(sys.argv[1])) as library:
    library.add([Release("Title", f"common {n}", "NATO") for n in range(60)])
    for _ in library.catch_up():
        pass
    print(library.search(Query.parse("common")).total)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of which ten releases are indexed and five are not."""
    make(tmp_path, numbered(10))
    with Library.open(tmp_path) as library:
        library.add(numbered(5, "more"))
    return tmp_path


@pytest.fixture
def build(folder: Path) -> Iterator[IndexBuild]:
    """A build of its index."""
    build = IndexBuild(folder, folder / "index")
    yield build
    build.stop()


def finish(build: IndexBuild) -> None:
    build._listening.join(SOON)
    assert not build.running


def test_what_is_missing_is_indexed_in_another_process(folder: Path, build: IndexBuild) -> None:
    with Library.open(folder) as library:
        assert len(found(library, "common")) == 10
        finish(build)
        assert (build.progress, build.error) == ((5, 5), None)
        assert library.refresh()
        assert len(found(library, "common")) == 15
        assert (library.unindexed, library.check()) == (0, [])


def test_damage_that_no_search_has_met_is_mended(folder: Path) -> None:
    zero(file_of(folder / "index", ".words"), 100, 50)
    build = IndexBuild(folder, folder / "index")
    finish(build)
    assert (build.progress, build.error) == ((15, 15), None)
    with Library.open(folder) as library:
        assert library.check() == []


def test_what_an_earlier_build_found_sound_is_not_read_again(
    folder: Path, build: IndexBuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(build)
    sound = build.sound
    words = {path.name for path in (folder / "index").glob("*.words")}
    assert words
    assert sound.keys() >= words
    read: list[str] = []
    measured = manifest._measured

    def noted(path: Path) -> manifest.Measure:
        read.append(path.name)
        return measured(path)

    monkeypatch.setattr(manifest, "_measured", noted)
    with Library.open(folder) as library:
        assert list(library.mend(sound)) == []
        assert words.isdisjoint(read)
        assert list(library.mend()) == []
        assert words <= set(read)


def test_a_sound_and_whole_index_is_left_as_it_is(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "index").iterdir()}
    build = IndexBuild(tmp_path, tmp_path / "index")
    finish(build)
    assert (build.progress, build.error) == (None, None)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "index").iterdir()} == before


def test_a_build_that_is_stopped_is_no_error(folder: Path) -> None:
    with writing(folder / "index", "index"):
        build = IndexBuild(folder, folder / "index")
        build.stop()
    assert (build.running, build.error) == (False, None)


def test_a_build_that_is_killed_says_so(folder: Path) -> None:
    with writing(folder / "index", "index"):
        build = IndexBuild(folder, folder / "index")
        os.kill(build._child._process.pid, signal.SIGKILL)
        finish(build)
    assert build.error == "the search index is not finished: the program that built it was ended"
    build.stop()
    assert build.error


def test_trouble_is_told_as_a_sentence(folder: Path) -> None:
    (folder / "file").touch()
    build = IndexBuild(folder, folder / "file" / "index")
    finish(build)
    assert build.error == f"{folder / 'file' / 'index'}: Not a directory"


def test_nothing_is_written_to_the_terminal(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    build = IndexBuild(folder, Path("\0"))
    finish(build)
    assert "the search index can’t be built: ValueError" in str(build.error)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("guard", ["", 'if __name__ == "__main__":'])
def test_a_script_can_build_an_index_with_and_without_a_guard(tmp_path: Path, guard: str) -> None:
    script, library = tmp_path / "script.py", tmp_path / "library"
    body = [f"    {line}" if guard else line for line in SCRIPT.splitlines()]
    script.write_text("\n".join([guard, *body]))
    command = [sys.executable, str(script), str(library)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SOON)
    assert (ran.stdout, ran.stderr) == ("once\n60\n", "")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs a handle on a process")
def test_a_build_dies_with_its_parent(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    script = tmp_path_factory.mktemp("parent") / "parent.py"
    script.write_text(PARENT)
    command, pipe = [sys.executable, str(script), str(folder)], subprocess.PIPE
    with (
        writing(folder / "index", "index"),
        subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as parent,
    ):
        assert parent.stdout
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
        try:
            assert select.select([child], [], [], PATIENCE / 2)[0]
        finally:
            os.close(child)
