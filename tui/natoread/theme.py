"""The theme chosen in the app, kept from one start to the next.

The settings are the user's own file, which the app does not write. What it keeps beside them holds
for as long as they say the same as when the theme was chosen: who then changes them means it.
"""

import json
from pathlib import Path

from natoread.settings import THEMES

_FILE = "theme.json"


def kept(folder: Path, usual: str) -> str:
    """The theme that was chosen in place of the `usual` one, or else that."""
    try:
        text = (folder / _FILE).read_text(encoding="utf-8")
        known = json.loads(text)
        theme = known["theme"] if known["usual"] == usual else usual
    except (OSError, ValueError, TypeError, LookupError):
        return usual  # a file that is not there, or damaged, keeps nothing
    return theme if theme in THEMES else usual


def keep(folder: Path, usual: str, theme: str) -> None:
    """Keep that a theme was chosen in place of the usual one. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"theme": theme, "usual": usual})
    (folder / _FILE).write_text(text, encoding="utf-8")
