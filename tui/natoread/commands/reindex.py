"""`natoread reindex`: the search index, made anew."""

from natoread.commands.printing import put
from natoread.commands.progress import follow
from natoread.commands.verb import verb
from natoread.places import Places


@verb("reindex")
def command(places: Places) -> int:
    """Throw the search index away and build it again from the library.

    Nothing is lost by it: the index holds only what the library holds.

    \b
    Example:
      natoread reindex
    """
    with places.open() as library:
        follow(library.reindex(), "Indexing")
        put(f"{len(library):,} releases indexed")
    return 0
