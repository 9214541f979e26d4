"""How a page looks: what on it is title, day and text."""

from functools import cached_property

from lxml.html import HtmlElement

from natoread_index.dates import Dated
from natoread_index.reading.articles import Article
from natoread_index.reading.controls import without_controls
from natoread_index.reading.headings import Headings, outermost
from natoread_index.reading.heads import Head
from natoread_index.reading.titles import title


class Look:
    """A page of any site; `root` is that of the tree of `html`."""

    def __init__(self, root: HtmlElement, head: Head, html: str) -> None:
        self.root, self.head = root, head
        self.article = Article(root, html)
        self.headings = Headings(root, self.article)

    @property
    def source(self) -> str:
        """Who publishes it."""
        return self.head.source

    @cached_property
    def title(self) -> str:
        """Its title; empty if it has none."""
        titles, head = self.headings, self.head
        return title(titles.main, titles.all, head.titles, head.site, head.host)

    @cached_property
    def heading(self) -> HtmlElement | None:
        """The element that shows its title."""
        return self.headings.of(self.title)

    @property
    def dated(self) -> Dated | None:
        """The day of its publication: told in its head, else shown, else in its address."""
        shown = self._day and self._day[1]
        return self.head.dated or shown or self.head.day_in_address

    @property
    def body(self) -> str:
        """Its text."""
        line = [outermost(self._day[0])] if self._day and not self._is_dateline else []
        return without_controls(self.article.text(self.heading, line))

    @cached_property
    def _day(self) -> tuple[HtmlElement, Dated] | None:
        return self.headings.day(self.heading)

    @property
    def _is_dateline(self) -> bool:
        """Whether the day is in the text itself, and the heading isn't."""
        inside = set(self.article.core.iter())
        return self._day is not None and self._day[0] in inside and self.heading not in inside
