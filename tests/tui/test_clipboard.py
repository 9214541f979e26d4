"""Where a copied text goes: the desktop's clipboard, the terminal's, or a file."""

import base64
from collections.abc import Mapping
from pathlib import Path

import pyperclip
import pytest

from natoread.clipboard import Clipboard, osc_52

XTERM = {"TERM": "xterm-256color"}


@pytest.fixture
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise pyperclip.PyperclipException("no clipboard here")

    monkeypatch.setattr("pyperclip.copy", fail)


def copied(folder: Path, text: str, environment: Mapping[str, str]) -> tuple[str, list[str]]:
    """Where a text went, and what the terminal was sent."""
    sent: list[str] = []
    return Clipboard(sent.append, folder, environment).copy(text), sent


def test_the_desktop_takes_it_first(tmp_path: Path, desktop: list[str]) -> None:
    assert copied(tmp_path, "Geoană", XTERM) == ("to the clipboard", [])
    assert desktop == ["Geoană"]


@pytest.mark.usefixtures("no_desktop")
def test_without_a_desktop_the_terminal_takes_it(tmp_path: Path) -> None:
    where, (sent,) = copied(tmp_path, "Geoană", XTERM)
    assert where == "to the terminal’s clipboard"
    assert base64.b64decode(sent.removeprefix("\x1b]52;c;").removesuffix("\a")) == b"Geoan\xc4\x83"


def test_a_desktop_that_keeps_nothing_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pyperclip.paste", lambda: "")
    assert copied(tmp_path, "text", XTERM)[0] == "to the terminal’s clipboard"


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_the_clipboard_of_the_far_machine_is_left_alone(
    tmp_path: Path, desktop: list[str], name: str
) -> None:
    where, sent = copied(tmp_path, "text", XTERM | {name: "1"})
    assert (where, sent) == ("to the terminal’s clipboard", [osc_52("text")])
    assert desktop == []


@pytest.mark.usefixtures("no_desktop")
@pytest.mark.parametrize(
    ("environment", "sent"),
    [
        (
            {"TERM": "tmux-256color", "TMUX": "/tmp/tmux"},
            "\x1bPtmux;\x1b\x1b]52;c;dGV4dA==\a\x1b\\",
        ),
        ({"TERM": "screen-256color", "TMUX": "1"}, "\x1bPtmux;\x1b\x1b]52;c;dGV4dA==\a\x1b\\"),
        ({"TERM": "screen"}, "\x1bP\x1b]52;c;dGV4dA==\a\x1b\\"),
    ],
)
def test_tmux_and_screen_pass_it_on(
    tmp_path: Path, environment: Mapping[str, str], sent: str
) -> None:
    assert copied(tmp_path, "text", environment)[1] == [sent]


@pytest.mark.usefixtures("no_desktop")
@pytest.mark.parametrize(("text", "term"), [("é" * 40_000, "xterm"), ("é", "linux"), ("é", "")])
def test_what_no_clipboard_takes_goes_into_a_file(tmp_path: Path, text: str, term: str) -> None:
    folder = tmp_path / "state"
    where, sent = copied(folder, text, {"TERM": term})
    assert where == f"to the file {folder / 'copied.txt'}"
    assert (folder / "copied.txt").read_text(encoding="utf-8") == text
    assert sent == []


@pytest.mark.usefixtures("no_desktop")
def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        copied(tmp_path / "file", "text", {"TERM": "linux"})
