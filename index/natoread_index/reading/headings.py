"""The heading of a page's text, and the day that stands beside it."""

import re
from itertools import islice

from lxml.html import HtmlElement

from natoread_index.dates import Dated
from natoread_index.reading.articles import Article
from natoread_index.reading.daylines import UPDATED, day_above, day_alone
from natoread_index.reading.told import told
from natoread_index.reading.trees import squeezed, words_of


class Headings:
    """The elements of a page that may be the heading of its text."""

    def __init__(self, root: HtmlElement, article: Article) -> None:
        self._order = {each: number for number, each in enumerate(root.iter())}
        self._inside = set(article.whole.iter(*_HEADINGS))
        self._above = article.above
        self._start = self._order[article.core]
        self._words = {
            each: words_of(each)
            for each in islice(root.iter(*_HEADINGS), _MOST)
            if not article.is_in_furniture(each)
        }

    @property
    def main(self) -> list[str]:
        """The words of the main headings, those in the text first."""
        main = sorted(filter(_is_main, self._words), key=lambda each: each not in self._inside)
        return [self._words[each] for each in main]

    @property
    def all(self) -> list[str]:
        """The words of all headings, in the order of the page."""
        return list(self._words.values())

    def of(self, title: str) -> HtmlElement | None:
        """Return the last element above the text that shows a title."""
        above = (each for each in reversed(self._above) if self._words.get(each) == title)
        return next(above, None)

    def day(self, heading: HtmlElement | None) -> tuple[HtmlElement, Dated] | None:
        """Return the day that stands nearest to a heading, or else to the start of the text."""
        near = self._start if heading is None else self._order[heading]
        around = [each for each, number in self._order.items() if abs(number - near) <= _NEAR]
        around.sort(key=lambda each: abs(self._order[each] - near))
        above = set(self._above)
        days = ((each, _day_of(each) or (each in above and _day_line(each))) for each in around)
        return next(((each, day) for each, day in days if day), None)


def outermost(line: HtmlElement) -> HtmlElement:
    """Return the outermost element that shows no more than a day, as does that of `line`."""
    parent = line.getparent()
    while parent is not None and (day_alone(_line(parent)) or _line(parent) == _line(line)):
        line, parent = parent, parent.getparent()
    return line


def _is_main(heading: HtmlElement) -> bool:
    names = f"{heading.get('class')} {heading.get('itemprop')}"
    return heading.tag == "h1" or bool(_NAMED.search(names))


def _day_of(element: HtmlElement) -> Dated | None:
    """Read the day of an element that is there for it alone."""
    if element.tag == "time" and (when := element.get("datetime")):
        return None if UPDATED.search(_line(element.getparent())) else told(when)
    if element.tag == "abbr" and "published" in (element.get("class") or ""):
        return told(element.get("title") or "")
    if when := element.get("content") if element.get("itemprop") == "datePublished" else None:
        return told(when)
    if element.tag == "br":
        return day_alone(squeezed(element.tail or ""))
    return day_alone(_line(element))


def _day_line(element: HtmlElement) -> Dated | None:
    """Read the line above a text that an element is; one in it tells more of what was updated."""
    line = _line(element)
    return None if len(element) and UPDATED.search(line) else day_above(line)


def _line(element: HtmlElement | None) -> str:
    """Return the text of an element that has few; else nothing."""
    texts = [] if element is None else list(islice(element.itertext(), _FEW))
    line = squeezed("".join(map(str, texts)))
    return line if len(line) <= _LONGEST else ""


_HEADINGS = ("h1", "h2", "h3")
_NAMED = re.compile(r"\b(?:title|headline|heading)\b", re.IGNORECASE)
_MOST = 300
_NEAR = 40
_FEW = 8
_LONGEST = 80
