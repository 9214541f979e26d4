"""What changes the releases themselves, as acts that can be undone."""

import sqlite3
from collections.abc import Iterable, Mapping

from natoread_index.correction import Fact
from natoread_index.storage import records
from natoread_index.storage.ledger import Act, rewrite_all
from natoread_index.storage.removing import remove, wholes
from natoread_index.storage.what import What


def remove_as_act(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Take releases out, and note all that is needed to put them back."""
    some = list(numbers)
    act = Act.begun(database, "removal")
    for whole in wholes(database, some):
        act.keep(whole.versions[-1].id, str(whole))
    act.end()
    remove(database, some)


def correct_as_act(
    database: sqlite3.Connection, numbers: Iterable[int], facts: Mapping[Fact, str | None]
) -> None:
    """Note corrections, and store the releases as they are with them; raises `NoCorrection`."""
    ids = records.ids(database, list(numbers)).values()
    act = Act.begun(database, "correction")
    for fact, text in facts.items():
        act.put(What.CORRECTION, ids, text if text is None else fact.read(text), fact)
    act.end()
    rewrite_all(database, ids)
