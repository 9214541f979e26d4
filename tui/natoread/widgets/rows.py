"""Rows to choose from, on a screen over the screen."""

from textual.content import Content
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Rows(OptionList, inherit_bindings=False):
    """Leaves all keys to its screen, which tells it where to go."""

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style, with `reverse`, which Textual omits."""
        style = super().get_visual_style(*component_classes, partial=partial)
        asked = (self.get_component_styles(name).text_style for name in component_classes)
        return style + Style(reverse=True) if any(one.reverse for one in asked) else style

    def move(self, rows: int) -> None:
        """Go to the next row that can be chosen, or to the one before."""
        if rows > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()

    def turn(self, pages: int) -> None:
        """Go on a page, or back; the page may end at a row that can't be chosen."""
        if self.size.height and pages > 0:
            self.action_page_down()  # type: ignore[no-untyped-call]  # Textual's
        elif self.size.height:
            self.action_page_up()  # type: ignore[no-untyped-call]  # Textual's
        if self.highlighted is None:
            self.to_end(pages)

    def to_end(self, way: int) -> None:
        """Go to the last row, or, the other way, to the first."""
        if way > 0:
            self.action_last()
        else:
            self.action_first()


def heading(says: str) -> Option:
    """A row that says what those below it are, and can't be chosen."""
    return Option(Content.styled(says, "bold $text-primary"), disabled=True)
