"""The main screen: search box above, list and reader below."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from natoread.screens.correcting import CorrectingScreen
from natoread.screens.difference import DifferingScreen
from natoread.screens.holding import HoldingScreen
from natoread.screens.looking import LookingScreen
from natoread.screens.organising import OrganisingScreen
from natoread.screens.remembering import RememberingScreen
from natoread.screens.syncing import SyncingScreen
from natoread.screens.taking import TakingScreen
from natoread.screens.zen import ZenScreen
from natoread.widgets.bars import Beside, Counter, KeyBar, Notice, TooSmall
from natoread.widgets.find_line import FindLine
from natoread.widgets.held import HeldPane
from natoread.widgets.reader import ReaderPane
from natoread.widgets.release_list import ReleaseList
from natoread.widgets.search_bar import SearchBar
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
    inherit_bindings=False,
):
    """Owns what is looked for, found and open; its parts are bound to that, and paint it.

    SearchBar.Changed         -> looking_for -> search worker  -> found, samples
    exact                     -> looking_for
    found                     -> ReleaseList -> Highlighted    -> open worker -> opened
    found, exact              -> Beside
    FindBar.Changed           -> find
    opened, find              -> ReaderPane  -> HitReached     -> status
    ReleaseList.CameIntoSight -> entries worker                -> ReleaseList.learn
    ReaderPane.Finished       -> the list's next release
    F5                        -> sync worker                   -> syncing
    opened, place, Ended      -> read marks
    marked                    -> ReleaseList, Counter
    place                     -> searches of the past
    """

    def compose(self) -> ComposeResult:
        """Put the parts on the screen."""
        with Horizontal(id="top"):
            yield Static("/", id="prompt")
            yield SearchBar(self._words)
            yield Counter().data_bind(
                MainScreen.found,
                MainScreen.at,
                MainScreen.sort,
                MainScreen.busy,
                MainScreen.roomy,
                MainScreen.marked,
            )
        yield Beside().data_bind(
            MainScreen.found,
            MainScreen.exact,
            MainScreen.place,
            MainScreen.roomy,
            MainScreen.keyboard,
        )
        yield Notice().data_bind(MainScreen.samples, MainScreen.trouble)
        yield Timeline()
        with Horizontal(id="panes"):
            yield ReleaseList(self._compact).data_bind(MainScreen.found, MainScreen.marked)
            yield ReaderPane().data_bind(MainScreen.opened, MainScreen.measure, MainScreen.find)
            yield HeldPane().data_bind(MainScreen.held, MainScreen.measure)
        yield KeyBar().data_bind(
            MainScreen.place,
            MainScreen.hit,
            MainScreen.percent,
            MainScreen.progress,
            MainScreen.syncing,
            MainScreen.keyboard,
        )
        yield FindLine().data_bind(MainScreen.hit)
        yield TooSmall()
