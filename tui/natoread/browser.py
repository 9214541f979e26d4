"""The user's browser: the one that `BROWSER` names, or the one that the desktop prefers."""

import webbrowser
from typing import NamedTuple


class NoBrowser(Exception):
    """There is none, or it did not start."""


class Browser(NamedTuple):
    """A browser; one that runs `here` needs the terminal for itself until it ends."""

    controller: webbrowser.BaseBrowser
    here: bool

    @classmethod
    def of_user(cls) -> "Browser":
        """Find it. Raises `NoBrowser`."""
        try:
            found = webbrowser.get()
        except webbrowser.Error as trouble:
            raise NoBrowser from trouble
        here = isinstance(found, webbrowser.GenericBrowser)
        return cls(found, here and not isinstance(found, webbrowser.BackgroundBrowser))

    def open(self, url: str) -> None:
        """Open an address. Raises `NoBrowser`."""
        if not self.controller.open(url):
            raise NoBrowser
