"""The addresses in a text: of pages and of people, without the punctuation behind them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ADDRESS = re.compile(
    r"(?P<page>(?:https?://|www\.)[^\s<>\"“”„«»\[\]{}|\\^`\x00-\x20]+)"
    r"|(?<![\w@.+-])(?P<person>[\w+-]+(?:\.[\w+-]+)*@(?:[\w-]+\.)+[^\W\d_]{2,})(?![\w@])",
    re.IGNORECASE,
)
_BEHIND = ".,;:!?'’‘…*_~-"
_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)


class Link(NamedTuple):
    """An address in a text, and where it leads."""

    start: int
    end: int
    url: str


def links(text: str) -> tuple[Link, ...]:
    """Return the addresses of `text`, in order and apart from each other."""
    return tuple(_links(text))


def _links(text: str) -> Iterator[Link]:
    for match in _ADDRESS.finditer(text):
        if match["person"]:
            yield Link(*match.span(), f"mailto:{match[0]}")
        elif _HOST.match(page := _without_behind(match[0])):
            url = page if page.lower().startswith("http") else f"https://{page}"
            yield Link(match.start(), match.start() + len(page), url)


def _without_behind(page: str) -> str:
    """Leave out what ends the sentence, and a bracket that was opened before the address."""
    while page[-1] in _BEHIND or (page[-1] == ")" and page.count(")") > page.count("(")):
        page = page[:-1]
    return page
