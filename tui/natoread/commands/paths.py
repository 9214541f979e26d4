"""`natoread paths`: where everything lies."""

from dataclasses import fields

from natoread.commands.printing import put
from natoread.commands.verb import verb
from natoread.places import Places


@verb("paths")
def command(places: Places) -> int:
    """Say where the library, its index, settings and logs lie.

    \b
    Example:
      natoread --library ~/press paths
    """
    for place in fields(places):
        put(f"{place.name:<8} {getattr(places, place.name)}")
    return 0
