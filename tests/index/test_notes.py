"""What a note says, word by word, as a search of releases would have it."""

import pytest

from natoread_index import Query
from natoread_index.queries.nodes import Phrase, Term
from natoread_index.queries.notes import Note

NOTE = Note("Ask Geoană’s office: the Indo-Pacific pledges, 2.5% of GDP; air defence")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("geoana", True),
        ("pledge", True),
        ("pled", False),
        ("pled*", True),
        ("indopacific", True),
        ("indo-pacific", True),
        ("airdefence", True),
        ('"air defence"', True),
        ('"defence air"', False),
        ('"pacific pledges"', True),
        ('"the indo pacific"', True),
        ('"the indopacific"', True),
        ('"defence"', True),
        ('"ask geoană office the', True),
        ('"ask geo', True),
        ('"geoanas off', False),
        ('"office the indo', True),
        ('"office the pacific', False),
        ('"air def', True),
        ('"air defen', True),
        ('"gdp defen', False),
        ("2.5", True),
        ("nothing", False),
    ],
)
def test_a_note_says_a_word_or_a_phrase(asked: str, says: bool) -> None:
    node = Query.parse(f"note:{asked}", typing=asked.startswith('"') and asked[-1] != '"').node
    assert isinstance(node, Term | Phrase)
    assert NOTE.says(node) is says


def test_an_empty_note_says_nothing() -> None:
    for asked in ("a", "a*", '"a b"'):
        node = Query.parse(f"note:{asked}").node
        assert isinstance(node, Term | Phrase)
        assert not Note("").says(node)
