"""Tables as text: values apart by commas, semicolons, tabs or bars, with a line of names."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from natoread_index.errors import Unreadable
from natoread_index.reading.fields import DELIMITERS, Fields
from natoread_index.reading.records import Record

_LARGEST_FIELD = 1 << 24


def rows(lines: Iterable[str], fields: Fields, where: str) -> Iterator[Record]:
    """Yield the rows of a table as records; `lines` have lost their ends.

    Raises `Unreadable` where a value never ends.
    """
    lines = (line + "\n" for line in lines)
    head = list(islice(lines, 1))
    names = "".join(head)
    delimiter = fields.delimiter(names) or max(DELIMITERS, key=names.count)
    csv.field_size_limit(_LARGEST_FIELD)
    try:
        table = csv.DictReader(chain(head, lines), delimiter=delimiter, restkey="")
        for row in table:
            yield {name: value for name, value in row.items() if name and value}
    except csv.Error as failure:
        raise Unreadable(f"{where}: line {table.line_num}: {failure}") from failure
