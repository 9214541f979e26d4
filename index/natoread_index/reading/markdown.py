"""A release in Markdown, with or without front matter in YAML or TOML.

Of YAML only what front matter is made of is read: `key: value`, quotes, lists, blocks of text.
"""

import json
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from natoread_index.reading.fields import Fields
from natoread_index.reading.records import Record

_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"([\w .-]+?)\s*:(?:\s+(.*))?$")
_MARKED = r"[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\n|\Z)"
_UNDERLINED = r"(\S.*)\n={2,}[ \t]*(?:\n|\Z)"
_FIRST_LINE = r"(\S.{0,198})\n[ \t]*(?:\n|\Z)"
_MAIN_TITLE = re.compile(rf"\s*(?:#{_MARKED}|{_UNDERLINED})")
_TITLE = re.compile(rf"\s*(?:#{{1,6}}{_MARKED}|{_UNDERLINED}|{_FIRST_LINE})")
_NAMED_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_LAST_DAY = "timestamp"
"""A name of the day that counts only where there is no other."""
_BLOCK = re.compile(r"[|>][+-]?$")
_COMMENT = re.compile(r"\s+#.*$")
_LINK_ALONE = re.compile(r"<(https?://\S+)>$", re.MULTILINE)


def record(text: str, name: str = "") -> Record:
    """Return what a document says of itself, and its text as `body`.

    Its `name` may begin with its day, as Jekyll has it; a short first line is a title, too.
    """
    front = _FRONT.match(text)
    said = _said(front[1], front[2]) if front else {}
    rest = text[front.end() :] if front else text
    is_titled = bool(Fields().pick("title", said))
    if heading := (_MAIN_TITLE if is_titled else _TITLE).match(rest):
        rest = rest[heading.end() :]
        said = {"title": _plain(next(filter(None, heading.groups()))), **said}
    if day := _NAMED_DAY.match(PurePosixPath(name).name):
        said = {_LAST_DAY: day[0], **said}
    if link := _LINK_ALONE.search(rest):
        said = {"url": link[1], **said}
    return {**said, "body": _plain(rest)}


def _said(fence: str, front: str) -> dict[str, Any]:
    if fence == "---":
        return _yaml(front.splitlines())
    import tomllib

    try:
        return tomllib.loads(front)
    except tomllib.TOMLDecodeError:
        return {}


def _yaml(lines: Iterable[str]) -> dict[str, Any]:
    """Read entries, each with the lines below it that begin none."""
    entries: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if entry := _ENTRY.match(line):
            entries.append((entry[1], (entry[2] or "").strip(), []))
        elif entries and line.strip():
            entries[-1][2].append(line.strip())
    return {key: _value(value, below) for key, value, below in entries}


def _value(value: str, below: list[str]) -> Any:
    if _BLOCK.match(value):
        return ("\n" if value[0] == "|" else " ").join(below)
    items = [line for line in below if not line.startswith("#")]
    if not value and items and all(item.startswith("- ") for item in items):
        return [_scalar(item[2:]) for item in items]
    if value.startswith("[") and value.endswith("]"):
        return [_scalar(each) for each in value[1:-1].split(",")]
    return _scalar(" ".join([value, *items]))


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return _unescaped(value) if value[0] == '"' else value[1:-1].replace("''", "'")
    return _COMMENT.sub("", value)


def _unescaped(value: str) -> str:
    """Return what is in double quotes, where YAML escapes as JSON does, and a little more."""
    try:
        return str(json.loads(value))
    except ValueError:
        return value[1:-1].replace('\\"', '"')


def _plain(text: str) -> str:
    """Return the text that Markdown shows."""
    from markdown_it import MarkdownIt  # takes 60 ms, as lxml does, for this form alone

    from natoread_index.reading.markup import text_of

    return text_of(MarkdownIt("commonmark").enable("table").render(text))
