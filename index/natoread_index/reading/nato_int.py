"""The pages of nato.int, which have had three layouts.

- Until about 2008 (/docu/): tables that lay out, the title over several lines in the largest
  letters, the day above or beside it, links at the foot.
- Until 2025 (/cps/): the title in two, a form and "by …", and whole only in the page's head, behind
  "NATO - Opinion:"; below it a list of days that ends in "Last updated: …".
- Since then (/en/): windows for an account stand before the text, the day only in the address.
"""

import re
from collections.abc import Callable
from functools import cached_property
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from natoread_index.dates import Dated
from natoread_index.reading.controls import without_controls
from natoread_index.reading.heads import Head
from natoread_index.reading.looks import Look
from natoread_index.reading.told import told
from natoread_index.reading.trees import squeezed, words_of


class NatoPage(Look):
    """A page of nato.int, in any of its layouts."""

    @staticmethod
    def is_shown_by(head: Head) -> bool:
        """Whether a page is of nato.int, by its host or by how its titles begin."""
        is_there = f".{head.host}".endswith(".nato.int")
        return is_there or any(map(_WHOLE.match, head.titles))

    @property
    def source(self) -> str:
        """Who publishes it, whatever its parts are called."""
        return "NATO"

    @cached_property
    def title(self) -> str:
        """The title, whole."""
        return self._in_head(1) or self._in_two or self._large_title or super().title

    @cached_property
    def heading(self) -> HtmlElement | None:
        """The element that shows the title, or where it begins."""
        if self._is_old and self._large:
            return self._large[-1]
        begins = (each for each in self.root.iter("h1") if _begins(self.title, words_of(each)))
        return next(begins, None)

    @property
    def dated(self) -> Dated | None:
        """The day of publication, which the old layouts tell in places of their own."""
        in_head = told(self._in_head(2).replace("-", " "))
        return in_head or super().dated or self._in_name or self._updated

    @property
    def body(self) -> str:
        """The text without the windows and lists before it, and the links at its foot."""
        text = self.article.page_behind(self.heading) if self._is_old else super().body
        paragraphs = text.split("\n\n")
        for sign, most in ((_WINDOW, _MOST_WINDOWS), (_DAYS, _MOST_HEAD)):
            signs = (n for n, each in enumerate(paragraphs[:most], 1) if sign.search(each))
            del paragraphs[: max(signs, default=0)]
        return without_controls("\n\n".join(paragraphs), _LINK)

    @property
    def _is_old(self) -> bool:
        return not self._in_head(1) and bool(_OLD.match(urlsplit(self.head.url or "").path))

    def _in_head(self, part: int) -> str:
        """Return the title (1) or the day (2) that the page's head tells, if it does."""
        heads = filter(None, map(_WHOLE.match, self.head.titles))
        return next((each[part] or "" for each in heads), "")

    @property
    def _in_two(self) -> str:
        """Return a heading with what goes on below it: "Doorstep statement", "by …"."""
        for heading in self.root.iter("h1"):
            below = heading.getnext()
            if below is not None and _GOES_ON.match(words_of(below)):
                return f"{words_of(heading)} {words_of(below)}"
        return ""

    @property
    def _large_title(self) -> str:
        return squeezed(" ".join(map(words_of, self._large))) if self._is_old else ""

    @cached_property
    def _large(self) -> list[HtmlElement]:
        """The elements above the text that are in its largest letters."""
        above = self.article.above
        for is_large in _LARGE:
            if found := [each for each in above if is_large(each) and words_of(each)]:
                return [each for each in found if each.getparent() not in found]
        return []

    @property
    def _in_name(self) -> Dated | None:
        """The day in the name of a speech's file: s020514c.htm."""
        name = _NAME.search(self.head.url or "")
        if not name:
            return None
        century = "19" if name[1] > _CENTURY else "20"
        return told(f"{century}{name[1]}-{name[2]}-{name[3]}", "address")

    @property
    def _updated(self) -> Dated | None:
        lines = (_UPDATED.search(words_of(each)) for each in self.article.above[:_MOST_HEAD])
        return next((told(line[1], "updated") for line in lines if line), None)


def _begins(title: str, heading: str) -> bool:
    return bool(heading) and title.casefold().startswith(heading.casefold())


def _size(element: HtmlElement) -> int:
    """Return by how many steps a font is larger than the text."""
    said = element.get("size") or "" if element.tag == "font" else ""
    if not _SIZE.fullmatch(said):
        return 0
    return int(said) if said[0] in "+-" else int(said) - 3


_LARGE: tuple[Callable[[HtmlElement], bool], ...] = (
    lambda each: each.tag == "h1",
    lambda each: each.tag == "h2",
    lambda each: each.tag in ("h3", "h4"),
    lambda each: "title" in (each.get("class") or "").lower(),
    lambda each: _size(each) > 1,
    lambda each: _size(each) > 0,
    lambda each: each.tag in ("b", "strong"),
)
_SIZE = re.compile(r"[+-]?[0-7]")
_WHOLE = re.compile(r"NATO - [^:]{3,40}: (.+?)(?:, (\d\d?-\w{3,4}\.?-\d{4}))?$")
_GOES_ON = re.compile(r"(?:by|with|at|on|to|from|of|following|ahead|during|between)\s")
_OLD = re.compile(r"/(?:docu|kosovo|isaf|sfor|shape|ims)/", re.IGNORECASE)
_NAME = re.compile(r"/[sp](\d\d)(\d\d)(\d\d)\w{0,4}(?:-e)?\.html?")
_CENTURY = "48"
_UPDATED = re.compile(r"Updated\s*:\s*(\d\d?[ -]\w{3,9}\.?[ -]\d{4})$")
_MOST_WINDOWS = 30
_MOST_HEAD = 10
_WINDOW = re.compile(
    r"return to the page you were on and log in|verification code to your email address"
    r"|^NATO MULTIMEDIA ACCOUNT$"
)
_DAYS = re.compile(r"\bLast updated\s*:", re.IGNORECASE)
_LINK = re.compile(
    r"(?:\W*(?:(?:go|back) to (?:the )?)?(?:home ?page|index|top|nato speeches|nato press releases"
    r"|nato on-?line library|contents|search|help|english|french|fran[çc]ais|eng|fr|ukrainian"
    r"|russian|press release|\(\d{4}\)\s*\d+|updated:.{8,14})\W*)+",
    re.IGNORECASE,
)
