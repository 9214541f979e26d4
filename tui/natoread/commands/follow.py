"""`natoread follow`: feeds to be fetched by `natoread sync`."""

from collections.abc import Iterator
from datetime import datetime

import click

from natoread.commands.followed import addresses
from natoread.commands.printing import put, put_json, tell
from natoread.commands.verb import verb
from natoread.facts import BETWEEN
from natoread.places import Places
from natoread_index import Library
from natoread_index.storage.feeds import Followed


@verb("follow")
@click.argument("feeds", nargs=-1, metavar="[URL|FILE]...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: all that is followed.")
def command(places: Places, feeds: tuple[str, ...], as_json: bool) -> int:
    """Follow feeds: "natoread sync" then fetches what is new in them.

    URL is an RSS, Atom or JSON feed; FILE, or - for stdin, is a list of feeds (OPML). Without
    either, all that is followed is listed, with the last success and what failed since. "natoread
    unfollow" ends it. Nothing is fetched until the next sync.

    A feed in your own network can be followed, too; no feed leads into it from elsewhere.

    \b
    Examples:
      natoread follow https://www.nato.int/cps/rss/en/natohq/rssFeed.xsl/rssFeed.xml
      natoread follow feeds.opml
      natoread follow
    """
    with places.open() as library:
        for url, title in list(addresses(feeds)):
            is_new = library.feeds.follow(url, title)
            tell(f"{'following' if is_new else 'followed already:'} {url}")
        if as_json:
            put_json({"feeds": [_fields(feed) for feed in library.feeds]})
        elif not feeds:
            _list(library)
    return 0


def _list(library: Library) -> None:
    if not len(library.feeds):
        tell("No feed is followed. natoread follow URL follows one.")
    for feed in library.feeds:
        put(feed.url)
        put(BETWEEN.join(_facts(feed)), indent="  ")


def _facts(feed: Followed) -> Iterator[str]:
    if feed.title:
        yield feed.title
    yield f"fetched {_local(feed.succeeded)}" if feed.succeeded else "never fetched yet"
    if feed.error and feed.failed:
        reason = feed.error.removeprefix(f"{feed.url}: ")
        yield f"failed {_local(feed.failed)}: {reason}"
    if feed.gone:
        yield "asked no more"


def _local(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _fields(feed: Followed) -> dict[str, object]:
    return {
        "url": feed.url,
        "title": feed.title or None,
        "succeeded": feed.succeeded and feed.succeeded.isoformat(),
        "failed": feed.failed and feed.failed.isoformat(),
        "error": feed.error,
        "gone": feed.gone,
    }
