"""Two releases side by side."""

from dataclasses import replace

from textual.reactive import var

from natoread.screens.linking import LinkingScreen
from natoread.screens.panes import WIDE
from natoread.sheet import Opened
from natoread.widgets.held import HeldPane


class HoldingScreen(LinkingScreen, inherit_bindings=False):
    """Holds a release beside the one that is read, where the screen is wide enough."""

    held: var[Opened | None] = var(None)
    holding: var[bool] = var(False, toggle_class="-holding")

    held_pane: HeldPane

    def _watch_held(self, held: Opened | None) -> None:
        self.holding = held is not None

    def _action_hold(self) -> None:
        """Hold the open release where it is, or none any more."""
        if self.held:
            self.held = None
        elif self.size.width < WIDE:
            self.notify(f"Two releases side by side need {WIDE} columns")
        elif self.opened:
            self.held = replace(self.opened, at=self.reader.place)
            self.set_focus(self.reader)

    def _action_change_places(self) -> None:
        """Read the release that is held, and hold the one that was read."""
        if self.held is None or self.opened is None:
            self.notify("No release is held beside this one")
            return
        place, before = self.held_pane.place, self.held
        self.held = replace(self.opened, at=self.reader.place)
        if before.number == self.opened.number:
            self.reader.go_to(self.reader.page.row_of(place))
        else:
            self.note_place(before, place)
            self.follow(before.number)
