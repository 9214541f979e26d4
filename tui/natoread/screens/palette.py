"""The palette of commands."""

from textual.command import CommandList, CommandPalette

from natoread.screens.once import Once


class Palette(CommandPalette, Once[None]):
    """Textual's palette, which a key can't upset while its list has no room to be shown."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).size.height:
            super()._action_command_list(action)
