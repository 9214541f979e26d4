"""`natoread dump`: all that the user made, as plain text."""

from natoread.commands.printing import put_json
from natoread.commands.verb import verb
from natoread.places import Places


@verb("dump")
def command(places: Places) -> int:
    """Print all that you made, one JSON object a line: a backup that anything can read.

    That is what you read, starred, tagged and noted, saved searches, places in texts, the feeds
    that you follow. Releases are named by their lasting ids; their texts are not in it.

    \b
    Examples:
      natoread dump > natoread.jsonl
      natoread dump | grep '"note"'
    """
    with places.open() as library:
        for shape in library.keepsakes.dump():
            put_json(shape)
    return 0
