"""HTML of any quality as a tree of elements, which is never deeper than can be walked."""

import re

from lxml import etree, html
from lxml.html import HtmlElement


def tree(markup: str) -> HtmlElement | None:
    """Parse a page or a fragment; `None` for what holds neither tag nor text.

    What is nested too deeply for the parser, which would drop the rest, is parsed again without
    the tags that only group.
    """
    data = markup.replace("\0", "").encode("utf-8", "replace")
    root, whole = _parsed(data)
    return root if whole else _parsed(_GROUPING.sub(b"<br>", data))[0]


def squeezed(text: str) -> str:
    """Return `text` on one line, with single spaces, as a browser shows it."""
    return " ".join(text.split())


def words_of(element: HtmlElement) -> str:
    """Return all text below an element on one line, without the marks of footnotes."""
    return squeezed("".join(map(_said, _TEXTS(element))))


def _said(text: HtmlElement | etree._ElementUnicodeResult) -> str:
    """Return a text as it is read on one line; for a broken line, the space in its stead."""
    if isinstance(text, HtmlElement):
        return " "
    parent = text.getparent()
    is_mark = parent is not None and parent.tag == "sup" and text.isdigit() and text.is_text
    return "" if is_mark else str(text)


def _parsed(data: bytes) -> tuple[HtmlElement | None, bool]:
    """Return the root, and whether the parser came to the end."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return None, True
    too_deep = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return root, not too_deep


_TEXTS = etree.XPath("descendant::text() | descendant::br")
_GROUPING = re.compile(
    rb"<(?!/?(?:html|head|title|meta|link|script|style|body|main|article|h[1-6]|p|br)\b)/?\w[^>]*>",
    re.IGNORECASE,
)
