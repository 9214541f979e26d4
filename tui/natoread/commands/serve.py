"""`natoread serve`: the app in a browser on this machine."""

import shlex
import sys

import click

from natoread.commands import USAGE
from natoread.commands.printing import tell
from natoread.commands.verb import QueryVerb, verb
from natoread.places import Places


@verb("serve", QueryVerb)
@click.argument("words", nargs=-1, metavar="[QUERY]")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def command(places: Places, words: tuple[str, ...], port: int) -> int:
    """Show the app in a browser, until ctrl+c; only this machine can reach it.

    Whoever else is logged in on this machine can reach it, too. QUERY is typed in already.
    It needs a package more: pip install 'natoread[serve]'

    \b
    Example:
      natoread serve --port 8080
    """
    try:
        from natoread.serving import LocalServer  # a web server, which no other verb needs
    except ModuleNotFoundError:
        tell("To serve the app in a browser, install: pip install 'natoread[serve]'")
        return USAGE
    LocalServer(_app(places, words), port).serve()
    return 0


def _app(places: Places, words: tuple[str, ...]) -> str:
    """The command by which the server starts an app for each visitor."""
    library = [] if places == Places.of() else ["--library", str(places.library)]
    return shlex.join([sys.executable, "-m", "natoread", *library, "--", *words])
