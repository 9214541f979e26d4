"""Where an article begins and ends, of which the core is known.

What stands beside the core goes on with it if it says sentences that were found, too; or if it is
next to it and a paragraph, a list or a box like that of the core. A first paragraph is often set
apart below the heading, and a last line ("###", a signature) is too short to be found.
"""

from collections.abc import Container, Iterator, Mapping
from itertools import islice, takewhile

from lxml.html import HtmlElement

SENTENCE = 80
"""Characters from which on a text counts as a sentence of its own."""


def whole(around: HtmlElement) -> HtmlElement:
    """Return the element in which to look for edges of what is `around` the core.

    It is the nearest that has a heading, too, or a box like that of the text; else `around` itself.
    """
    outwards = takewhile(lambda each: each.tag != "html", around.iterancestors())
    for part in islice(outwards, _MOST_LEVELS):
        if _has_heading(part, but=around) or any(_are_alike(each, around) for each in part):
            return part
    return around


def beside(
    core: HtmlElement,
    whole: HtmlElement,
    weights: Mapping[HtmlElement, int],
    aside: Container[HtmlElement],
) -> Iterator[HtmlElement]:
    """Yield what stands around the core, up to the whole, without being of the text.

    `weights` tells how many characters of an element were found; what is `aside` is passed over.
    """
    for part in takewhile(lambda each: each is not whole, (core, *core.iterancestors())):
        for is_above in (True, False):
            others = list(part.itersiblings(preceding=is_above))
            found = (n for n, each in enumerate(others, 1) if weights[each] >= SENTENCE)
            yield from _apart(others[max(found, default=0) :], part, aside)


def _apart(
    others: list[HtmlElement], core: HtmlElement, aside: Container[HtmlElement]
) -> Iterator[HtmlElement]:
    """Yield those that don't go on with the text, from the core outwards."""
    is_over = False
    for each in others:
        is_over = is_over or not (each in aside or _goes_on(each, core))
        if is_over or each in aside:
            yield each


def _goes_on(element: HtmlElement, core: HtmlElement) -> bool:
    """Whether an element next to the core may be of the same text by what it is."""
    if element.tag in _PARAGRAPHS or _are_alike(element, core):
        return True
    return element.find(".//p") is not None and not _has_heading(element)


def _are_alike(element: HtmlElement, core: HtmlElement) -> bool:
    """Whether two elements are boxes of one class."""
    kinds = ((each.tag, each.get("class")) for each in (element, core))
    return element is not core and bool(core.get("class")) and len(set(kinds)) == 1


def _has_heading(element: HtmlElement, but: HtmlElement | None = None) -> bool:
    inside = set() if but is None else set(but.iter(*_HEADINGS))
    return any(each not in inside for each in element.iter(*_HEADINGS))


_MOST_LEVELS = 3
_PARAGRAPHS = frozenset(("p", "ul", "ol", "blockquote", "br", "hr"))
_HEADINGS = ("h1", "h2", "h3", "h4")
