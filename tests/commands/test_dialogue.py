"""`natoread --plain`: a dialogue line by line."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tui.terminal import Terminal

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine, Ran


@pytest.fixture
def say(natoread: "CommandLine", nine: Path) -> "Say":
    return Say(natoread, nine)


class Say:
    """Lines typed in a dialogue on the nine samples."""

    def __init__(self, natoread: "CommandLine", nine: Path) -> None:
        self._natoread, self._nine = natoread, nine

    def __call__(self, *lines: str, query: str = "") -> "Ran":
        words: list[str | Path] = ["--plain", "--library", self._nine, *query.split()]
        return self._natoread(*words, stdin="".join(f"{line}\n" for line in lines))


def test_it_begins_with_all_releases_and_ends_with_the_input(say: Say) -> None:
    ran = say()
    assert ran.code == 0
    assert "9 releases\n" in ran.out
    assert ran.out.count("NATO · ") == 9
    assert "That is all." in ran.out


def test_words_on_the_command_line_are_searched_first(say: Say) -> None:
    assert "2 releases for “finland”" in say(query="finland").out


def test_a_line_is_a_search_and_a_number_reads(say: Say) -> None:
    ran = say("geoana", "1")
    assert "for “geoana”" in ran.out
    text = ran.out.rpartition("> ")[0]
    assert "Deputy Secretary General" in text
    assert "words · 1 min" in ran.out


def test_a_correction_is_told(say: Say) -> None:
    ran = say("stoltenburg")
    assert "No release has “stoltenburg”: searched for stoltenberg" in ran.out


@pytest.mark.parametrize("number", ["0", "10", "99999999999"])
def test_a_number_that_is_not_there_is_told(say: Say, number: str) -> None:
    assert f"There is no number {number}; the last is 9." in say(number).out


def test_an_order_is_kept(say: Say) -> None:
    ran = say(":oldest", "finland", ":best", ":newest")
    first = ran.out.split("for “finland”")[1]
    assert first.index("21–24 May 2024") < first.index("27–29 May 2024")


def test_help_and_what_is_no_command(say: Say) -> None:
    ran = say(":help", ":nonsense")
    assert ":newest :oldest :best" in ran.out
    assert "There is no such command" in ran.out


def test_it_can_be_left(say: Say) -> None:
    assert say(":quit", "finland").out.count("for “finland”") == 0


def test_a_long_list_goes_on_at_an_empty_line(natoread: "CommandLine", tmp_path: Path) -> None:
    pack = tmp_path / "pack.txt"
    names = [
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
    ]
    pack.write_text("".join(f"{n} meets\n\nSource: X\n\nText {n}.\n\n" for n in names), "utf-8")
    assert natoread("--library", tmp_path / "L", "add", pack).code == 0
    ran = natoread("--library", tmp_path / "L", "--plain", stdin="\n")
    assert "1 more: an empty line goes on." in ran.out
    assert ran.out.index("1 more") < ran.out.index("11.\n") < ran.out.index("That is all.")


def test_a_newcomer_is_shown_the_samples(natoread: "CommandLine") -> None:
    assert "9 sample releases. Add yours" in natoread("--plain").out


def test_a_terminal_that_can_only_print_gets_the_dialogue(tmp_path: Path) -> None:
    with Terminal(tmp_path, environment={"TERM": "dumb"}) as terminal:
        terminal.wait_for("That is all.")
        terminal.type("finland\r")
        terminal.wait_for("2 releases for “finland”")
        terminal.type(":quit\r")
        assert terminal.wait_for_end() == 0
