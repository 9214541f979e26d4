"""Processes for long work, that end when whoever started them does."""

import gc
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest
from tests.index import workers

from natoread_index.searching.child import Child

SOON = 20.0
"""Seconds that nothing here should take, on the slowest machine."""

PARENT = """
import sys
from natoread_index.searching.child import Child

child = Child("waits", None)
reports = child.reports()
print(next(reports), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workers.put(tmp_path / "workers", monkeypatch)


@pytest.mark.parametrize("task", [None, 7, "Geoană\n—\x00", ["a", [1, 2]], list(range(200_000))])
def test_a_task_is_told_and_reports_come_back(task: object) -> None:
    child = Child("echo", task)
    assert list(child.reports()) == [task]
    assert child.code == 0


def test_reports_come_in_their_order() -> None:
    assert list(Child("counts", 5_000).reports()) == list(range(5_000))


def test_a_child_has_a_code_when_it_has_ended() -> None:
    child = Child("waits", None)
    reports = child.reports()
    next(reports)
    assert child.code is None
    child.kill()
    assert list(reports) == []
    assert child.code


def test_a_child_ends_when_nobody_listens_any_more() -> None:
    child = Child("waits", None)
    for _ in child.reports():
        break
    assert child.code == 1


def test_a_child_that_fails_has_a_code_that_says_so() -> None:
    child = Child("fails", "said before")
    assert list(child.reports()) == ["said before"]
    assert child.code == 3


def test_a_child_can_be_ended_twice_and_after_its_end() -> None:
    child = Child("echo", 1)
    list(child.reports())
    child.kill()
    child.kill()
    assert child.code == 0


def test_a_child_writes_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    child = Child("shouts", 1)
    assert list(child.reports()) == []
    assert child.code == 1
    assert capfd.readouterr() == ("", "")


def test_a_child_leaves_no_open_pipes_behind() -> None:
    for name in "echo", "waits", "fails":
        child = Child(name, 1)
        next(child.reports())
        del child
        gc.collect()


def test_a_child_is_not_led_astray_by_the_folder_that_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "json.py", "sqlite3.py", "natoread_index.py":
        (tmp_path / name).write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert list(Child("echo", 1).reports()) == [1]


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs a handle on a process")
def test_a_child_dies_with_its_parent() -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as parent:
        assert parent.stdout
        child = os.pidfd_open(int(parent.stdout.readline()))
        assert not select.select([child], [], [], 0)[0]
        parent.kill()
        try:
            assert select.select([child], [], [], SOON)[0]
        finally:
            os.close(child)
