"""A line to fill in, on a screen over the screen."""

from textual.widgets import Input

from natoread.key import Where
from natoread.keys import bindings


class Line(Input, inherit_bindings=False):
    """Edits its text by the same keys as the search box."""

    BINDINGS = bindings(Where.LINE)
