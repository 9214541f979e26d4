"""JSON: one object a line, or an array of objects, or one object around such an array."""

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from json import JSONDecodeError
from typing import IO, Any

from natoread_index.errors import Unreadable
from natoread_index.reading.encodings import encoding_of
from natoread_index.reading.fields import Fields
from natoread_index.reading.records import Record

_EVERY_NAME = Fields()
_CHUNK = 1 << 18
_LARGEST_VALUE = 64 * 1024 * 1024
_HEAD = 1 << 16
_AROUND = (
    *("releases", "items", "articles", "entries", "results", "documents", "docs", "hits", "posts"),
    *("records", "rows", "nodes", "edges", "node", "response", "result", "feed", "entry", "item"),
    *("rss", "channel", "value", "data"),
)
"""The names of what objects are only there to hold, in exports and in answers of search engines."""
_BETWEEN = " \t\r\n,\ufeff"
_START = re.compile(f"[^{_BETWEEN}]")
_DECODER = json.JSONDecoder(strict=False)


def on_lines(lines: Iterable[str]) -> Iterator[Record]:
    """Yield the objects that stand one a line; a line that is none gives an empty one."""
    for line in filter(str.strip, lines):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        yield value if isinstance(value, dict) else {}


def objects(file: IO[bytes], where: str, fields: Fields = _EVERY_NAME) -> Iterator[Record]:
    """Yield the objects in JSON of any other shape, an array's one by one.

    What is around them is gone through, and gives its title to each as `feed`. `fields` tell which
    are releases. Raises `Unreadable` where JSON is broken, or a value is larger than 64 MB.
    """
    for value in _values(_Text(file, where), where):
        yield from _inside(value, fields)


def _inside(value: Any, fields: Fields) -> Iterator[Record]:
    """Yield an object, or those that it is there for, however deep."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        elif isinstance(each, dict):
            held = [] if fields.are_of_release(each) else _held(each)
            waiting += reversed(held)
            yield from [] if held else [each]


def _held(around: Record) -> list[Any]:
    """Return what an object holds if it is there for that alone: a list, or objects by name."""
    named = (around[name] for name in _AROUND if isinstance(around.get(name), list | dict))
    if held := next(named, None):
        return [_of_feed(each, around) for each in (held if isinstance(held, list) else [held])]
    objects = [value for value in around.values() if isinstance(value, dict)]
    return objects if len(objects) == len(around) else []


def _of_feed(value: Any, around: Record) -> Any:
    is_named = isinstance(value, dict) and isinstance(around.get("title"), str)
    return {"feed": around["title"], **value} if is_named else value


class _Text:
    """The text of a file from `at` on; what was taken goes when more is read."""

    def __init__(self, file: IO[bytes], where: str) -> None:
        head = file.read(_HEAD)
        self._decoder = getincrementaldecoder(encoding_of(head, where))("replace")
        self._file = file
        self.held, self.at = self._decoder.decode(head), 0

    @property
    def left(self) -> int:
        """How many characters are held."""
        return len(self.held) - self.at

    def more(self) -> bool:
        """Read on, at least as much again as is held; tell whether there was anything."""
        chunk = self._file.read(max(_CHUNK, self.left))
        self.held = self.held[self.at :] + self._decoder.decode(chunk, final=not chunk)
        self.at = 0
        return bool(chunk)

    def start(self) -> str:
        """Go on to the next value, and return its first character; empty at the end."""
        while not (found := _START.search(self.held, self.at)):
            self.at = len(self.held)
            if not self.more():
                return ""
        self.at = found.start()
        return found[0]


def _values(text: _Text, where: str) -> Iterator[Any]:
    """Yield the values in `text`, those of the outermost array singly."""
    if text.start() == "[":
        text.at += 1
    while text.start() not in ("", "]"):
        yield _value(text, where)


def _value(text: _Text, where: str) -> Any:
    while True:
        try:
            value, text.at = _DECODER.raw_decode(text.held, text.at)
        except JSONDecodeError as failure:
            if text.left > _LARGEST_VALUE or not text.more():
                raise Unreadable(f"{where}: broken JSON ({failure.msg})") from failure
        except RecursionError as failure:
            raise Unreadable(f"{where}: JSON nested too deeply") from failure
        else:
            return value
