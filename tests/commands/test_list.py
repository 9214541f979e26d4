"""`natoread list`: all releases, newest first."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

LISTED = [
    "id", "title", "kind", "source", "date", "date_end", "date_basis", "speakers", "url", "words",
]  # fmt: skip


def test_an_empty_library_prints_nothing_and_is_no_failure(
    natoread: "CommandLine", home: Path
) -> None:
    ran = natoread("list")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert not home.exists()


def test_a_release_is_a_line(natoread: "CommandLine", nine: Path) -> None:
    lines = natoread("--library", nine, "list").out.splitlines()
    assert len(lines) == 9
    assert lines[0].split("  ")[1:3] == ["30 May 2024", ""]
    assert lines[0].endswith("partnerships in the Indo-Pacific region")
    assert sum("undated" in line for line in lines) == 2


def test_the_newest_come_first_and_the_undated_last(natoread: "CommandLine", nine: Path) -> None:
    dates = [line["date"] for line in natoread("--library", nine, "list", "--jsonl").lines]
    assert dates[:7] == sorted(dates[:7], reverse=True)
    assert dates[7:] == [None, None]


def test_a_range_and_how_it_is_known(natoread: "CommandLine", nine: Path) -> None:
    found = natoread("--library", nine, "list", "--jsonl").lines
    dated = {(one["date"], one["date_end"], one["date_basis"]) for one in found}
    assert ("2024-05-21", "2024-05-24", "stated") in dated
    assert ("2024-05-27", "2024-05-29", "inferred") in dated


def test_jsonl_has_the_shape_that_scripts_rely_on(natoread: "CommandLine", nine: Path) -> None:
    lines = natoread("--library", nine, "list", "--jsonl").lines
    assert [list(line) for line in lines] == [["format", *LISTED]] * 9
    assert all(line["format"] == 1 for line in lines)


def test_json_is_one_object(natoread: "CommandLine", nine: Path) -> None:
    listed = natoread("--library", nine, "list", "--json", "--limit", "2").json
    assert list(listed) == ["format", "releases"]
    assert [list(release) for release in listed["releases"]] == [LISTED] * 2


def test_limit(natoread: "CommandLine", nine: Path) -> None:
    assert len(natoread("--library", nine, "list", "--limit", "4").out.splitlines()) == 4
    assert len(natoread("--library", nine, "list", "--limit", "0").out.splitlines()) == 9
