"""`natoread stats`: how much the library holds, and of what."""

from collections.abc import Mapping

import click

from natoread.commands.printing import put, put_json
from natoread.commands.rows import put_counts
from natoread.commands.verb import verb
from natoread.places import Places
from natoread_index import Stats


@verb("stats")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(places: Places, as_json: bool) -> int:
    """Count the releases by source, kind and month.

    \b
    Example:
      natoread stats
    """
    with places.open() as library:
        stats = library.stats()
    if as_json:
        put_json(_shape(stats))
    else:
        _put_text(stats)
    return 0


def _shape(stats: Stats) -> dict[str, object]:
    return {"releases": stats.releases, "indexed": stats.indexed, **_counts(stats)}


def _counts(stats: Stats) -> dict[str, Mapping[str, int]]:
    return {"source": stats.source, "kind": stats.kind, "month": stats.month}


def _put_text(stats: Stats) -> None:
    unindexed = stats.releases - stats.indexed
    waiting = f", {unindexed:,} of them not yet indexed" if unindexed else ""
    put(f"{stats.releases:,} releases{waiting}")
    put_counts(_counts(stats) if stats.releases else {})
