"""What `natoread add` takes its releases from: files, folders, patterns, links, stdin."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tests.commands.packed import pack, titles

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


def test_a_folder_is_searched_for_texts(natoread: "CommandLine", folder: Path) -> None:
    assert natoread("add", folder).out == "3 added\n"
    assert titles(natoread) == {"One", "Two", "Three"}


def test_a_pattern_that_the_shell_left_alone(natoread: "CommandLine", folder: Path) -> None:
    assert natoread("add", f"{folder}/**/*.TXT").out == "2 added\n"


def test_a_relative_pattern(
    natoread: "CommandLine", folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert natoread("add", "*.txt").out == "1 added\n"


def test_links_that_lead_nowhere_are_named(natoread: "CommandLine", folder: Path) -> None:
    (folder / "gone.txt").symlink_to("nothing.txt")
    (folder / "round.txt").symlink_to("round.txt")
    for place in (folder, folder / "gone.txt", f"{folder}/*.txt"):
        ran = natoread("add", place)
        assert ran.code == 3
        assert f"{folder / 'gone.txt'}: a link to nothing\n" in ran.err


def test_a_link_to_the_folder_above_leads_round_once(natoread: "CommandLine", folder: Path) -> None:
    (folder / "up").symlink_to("..")
    assert natoread("add", folder).out == "3 added\n"
    assert natoread("add", "--verbose", f"{folder}/**").out.count("one.txt: ") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_nobody_waits_for_a_pipe_that_was_not_named(natoread: "CommandLine", folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert natoread("add", folder).out == "3 added\n"
    assert natoread("add", f"{folder}/**/*.[tT]*").out == "3 unchanged\n"


def test_a_file_with_brackets_in_its_name(natoread: "CommandLine", tmp_path: Path) -> None:
    (tmp_path / "may[1].txt").write_text(pack("One"))
    assert natoread("add", tmp_path / "may[1].txt").out == "1 added\n"


def test_a_file_named_twice_is_read_once(natoread: "CommandLine", folder: Path) -> None:
    ran = natoread("add", "--verbose", folder, folder / "one.txt", folder / "one.txt")
    assert ran.out.count("one.txt") == 1


def test_stdin(natoread: "CommandLine") -> None:
    assert natoread("add", "-", stdin=pack("One", "Two")).out == "2 added\n"


def test_a_closed_stdin(natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natoread.commands.sources.sys", SimpleNamespace(stdin=None))
    ran = natoread("add", "-")
    assert (ran.code, ran.err) == (3, "-: stdin is closed\n")


def test_a_folder_without_texts_fails(natoread: "CommandLine", tmp_path: Path) -> None:
    ran = natoread("add", tmp_path)
    assert ran.code == 3
    assert "no file to read in this folder" in ran.err
    assert ran.out == "1 file failed\n"


def test_a_name_that_is_no_text(natoread: "CommandLine", tmp_path: Path) -> None:
    name = (str(tmp_path).encode() + b"/\xff.txt").decode("utf-8", "surrogateescape")
    Path(name).write_text(pack("One"))
    assert natoread("add", "--verbose", name).code == 0
    assert titles(natoread) == {"One"}


def test_a_file_and_links_to_it_are_one(natoread: "CommandLine", folder: Path) -> None:
    (folder.parent / "links").mkdir()
    (folder.parent / "links" / "uno.txt").symlink_to(folder / "one.txt")
    ran = natoread("add", "--verbose", f"{folder}/*.txt", f"{folder.parent}/links/*")
    assert ran.out.count(".txt: ") == 1
    assert natoread("remove", "--yes", "--from", folder / "one.txt").code == 0
