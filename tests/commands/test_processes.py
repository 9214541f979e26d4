"""What only a process of its own shows: pipes, signals, exit codes as a shell sees them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A text whose releases, listed, are more than a pipe holds."""
    long = "A title of which there are many " * 7
    text = "\n\n".join(f"{long}{n}\n\nSource: NATO\n\nText {n}." for n in range(500))
    (tmp_path / "many.txt").write_text(text)
    return tmp_path / "many.txt"


@pytest.mark.parametrize(
    ("words", "code"), [(["list"], 0), (["search", "x"], 1), (["--nonsense"], 2), (["x"], 2)]
)
def test_the_exit_code_reaches_the_shell(
    natoread: "CommandLine", words: list[str], code: int
) -> None:
    process = natoread.start(*words)
    process.communicate()
    assert process.returncode == code


def test_batch_answers_each_line_before_the_next_is_asked(
    natoread: "CommandLine", nine: Path
) -> None:
    with natoread.start("--library", nine, "search", "--batch", "--typing") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for typed, total in (("u", 9), ("ukraine air d", 2), ("", 9)):
            process.stdin.write(typed + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["total"] == total
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.parametrize("words", [["list", "--jsonl"], ["list"], ["search", "", "--limit", "0"]])
def test_a_closed_pipe_is_no_error(natoread: "CommandLine", many: Path, words: list[str]) -> None:
    natoread("add", many)
    with natoread.start(*words) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr.read() == ""


def test_a_pipe_closed_before_the_first_line_is_no_error(
    natoread: "CommandLine", nine: Path
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with natoread.start("--library", nine, "list", stdout=writer) as process:
        os.close(writer)
        assert process.stderr is not None
        assert process.stderr.read() == ""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_exit_3_and_a_sentence(natoread: "CommandLine", nine: Path) -> None:
    with Path("/dev/full").open("w") as full:
        process = natoread.start("--library", nine, "list", stdout=full)
        _, said = process.communicate()
    assert process.returncode == 3
    assert "No space left" in said
    assert len(said.splitlines()) == 1


def test_ctrl_c_while_adding_keeps_whole_files(
    natoread: "CommandLine", many: Path, samples: str
) -> None:
    with natoread.start("add", "--verbose", samples, "-") as process:
        assert process.stdin is not None
        process.stdin.write("Half a title")
        process.stdin.flush()
        wait_for(natoread, 9)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate()
    assert process.returncode == 130
    assert out == f"{samples}: 9 added\n9 added\n"
    assert "What was stored stays" in said
    assert len(natoread("list").out.splitlines()) == 9


def wait_for(natoread: "CommandLine", releases: int) -> None:
    while len(natoread("list").out.splitlines()) < releases:
        pass


def test_ctrl_c_while_searching_line_by_line_is_130(natoread: "CommandLine", nine: Path) -> None:
    with natoread.start("--library", nine, "search", "--batch") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("nato\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130


def test_two_may_read_while_one_adds(natoread: "CommandLine", many: Path, samples: str) -> None:
    natoread("add", samples)
    adding = natoread.start("add", many)
    readers = [natoread.start("search", "geoana", "--json") for _ in range(2)]
    for reader in readers:
        out, _ = reader.communicate()
        assert json.loads(out)["total"] == 2
    assert adding.communicate()[0] == "500 added\n"


def test_two_may_add_at_once(natoread: "CommandLine", many: Path, samples: str) -> None:
    both = [natoread.start("add", samples), natoread.start("add", samples)]
    reports = sorted(process.communicate()[0] for process in both)
    assert reports == ["9 added\n", "9 unchanged\n"]
    assert natoread("search", "geoana", "--json").json["total"] == 2


def test_the_app_opens_on_the_samples_in_an_empty_home_and_leaves(
    natoread: "CommandLine",
) -> None:
    newcomer = Path(__file__).parents[1] / "first_run.py"
    command = [sys.executable, str(newcomer), f"{sys.executable} -m natoread"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_first_start_without_compiled_packages_is_silent(
    natoread: "CommandLine", nine: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "none"))
    process = natoread.start("--library", nine, "search", "geoana", "--json")
    out, said = process.communicate()
    assert said == ""
    assert json.loads(out)["total"] == 2


def test_python_m_natoread_is_the_same_program(natoread: "CommandLine") -> None:
    process = natoread.start("--version")
    out, _ = process.communicate()
    script = Path(sys.executable).with_name("natoread")
    installed = subprocess.run([script, "--version"], capture_output=True, text=True)
    assert out == installed.stdout
