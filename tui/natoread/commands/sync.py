"""`natoread sync`: what is new in the feeds that are followed, into the library."""

from __future__ import annotations

from dataclasses import asdict
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import click

from natoread.commands import INTERRUPTED, TROUBLE
from natoread.commands.printing import put, put_json, tell
from natoread.commands.progress import bar, catch_up
from natoread.commands.report import words
from natoread.commands.verb import verb
from natoread_index import Added, NatoReadError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natoread.places import Places
    from natoread_index import Library
    from natoread_index.following.syncing import Synced


@verb("sync")
@click.option("--verbose", is_flag=True, help="Report each feed.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(places: Places, verbose: bool, as_json: bool) -> int:
    """Fetch what is new in all feeds that are followed.

    Where a feed has only a teaser, the page of the release is fetched, unless its host asks
    programs to leave it alone (robots.txt). Hosts are asked for two things at once at most, and
    for pages with pauses. What was taken once is not taken again. Stopped at any moment, sync goes
    on from there the next time. Offline, it says so and changes nothing.

    The exit code is 3 if anything could not be fetched; the next sync tries again.

    \b
    Examples:
      natoread sync
      natoread sync --json | jq .added
    """
    done: list[Synced] = []
    stopped = _sync(places, done)
    if done or not stopped:
        _report(done, verbose=verbose, as_json=as_json)
    return stopped or (TROUBLE if any(one.failed for one in done) else 0)


def _sync(places: Places, done: list[Synced]) -> int:
    """Fetch, and put what became of each feed into `done`; an exit code if that was stopped."""
    try:
        with places.open() as library:
            if len(library.feeds):
                _fetch(library, done)
                catch_up(library)
            else:
                tell("No feed is followed. natoread follow URL follows one.")
    except KeyboardInterrupt:
        tell("Interrupted. What was stored stays; the next sync goes on from there.")
        return INTERRUPTED
    except NatoReadError as trouble:
        tell(trouble)
        return TROUBLE
    return 0


def _fetch(library: Library, done: list[Synced]) -> None:
    from natoread.proxies import proxies  # what talks to the web takes 150 ms to import
    from natoread_index.following.means import Means
    from natoread_index.following.syncing import sync

    with bar(len(library.feeds), "Fetching") as shown:

        def step(taken: int, steps: int) -> None:
            shown.length = steps
            shown.update(taken - shown.pos)

        sync(library, Means(proxies()), done, step)


def _report(done: Sequence[Synced], *, verbose: bool, as_json: bool) -> None:
    """Print the sums, feed by feed if `verbose`; what failed goes to stderr in any case."""
    for one in done:
        for trouble in one.troubles:
            tell(trouble)
        if verbose and not as_json and not one.error:
            put(f"{one.feed.title or one.feed.url}: {_words(_counts([one]))}")
    if as_json:
        put_json(_counts(done) | {"feeds": [_fields(one) for one in done]})
    elif done:
        put(_words(_counts(done)))


def _counts(done: Sequence[Synced]) -> dict[str, int]:
    total = reduce(add, (one.counts for one in done), Added())
    return asdict(total) | {"failed": sum(one.failed for one in done)}


def _words(counts: dict[str, int]) -> str:
    """The counts in words; what failed is no file here."""
    failed = {"not fetched": counts["failed"]}
    return words({**counts, "failed": 0, **failed}, nothing="nothing new")


def _fields(one: Synced) -> dict[str, object]:
    return {
        "url": one.feed.url,
        "title": one.feed.title or None,
        **_counts([one]),
        "error": one.error,
        "missed": one.missed,
        "given_up": one.given_up,
    }
