"""`natoread unfollow`: feeds that are not to be fetched any more."""

import click

from natoread.commands import NO_MATCH
from natoread.commands.followed import meant
from natoread.commands.printing import tell
from natoread.commands.verb import verb
from natoread.places import Places


@verb("unfollow")
@click.argument("feeds", nargs=-1, required=True, metavar="URL...")
def command(places: Places, feeds: tuple[str, ...]) -> int:
    """Fetch these feeds no more; the releases that came from them stay.

    URL is the address of a feed or its title, or a part of either that no other has.

    \b
    Example:
      natoread unfollow https://www.nato.int/cps/rss/en/natohq/rssFeed.xsl/rssFeed.xml
    """
    code = 0
    with places.open() as library:
        for word in feeds:
            found = meant(library.feeds, word)
            if len(found) == 1:
                library.feeds.unfollow(found[0].url)
                tell(f"no longer following {found[0].url}")
            else:
                which = "more than one feed is" if found else "no feed is followed that is"
                tell(f"{which} called {word}")
                code = NO_MATCH
    return code
