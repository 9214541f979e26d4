"""Which words go to which verb, and what the command line says of itself."""

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natoread.commands import read
from natoread.commands.tree import VERBS
from natoread.places import Places

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Places, str]]:
    """The libraries and queries that the app is opened with."""
    asked: list[tuple[Places, str]] = []

    def note(places: Places, query: str) -> int:
        asked.append((places, query))
        return 0

    monkeypatch.setattr(read, "_run", note)
    return asked


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ([], ""),
        (["ukraine"], "ukraine"),
        (["ukraine", "air", "defence"], "ukraine air defence"),
        (["--", "list"], "list"),
        (["--", "-drill"], "-drill"),
        (["nato", "-drill"], "nato -drill"),
        (["lists"], "lists"),
        (["nato", "list"], "nato list"),
    ],
)
def test_words_that_are_no_verb_are_typed_into_the_app(
    natoread: "CommandLine", opened: list[tuple[Places, str]], words: list[str], query: str
) -> None:
    assert natoread(*words, terminal=True).code == 0
    assert [asked for _, asked in opened] == [query]


@pytest.mark.parametrize(
    "words",
    [
        ["--library", "L"],
        ["--library", "L", "nato"],
        ["nato", "--library", "L"],
        ["--library", "L", "--", "list"],
    ],
)
def test_the_app_opens_the_library_that_is_named(
    natoread: "CommandLine", opened: list[tuple[Places, str]], words: list[str]
) -> None:
    natoread(*words, terminal=True)
    assert opened[0][0] == Places.of(Path("L"))


def test_after_dashes_a_verb_is_still_found_behind_its_own_options(
    natoread: "CommandLine", tmp_path: Path
) -> None:
    assert natoread("--library", tmp_path, "search", "--", "-drill").code == 1


def test_without_a_screen_the_app_says_what_to_do(natoread: "CommandLine") -> None:
    ran = natoread("ukraine")
    assert ran.code == 2
    assert ran.out == ""
    assert "needs a terminal" in ran.err
    assert "natoread --plain" in ran.err
    assert "natoread search" in ran.err


def test_version(natoread: "CommandLine") -> None:
    ran = natoread("--version")
    assert (ran.code, ran.out) == (0, f"natoread {version('natoread')}\n")


def test_help_names_every_verb_and_gives_examples(natoread: "CommandLine") -> None:
    ran = natoread("--help")
    assert ran.code == 0
    assert "Examples:\n" in ran.out
    assert "[QUERY...]" in ran.out.replace(" | VERB ...]", "]")
    assert all(f"\n  {verb} " in ran.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help_with_an_example(natoread: "CommandLine", verb: str) -> None:
    ran = natoread(verb, "--help")
    assert ran.code == 0
    assert f"Usage: natoread {verb}" in ran.out
    assert "Example" in ran.out
    assert "--library DIR" in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["list", "--nonsense"],
        ["search", "x", "--nonsense"],
        ["add"],
        ["show"],
        ["search"],
        ["search", "x", "--batch"],
        ["search", "x", "--sort", "size"],
        ["search", "x", "--limit", "-1"],
        ["list", "--limit", "many"],
    ],
)
def test_a_mistake_on_the_command_line_is_exit_2(natoread: "CommandLine", words: list[str]) -> None:
    ran = natoread(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert "Error: " in ran.err


def test_an_option_spelt_wrongly_is_no_word_of_a_query(natoread: "CommandLine") -> None:
    ran = natoread("search", "ukraine", "--limt", "5")
    assert ran.code == 2
    assert "--limit" in ran.err


@pytest.mark.parametrize("before", [True, False])
def test_library_goes_before_or_after_the_verb(
    natoread: "CommandLine", nine: Path, before: bool
) -> None:
    option = ["--library", str(nine)]
    words = [*option, "list"] if before else ["list", *option]
    assert len(natoread(*words).out.splitlines()) == 9


def test_the_environment_names_a_library_and_the_flag_wins(
    natoread: "CommandLine", nine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NATOREAD_LIBRARY", str(nine))
    assert len(natoread("list").out.splitlines()) == 9
    assert natoread("--library", tmp_path / "other", "list").out == ""


def test_a_file_is_no_library(natoread: "CommandLine", tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert natoread("--library", tmp_path / "file", "list").code == 2
