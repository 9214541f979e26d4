"""Releases as people read them in a terminal or a pipe."""

from natoread.commands.printing import put
from natoread.facts import BETWEEN, listed, release_facts, row_facts
from natoread_index import Query, Release, ReleaseId, Row


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


def facts(release: Release) -> str:
    """What is known of a release besides its text, in one line."""
    return BETWEEN.join([release_facts(release), short(release.id)])


def short(name: ReleaseId) -> str:
    """The start of an id that, nearly always, no other of a million releases has."""
    return name[:10]
