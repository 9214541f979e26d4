"""`natoread export`: to stdout, to a file, to a file a release."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine, Ran


@pytest.fixture
def export(natoread: "CommandLine", nine: Path) -> "Export":
    return Export(natoread, nine)


class Export:
    """`natoread export` on the nine samples."""

    def __init__(self, natoread: "CommandLine", nine: Path) -> None:
        self._natoread, self._nine = natoread, nine

    def __call__(self, *words: str | Path, terminal: bool = False) -> "Ran":
        return self._natoread("--library", self._nine, "export", *words, terminal=terminal)


def test_what_a_query_finds_goes_to_stdout_as_markdown(export: Export) -> None:
    ran = export("haul")
    assert ran.code == 0
    assert ran.out.startswith("# Deputy Secretary General: Ukraine can count on NATO")


def test_no_query_is_all_and_a_limit_is_kept(export: Export) -> None:
    assert len(export("--format", "json").json["releases"]) == 9
    assert len(export("--format", "json", "--limit", "2").json["releases"]) == 2


def test_the_order_can_be_chosen(export: Export) -> None:
    listed = export("--format", "json", "--sort", "oldest").json["releases"]
    days = [each["date"] for each in listed if each["date"]]
    assert days == sorted(days)


def test_no_match_is_exit_1_and_writes_nothing(export: Export, tmp_path: Path) -> None:
    ran = export("xyzzy", "-o", tmp_path / "a.md")
    assert (ran.code, ran.out) == (1, "")
    assert "No release answers “xyzzy”." in ran.err
    assert not (tmp_path / "a.md").exists()


def test_an_empty_library_says_so(natoread: "CommandLine") -> None:
    ran = natoread("export")
    assert (ran.code, ran.err) == (1, "The library is empty.\n")


def test_the_name_of_a_file_tells_its_form(export: Export, tmp_path: Path) -> None:
    assert export("ukraine", "-o", tmp_path / "a.bib").code == 0
    assert (tmp_path / "a.bib").read_text(encoding="utf-8").startswith("@misc{nato-2024-")


def test_a_form_asked_for_goes_before_the_name(export: Export, tmp_path: Path) -> None:
    export("ukraine", "--format", "csl-json", "-o", tmp_path / "a.txt")
    assert json.loads((tmp_path / "a.txt").read_text(encoding="utf-8"))[0]["publisher"] == "NATO"


def test_a_file_a_release(export: Export, tmp_path: Path) -> None:
    ran = export("--into", tmp_path / "new" / "folder", "--format", "text")
    names = sorted(file.name for file in (tmp_path / "new" / "folder").iterdir())
    assert (ran.code, len(names)) == (0, 9)
    assert ran.err == f"9 files in {tmp_path / 'new' / 'folder'}\n"
    assert names[0].startswith("2024-05-21 ")
    assert all(name.endswith(".txt") for name in names)


def test_a_book_is_not_thrown_at_a_terminal(export: Export) -> None:
    ran = export("ukraine", "--format", "epub", terminal=True)
    assert ran.code == 2
    assert "give --output FILE" in ran.err


def test_one_file_and_many_exclude_each_other(export: Export, tmp_path: Path) -> None:
    assert export("-o", tmp_path / "a", "--into", tmp_path).code == 2


def test_a_file_that_cannot_be_written_is_told(export: Export, tmp_path: Path) -> None:
    ran = export("ukraine", "-o", tmp_path / "no" / "a.md")
    assert ran.code == 3
    assert "No such file or directory" in ran.err
