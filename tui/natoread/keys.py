"""Every key, declared once: bindings, footer, help, palette and the README's table read it here."""

from typing import TYPE_CHECKING

from natoread.key import Key, Where

if TYPE_CHECKING:
    from textual.binding import BindingType

_S, _L, _R, _F, _A = Where.PARTS
_P, _T = _L | _R, _S | _F | Where.LINE
_PAGES = Where.ROWS | Where.TEXT
_CLOSED_BY_Q = Where.FACETS | Where.SAVED | Where.RELATED | Where.CHANGES | Where.HELP

KEYS = (
    Key("search", "/", "screen.search", _L, "Go to the search box", "search"),
    Key("find", "/", "screen.find", _R, "Find in the release", "find"),
    Key("read", "enter", "screen.read", _S | _L, "Read, from the first hit", "read", first=True),
    Key("next_hit", "n", "hit(1)", _R, "Go to the next hit, or the next match", "next hit"),
    Key("previous_hit", "N", "hit(-1)", _R, "Go to the previous hit, or match"),
    Key("down", "j,down", "line(1)", _P | _PAGES, "Go down"),
    Key("up", "k,up", "line(-1)", _P | _PAGES, "Go up"),
    Key("start", "g,home", "start", _P | _PAGES, "Go to the start"),
    Key("end", "G,end", "end", _P | _PAGES, "Go to the end"),
    Key("onward", "space", "onward", _P, "Go on a page; at the end of a release, to the next"),
    Key("page_down", "pagedown", "page(1)", _P | _PAGES, "Go down a page"),
    Key("page_up", "b,pageup", "page(-1)", _P | _PAGES, "Go up a page"),
    Key("half_down", "ctrl+d", "half(1)", _P | Where.TEXT, "Go down half a page"),
    Key("half_up", "ctrl+u", "half(-1)", _P | Where.TEXT, "Go up half a page"),
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
    Key("reader_down", "pagedown", "screen.page(1)", _S | _F, "Turn the reader's page"),
    Key("reader_up", "pageup", "screen.page(-1)", _S | _F, "Turn the reader's page back"),
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
    Key("select_start", "shift+home", "home(True)", _T, "Select to the first letter"),
    Key("select_end", "shift+end", "end(True)", _T, "Select to the last letter"),
    Key("delete_left", "backspace", "delete_left", _T, "Delete the letter before"),
    Key("delete_right", "delete,ctrl+d", "delete_right", _T, "Delete the letter behind"),
    Key("delete_word", "ctrl+w", "delete_left_word", _T, "Delete the word before"),
    Key("delete_start", "ctrl+u", "delete_left_all", _T, "Delete all before"),
    Key("delete_end", "ctrl+k", "delete_right_all", _T, "Delete all behind"),
    Key("copy_words", "ctrl+c", "copy", _T, "Copy what is selected in the line"),
    Key("cut_words", "ctrl+x", "cut", _T, "Cut what is selected out of the line"),
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
    Key("take_line", "enter", "submit", Where.LINE, "Take what is typed"),
    Key("close", "escape", "dismiss", Where.OVER, "Close; a note is kept"),
    Key("close_quickly", "q", "dismiss", _CLOSED_BY_Q, "Close"),
    Key("choose", "enter", "choose", Where.ROWS, "Choose"),
    Key("page_on", "space", "page(1)", Where.TEXT, "Go down a page"),
    Key("toggle_facet", "space", "toggle", Where.FACETS, "Ask for it, or no longer"),
    Key("close_facets", "enter,f", "dismiss", Where.FACETS, "Close", instead_of="choose"),
    Key("save_search", "s", "save", Where.SAVED, "Save this search"),
    Key("rename_search", "r", "rename", Where.SAVED, "Rename it"),
    Key("delete_search", "d,D", "delete", Where.SAVED, "Delete it"),
    Key("undo_saved", "u", "undo", Where.SAVED, "Undo that"),
    Key("close_saved", "v", "dismiss", Where.SAVED, "Close"),
    Key("history_down", "down,ctrl+n,ctrl+r", "line(1)", Where.HISTORY, "Go down"),
    Key("history_up", "up,ctrl+p", "line(-1)", Where.HISTORY, "Go up", instead_of="palette"),
    Key("close_related", "R,backspace", "dismiss", Where.RELATED, "Close"),
    Key("complete_tag", "tab", "complete", Where.TAGS, "Complete the tag", first=True),
    Key("next_fact", "tab,down", "app.focus_next", Where.FORM, "Go to the next fact"),
    Key("previous_fact", "shift+tab,up", "app.focus_previous", Where.FORM, "Go back a fact"),
    Key("keep_note", "ctrl+s", "dismiss", Where.NOTE, "Keep it"),
    Key("older", "left,h", "turn(-1)", Where.CHANGES, "Show the version before"),
    Key("newer", "right,l", "turn(1)", Where.CHANGES, "Show the version behind"),
    Key("close_changes", "d,enter", "dismiss", Where.CHANGES, "Close"),
    Key("find_help", "/", "find", Where.HELP, "Find a key by its words"),
    Key("close_help", "?,f1,enter", "dismiss", Where.HELP, "Close", instead_of="help"),
)


def bindings(*places: Where) -> "list[BindingType]":
    """The bindings of the widget or screen that is the place, or both."""
    return [key.binding(place) for place in places for key in KEYS if place in key.where]


def markdown_table() -> str:
    """The README's tables: each key of the screen, then the keys of what lies over it."""
    with_lines = Where.PARTS | Where.LINE
    keys = (
        f"| {_in_table(key)} | {(key.where & with_lines).words} | {key.says} |"
        for key in KEYS
        if key.where & with_lines
    )
    places = (f"| {place.words} | {_told(place)} |" for place in Where if place not in with_lines)
    return "\n".join(
        [
            *("| key | where | does |", "| --- | --- | --- |", *keys, ""),
            *("| over the screen | keys |", "| --- | --- |", *places),
        ]
    )


def _told(place: Where) -> str:
    return "; ".join(f"{_in_table(key)} {key.says}" for key in KEYS if place in key.where)


def _in_table(key: Key) -> str:
    return " ".join(f"`{sign}`".replace("|", "\\|") for sign in key.signs)
