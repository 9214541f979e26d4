"""A release as a page would hold it: escaped, its text as markup, with other titles beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

_ITEM = re.compile(r"(?:[•*-])[^\S\n]+(?=\S)")
MENU = ("Home", "About us", "News", "What we do", "Visit", "Contact")


@dataclass(frozen=True)
class Sheet:
    """What a layout is filled with."""

    title: str
    day: date
    url: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]
    """Titles of other releases; a page names some."""

    @property
    def body(self) -> str:
        """The text in paragraphs and lists."""
        return "\n".join(map(marked_up, self.paragraphs))

    @property
    def broken(self) -> str:
        """The text as it was before there were style sheets: set apart by empty lines."""
        return "<br><br>\n".join(map(broken, self.paragraphs))

    @property
    def title_lines(self) -> list[str]:
        """The title over lines of some words each."""
        words = self.title.split()
        return [" ".join(words[start : start + 6]) for start in range(0, len(words), 6)]

    @property
    def path(self) -> str:
        """The day as addresses have it."""
        return f"{self.day:%Y/%m/%d}"


def marked_up(paragraph: str) -> str:
    """Return a paragraph as an element; one of items only is a list."""
    lines = paragraph.split("\n")
    if all(map(_ITEM.match, lines)):
        items = (f"<li>{escape(_ITEM.sub('', line, count=1))}</li>" for line in lines)
        return f"<ul>{''.join(items)}</ul>"
    return f"<p>{broken(paragraph)}</p>"


def broken(paragraph: str) -> str:
    """Return a paragraph with its lines broken."""
    return "<br>\n".join(map(escape, paragraph.split("\n")))


def with_one_mark(text: str) -> str:
    """Return a text whose items have the one mark that lists are read with."""
    return "\n".join(_ITEM.sub("• ", line, count=1) for line in text.split("\n"))


def menu(names: Sequence[str] = MENU) -> str:
    """Return a list of links."""
    items = (f'<li><a href="/{number}">{name}</a></li>' for number, name in enumerate(names))
    return f"<ul>{''.join(items)}</ul>"


def links(sheet: Sheet) -> str:
    """Return other releases, each with a line of its text."""
    return "".join(f"<div>{each}</div>" for each in _teasers(sheet))


def _teasers(sheet: Sheet) -> Iterator[str]:
    for number, other in enumerate(sheet.others):
        yield f'<h3><a href="/r{number}">{other}</a></h3><p>What was said of it on the quay…</p>'
