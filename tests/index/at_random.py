"""Random small libraries, and random queries that their releases may answer.

Each library and its queries draw on a few families of words that can be taken for each other.
"""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from natoread_index import Basis, Dated, Kind, Query, Release

FAMILIES = [
    ["air", "defence", "Defences", "airdefence", "air-defence", "defend"],
    ["indo", "pacific", "Indo-Pacific", "indopacific", "pacifics"],
    ["multi", "year", "multiyear", "multi-year", "years"],
    ["spokesman", "spokesmen", "man", "men", "Spokes"],
    ["U.S.", "US", "us", "D.C.", "dc", "used"],
    ["6,900", "6900", "6", "900", "2024"],
    ["Geoană", "geoana", "Geo", "O’Brien", "brien", "obrien"],
    ["Ukraine’s", "Ukraine", "ukraines", "city", "cities"],
    ["counter-disinformation", "counter", "disinformation", "in", "to", "into", "a"],
]
JOINTS = [" ", " ", " ", " OR ", " AND ", " -", " NOT ", "-", ""]
GAPS = [" ", " ", " ", "-", ", ", "\n\n"]
DATES = [
    "date:2024-05", "since:2024-05-28", "before:2024-05-28", "date:none", "-date:none", "date:2024",
    "date:2024-05-27..2024-05-30", "date:..2023", "since:7d", "date:2024-",
]  # fmt: skip
FACTS = ["kind:speech", "kind:press-conf", "source:nato", "by:Stoltenberg", "source:white by:brien"]
DAYS = [
    None, ("2024-05-28", "2024-05-28"), ("2024-05-27", "2024-05-29"), ("2023-12-31", "2024-01-01"),
    ("2024-05-01", "2024-05-31"), ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"),
]  # fmt: skip
TODAY = date(2024, 5, 30)

Words = st.SearchStrategy[str]
Batches = list[list[Release]]


def texts(words: Words, most: int) -> st.SearchStrategy[str]:
    pieces = st.tuples(words, st.sampled_from(GAPS))
    return st.lists(pieces, max_size=most).map(_run_together)


def _run_together(pieces: Sequence[tuple[str, str]]) -> str:
    return "".join(map("".join, pieces))


@st.composite
def releases(draw: st.DrawFn, words: Words) -> Release:
    days = draw(st.sampled_from(DAYS))
    ends = [date.fromisoformat(day) for day in days or ()]
    return Release(
        draw(texts(words, 3)),
        draw(texts(words, 6)),
        draw(st.sampled_from(["NATO", "The White House"])),
        kind=draw(st.sampled_from([Kind.NEWS, Kind.SPEECH, Kind.PRESS_CONFERENCE])),
        speakers=draw(st.sampled_from([(), ("Jens Stoltenberg",), ("Ann O’Brien", "Jens Lee")])),
        dated=Dated(ends[0], ends[1], Basis.STATED, "then") if ends else None,
    )


def together(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pieces = st.lists(st.tuples(parts, st.sampled_from(JOINTS)), min_size=1, max_size=3)
    whole = pieces.map(_run_together)
    return st.one_of(whole, whole.map("({})".format), whole.map("title:({})".format))


def factors(words: Words) -> st.SearchStrategy[str]:
    phrase = st.lists(words, min_size=1, max_size=3).map(lambda some: f'"{" ".join(some)}"')
    facts = st.sampled_from(DATES + FACTS)
    return st.one_of(words, words, phrase, facts, words.map("title:{}".format))


@st.composite
def queries(draw: st.DrawFn, words: Words) -> Query:
    """A query of any kind, many of them cut off somewhere."""
    text = draw(st.one_of(words, st.recursive(factors(words), together, max_leaves=5)))
    end = draw(st.one_of(st.none(), st.none(), st.integers(1, len(text))))
    typing = draw(st.booleans())
    return Query.parse(
        text[:end] + draw(st.sampled_from(["", "", "*"])), typing=typing, today=TODAY
    )


@st.composite
def searches(draw: st.DrawFn) -> tuple[Batches, list[Query]]:
    """Releases in batches, and what is asked of them."""
    families = draw(st.lists(st.sampled_from(FAMILIES), min_size=1, max_size=2))
    words = st.sampled_from([word for family in families for word in family])
    batch = st.lists(releases(words), min_size=1, max_size=5)
    batches = draw(st.lists(batch, min_size=1, max_size=3))
    return batches, draw(st.lists(queries(words), min_size=8, max_size=16))
