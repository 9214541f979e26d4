"""The user's own editor, given the terminal and a text."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path


class NotEdited(Exception):
    """The editor could not be run, or gave the text up: a sentence says which."""


def editor() -> str:
    """The command of the user's editor; empty if none is named."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def edited(command: str, text: str) -> str:
    """Let the user change `text` in an editor; raises `NotEdited`."""
    with tempfile.TemporaryDirectory(prefix="natoread-") as folder:
        file = Path(folder) / "note.txt"
        file.write_text(text, encoding="utf-8")
        try:
            ran = subprocess.run([*shlex.split(command), str(file)], check=False)  # noqa: S603
            if ran.returncode:
                raise NotEdited(f"“{command}” ended with {ran.returncode}: no note is kept")
            return file.read_text(encoding="utf-8", errors="replace")
        except (OSError, ValueError) as trouble:
            raise NotEdited(f"“{command}” can’t be run: {trouble}") from trouble
