"""`edit`: what was read wrongly is put right from the shell."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.commands.test_tag import mine, total

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

__all__ = ["mine"]


@pytest.fixture
def undated(natoread: "CommandLine", mine: Path) -> Any:
    """The id of a release whose date is not known."""
    ran = natoread("--library", mine, "search", "date:none", "--jsonl")
    return ran.lines[0]["id"]


def test_facts_are_corrected_printed_and_found(
    natoread: "CommandLine", mine: Path, undated: str
) -> None:
    words = ["--date", "2024-05-30", "--by", "Ann Lee; Jo", "--kind", "Interview", "--title", "New"]
    ran = natoread("--library", mine, "edit", undated[:8], *words, "--json")
    (row,) = ran.json["releases"]
    assert (ran.code, row["id"], row["date"], row["date_basis"]) == (
        0,
        undated,
        "2024-05-30",
        "stated",
    )
    assert (row["speakers"], row["kind"], row["title"]) == (["Ann Lee", "Jo"], "interview", "New")
    assert total(natoread, mine, "by:lee kind:interview title:new date:2024-05-30") == 1


def test_a_correction_outlives_another_import_until_it_is_reset(
    natoread: "CommandLine", mine: Path, undated: str, samples: str
) -> None:
    ran = natoread("--library", mine, "edit", undated, "--title", "New")
    assert ran.out.endswith("  New\n")
    ran = natoread("--library", mine, "add", "--json", samples)
    assert (ran.json["added"], ran.json["updated"]) == (0, 0)
    assert total(natoread, mine, "title:new") == 1
    ran = natoread("--library", mine, "edit", undated, "--reset", "--date", "2024-05")
    assert "May 2024" in ran.out
    assert total(natoread, mine, "title:new") == 0
    assert total(natoread, mine, "date:2024-05-30 -date:none") >= 1


def test_several_are_corrected_at_once(natoread: "CommandLine", mine: Path) -> None:
    ids = [row["id"] for row in natoread("--library", mine, "list", "--jsonl").lines]
    ran = natoread("--library", mine, "edit", *ids, "--kind", "statement")
    assert len(ran.out.splitlines()) == 9
    assert total(natoread, mine, "kind:statement") == 9


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--date", "soon"], "“soon” is no date; write 2024-05-28"),
        (["--kind", "poem"], "“poem” is no kind; the kinds are news, "),
        (["--title", ""], "a release has a title"),
        ([], "Say what to correct"),
    ],
)
def test_a_mistake_is_exit_2_and_changes_nothing(
    natoread: "CommandLine", mine: Path, undated: str, words: list[str], said: str
) -> None:
    before = natoread("--library", mine, "list").out
    ran = natoread("--library", mine, "edit", undated, *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert natoread("--library", mine, "list").out == before


def test_a_release_that_is_not_there_is_exit_1(natoread: "CommandLine", mine: Path) -> None:
    ran = natoread("--library", mine, "edit", "ffffffffff", "--title", "New")
    assert (ran.code, ran.out) == (1, "")
