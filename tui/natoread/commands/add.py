"""`natoread add`: releases in any form into the library."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic

import click

from natoread.commands import INTERRUPTED, TROUBLE
from natoread.commands.adding import Intake, Outcome
from natoread.commands.printing import tell
from natoread.commands.progress import catch_up, follow
from natoread.commands.report import put_report
from natoread.commands.sources import files
from natoread.commands.verb import verb
from natoread.commands.watching import Arrivals, arriving
from natoread.places import Places
from natoread_index import Fields, NatoReadError, NoSuchField


@verb("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--map", "pairs", multiple=True, metavar="A=B", help="Take A from the field B.")
@click.option("--watch", is_flag=True, help="Go on taking in what arrives in the folders PATH.")
@click.option("--verbose", is_flag=True, help="Report each file.")
@click.option("--dry-run", is_flag=True, help="Report what would be added; store nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(
    places: Places,
    paths: tuple[str, ...],
    pairs: tuple[str, ...],
    watch: bool,
    verbose: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Add releases to the library, in whatever form they come.

    PATH is a file, a folder with all that is below it, a pattern, or - for stdin. Each file is
    known by its content: text packs (a title line, a line "Source: ...", paragraphs, with blank
    lines between; any number of them), saved web pages, RSS and Atom feeds, e-mails and mailboxes,
    JSON, CSV and TSV with the usual names of fields, Markdown; also in .zip, .tar, .gz, .bz2, .xz
    and .zst. What the library has already is left as it is. A file that fails leaves the others
    alone. --map names fields that are called otherwise: title, body, date, source, url, kind, by.

    \b
    Examples:
      natoread add may-2024.txt archive/ saved-pages.zip
      natoread add --dry-run --verbose 'archive/**/*.txt'
      natoread add --map body=Fulltext --map date=Day export.csv
      natoread add --watch ~/Downloads/releases
      curl -s https://example.org/releases.txt | natoread add -
    """
    adding = partial(_add, places, _fields(pairs), dry_run)
    report = partial(put_report, dry_run=dry_run, as_json=as_json)
    if watch:
        return _watch(_folders(paths), adding, partial(report, verbose=True))
    done: list[Outcome] = []
    stopped = adding(files(paths), done)
    if done or not stopped:
        report(done, verbose=verbose)
    return stopped or (TROUBLE if any(outcome.error for outcome in done) else 0)


def _watch(
    folders: Sequence[str],
    adding: Callable[[list[str], list[Outcome]], int],
    report: Callable[[list[Outcome]], None],
) -> int:
    """Add what is in folders and what arrives there, until that is interrupted."""
    arrivals = Arrivals()
    for paths in arriving(folders, arrivals):
        done: list[Outcome] = []
        stopped = adding(paths, done)
        if done:
            report(done)
            sys.stdout.flush()
        if stopped == INTERRUPTED:
            break
        if stopped:  # by another program, or a disk that is full: it may end
            arrivals.note(paths, monotonic())
    return INTERRUPTED


def _folders(paths: Sequence[str]) -> list[str]:
    if nothing := [path for path in paths if not Path(path).is_dir()]:
        raise click.BadParameter(f"{nothing[0]} is no folder", param_hint="--watch")
    return [str(Path(path).resolve()) for path in paths]


def _fields(pairs: Sequence[str]) -> Fields:
    try:
        return Fields.mapped(pairs)
    except NoSuchField as wrong:
        raise click.BadParameter(str(wrong), param_hint="--map") from wrong


def _add(
    places: Places, fields: Fields, dry_run: bool, paths: list[str], done: list[Outcome]
) -> int:
    """Add the files, and put what became of each into `done`; an exit code if that was stopped."""
    try:
        with places.open() as library:
            if not dry_run:
                follow(library.make_comparable(), "Preparing")
            Intake(library, fields, dry_run, done).take(paths)
            if not dry_run:
                catch_up(library)
    except KeyboardInterrupt:
        tell("Interrupted. What was stored stays; the same command goes on from there.")
        return INTERRUPTED
    except NatoReadError as trouble:
        tell(trouble)
        return TROUBLE
    return 0
