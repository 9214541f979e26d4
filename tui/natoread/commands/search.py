"""`natoread search`: which releases answer a query."""

import sys
from collections.abc import Mapping
from operator import itemgetter

import click

from natoread.commands import NO_MATCH, TROUBLE
from natoread.commands.answers import Answer, Asking
from natoread.commands.printing import put_json, tell
from natoread.commands.progress import catch_up
from natoread.commands.rows import put_counts, put_hit
from natoread.commands.verb import QueryVerb, verb
from natoread.places import Places
from natoread.spelling import also, unknown, used
from natoread_index import Library, LibraryError, Sort

_EMPTY = "The library is empty. To fill it: natoread add PATH"
_TABLE_ROWS = 10


@verb("search", QueryVerb)
@click.argument("words", nargs=-1, metavar="QUERY")
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in Sort]),
    default="relevance",
    show_default=True,
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=20,
    metavar="N",
    show_default=True,
    help="At most N releases; 0 for all.",
)
@click.option(
    "--offset", type=click.IntRange(0), default=0, metavar="N", help="Leave out the first N."
)
@click.option("--typing", is_flag=True, help="Take the last word as unfinished.")
@click.option("--batch", is_flag=True, help="Answer each line of stdin by one JSON object.")
@click.option("--facets", is_flag=True, help="Count the hits by kind, source, speaker and month.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--jsonl", is_flag=True, help="One JSON object a hit, each in its line.")
def command(
    places: Places,
    words: tuple[str, ...],
    sort: str,
    limit: int,
    offset: int,
    typing: bool,
    batch: bool,
    facets: bool,
    as_json: bool,
    jsonl: bool,
) -> int:
    """Search the releases, best first.

    All words must occur; "a phrase", -word, a OR b, word* and fields such as title: and since:
    work as they do in the app. No match is exit code 1.

    \b
    Examples:
      natoread search ukraine air defence
      natoread search '"air defence" -drill kind:speech' --sort newest
      natoread search ukraine --facets --limit 3
      natoread search --batch --typing < queries.txt
    """
    if batch == bool(words):
        raise click.UsageError("Give a QUERY, or --batch to read queries from stdin, one a line.")
    if jsonl and (as_json or facets):
        other = "--json" if as_json else "--facets"
        raise click.UsageError(f"--jsonl prints hits alone, so it can't go with {other}.")
    asking = Asking(Sort(sort), limit, offset, typing, facets)
    with places.open() as library:
        catch_up(library, despite=LibraryError)
        if batch:
            return _answer_lines(library, asking)
        answer = asking.of(library, " ".join(words))
        form = _put_object if as_json else _put_lines if jsonl else _put_text
        form(answer)
        unsearched = library.unindexed
    return 0 if answer.hits.total else TROUBLE if unsearched else NO_MATCH


def _answer_lines(library: Library, asking: Asking) -> int:
    for line in sys.stdin:
        library.refresh()
        put_json(asking.of(library, line.rstrip("\n")).shape())
        sys.stdout.flush()
    return 0


def _put_object(answer: Answer) -> None:
    put_json(answer.shape())


def _put_lines(answer: Answer) -> None:
    for shape in answer.shapes():
        put_json(shape)
    _tell_total(answer)


def _put_text(answer: Answer) -> None:
    for row, _ in answer.rows():
        put_hit(row, answer.query)
    if answer.with_facets and answer.hits.total:
        put_counts({name: _largest(counts) for name, counts in answer.facets().items()})
    _tell_total(answer)


def _largest(counts: Mapping[str, int]) -> dict[str, int]:
    """The most frequent of many values, and the sum of the others as if they were one."""
    ordered = sorted(counts.items(), key=itemgetter(1), reverse=True)
    others = ordered[_TABLE_ROWS:]
    rest = {f"({len(others):,} others)": sum(count for _, count in others)} if others else {}
    return dict(ordered[:_TABLE_ROWS]) | rest


def _tell_total(answer: Answer) -> None:
    """Say how many answer, and what of them was not shown: nothing is cut off silently."""
    tell(_how_many(answer) if len(answer.library) else _EMPTY)
    if names := also(answer.hits):
        tell(f"Also searched: {names}")
    if answer.hits.corrected:
        tell(f"No release has {unknown(answer.hits)}: searched for {used(answer.hits)}")


def _how_many(answer: Answer) -> str:
    total, shown = answer.hits.total, answer.shown
    if not total:
        return f"No release answers “{answer.text}”."
    many = f"{total:,} release" + "s" * (total != 1)
    if len(shown) == total:
        return many
    return f"{_places(shown)} of {many}{_more(answer)}"


def _places(shown: range) -> str:
    first, last = f"{shown.start + 1:,}", f"{shown.stop:,}"
    return "None" if not shown else first if len(shown) == 1 else f"{first}–{last}"


def _more(answer: Answer) -> str:
    left = answer.hits.total - answer.shown.stop
    return f"; --offset {answer.shown.stop} goes on, --limit 0 prints all" if left else ""
