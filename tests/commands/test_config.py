"""`natoread config`, and the library that the settings name."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natoread.theme import keep

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


@pytest.fixture
def config(home: Path) -> Path:
    """The user's file of settings, in a folder that is there."""
    path = home / ".config" / "natoread" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_the_path_is_told_whether_or_not_the_file_is_there(
    natoread: "CommandLine", home: Path
) -> None:
    ran = natoread("config", "path")
    assert (ran.code, ran.out) == (0, f"{home}/.config/natoread/config.toml\n")


def test_what_holds_is_shown_as_a_file(natoread: "CommandLine", config: Path) -> None:
    assert 'theme = "textual-dark"' in natoread("config", "show").out
    config.write_text("theme = 'nord'\n[keys]\nnext_hit = 'ctrl+j'\n", encoding="utf-8")
    shown = natoread("config", "show").out
    assert 'theme = "nord"' in shown
    config.write_text(shown, encoding="utf-8")
    assert natoread("config", "show").out == shown


def test_the_theme_chosen_in_the_app_is_what_holds(natoread: "CommandLine", home: Path) -> None:
    keep(home / ".local" / "state" / "natoread", "textual-dark", "nord")
    assert 'theme = "nord"' in natoread("config", "show").out


def test_a_sound_file_is_said_to_be_so(natoread: "CommandLine", config: Path) -> None:
    ran = natoread("config", "validate")
    assert (ran.code, ran.out) == (0, f"{config}: nothing is wrong\n")


def test_a_mistake_is_told_and_is_exit_2(natoread: "CommandLine", config: Path) -> None:
    config.write_text("width = 60\nthem = 'nord'\n", encoding="utf-8")
    for verb in ("validate", "show"):
        ran = natoread("config", verb)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{config}:2: there is no setting 'them': did you mean 'theme'?\n"
    other = natoread("list")
    assert other.code == 2
    assert "did you mean 'theme'?" in other.err


def test_a_key_that_is_everywhere_another_command_s_is_told(
    natoread: "CommandLine", config: Path
) -> None:
    config.write_text("[keys]\nfind = 'f6'\nsync = 'ctrl+y'\n", encoding="utf-8")
    ran = natoread("config", "validate")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{config}:3: 'ctrl+y' is both sync and take_spelling in the search box\n"


def test_the_library_of_the_settings_is_used_unless_another_is_named(
    natoread: "CommandLine", config: Path, nine: Path, tmp_path: Path
) -> None:
    config.write_text(f"library = '{nine}'\n", encoding="utf-8")
    assert len(natoread("list", "--jsonl").lines) == 9
    assert natoread("--library", tmp_path / "other", "list", "--jsonl").lines == []


def test_the_environment_goes_before_the_settings(
    natoread: "CommandLine", config: Path, nine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text("library = '/nowhere'\n", encoding="utf-8")
    monkeypatch.setenv("NATOREAD_LIBRARY", str(nine))
    assert len(natoread("list", "--jsonl").lines) == 9
