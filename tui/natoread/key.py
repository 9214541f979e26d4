"""What a key is: what it does, where it works, and how it is written."""

from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


class Where(Flag):
    """The places that a key can work in: the parts of the screen, and what lies over it."""

    SEARCH = auto()
    LIST = auto()
    READER = auto()
    FIND = auto()
    APP = auto()
    LINE = auto()
    OVER = auto()
    ROWS = auto()
    TEXT = auto()
    FACETS = auto()
    SAVED = auto()
    HISTORY = auto()
    RELATED = auto()
    TAGS = auto()
    FORM = auto()
    NOTE = auto()
    CHANGES = auto()
    HELP = auto()
    PARTS = SEARCH | LIST | READER | FIND | APP
    """Where the keys work that are commands of the screen itself."""

    @property
    def words(self) -> str:
        """The places as a reader knows them."""
        return ", ".join(_WORDS.get(place, (place.name or "").lower()) for place in self)

    @property
    def heading(self) -> str:
        """One place, as it stands over its keys."""
        return "Everywhere" if self is Where.APP else f"In the {self.words}"


_WORDS = {
    Where.SEARCH: "search box",
    Where.FIND: "find line",
    Where.APP: "everywhere",
    Where.LINE: "other lines",
    Where.OVER: "menus, lists, forms and pages over the screen",
    Where.ROWS: "menus and lists over the screen",
    Where.TEXT: "pages over the screen",
    Where.SAVED: "saved searches",
    Where.HISTORY: "search history",
    Where.RELATED: "related releases",
    Where.FORM: "correction",
}
_SIGNS = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "delete": "del",
    "f1": "F1",
    "f5": "F5",
    "vertical_line": "|",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One command, and the keys that give it.

    A key with a `label` stands in the footer. Keys of list and reader, and those that come `first`
    because they leave the search box, are obeyed the moment they come, before the next key: what
    is typed behind them arrives where they lead.
    """

    id: str
    keys: str
    action: str
    where: Where
    says: str
    label: str = ""
    first: bool = False

    @property
    def signs(self) -> tuple[str, ...]:
        """The keys as they stand on a keyboard: `pgdn`, `ctrl+d`, `↓`."""
        return tuple(
            "+".join(_SIGNS.get(part, part) for part in key.split("+")) if len(key) > 1 else key
            for key in self.keys.split(",")
        )

    def binding(self, place: Where) -> "Binding":
        """The key as Textual binds it in a place."""
        from textual.binding import Binding  # not for verbs that only name keys

        return Binding(
            self.keys,
            self.action,
            self.label or self.says,
            show=bool(self.label),
            priority=self.first or place in Where.LIST | Where.READER,
            tooltip=self.says,
            id=self.id,
        )
