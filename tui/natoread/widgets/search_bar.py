"""The search box."""

from textual.widgets import Input

from natoread.key import Where
from natoread.keys import bindings


class SearchBar(Input, inherit_bindings=False):
    """Takes the words to look for; the list answers at each key."""

    BINDINGS = bindings(Where.SEARCH)

    def __init__(self) -> None:
        super().__init__(placeholder="Search", compact=True)

    @property
    def unfinished(self) -> bool:
        """Whether the last word may still be growing."""
        return self.cursor_position == len(self.value)

    def rewrite(self, words: str) -> None:
        """Put other words into the box, and the cursor behind them; the same change nothing."""
        if words != self.value:
            self.value = words
            self.cursor_position = len(words)
