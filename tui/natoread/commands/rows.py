"""Releases as people read them in a terminal or a pipe."""

from collections.abc import Mapping

from natoread.commands.printing import put
from natoread.facts import BETWEEN, listed, release_facts, row_facts
from natoread_index import Query, Release, ReleaseId, Row

_HEADINGS = {"by": "speaker"}


def put_listed(row: Row) -> None:
    """Print a release in one line, in columns."""
    put(f"{short(row.id)}  {listed(row.dated):<16}  {row.kind:<16}  {row.title}")


def put_hit(row: Row, query: Query) -> None:
    """Print a hit: its title, its facts, where it answers, and a blank line."""
    put(row.title, query.title_lights(row.title))
    put(BETWEEN.join([*row_facts(row), short(row.id)]), indent="  ")
    if row.snippet.text:
        put(row.snippet.text, row.snippet.lights, indent="  ")
    put()


def put_counts(counts: Mapping[str, Mapping[str, int]]) -> None:
    """Print how many releases there are of each value, a table for each fact that any has."""
    for name, values in counts.items():
        if values:
            put(f"\nBy {_HEADINGS.get(name, name)}")
        for value, count in values.items():
            put(f"{count:>9,}  {value}")


def facts(release: Release) -> str:
    """What is known of a release besides its text, in one line."""
    return BETWEEN.join([release_facts(release), short(release.id)])


def short(name: ReleaseId) -> str:
    """The start of an id that, nearly always, no other of a million releases has."""
    return name[:10]
