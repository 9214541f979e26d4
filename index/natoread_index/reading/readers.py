"""How a document of each form is read."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from natoread_index.errors import NoReleases
from natoread_index.reading.document import Document
from natoread_index.reading.forms import HEAD, Form, foreign
from natoread_index.reading.streams import MOST_BLANKS
from natoread_index.release import Release

if TYPE_CHECKING:
    from natoread_index.reading.document import Reader
    from natoread_index.reading.records import Record


_LARGEST_PAGE = 16 * 1024 * 1024
"""Bytes of HTML, of which a tree takes twenty times as much memory."""


def _text(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.parsing.packs import releases

    return releases(document.lines(), document.name, skip)


def _table(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.tables import rows

    return _recorded(document, rows(document.lines(), document.fields, document.name), skip)


def _json(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.objects import objects

    return _recorded(document, objects(document.file, document.name, document.fields), skip)


def _json_lines(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.objects import on_lines

    return _recorded(document, on_lines(document.lines()), skip)


def _markdown(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.markdown import record

    return _recorded(document, [record("\n".join(document.lines()), document.name)], skip)


def _recorded(document: Document, records: "Iterable[Record]", skip: int) -> Iterator[Release]:
    from natoread_index.reading.records import Records

    read = Records(document.fields, document.name)
    for release in read.releases(records, skip):
        document.left_out = read.left_out
        yield release
    document.left_out = read.left_out


def _page(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.pages import decoded

    return _of_page(document, decoded(document.data(_LARGEST_PAGE)), None, skip)


def _saved_page(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.mhtml import saved

    html, url = saved(document.data(), document.name)
    return _of_page(document, html, url, skip)


def _of_page(document: Document, html: str, url: str | None, skip: int) -> Iterator[Release]:
    from natoread_index.reading.pages import page

    try:
        return islice([page(html, url=url, where=document.name)], skip, None)
    except NoReleases as nothing:
        raise document.refusal("a page without a title or without a text of its own") from nothing


def _mail(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.mail import releases

    try:
        yield from islice(releases(document.file, document.name), skip, None)
    except NoReleases as nothing:
        raise document.refusal("no message with a subject and a text") from nothing


def _feed(document: Document, skip: int) -> Iterator[Release]:
    from natoread_index.reading.feeds import feed

    items = feed(document.data(), where=document.name).items
    if not items:
        raise document.refusal("a feed without items")
    return (item.release() for item in items[skip:])


def _feed_list(document: Document, _skip: int) -> Iterator[Release]:
    from natoread_index.reading.feeds import listed

    count = len(listed(document.data()))
    raise document.refusal(
        f"a list of {count:,} feeds; follow them with natoread follow {document.name}"
    )


def _foreign(document: Document, _skip: int) -> Iterator[Release]:
    raise document.refusal(foreign(document.file.read(HEAD)))


def _empty(document: Document, _skip: int) -> Iterator[Release]:
    if document.file.read(1):
        raise document.refusal(f"nothing in its first {MOST_BLANKS >> 20} MB")
    raise document.refusal("empty")


READERS: "dict[Form, Reader]" = {
    Form.EMPTY: _empty,
    Form.FEED: _feed,
    Form.FEED_LIST: _feed_list,
    Form.FOREIGN: _foreign,
    Form.JSON: _json,
    Form.JSON_LINES: _json_lines,
    Form.MAIL: _mail,
    Form.MARKDOWN: _markdown,
    Form.PAGE: _page,
    Form.SAVED_PAGE: _saved_page,
    Form.TABLE: _table,
    Form.TEXT: _text,
}
