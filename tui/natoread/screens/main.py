"""The main screen: search box above, list and reader below."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from natoread.clipboard import Clipboard
from natoread.librarian import Librarian
from natoread.screens.correcting import CorrectingScreen
from natoread.screens.difference import DifferingScreen
from natoread.screens.holding import HoldingScreen
from natoread.screens.jumping import JumpingScreen
from natoread.screens.looking import LookingScreen
from natoread.screens.organising import OrganisingScreen
from natoread.screens.remembering import RememberingScreen
from natoread.screens.syncing import SyncingScreen
from natoread.screens.taking import TakingScreen
from natoread.screens.zen import ZenScreen
from natoread.settings import Settings
from natoread.widgets.bars import Beside, Counter, KeyBar, Notice, Panes, TooSmall
from natoread.widgets.find_line import FindLine
from natoread.widgets.held import HeldPane
from natoread.widgets.timeline import Timeline


class MainScreen(
    ZenScreen,
    LookingScreen,
    OrganisingScreen,
    CorrectingScreen,
    RememberingScreen,
    HoldingScreen,
    SyncingScreen,
    TakingScreen,
    DifferingScreen,
    JumpingScreen,
    inherit_bindings=False,
):
    """Owns what is looked for, found and open; its parts are bound to that, and paint it.

    SearchBar.Changed         -> looking_for -> search worker  -> found, samples
    exact                     -> looking_for
    found                     -> ReleaseList -> Highlighted    -> open worker -> opened
    found, exact              -> Beside
    FindBar.Changed           -> find
    opened, find              -> ReaderPane  -> HitReached     -> status
    opened, place             -> titles worker                 -> titles -> ReaderPane
    ReleaseList.CameIntoSight -> entries worker                -> ReleaseList.learn
    ReaderPane.Finished       -> the list's next release
    F5                        -> sync worker                   -> syncing
    opened, place, Ended      -> read marks
    marked                    -> ReleaseList, Counter
    place                     -> searches of the past
    """

    def __init__(
        self, librarian: Librarian, words: str, settings: Settings, clipboard: Clipboard
    ) -> None:
        super().__init__(librarian, words, settings)
        self._clipboard = clipboard
        self.timeline, self.held_pane = Timeline(), HeldPane()

    def compose(self) -> ComposeResult:
        """Put the parts on the screen."""
        main = MainScreen
        yield from self._compose_search()
        yield Notice().data_bind(main.samples, main.trouble)
        yield self.timeline.data_bind(main.keyboard)
        with Panes().data_bind(main.reading):
            yield self.releases.data_bind(main.found, main.marked)
            yield self.reader.data_bind(main.opened, main.measure, main.find, main.titles)
            yield self.held_pane.data_bind(main.held, main.measure)
        yield KeyBar().data_bind(
            main.place, main.hit, main.percent, main.progress, main.syncing, main.keyboard
        )
        yield FindLine(self.find_bar).data_bind(main.hit)
        yield TooSmall()

    def _compose_search(self) -> ComposeResult:
        main = MainScreen
        with Horizontal(id="top"):
            yield Static("/", id="prompt")
            yield self.search_bar
            yield Counter().data_bind(
                main.found, main.at, main.sort, main.busy, main.roomy, main.marked
            )
        yield Beside().data_bind(main.found, main.exact, main.place, main.roomy, main.keyboard)
