"""Where on a page its article stands, and what in it is not of the article.

trafilatura finds the main text, but drops short lines ("(As delivered)", a speaker's "Thank you.")
and runs others together. So it only says where: the article is the smallest element that holds what
it found, and all that a browser shows of that element counts but what is marked as furniture:
menus, share bars, cookie notes, related links, captions.
"""

import logging
from collections.abc import Container, Iterator

from lxml.html import HtmlElement

from natoread_index.reading.furniture import looks_like_furniture
from natoread_index.reading.markup import is_unseen, shown
from natoread_index.reading.trees import squeezed

Weights = dict[HtmlElement, int]


class Article:
    """The main text of a page, `html`, whose tree has `root`."""

    def __init__(self, root: HtmlElement, html: str) -> None:
        own = _found(root, _Phrases(_main_text(html)))
        weights = _summed(root, own)
        enough = weights[root] * _MAIN
        self.furniture = {
            each
            for each in root.iter()
            if looks_like_furniture(each) and not weights[each] > enough
        }
        self.element = _smallest(root, _summed(root, own, but=self.furniture))

    def text(self, heading: HtmlElement | None = None) -> str:
        """Return what is shown of it behind its heading, if that is in it."""
        above = set() if heading is None else set(_up_to(heading, self.element))
        return shown(self.element, self.furniture | above)

    def headings(self) -> Iterator[HtmlElement]:
        """Yield the main headings of the page outside of its furniture, those inside first."""
        for place in (self.element, self.element.getroottree().getroot()):
            for heading in place.iter("h1"):
                around = (heading, *heading.iterancestors())
                if not any(each in self.furniture or is_unseen(each) for each in around):
                    yield heading


class _Phrases:
    """The runs of five words that a text has."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self._runs = {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}

    def have(self, text: str) -> bool:
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
            if said and owner is not None and phrases.have(said):
                found[owner] += len(squeezed(said))
    return found


def _summed(root: HtmlElement, own: Weights, but: Container[HtmlElement] = ()) -> Weights:
    """Add up what is below each element, without what is below those in `but`."""
    weights = dict(own)
    for element in reversed(list(root.iter())):
        if element in but:
            weights[element] = 0
        parent = element.getparent()
        if parent is not None and element is not root:
            weights[parent] += weights[element]
    return weights


def _smallest(root: HtmlElement, weights: Weights) -> HtmlElement:
    """Return the smallest element that holds all that was found, or nearly all."""
    if not weights[root]:
        return next(root.iter("main"), next(root.iter("article"), next(root.iter("body"), root)))
    element, enough = root, weights[root] * _NEARLY_ALL
    while (child := next((each for each in element if weights[each] >= enough), None)) is not None:
        element = child
    return element


def _up_to(heading: HtmlElement, article: HtmlElement) -> Iterator[HtmlElement]:
    """Yield a heading and all that stands before it in the article."""
    around = [heading, *heading.iterancestors()]
    if article not in around[1:]:
        return
    yield heading
    for each in around[: around.index(article)]:
        yield from each.itersiblings(preceding=True)


_MAIN = 0.3
_NEARLY_ALL = 0.99
_RUN = 5
