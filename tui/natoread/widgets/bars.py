"""The lines around the list and the reader, each telling one thing."""

from collections.abc import Iterator
from operator import attrgetter
from typing import ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive, var
from textual.style import Style
from textual.widget import Widget

from natoread.clean import clean_line
from natoread.facts import BETWEEN
from natoread.finding import Found
from natoread.key import Key, Where
from natoread.keyboard import Keyboard
from natoread.spelling import also, correction
from natoread_index import Sort

_ORDERS = {Sort.RELEVANCE: "best first", Sort.NEWEST: "newest first", Sort.OLDEST: "oldest first"}


class Panes(Horizontal):
    """List and reader side by side; on a narrow terminal they take turns."""

    reading: var[bool] = var(False, toggle_class="-reading")


class Counter(Widget):
    """Where the cursor is among what was found, and in which order."""

    ALLOW_SELECT = False

    found: reactive[Found] = reactive(Found, layout=True)
    at: reactive[int] = reactive(0, layout=True)
    sort: reactive[Sort] = reactive(Sort.RELEVANCE, layout=True)
    busy: reactive[bool] = reactive(False, layout=True)
    roomy: reactive[bool] = reactive(True, layout=True)
    marked: reactive[frozenset[int]] = reactive(frozenset[int](), layout=True)

    def render(self) -> Content:
        """Say so in a few words."""
        return Content(" · ".join(self._facts()))

    def _facts(self) -> Iterator[str]:
        if self.busy:
            yield "searching…"
        if self.marked:
            yield f"{len(self.marked):,} marked"
        if len(self.found):
            yield f"{self.at + 1:,} of {len(self.found):,}"
            if self.roomy:
                by_date = self.sort is Sort.RELEVANCE and not self.found.asked
                yield _ORDERS[Sort.NEWEST if by_date else self.sort]
        elif self.found.asked:
            yield "no hits"


class Beside(Widget):
    """One line under the search box: what was searched beside the words typed, or for them."""

    ALLOW_SELECT = False

    found: reactive[Found] = reactive(Found)
    exact: reactive[bool] = reactive(False)
    place: reactive[Where] = reactive(Where.LIST)
    roomy: reactive[bool] = reactive(True)
    keyboard: reactive[Keyboard] = reactive(Keyboard)
    offers: var[bool] = var(False, toggle_class="-offers")

    def render(self) -> Content:
        """The most telling first: a narrow line is cut at its end."""
        return Content(BETWEEN.join(self._facts()))

    def _facts(self) -> Iterator[str]:
        hits = self.found.hits
        if hits.corrected:
            yield correction(hits) if self.roomy else correction(hits, "no")
            if self.place is Where.SEARCH:
                yield f"{self.keyboard.sign('take_spelling')} takes it"
        if self.exact:
            yield "exactly as typed"
        elif names := also(hits):
            yield f"also searched: {names}"

    def _watch_found(self, found: Found) -> None:
        self.offers = bool(found.hits.corrected)


class Notice(Widget):
    """One line that says what is wrong, or that samples are shown."""

    ALLOW_SELECT = False

    samples: reactive[int] = reactive(0)
    trouble: reactive[str] = reactive("")
    about_samples: var[bool] = var(False, toggle_class="-samples")
    about_trouble: var[bool] = var(False, toggle_class="-trouble")

    def render(self) -> Content:
        """Trouble goes first."""
        about_samples = f"{self.samples} sample releases. Add yours: natoread add FILE"
        return Content(clean_line(self.trouble) or about_samples)

    def _watch_samples(self, samples: int) -> None:
        self.about_samples = bool(samples)

    def _watch_trouble(self, trouble: str) -> None:
        self.about_trouble = bool(trouble)


class KeyBar(Widget):
    """The keys of the place in focus; on the right, what goes on."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label", "keys--status"}

    place: reactive[Where] = reactive(Where.LIST)
    keyboard: reactive[Keyboard] = reactive(Keyboard)
    hit: reactive[str] = reactive("")
    percent: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")
    syncing: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False

    def render(self) -> Content:
        """As many keys as fit beside what goes on."""
        key, label, told = (
            self.get_visual_style(f"keys--{part}") for part in ("key", "label", "status")
        )
        status = Content.styled("   ".join(filter(None, self._status)), told)
        apart = 3 if status else 0
        room = self.size.width - status.cell_length - apart
        bar = Content()
        for shown in filter(attrgetter("label"), self.keyboard.of_place(self.place)):
            longer = Content.assemble(bar, "   " if bar else "", self._key(shown, key, label))
            if longer.cell_length > room:
                break
            bar = longer
        return bar + Content(" " * (room + apart - bar.cell_length)) + status

    @property
    def _status(self) -> tuple[str, ...]:
        """What goes on; how far the text is read, only to those who read it."""
        percent = self.percent if self.place is Where.READER else ""
        return self.syncing, self.progress, percent, self.hit

    def _key(self, key: Key, sign: Style, label: Style) -> Content:
        """A key that can be clicked, too."""
        click = Style.from_meta({"@click": f"app.give({key.id!r})"})
        return Content.assemble((key.signs[0], sign + click), (f" {key.label}", label + click))


class TooSmall(Widget):
    """Covers a screen in which nothing else would fit."""

    def render(self) -> Content:
        """Say why nothing is shown."""
        return Content("Terminal too small")
