"""`natoread add --watch`: what arrives in a folder goes in, once it is wholly written."""

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.commands.packed import pack

from natoread.commands.watching import Arrivals

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

Watch = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with one release in it."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "first.txt").write_text(pack("First"))
    return tmp_path / "inbox"


@pytest.fixture
def watching(natoread: "CommandLine", inbox: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that watches the folder; what it says comes as JSON, a line a run."""
    process = natoread.start("add", "--watch", "--json", inbox)
    yield process
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)


def said(process: "subprocess.Popen[str]") -> Any:
    """What is said of the next run."""
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def names(run: Any) -> list[str]:
    return [Path(file["path"]).name for file in run["files"]]


def test_what_is_there_and_what_arrives_goes_in(
    watching: "subprocess.Popen[str]", natoread: "CommandLine", inbox: Path
) -> None:
    assert names(said(watching)) == ["first.txt"]
    (inbox / "deep").mkdir()
    (inbox / "deep" / "second.txt").write_text(pack("Second"))
    run = said(watching)
    assert (names(run), run["added"]) == (["second.txt"], 1)
    assert len(natoread("list", "--jsonl").lines) == 2


def test_a_file_that_changes_is_read_again_and_one_that_fails_is_told(
    watching: "subprocess.Popen[str]", inbox: Path
) -> None:
    said(watching)
    (inbox / ".hidden").write_text(pack("Hidden"))
    (inbox / "first.txt").write_text(pack("First", "Second"))
    run = said(watching)
    assert (names(run), run["added"], run["unchanged"]) == (["first.txt"], 1, 1)
    (inbox / "prose.txt").write_text("Prose.")
    assert said(watching)["failed"] == 1


def test_ctrl_c_ends_it(watching: "subprocess.Popen[str]") -> None:
    said(watching)
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=60) == 130


def test_only_folders_are_watched(natoread: "CommandLine", inbox: Path) -> None:
    ran = natoread("add", "--watch", inbox / "first.txt")
    assert ran.code == 2
    assert "first.txt is no folder" in ran.err


def test_a_file_is_ready_when_it_rests(tmp_path: Path) -> None:
    arrivals, path = Arrivals(), tmp_path / "a.txt"
    path.write_text("begun")
    arrivals.note([str(path)], 0)
    assert arrivals.ready(1) == []
    path.write_text("begun and done")
    assert arrivals.ready(2) == []
    assert arrivals.ready(3) == []
    assert arrivals.ready(4) == [str(path)]
    assert arrivals.ready(9) == []


def test_a_file_that_goes_again_is_forgotten(tmp_path: Path) -> None:
    arrivals, path = Arrivals(), tmp_path / "a.part"
    path.write_text("begun")
    arrivals.note([str(path), str(tmp_path / "never")], 0)
    path.unlink()
    assert [arrivals.ready(now) for now in range(9)] == [[]] * 9
