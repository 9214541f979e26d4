"""What a word is: the one definition that index, query and highlighter share."""
import re
from typing import NamedTuple
from collections.abc import Iterator

class Word(NamedTuple):
    text: str
    start: int
    end: int

def words(text: str) -> Iterator[Word]:
    for m in re.finditer(r"[^\W_]+", text):
        yield Word(m.group().casefold(), m.start(), m.end())
