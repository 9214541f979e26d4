"""Rows to choose from, on a screen over the screen."""

from textual.widgets import OptionList


class Rows(OptionList, inherit_bindings=False):
    """Leaves all keys to its screen, which tells it where to go."""

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
