"""HTML as the text of a release: paragraphs, and lists with one item a line.

What a browser shows as one paragraph is one, however the markup gets there: `<p>`, `<div>`, two
`<br>` or a table that only lays out. Items of a list are lines of one paragraph ("• item",
"2. item"), and so are the rows of a table of figures ("Norway | 1.7 | 2.1"). What isn't shown, and
what is for clicking only, is left out.
"""

import re
from collections.abc import Container

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from natoread_index.reading.paragraphs import Paragraphs
from natoread_index.reading.trees import tree


def text_of(html: str) -> str:
    """Return the text of an HTML fragment, its paragraphs separated by one blank line.

    Blank lines part paragraphs where no tag does, as WordPress stores them.
    """
    root = tree(html if _PARTING.search(html) else _BLANK_LINES.sub("<p>", html))
    return "" if root is None else shown(root)


def shown(
    root: HtmlElement, but: Container[HtmlElement] = (), behind: HtmlElement | None = None
) -> str:
    """Return the text that a browser shows of an element, without what is in `but`.

    With an element `behind`, only what stands behind that counts, if it is below `root`.
    """
    paragraphs = Paragraphs()
    walk = iterwalk(root, events=("start", "end"))
    left_out: HtmlElement | None = None
    for event, element in walk:
        if event == "start" and (element in but or is_unseen(element)):
            left_out = element
            walk.skip_subtree()
        elif event == "start":
            paragraphs.start(element)
            paragraphs.say(element.text)
        else:
            end = paragraphs.leave_out if element is left_out else paragraphs.end
            end(element)
            if element is behind:
                paragraphs.forget()
            paragraphs.say(element.tail if element is not root else None)
    return paragraphs.text()


def is_unseen(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element that could be read."""
    if element.tag in _UNSEEN or "hidden" in element.attrib:
        return True
    style, names = element.get("style"), element.get("class")
    return bool((style and _NO_DISPLAY.search(style)) or (names and _FOR_EARS.search(names)))


_PARTING = re.compile(r"<(?:p|div|br|tr)\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_UNSEEN_NAMES = (
    "head title script style noscript template svg iframe object embed applet audio video canvas"
    " button select input textarea datalist map meta link base progress meter"
)
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_NO_DISPLAY = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_FOR_EARS = re.compile(
    r"(?<![\w-])(?:sr-only|screen-reader-text|visually-?hidden)(?![\w-])", re.IGNORECASE
)
