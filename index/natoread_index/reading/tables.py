"""Tables as text: values apart by commas, semicolons, tabs or bars, with a line of names."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from natoread_index.errors import Unreadable
from natoread_index.reading.fields import DELIMITERS, Fields
from natoread_index.reading.records import Record

_LARGEST_FIELD = 1 << 24
_MOST_ABOVE = 10


def rows(lines: Iterable[str], fields: Fields, where: str) -> Iterator[Record]:
    """Yield the rows of a table as records; `lines` have lost their ends.

    The names are looked for on the first lines: there may be a title or a remark above them.
    Raises `Unreadable` where a value never ends.
    """
    lines = (line + "\n" for line in lines)
    first = list(islice(lines, _MOST_ABOVE))
    head = next((at for at, line in enumerate(first) if fields.delimiter(line)), 0)
    names = "".join(first[head : head + 1])
    delimiter = fields.delimiter(names) or max(DELIMITERS, key=names.count)
    csv.field_size_limit(_LARGEST_FIELD)
    try:
        table = csv.DictReader(chain(first[head:], lines), delimiter=delimiter, restkey="")
        for row in table:
            yield {name: value for name, value in row.items() if name and value}
    except csv.Error as failure:
        raise Unreadable(f"{where}: line {table.line_num}: {failure}") from failure
