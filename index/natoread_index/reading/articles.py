"""Where on a page its article stands, and what in it is not of the article.

trafilatura finds the main text, but drops short lines ("(As delivered)", a speaker's "Thank you.")
and runs others together. So it only says where. The article is the smallest element that holds most
of what it found, with the elements beside it as far as they hold sentences of the rest. All that a
browser shows of these counts, but what is marked as furniture: menus, share bars, cookie notes,
related links, captions.
"""

import logging
from collections.abc import Container, Iterable, Iterator
from itertools import takewhile

from lxml.html import HtmlElement

from natoread_index.reading.edges import SENTENCE, beside, whole
from natoread_index.reading.furniture import looks_like_furniture
from natoread_index.reading.markup import is_unseen, shown
from natoread_index.reading.trees import squeezed

Weights = dict[HtmlElement, int]


class Article:
    """The main text of a page, `html`, whose tree has `root`."""

    def __init__(self, root: HtmlElement, html: str) -> None:
        own = _found(root, _Phrases(_main_text(html)))
        weights = _summed(own)
        small = {each for each in own if weights[each] <= weights[root] * _MUCH}
        self.furniture = {
            each
            for each in own
            if (each in small or each.tag in _NEVER) and looks_like_furniture(each)
        }
        aside = self.furniture | (_of_links(own) & small)
        weights = _summed(own, but=aside)
        self.core = _smallest(root, weights, _MOST)
        enough = weights[root] * _NEARLY_ALL
        self.whole = whole(next(_upwards(self.core, weights, enough), root))
        before = takewhile(lambda each: own[each] < SENTENCE, own)
        self.above = [each for each in before if each.tag not in _SAID_ELSEWHERE]
        self._beside = set(
            beside(self.core, self.whole, weights, aside.union(root.iter(*_PICTURES)))
        )

    def text(self, heading: HtmlElement | None, but: Iterable[HtmlElement]) -> str:
        """Return what is shown of it behind its heading, if that is in it, without `but`."""
        return shown(self.whole, {*self.furniture, *self._beside, *but}, heading)

    def page_behind(self, heading: HtmlElement | None) -> str:
        """Return all that the page shows behind a heading but its furniture."""
        return shown(self.core.getroottree().getroot(), self.furniture, heading)

    def is_in_furniture(self, element: HtmlElement) -> bool:
        """Whether an element is furniture, in it, or not shown."""
        around = (element, *element.iterancestors())
        return any(each in self.furniture or is_unseen(each) for each in around)


class _Phrases:
    """The runs of five words that a text has."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self._runs = {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}

    def have(self, text: str) -> bool:
        """Whether the first or the last words of a text are there."""
        words = text.split()
        return tuple(words[:_RUN]) in self._runs or tuple(words[-_RUN:]) in self._runs


def _main_text(html: str) -> str:
    """Return the main text as trafilatura has it; empty where it finds none."""
    from trafilatura import bare_extraction  # takes 300 ms

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    page = bare_extraction(html, favor_recall=True, include_comments=False)
    return getattr(page, "text", None) or ""


def _found(root: HtmlElement, phrases: _Phrases) -> Weights:
    """Tell for each element how many characters of its own texts were found."""
    found: Weights = dict.fromkeys(root.iter(), 0)
    for element in found:
        for said, owner in ((element.text, element), (element.tail, element.getparent())):
            if said and owner in found and owner.tag not in _NAMING and phrases.have(said):
                found[owner] += len(squeezed(said))
    return found


def _summed(own: Weights, but: Container[HtmlElement] = ()) -> Weights:
    """Add up what is below each element, without what is below those in `but`."""
    weights = dict(own)
    for element in reversed(own):
        if element in but:
            weights[element] = 0
        parent = element.getparent()
        if parent in weights:
            weights[parent] += weights[element]
    return weights


def _of_links(elements: Iterable[HtmlElement]) -> set[HtmlElement]:
    """Return the elements that name other texts rather than say one."""
    lengths = _summed({each: len(squeezed(_own_text(each))) for each in elements})
    linked = {each: lengths[each] if each.tag == "a" else 0 for each in lengths}
    return {
        each
        for each, in_links in _summed(linked).items()
        if each.tag in _LISTS and in_links > lengths[each] * _LINKS
    }


def _own_text(element: HtmlElement) -> str:
    return "".join(map(str, element.xpath("text()")))


def _smallest(root: HtmlElement, weights: Weights, share: float) -> HtmlElement:
    """Return the smallest element that can hold a text and holds so much of what was found."""
    if not weights[root]:
        return next(root.iter("main"), next(root.iter("article"), next(root.iter("body"), root)))
    smallest = element = root
    enough = weights[root] * share
    while (child := next((each for each in element if weights[each] >= enough), None)) is not None:
        element = child
        smallest = element if element.tag in _SECTIONS else smallest
    return smallest


def _upwards(core: HtmlElement, weights: Weights, enough: float) -> Iterator[HtmlElement]:
    return (each for each in (core, *core.iterancestors()) if weights[each] >= enough)


_MUCH = 0.3
_MOST = 0.8
_NEARLY_ALL = 0.99
_RUN = 5
_LINKS = 0.4
_LISTS = frozenset(("div", "section", "ul", "ol", "dl", "td", "table"))
_NEVER = ("nav", "figcaption")
_PICTURES = ("figure", "img", "picture", "script", "style")
_SAID_ELSEWHERE = frozenset(("html", "body", "head", "title", "meta", "link", "script", "style"))
_NAMING = frozenset(("a", "title", "h1", "h2", "h3", "h4", "h5", "h6"))
_SECTION_NAMES = "html body main article section div center form blockquote td th span font dd"
_SECTIONS = frozenset(_SECTION_NAMES.split())
