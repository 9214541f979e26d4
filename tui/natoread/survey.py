"""What was found, counted by its facts: who speaks, of what kind, which country, when."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from natoread.narrowing import chosen, narrowed
from natoread.shelf import Shelf
from natoread_index import Query

_MOST = 12
_UNDATED = "none"


class Value(NamedTuple):
    """A value of a field, how many releases have it, and whether the search asks for it."""

    value: str
    releases: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The values of one field, under a heading; `left_out` are rarer ones that are not listed."""

    heading: str
    field: str
    values: tuple[Value, ...]
    left_out: int


def survey(library: Shelf, text: str, read: Callable[[str], Query]) -> tuple[Section, ...]:
    """Count what answers `text` by each field, as if nothing of that field were asked for."""
    return tuple(section for section in _sections(library, text, read) if section.values)


def _sections(library: Shelf, text: str, read: Callable[[str], Query]) -> Iterator[Section]:
    def facets(field: str) -> Mapping[str, Mapping[str, int]]:
        counts = library.facets(read(narrowed(text, field)))
        return {"kind": counts.kind, "source": counts.source, "by": counts.by, "date": counts.month}

    yield _section("Kind", "kind", facets("kind")["kind"], text)
    yield _section("Who speaks", "by", facets("by")["by"], text)
    yield _section("Source", "source", facets("source")["source"], text)
    named = library.countries(read(narrowed(text, "country")))
    yield _section("Country named", "country", named, text)
    months = dict(reversed([*facets("date")["date"].items()]))
    yield _section("Year", "date", _by_year(months), text)
    yield _section("Month", "date", months, text)


def _by_year(months: Mapping[str, int]) -> Mapping[str, int]:
    years: dict[str, int] = {}
    for month, count in months.items():
        if month != _UNDATED:
            years[month[:4]] = years.get(month[:4], 0) + count
    return years


def _section(heading: str, field: str, counts: Mapping[str, int], text: str) -> Section:
    asked = {value.casefold() for value in chosen(text, field)}
    values = [Value(value, count, value.casefold() in asked) for value, count in counts.items()]
    listed = [*values[:_MOST], *(each for each in values[_MOST:] if each.chosen)]
    return Section(heading, field, tuple(listed), len(values) - len(listed))
