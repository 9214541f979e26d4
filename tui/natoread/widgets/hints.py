"""A line of hints: the keys that work on a screen over the screen, as the user has them."""

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import Static

from natoread.keyboard import Keyboard


class Hints(Static):
    """Says what some commands do, by their ids, each behind its key."""

    def __init__(self, keyboard: Keyboard, says: Mapping[str, str], widget_id: str) -> None:
        hints = (
            Content.assemble((keyboard.sign(command), "$text-primary"), f" {does}")
            for command, does in says.items()
        )
        super().__init__(Content("   ").join(hints), id=widget_id)
