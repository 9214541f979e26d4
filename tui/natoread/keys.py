"""Every key, declared once: bindings, footer, help, palette and the README's table read it here."""

from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding, BindingType


class Where(Flag):
    """The places that a key can work in."""

    SEARCH = auto()
    LIST = auto()
    READER = auto()
    FIND = auto()
    APP = auto()

    @property
    def words(self) -> str:
        """The places as a reader knows them."""
        return ", ".join(_WORDS[place] for place in self)


_S, _L, _R, _F, _A = Where
_P, _T = _L | _R, _S | _F
_WORDS = {_S: "search box", _L: "list", _R: "reader", _F: "find line", _A: "everywhere"}
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
            priority=self.first or place in _P,
            tooltip=self.says,
            id=self.id,
        )


KEYS = (
    Key("search", "/", "screen.search", _L, "Go to the search box", "search"),
    Key("find", "/", "screen.find", _R, "Find in the release", "find"),
    Key("read", "enter", "screen.read", _S | _L, "Read, from the first hit", "read", first=True),
    Key("next_hit", "n", "hit(1)", _R, "Go to the next hit, or the next match", "next hit"),
    Key("previous_hit", "N", "hit(-1)", _R, "Go to the previous hit, or match"),
    Key("down", "j,down", "line(1)", _P, "Go down"),
    Key("up", "k,up", "line(-1)", _P, "Go up"),
    Key("start", "g,home", "start", _P, "Go to the start"),
    Key("end", "G,end", "end", _P, "Go to the end"),
    Key("onward", "space", "onward", _P, "Go on a page; at the end of a release, to the next"),
    Key("page_down", "pagedown", "page(1)", _P, "Go down a page"),
    Key("page_up", "b,pageup", "page(-1)", _P, "Go up a page"),
    Key("half_down", "ctrl+d", "half(1)", _P, "Go down half a page"),
    Key("half_up", "ctrl+u", "half(-1)", _P, "Go up half a page"),
    Key("next_paragraph", "}", "paragraph(1)", _R, "Go to the next paragraph"),
    Key("previous_paragraph", "{", "paragraph(-1)", _R, "Go to the previous paragraph"),
    Key("next_release", "J", "screen.move(1)", _R, "Read the next release", "next release"),
    Key("previous_release", "K", "screen.move(-1)", _R, "Read the previous release"),
    Key("open", "o", "screen.open", _P, "Open its page, or a link of its text"),
    Key("related", "R", "screen.related", _P, "Show releases of the same event, words or day"),
    Key("back", "backspace,alt+left", "screen.travel(-1)", _P, "Go back to what was read before"),
    Key("forward", "alt+right", "screen.travel(1)", _P, "Go forward again"),
    Key("hold", "w", "screen.hold", _P, "Hold this release beside the next, or no longer"),
    Key("change_places", "W", "screen.change_places", _P, "Change places with the release held"),
    Key("wider", "+", "screen.widen(4)", _R, "Make the text wider"),
    Key("narrower", "-", "screen.widen(-4)", _R, "Make the text narrower"),
    Key("difference", "d", "screen.difference", _P, "Show what changed since it was last issued"),
    Key("zen", "z", "screen.zen", _R, "Read with nothing around the text, or with all again"),
    Key("usual_width", "=", "screen.widen(0)", _R, "Make the text as wide as usual"),
    Key("star", "s", "screen.star", _P, "Put a star on it, or take it off", "star"),
    Key("read_or_not", "r", "screen.read_or_not", _P, "Mark it as read, or as unread"),
    Key("note", "e", "screen.note", _P, "Write a note on it"),
    Key("tag", "T", "screen.tag", _P, "Put tags on it, or take them off"),
    Key("remove", "D", "screen.remove", _P, "Remove it from the library"),
    Key("correct", "E", "screen.correct", _P, "Correct its date, kind, speakers or title"),
    Key("undo", "u", "screen.undo", _P, "Undo the last star, tag, note, removal or correction"),
    Key("mark", "m", "screen.mark", _L, "Mark the release for the next commands, or not"),
    Key("mark_all", "M", "screen.mark_all", _L, "Mark all hits, or none"),
    Key("saved", "v", "screen.saved", _L, "Show the saved searches, with their counts"),
    Key("history", "ctrl+r", "screen.history", _S, "Search in what was asked lately", first=True),
    Key("sort", "S", "screen.sort", _L, "Sort: best, newest or oldest first", "sort"),
    Key("facets", "f", "screen.facets", _L, "Narrow by kind, speaker, country, date", "facets"),
    Key("timeline", "t", "screen.timeline", _L, "Show when, as bars, or not"),
    Key("next_bar", "right_square_bracket", "screen.move_bar(1)", _L, "Mark the next bar"),
    Key("previous_bar", "left_square_bracket", "screen.move_bar(-1)", _L, "Mark the bar before"),
    Key("next_pane", "tab", "screen.pane(1)", _S | _P, "Go to the next part", first=True),
    Key("previous_pane", "shift+tab", "screen.pane(-1)", _S | _P, "Go back a part", first=True),
    Key("right_pane", "l,right", "screen.side(1)", _P, "Go to the part behind"),
    Key("left_pane", "h,left", "screen.side(-1)", _P, "Go to the part before"),
    Key("list_down", "down,ctrl+n", "screen.move(1)", _S, "Go to the next release", "choose"),
    Key("list_up", "up", "screen.move(-1)", _S, "Go to the previous release"),
    Key("reader_down", "pagedown", "screen.page(1)", _T, "Turn the reader's page"),
    Key("reader_up", "pageup", "screen.page(-1)", _T, "Turn the reader's page back"),
    Key("leave_search", "escape", "screen.list", _S, "Go to the list", "list", first=True),
    Key("take_spelling", "ctrl+y", "screen.take_spelling", _S, "Take the spelling offered"),
    Key("exact", "ctrl+o", "screen.switch_exact", _S, "Search exactly as typed, or not", "exact"),
    Key("clear_search", "escape", "screen.clear", _L, "Drop the marks, or clear the search"),
    Key("leave_reader", "q", "screen.list", _R, "Go back to the list", "list"),
    Key("end_find", "escape", "screen.leave", _R, "End the find, or go back to the list"),
    Key(
        "take_find", "enter,tab", "screen.take_find", _F, "Read on at the match", "read", first=True
    ),
    Key("next_match", "down,ctrl+n", "screen.match(1)", _F, "Go to the next match", "next"),
    Key("previous_match", "up", "screen.match(-1)", _F, "Go to the previous match"),
    Key("drop_find", "escape", "screen.end_find", _F, "End the find", "end", first=True),
    Key("character_left", "left", "cursor_left", _T, "Go left"),
    Key("character_right", "right", "cursor_right", _T, "Go right"),
    Key("word_left", "ctrl+left", "cursor_left_word", _T, "Go left a word"),
    Key("word_right", "ctrl+right", "cursor_right_word", _T, "Go right a word"),
    Key("line_start", "ctrl+a,home", "home", _T, "Go to the first letter"),
    Key("line_end", "ctrl+e,end", "end", _T, "Go behind the last letter"),
    Key("select_left", "shift+left", "cursor_left(True)", _T, "Select to the left"),
    Key("select_right", "shift+right", "cursor_right(True)", _T, "Select to the right"),
    Key("delete_left", "backspace", "delete_left", _T, "Delete the letter before"),
    Key("delete_right", "delete,ctrl+d", "delete_right", _T, "Delete the letter behind"),
    Key("delete_word", "ctrl+w", "delete_left_word", _T, "Delete the word before"),
    Key("delete_start", "ctrl+u", "delete_left_all", _T, "Delete all before"),
    Key("delete_end", "ctrl+k", "delete_right_all", _T, "Delete all behind"),
    Key("copy_words", "ctrl+c", "copy", _T, "Copy what is selected in the line"),
    Key("paste", "ctrl+v", "paste", _T, "Paste"),
    Key("take", "y", "screen.take", _P, "Copy the release, a part of it or a citation", "copy"),
    Key("export", "x", "screen.export", _P, "Export to a file"),
    Key("pipe", "vertical_line", "screen.pipe", _P, "Pipe the text to a command"),
    Key("copy", "ctrl+c", "screen.copy", _P, "Copy the text selected with the mouse"),
    Key("help", "f1", "app.help", _A, "Show the keys"),
    Key("help_here", "?", "app.help", _P, "Show the keys", "help"),
    Key("palette", "ctrl+p", "app.command_palette", _A, "Choose a command by its name"),
    Key("palette_here", ":", "app.command_palette", _P, "Choose a command by its name"),
    Key("sync", "f5", "app.sync", _A, "Fetch what is new in the feeds"),
    Key("redraw", "ctrl+l", "app.redraw", _A, "Draw the screen again"),
    Key("suspend", "ctrl+z", "app.suspend_process", _A, "Go to the shell; fg comes back"),
    Key("quit", "ctrl+q", "app.quit", _A, "Quit", first=True),
    Key("quit_here", "q", "app.quit", _L, "Quit", "quit"),
)


def bindings(place: Where) -> "list[BindingType]":
    """The bindings of the widget that is the place."""
    return [key.binding(place) for key in KEYS if place in key.where]


def markdown_table() -> str:
    """The README's table of keys."""
    rows = (
        f"| {' '.join(map(_in_table, key.signs))} | {key.where.words} | {key.says} |"
        for key in KEYS
    )
    return "\n".join(["| key | where | does |", "| --- | --- | --- |", *rows])


def _in_table(sign: str) -> str:
    return f"`{sign}`".replace("|", "\\|")
