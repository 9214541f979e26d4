"""`natoread [QUERY]`: the app."""

import gc
import os
import sys

import click

from natoread.commands import PLAIN, USAGE, dialogue
from natoread.commands.printing import tell
from natoread.commands.verb import QueryVerb, verb
from natoread.places import Places
from natoread.settings import read

_PACE = {"TEXTUAL_FPS": "240", "ESCDELAY": "25"}
"""Frames in a second, and the milliseconds in which what follows escape is of the same key.

Textual, which reads them when it is imported, would take 60 and 100.
"""

_EVERYTHING = 2
"""The generation in which Python keeps the oldest of what it looks through."""


@verb("natoread", QueryVerb)
@click.argument("words", nargs=-1, metavar="QUERY")
@click.option("--plain", is_flag=True, help="A dialogue line by line in place of the app.")
@click.pass_context
def command(ctx: click.Context, places: Places, words: tuple[str, ...], plain: bool) -> int:
    """Open the app, with QUERY typed in."""
    if plain or ctx.meta.get(PLAIN) or _on_a_typewriter():
        return dialogue.run(places, " ".join(words))
    if not _on_a_screen():
        tell(
            "The app needs a terminal. Without one, try: natoread --plain, natoread search QUERY, "
            "natoread --help"
        )
        return USAGE
    return _run(places, " ".join(words))


def _run(places: Places, query: str) -> int:
    """Run the app; its exit code."""
    settings = read(places.settings)
    for name, value in _PACE.items():
        os.environ.setdefault(name, value)
    from natoread.app import NatoRead  # Textual takes 200 ms to import, so no other verb does
    from natoread.librarian import Librarian

    librarian = Librarian(places.open, places.open_samples)
    app = NatoRead(librarian, query, places.state, settings)
    _look_for_garbage_in_what_is_new()
    app.run(mouse=settings.mouse)
    for trouble in librarian.lost():
        tell(trouble)
    return app.return_code or 0


def _look_for_garbage_in_what_is_new() -> None:
    """Have Python look only there, as all the rest would hold up a key for 70 ms."""
    gc.freeze()
    gc.callbacks.append(_keep_what_stays)


def _keep_what_stays(phase: str, told: dict[str, int]) -> None:
    """Take what has outlived a look through everything for something that stays."""
    if phase == "stop" and told["generation"] == _EVERYTHING:
        gc.freeze()


def _on_a_screen() -> bool:
    return _on_a_terminal() or "TEXTUAL_DRIVER" in os.environ  # a browser's, by `natoread serve`


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _on_a_typewriter() -> bool:
    """Whether the terminal can do no more than print lines."""
    return _on_a_terminal() and os.environ.get("TERM") == "dumb"
