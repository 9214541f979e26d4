"""`natoread tag`: tags on releases, and off them."""

from itertools import takewhile

import click

from natoread.commands import NO_MATCH
from natoread.commands.called import called
from natoread.commands.printing import put, put_json, tell
from natoread.commands.verb import QueryVerb, verb
from natoread.places import Places
from natoread_index import Library, Retagging


@verb("tag", QueryVerb)
@click.argument("words", nargs=-1, metavar="[+TAG -TAG... ID...|QUERY]")
@click.option("--dry-run", is_flag=True, help="Say how many releases it is for; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(places: Places, words: tuple[str, ...], dry_run: bool, as_json: bool) -> int:
    """Put tags on releases and take others off; without words, list all tags.

    The words up to the first without + or - are tags, the rest are IDs or a QUERY; one that begins
    by excluding a word says NOT. What was done is undone by u in the app.

    \b
    Examples:
      natoread tag +summit -draft 'washington since:2024-05'
      natoread tag +read-again 5f0c2a
      natoread tag
      natoread search tag:summit
    """
    signed = list(takewhile(lambda word: word[:1] in {"+", "-"}, words))
    tags, query = Retagging.of(signed), " ".join(words[len(signed) :]).strip()
    if bool(tags) != bool(query):
        raise click.UsageError("Give tags as +TAG or -TAG, and after them IDs or a QUERY.")
    with places.open() as library:
        if not tags:
            return _put_tags(library, as_json)
        return _tag(library, tags, query, dry_run, as_json)


def _put_tags(library: Library, as_json: bool) -> int:
    tags = library.marks.tags()
    if as_json:
        put_json({"tags": tags})
    else:
        for tag, count in tags.items():
            put(f"{count:>9,}  {tag}")
    return 0


def _tag(library: Library, tags: Retagging, query: str, dry_run: bool, as_json: bool) -> int:
    ids = library.ids(called(library, query)).values()
    changed = 0 if dry_run else library.marks.tag(ids, tags)
    if as_json:
        put_json({"releases": len(ids), "changed": changed})
    elif dry_run:
        tell(f"{tags}: would be for {_releases(len(ids))}")
    else:
        tell(f"{tags}: {_releases(changed)} changed, of {len(ids):,}")
    return 0 if ids else NO_MATCH


def _releases(count: int) -> str:
    return f"{count:,} release" + "s" * (count != 1)
