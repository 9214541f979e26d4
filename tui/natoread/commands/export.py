"""`natoread export`: what a query finds, in a form that other programs take."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from natoread.commands import NO_MATCH
from natoread.commands.printing import tell
from natoread.commands.progress import catch_up
from natoread.commands.verb import QueryVerb, verb
from natoread.exports.forms import Form
from natoread.exports.names import file_name
from natoread.places import Places
from natoread_index import LibraryError, Query, Release, Sort


@verb("export", QueryVerb)
@click.argument("words", nargs=-1, metavar="[QUERY]")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form]),
    help="Else as the end of FILE says, or markdown.",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE."
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a file a release into DIR, named by date, title and id.",
)
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in Sort]),
    default="relevance",
    show_default=True,
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N releases.")
def command(
    places: Places,
    words: tuple[str, ...],
    form: str | None,
    output: Path | None,
    into: Path | None,
    sort: str,
    limit: int | None,
) -> int:
    """Write the releases that answer QUERY, or all, to stdout or to files.

    The forms: texts to read (markdown, text, html, epub), data (json, csv), citations for
    programs (bibtex, csl-json) and in words (chicago, apa).

    \b
    Examples:
      natoread export ukraine air defence -o defence.epub
      natoread export tag:summit --format bibtex > summit.bib
      natoread export kind:speech by:stoltenberg --into speeches
    """
    if output and into:
        raise click.UsageError("--output writes one file and --into many: give one of them.")
    chosen = Form(form) if form else Form.of(output.name if output else "")
    title = " ".join(words)
    found = _found(places, title, Sort(sort), limit)
    if not found:
        tell(f"No release answers “{title}”." if title else "The library is empty.")
        return NO_MATCH
    if into:
        _write_each(found, chosen, into)
    else:
        _write(chosen.written(found, title or "Releases"), output, chosen)
    return 0


def _found(places: Places, words: str, sort: Sort, limit: int | None) -> list[Release]:
    with places.open() as library:
        catch_up(library, despite=LibraryError)
        numbers = library.search(Query.parse(words), sort).numbers
        return [library.release(number) for number in numbers[:limit]]


def _write(whole: bytes, output: Path | None, form: Form) -> None:
    if output:
        output.write_bytes(whole)
    elif not form.is_text and sys.stdout.isatty():
        raise click.UsageError(f"{form.value} is not for a terminal: give --output FILE.")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(whole)


def _write_each(found: Sequence[Release], form: Form, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for release in found:
        whole = form.written([release], release.title)
        (folder / file_name(release, form.suffix)).write_bytes(whole)
    tell(f"{len(found):,} file{'s' * (len(found) != 1)} in {folder}")
