"""`natoread add`: releases from text files into the library."""

import click

from natoread.commands import INTERRUPTED, TROUBLE
from natoread.commands.adding import Outcome, outcomes
from natoread.commands.printing import tell
from natoread.commands.progress import catch_up
from natoread.commands.report import put_report
from natoread.commands.sources import files
from natoread.commands.verb import verb
from natoread.places import Places
from natoread_index import NatoReadError


@verb("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--verbose", is_flag=True, help="Report each file.")
@click.option("--dry-run", is_flag=True, help="Report what would be added; store nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(
    places: Places, paths: tuple[str, ...], verbose: bool, dry_run: bool, as_json: bool
) -> int:
    """Add the releases in text files to the library.

    PATH is a file, a folder (all *.txt in it), or - for stdin. A text holds any number of
    releases, each a title line, a line "Source: ...", and paragraphs, with blank lines between.
    What the library has already is left as it is. A file that fails leaves the others alone.

    \b
    Examples:
      natoread add may-2024.txt archive/
      natoread add --dry-run --verbose 'archive/**/*.txt'
      curl -s https://example.org/releases.txt | natoread add -
    """
    done: list[Outcome] = []
    stopped = _add(places, files(paths), dry_run, done)
    if done or not stopped:
        put_report(done, verbose=verbose, dry_run=dry_run, as_json=as_json)
    return stopped or (TROUBLE if any(outcome.error for outcome in done) else 0)


def _add(places: Places, paths: list[str], dry_run: bool, done: list[Outcome]) -> int:
    """Add the texts, and put what became of each into `done`; an exit code if that was stopped."""
    try:
        with places.open() as library:
            done.extend(outcomes(library, paths, dry_run))
            if not dry_run:
                catch_up(library)
    except KeyboardInterrupt:
        tell("Interrupted. What was stored stays; the same command goes on from there.")
        return INTERRUPTED
    except NatoReadError as trouble:
        tell(trouble)
        return TROUBLE
    return 0
