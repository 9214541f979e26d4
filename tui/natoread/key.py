"""What a key is: what it does, where it works, and how it is written."""

import unicodedata
from dataclasses import dataclass
from enum import Flag, auto
from string import punctuation
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
    def together(self) -> "Where":
        """One place, and all those whose keys work in it, too."""
        below = _BELOW.get(self, Where.APP)
        return self if self is below else self | below.together

    @property
    def is_typed_in(self) -> bool:
        """Whether letters are text in a place."""
        return bool(self.together & (Where.SEARCH | Where.FIND | Where.LINE | Where.NOTE))

    @property
    def heading(self) -> str:
        """One place, as it stands over its keys."""
        return self.inside[0].upper() + self.inside[1:]

    @property
    def inside(self) -> str:
        """The places, as a sentence goes on with them."""
        return self.words if self is Where.APP else f"in the {self.words}"


_BELOW = {
    **dict.fromkeys((Where.ROWS, Where.TEXT, Where.LINE, Where.NOTE), Where.OVER),
    **dict.fromkeys((Where.FACETS, Where.SAVED, Where.RELATED), Where.ROWS),
    **dict.fromkeys((Where.HISTORY, Where.TAGS, Where.FORM), Where.LINE),
    **dict.fromkeys((Where.CHANGES, Where.HELP), Where.TEXT),
}
"""What is there wherever a place is; under all else lies what works everywhere."""

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
}
_RENAMED = {
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "low_line": "underscore",
    "plus_sign": "plus",
    "reverse_solidus": "backslash",
    "solidus": "slash",
}
"""Characters that Textual calls otherwise than Unicode does."""


def _name(character: str) -> str:
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


_CHARACTERS = {_name(character): character for character in punctuation + " "}


def typed_by(key: str) -> str:
    """The character that a key types, whichever way it is written; none, if it types none."""
    return key if len(key) == 1 else _CHARACTERS.get(key, "")


def one_name(key: str) -> str:
    """The same name for a key that can be written in two ways: `?` and `question_mark`."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*held, typed_by(last).strip() or last])


@dataclass(frozen=True, slots=True)
class Key:
    """One command, and the keys that give it.

    A key with a `label` stands in the footer. Keys of list and reader, and those that come `first`
    because they leave the search box, are obeyed the moment they come, before the next key: what
    is typed behind them arrives where they lead. One that is `instead_of` another takes that one's
    key in its place, and is meant to.
    """

    id: str
    keys: str
    action: str
    where: Where
    says: str
    label: str = ""
    first: bool = False
    instead_of: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The keys, each by one name."""
        return tuple(map(one_name, self.keys.split(",")))

    @property
    def signs(self) -> tuple[str, ...]:
        """The keys as they stand on a keyboard: `pgdn`, `ctrl+d`, `↓`."""
        return tuple(
            "+".join(_SIGNS.get(part, part) for part in key.split("+")) if len(key) > 1 else key
            for key in self.names
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
