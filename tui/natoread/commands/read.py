"""`natoread [QUERY]`: the app."""

import os
import sys

import click

from natoread.commands import PLAIN, USAGE, dialogue
from natoread.commands.printing import tell
from natoread.commands.verb import QueryVerb, verb
from natoread.places import Places
from natoread.settings import read


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
    os.environ.setdefault("TEXTUAL_FPS", "240")  # read once, when Textual is imported
    from natoread.app import NatoRead  # Textual takes 200 ms to import, so no other verb does
    from natoread.librarian import Librarian

    librarian = Librarian(places.open, places.open_samples)
    app = NatoRead(librarian, query, places.state, settings)
    app.run(mouse=settings.mouse)
    for trouble in librarian.lost():
        tell(trouble)
    return app.return_code or 0


def _on_a_screen() -> bool:
    return _on_a_terminal() or "TEXTUAL_DRIVER" in os.environ  # a browser's, by `natoread serve`


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _on_a_typewriter() -> bool:
    """Whether the terminal can do no more than print lines."""
    return _on_a_terminal() and os.environ.get("TERM") == "dumb"
