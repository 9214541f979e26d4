"""Text taken out of the app: to the system's clipboard, through the terminal, or into a file.

A terminal takes text by OSC 52, which works over ssh, too; tmux and screen pass it on in an
envelope of their own. It answers nothing, so whether it took the text can't be known: very long
texts, which many drop in silence, and terminals known not to listen go into a file.
"""

import base64
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

_MOST_BYTES = 74_994
"""The longest text that xterm, tmux and hterm all take: 100,000 bytes with base64 and envelope."""

_DEAF = {"linux", "dumb", "vt100", ""}
_FILE = "copied.txt"


class Clipboard:
    """Takes text out; `write` sends to the terminal, `folder` is for what nothing else takes."""

    def __init__(
        self,
        write: Callable[[str], None],
        folder: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._write, self._folder = write, folder
        self._environment = os.environ if environment is None else environment

    def copy(self, text: str) -> str:
        """Take out `text`; says where it went. Raises `OSError` if not even a file takes it."""
        if not self._is_far and _taken_by_system(text):
            return "to the clipboard"
        if self._terminal_listens and len(text.encode()) <= _MOST_BYTES:
            self._write(self._enveloped(osc_52(text)))
            return "to the terminal’s clipboard"
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / _FILE
        file.write_text(text, encoding="utf-8")
        return f"to the file {file}"

    @property
    def _is_far(self) -> bool:
        """Whether this machine's clipboard is another than the user's."""
        return any(name in self._environment for name in ("SSH_CONNECTION", "SSH_TTY"))

    @property
    def _terminal_listens(self) -> bool:
        return self._environment.get("TERM", "") not in _DEAF

    def _enveloped(self, sequence: str) -> str:
        if "TMUX" in self._environment:
            return f"\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\"
        if self._environment.get("TERM", "").startswith("screen"):
            return f"\x1bP{sequence}\x1b\\"
        return sequence


def osc_52(text: str) -> str:
    """The sequence that puts `text` on the clipboard of a terminal."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"


def _taken_by_system(text: str) -> bool:
    """Give text to the desktop's clipboard, if there is one here; tell whether it has it then."""
    import pyperclip  # looks for the programs of the desktop, so only when something is copied

    with suppress(pyperclip.PyperclipException, OSError):
        pyperclip.copy(text)
        return bool(pyperclip.paste() == text)
    return False
