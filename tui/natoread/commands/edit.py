"""`natoread edit`: facts of releases corrected by hand."""

import click

from natoread.commands import USAGE
from natoread.commands.printing import put_json, tell
from natoread.commands.progress import catch_up
from natoread.commands.rows import put_listed
from natoread.commands.shapes import listed
from natoread.commands.verb import verb
from natoread.places import Places
from natoread_index import Fact, NoCorrection


@verb("edit")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--date", metavar="DATE", help="2024-05-28, 2024-05, 2024-05-27..2024-05-30 or none.")
@click.option("--kind", metavar="KIND", help="Such as speech, or press-conference.")
@click.option("--by", metavar="NAMES", help="Who speaks; several names with ; between them.")
@click.option("--title", metavar="TITLE")
@click.option("--reset", is_flag=True, help="Put all else back as it was published.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(
    places: Places,
    ids: tuple[str, ...],
    date: str | None,
    kind: str | None,
    by: str | None,
    title: str | None,
    reset: bool,
    as_json: bool,
) -> int:
    """Correct what was read wrongly of releases: date, kind, speakers, title.

    That is kept when they are added again, and found by searches; u in the app undoes it.

    \b
    Examples:
      natoread edit 5f0c2a --date 2024-05-28 --by 'Jens Stoltenberg; Olha Stefanishyna'
      natoread edit 5f0c2a --reset
    """
    typed = {Fact.DATE: date, Fact.KIND: kind, Fact.BY: by, Fact.TITLE: title}
    facts = {fact: text for fact, text in typed.items() if reset or text is not None}
    if not facts:
        raise click.UsageError("Say what to correct: --date, --kind, --by or --title; or --reset.")
    with places.open() as library:
        names = list(library.ids([library.number(name) for name in ids]).values())
        try:
            library.correct(map(library.number, names), facts)
        except NoCorrection as mistake:
            tell(mistake)
            return USAGE
        catch_up(library)
        rows = [library.row(name) for name in names]
    if as_json:
        put_json({"releases": [listed(row) for row in rows]})
    for row in () if as_json else rows:
        put_listed(row)
    return 0
