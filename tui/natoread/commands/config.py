"""`natoread config`: the file of settings, what holds, and what is wrong with it."""

from dataclasses import replace

import click

from natoread.commands import USAGE
from natoread.commands.printing import put, tell
from natoread.commands.verb import verb
from natoread.places import Places
from natoread.settings import BadConfig, read, written
from natoread.theme import kept


@verb("config")
@click.argument("what", type=click.Choice(["show", "path", "validate"]))
def command(places: Places, what: str) -> int:
    """Show the settings that hold, say where their file lies, or look for mistakes in it.

    The file is TOML: library, theme, width, sort, mouse, compact, and a table [keys] with keys by
    the ids of their commands. What it leaves out is as usual.

    \b
    Examples:
      natoread config show
      natoread config validate

    \b
    To begin a file of your own:
      mkdir -p "$(dirname "$(natoread config path)")"
      natoread config show > "$(natoread config path)"
    """
    path = places.settings
    if what == "path":
        put(str(path))
        return 0
    try:
        settings = read(path)
    except BadConfig as trouble:
        tell(trouble)
        return USAGE
    if what == "show":
        now = replace(settings, theme=kept(places.state, settings.theme))
        put(written(now).rstrip())
    else:
        put(f"{path}: nothing is wrong")
    return 0
