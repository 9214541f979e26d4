"""The text alone."""

from textual.reactive import var

from natoread.key import Where
from natoread.screens.finding import FindingScreen


class ZenScreen(FindingScreen, inherit_bindings=False):
    """Shows nothing but the text for as long as it is read so."""

    zen: var[bool] = var(False, toggle_class="-zen")

    def _action_zen(self) -> None:
        self.zen = not self.zen

    def _watch_place(self, place: Where) -> None:
        super()._watch_place(place)
        self.zen = self.zen and self.reading

    def _action_leave(self) -> None:
        if self.zen and not (self.find or self.selections):
            self.zen = False
        else:
            super()._action_leave()
