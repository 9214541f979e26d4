"""`natoread doctor`: what is wrong with the library, and what mends it."""

import click

from natoread.commands import TROUBLE
from natoread.commands.printing import put
from natoread.commands.progress import follow
from natoread.commands.verb import verb
from natoread.places import Places
from natoread_index import Library, Trouble


@verb("doctor")
@click.option("--fix", is_flag=True, help="Mend what can be mended.")
def command(places: Places, fix: bool) -> int:
    """Check the library and its search index.

    \b
    Examples:
      natoread doctor
      natoread doctor --fix
    """
    with places.open() as library:
        troubles = _after_mending(library) if fix else library.check()
        for trouble in troubles:
            put(f"{trouble.sentence}\n  to mend it: {trouble.remedy}")
        if not troubles:
            put(f"Library and search index are sound: {len(library):,} releases.")
    return TROUBLE if troubles else 0


def _after_mending(library: Library) -> list[Trouble]:
    """Mend what can be mended; what is wrong after that."""
    troubles = library.check()
    if not any(trouble.mendable for trouble in troubles):
        return troubles
    follow(library.reindex(), "Indexing")
    return library.check()
