"""The user's settings, from a file in TOML; what is wrong in it is told with its line.

theme = "nord"
width = 72

[keys]
next_hit = "n,ctrl+j"
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from natoread.keyboard import Keyboard
from natoread_index import NatoReadError, Sort

THEMES = (
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "dracula",
    "tokyo-night",
    "monokai",
    "flexoki",
    "catppuccin-latte",
    "catppuccin-frappe",
    "catppuccin-macchiato",
    "solarized-light",
    "solarized-dark",
    "rose-pine",
    "rose-pine-moon",
    "rose-pine-dawn",
    "atom-one-dark",
    "atom-one-light",
    "ansi-dark",
    "ansi-light",
)
"""Textual's themes; the last two keep to the 16 colours of the terminal."""

_WIDTHS = range(20, 161)


class BadConfig(NatoReadError):
    """The file of settings can't be used: `wrong` are sentences, each with its line."""

    def __init__(self, path: Path, wrong: list[str]) -> None:
        super().__init__("\n".join(f"{path}:{sentence}" for sentence in wrong))
        self.wrong = wrong


@dataclass(frozen=True, slots=True)
class Settings:
    """How the app looks and acts, and which library it opens when none is named.

    `width` is that of the text's column, in cells. `compact` gives each release in the list one
    line. `keys` are keys by the ids of their commands.
    """

    library: Path | None = None
    theme: str = "textual-dark"
    width: int = 78
    sort: Sort = Sort.RELEVANCE
    mouse: bool = True
    compact: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)

    @property
    def keyboard(self) -> Keyboard:
        """All keys, as the user wants them."""
        return Keyboard.of(self.keys)


def read(path: Path) -> Settings:
    """Read the settings in a file; one that is not there changes nothing. Raises `BadConfig`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadConfig(path, [f" {trouble}"]) from trouble
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise BadConfig(path, [_with_line(str(trouble))]) from trouble
    wrong = [f"{_line_of(text, *name)}: {why}" for name, why in _mistakes(given)]
    if wrong:
        raise BadConfig(path, wrong)
    return replace(Settings(), **{name: _READERS[name](value) for name, value in given.items()})


def written(settings: Settings) -> str:
    """Write settings as a file that `read` takes; what is not set is a remark."""
    lines = [_written(each.name, getattr(settings, each.name)) for each in fields(settings)[:-1]]
    keys = [f"{name} = {_quoted(keys)}" for name, keys in settings.keys.items()]
    return "\n".join([*lines, *(["", "[keys]", *keys] if keys else [])]) + "\n"


def _written(name: str, value: object) -> str:
    if value is None:
        return f"# {name} = "
    if isinstance(value, bool | int):
        return f"{name} = {str(value).lower()}"
    return f"{name} = {_quoted(str(value))}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


Name = tuple[str, ...]

_READERS: dict[str, Callable[[Any], Any]] = {
    "library": lambda value: Path(value).expanduser(),
    "theme": str,
    "width": int,
    "sort": Sort,
    "mouse": bool,
    "compact": bool,
    "keys": dict,
}


def _mistakes(given: Mapping[str, Any]) -> Iterator[tuple[Name, str]]:
    """Yield what is wrong, with the name of the setting that it is about."""
    for name, value in given.items():
        if name not in _READERS:
            yield (name,), f"there is no setting {name!r}{_nearest(name, _READERS)}"
        elif name == "keys" and isinstance(value, dict):
            yield from _mistakes_in_keys(value)
        elif why := _CHECKS[name](value):
            yield (name,), f"{name} {why}"


def _mistakes_in_keys(given: Mapping[str, Any]) -> Iterator[tuple[Name, str]]:
    known = {key.id for key in Keyboard().keys}
    sound = {}
    for name, value in given.items():
        if name not in known:
            yield ("keys", name), f"there is no command {name!r}{_nearest(name, known)}"
        elif not isinstance(value, str) or not all(map(_is_key, value.split(","))):
            yield ("keys", name), f'{name} needs keys with commas between them, such as "n,ctrl+j"'
        else:
            sound[name] = value
    for name, sentence in Keyboard.of(sound).clashes():
        yield ("keys", name), sentence


def _is_key(name: str) -> bool:
    return bool(re.fullmatch(r"(?:(?:ctrl|alt|shift|super)\+)*(?:\w+|\S)", name))


def _one_of(*values: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value in values:
            return ""
        nearest = _nearest(str(value), values)
        return f"can’t be {value!r}{nearest}" + ("" if nearest else f": one of {', '.join(values)}")

    return check


def _yes_or_no(value: object) -> str:
    return "" if isinstance(value, bool) else "needs true or false"


_CHECKS: dict[str, Callable[[object], str]] = {
    "library": lambda value: "" if value and isinstance(value, str) else "needs a folder in quotes",
    "theme": _one_of(*THEMES),
    "width": lambda value: (
        "" if type(value) is int and value in _WIDTHS else "needs a number from 20 to 160"
    ),
    "sort": _one_of(*Sort),
    "mouse": _yes_or_no,
    "compact": _yes_or_no,
    "keys": lambda _: "needs a table: [keys], then a line for each",
}


def _nearest(name: str, known: Mapping[str, object] | set[str] | tuple[str, ...]) -> str:
    found = get_close_matches(name, known, 1)
    return f": did you mean {found[0]!r}?" if found else ""


def _line_of(text: str, *name: str) -> int:
    """The line, from 1, in which a setting stands; that of its table if it can't be told."""
    inside = name[0] if len(name) > 1 else ""
    table, found = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([^\]\s]+)", line):
            table = header[1]
            found = number if table == inside or table == name[-1] else found
        elif table == inside and re.match(rf"\s*[\"']?{re.escape(name[-1])}[\"']?\s*=", line):
            return number
    return found


def _with_line(trouble: str) -> str:
    """Python's words on broken TOML, led by the line."""
    found = re.search(r"\s*\(at line (\d+), column \d+\)", trouble)
    return f"{found[1]}: {trouble.replace(found[0], '')}" if found else f" {trouble}"
