"""The app."""

import asyncio
import signal
from collections.abc import Awaitable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from rich.console import RenderableType
from textual import on, work
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import SimpleCommand, SimpleProvider
from textual.events import AppFocus, Event, Ready, Unmount
from textual.events import Key as KeyPress
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import Input, OptionList

from natoread import theme
from natoread.clipboard import Clipboard
from natoread.key import Key, Where
from natoread.keys import bindings
from natoread.librarian import Librarian
from natoread.passing import Passed
from natoread.screens.main import MainScreen
from natoread.screens.over import Over
from natoread.screens.palette import Commands, Palette, Titles
from natoread.settings import THEMES, Settings

_ENDS = frozenset({"SIGHUP", "SIGTERM"})
"""Signals of a terminal that is closed, and of one who wants the program to end."""

_PATIENCE = 1.0
"""Seconds that keys wait for a part of a screen to tell that it can take them."""


class NatoRead(App[None], inherit_bindings=False):
    """Reads and searches the releases that a librarian brings, from the words asked for on.

    What is not the library's, and no setting, is left in the folder `state`.
    """

    TITLE = "natoread"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["natoread.tcss", "over.tcss", "ansi.tcss"]
    BINDINGS = bindings(Where.APP)

    def __init__(
        self,
        librarian: Librarian,
        words: str = "",
        state: Path = Path(),
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        settings = settings or Settings()
        self._librarian, self._keyboard = librarian, settings.keyboard
        self._main = MainScreen(librarian, words, settings, Clipboard(self._send, state))
        self._state, self._usual_theme = state, settings.theme
        self.theme = theme.kept(state, settings.theme)
        self.set_keymap(self._keyboard.changed)
        self._waiting: list[KeyPress] | None = []
        self._passed = Passed()

    def get_default_screen(self) -> MainScreen:
        """Begin with the main screen."""
        return self._main

    async def on_event(self, event: Event) -> None:
        """Take an event; a key that must wait, or makes others wait, goes with them into a row."""
        if not isinstance(event, KeyPress) or event.is_forwarded or self._is_way_out(event):
            await super().on_event(event)
        elif self._waiting is not None:
            self._waiting.append(event)
        elif self.screen is not self._main or self._acts_late(event) or self._overtaken(event):
            self._waiting = [event]
            self._take_waiting_keys()
        else:
            await super().on_event(event)
            if self.is_running and self.screen is not self._main:
                self._waiting = []
                self._take_waiting_keys()

    def _is_way_out(self, event: KeyPress) -> bool:
        return self.is_running and event.key in self._keyboard.called("quit").keys.split(",")

    @on(Ready)
    @work(group="keys")
    async def _take_waiting_keys(self) -> None:
        """Take keys that came before the screen, or before the release that they are for."""
        await self._shown()
        while self._waiting:
            key = self._waiting.pop(0)
            if self._acts_late(key):
                await self._in_front.caught_up()
            line = self._overtaken(key)
            await super().on_event(key)
            if line:
                await self._through(line)
            await self._shown()
        self._waiting = None

    @property
    def _in_front(self) -> MainScreen | Palette:
        """What keys may wait for."""
        return self.screen if isinstance(self.screen, Palette) else self._main

    def _acts_late(self, key: KeyPress) -> bool:
        return self._in_front.acts_late(key)

    def _overtaken(self, key: KeyPress) -> Input | None:
        """The line in focus from which a key goes on to its binding, while letters stay there."""
        line = self._main.focused
        return line if isinstance(line, Input) and not key.is_printable else None

    async def _shown(self) -> None:
        """Wait until the screen that a key has opened, or was for, can take the next.

        The key goes from the part in focus to the app, its binding from there to the part again,
        and that to a list. A screen that is closed tells no more: `pop_screen` does.
        """
        while (screen := self.screen) is not self._main:
            if isinstance(screen, Over):
                await self._in_time(screen.prepared())
            focused = screen.focused or screen
            for part in (focused, focused, *screen.query(OptionList)):
                if self.screen is screen:
                    await self._through(part)
            if self.screen is screen:
                return
            await self._through(self)  # what the screen has left behind to be done is done

    async def _through(self, part: MessagePump) -> None:
        """Wait until what a part was sent has led to all that it leads to.

        A part that is taken away meanwhile never tells.
        """
        self._passed = Passed()
        if self._passed.follow(part):
            await self._in_time(self._passed.arrived.wait())

    async def _in_time(self, awaited: Awaitable[object]) -> None:
        """Wait for something, but not for ever."""
        with suppress(TimeoutError):
            await asyncio.wait_for(awaited, _PATIENCE)

    @on(Passed)
    def _note_passed(self, event: Passed) -> None:
        event.arrived.set()

    def pop_screen(self) -> AwaitComplete:
        """Close the screen in front; keys that wait for it go to the one below."""
        self._passed.arrived.set()
        return super().pop_screen()

    def get_system_commands(self, _: Screen[object]) -> Iterator[SystemCommand]:
        """Offer in the palette what keys do on the main screen, and the themes."""
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
        keys = [key for key in reversed(self._keyboard.keys) if key.where & Where.PARTS]
        for key in {key.says: key for key in keys}.values():
            where = f"{', '.join(key.signs)} · {(key.where & Where.PARTS).words}"
            yield SystemCommand(key.says, where, partial(self._give, key))

    async def _action_give(self, key_id: str) -> None:
        """Do what a key does, as if it had been pressed in its place."""
        await self._give(self._keyboard.called(key_id))

    async def _give(self, key: Key) -> None:
        await self._uncover()
        await self.run_action(key.action, self._main.widget_for(key.where))

    async def _jump(self, number: int) -> None:
        await self._uncover()
        self._main.follow(number)

    async def _uncover(self) -> None:
        """Close what lies over the main screen."""
        while self.screen is not self._main:
            await self.pop_screen()

    async def _action_help(self) -> None:
        from natoread.screens.help import HelpScreen  # needed by few, so not at the start

        over = self.screen
        place = over.place if isinstance(over, Over) else self._main.place
        await self.push_screen(HelpScreen(place, self._keyboard))

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, Palette):
            titles = Titles(self._main, self._main.titled, self._jump)
            self.push_screen(Palette("A command, or words of a title", Commands, titles))

    def action_change_theme(self) -> None:
        """Open the palette of themes."""
        choices = SimpleProvider(
            self._main, [SimpleCommand(name, partial(self._choose, name)) for name in THEMES]
        )
        self.push_screen(Palette("A theme", choices))

    @work(group="theme")
    async def _choose(self, name: str) -> None:
        self.theme = name
        try:
            await asyncio.to_thread(theme.keep, self._state, self._usual_theme, name)
        except OSError as trouble:
            self.notify(f"The theme is not kept: {trouble}", severity="warning", markup=False)

    def _send(self, sequence: str) -> None:
        """Send the terminal a sequence that shows nothing."""
        if self._driver is not None:
            self._driver.write(sequence)

    def _action_sync(self) -> None:
        self._main.sync()

    def _action_redraw(self) -> None:
        self.screen.refresh(layout=True)

    def on_mount(self) -> None:
        """Draw all of the screen again whenever the shell gives it back."""
        self.app_resume_signal.subscribe(self, lambda _: self._action_redraw())
        for name in _ENDS.intersection(dir(signal)):
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)

    @on(AppFocus)
    def _take_focus(self) -> None:
        """Have a part in focus: a browser's page has none when the app begins."""
        if self._main.is_mounted and self._main.focused is None:
            self._main.set_focus(self._main.releases)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the app; it begins there the next time."""
        if self._main.is_mounted:
            self._main.leave()
        super().exit(result, return_code, message)

    @on(Unmount)
    def _leave(self) -> None:
        self._librarian.leave()
