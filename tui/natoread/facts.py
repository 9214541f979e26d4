"""What is known of a release, in few words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from natoread.clean import clean_line
from natoread_index import Basis, Dated, Kind, Release, Row

if TYPE_CHECKING:
    from natoread_index import Difference

WORDS_A_MINUTE = 230
"""The pace of a reader who understands what is read."""

BETWEEN = " · "


def when(dated: Dated | None, month: str = "%B") -> str:
    """A day, a range or a month as people write them; `month` is a format of `strftime`."""
    if dated is None:
        return "undated"
    first, last = dated.first, dated.last
    if dated.by_month:
        return f"{last:{month} %Y}"
    if first.year != last.year:
        return f"{_day(first, month)} – {_day(last, month)}"
    if first.month != last.month:
        return f"{first.day} {first:{month}} – {_day(last, month)}"
    return f"{first.day}–{_day(last, month)}" if first != last else _day(last, month)


def listed(dated: Dated | None) -> str:
    """The same in a list: months are short, and `~` stands before what was inferred."""
    inferred = dated is not None and dated.basis is Basis.INFERRED
    return f"{'~' if inferred else ''}{when(dated, '%b')}"


def _day(day: date, month: str) -> str:
    return f"{day.day} {day:{month} %Y}"


def row_facts(row: Row) -> tuple[str, ...]:
    """What a list says below a title, the most telling first."""
    kind = () if row.kind is Kind.OTHER else (row.kind.value,)
    return (listed(row.dated), *kind, clean_line(row.source))


def release_facts(release: Release) -> str:
    """What a reader is told before the text begins."""
    return BETWEEN.join(clean_line(fact) for fact in _facts(release))


def version_facts(difference: Difference) -> str:
    """Which version of how many, and how much changed with it."""
    lines = difference.changed
    number = f"version {difference.version} of {difference.versions}"
    return f"{number}, {lines:,} line{'s' * (lines != 1)} changed"


def _facts(release: Release) -> Iterator[str]:
    inferred = release.dated is not None and release.dated.basis is Basis.INFERRED
    yield when(release.dated) + (" (inferred)" if inferred else "")
    if release.kind is not Kind.OTHER:
        yield release.kind.value
    yield release.source
    if release.speakers:
        yield ", ".join(release.speakers)
    yield f"{release.word_count:,} {'word' if release.word_count == 1 else 'words'}"
    yield f"{max(1, round(release.word_count / WORDS_A_MINUTE))} min"
