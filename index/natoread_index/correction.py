"""What a user may correct in a release by hand, as text: its date, kind, speakers and title."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from natoread_index.dates import Basis, Dated
from natoread_index.errors import NatoReadError
from natoread_index.kinds import Kind
from natoread_index.release import Release

BY_HAND = "set by hand"
NONE = "none"
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DATES = f"write 2024-05-28, 2024-05, 2024-05-27..2024-05-30, or {NONE}"


class NoCorrection(NatoReadError):
    """What was typed can't be what is to be corrected."""


class Fact(StrEnum):
    """What may be wrong; the text of the release never is."""

    DATE = "date"
    KIND = "kind"
    BY = "by"
    TITLE = "title"

    def read(self, text: str) -> str:
        """Return a text as it is kept; raises `NoCorrection`."""
        line = " ".join(text.split())
        if self is Fact.DATE:
            return _told(_dated(line))
        if self is Fact.KIND:
            return _kind(line)
        if self is Fact.BY:
            return "; ".join(_names(line))
        if not line:
            raise NoCorrection("a release has a title")
        return line

    def of(self, release: Release) -> str:
        """Return what a release has, as a text."""
        return {
            Fact.DATE: _told(release.dated),
            Fact.KIND: release.kind.value,
            Fact.BY: "; ".join(release.speakers),
            Fact.TITLE: release.title,
        }[self]


def corrected(release: Release, texts: Mapping[Fact, str]) -> Release:
    """Return `release` with some facts as they were kept; its id is no longer right."""
    found = release
    if Fact.DATE in texts:
        found = replace(found, dated=_dated(texts[Fact.DATE]))
    if Fact.KIND in texts:
        found = replace(found, kind=Kind(texts[Fact.KIND]))
    if Fact.BY in texts:
        found = replace(found, speakers=_names(texts[Fact.BY]))
    return replace(found, title=texts.get(Fact.TITLE, found.title))


def _kind(text: str) -> str:
    name = text.casefold().replace("-", " ")
    kind = next((kind for kind in Kind if kind == name), None)
    if kind is None:
        raise NoCorrection(f"“{text}” is no kind; the kinds are {', '.join(Kind)}")
    return kind.value


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(";") if (name := part.strip()))


def _dated(text: str) -> Dated | None:
    if text.casefold() == NONE:
        return None
    try:
        first, dots, last = text.partition("..")
        if not dots and (month := _MONTH.fullmatch(text)):
            return _month(int(month[1]), int(month[2]))
        days = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise NoCorrection(f"“{text}” is no date; {_DATES}") from None
    if days[0] > days[1]:
        raise NoCorrection(f"“{text}” ends before it begins")
    return Dated(*days, Basis.STATED, BY_HAND)


def _month(year: int, month: int) -> Dated:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    last = date.fromordinal(after.toordinal() - 1)
    return Dated(first, last, Basis.STATED, BY_HAND, by_month=True)


def _told(dated: Dated | None) -> str:
    if dated is None:
        return NONE
    return f"{dated.start}..{dated.end}" if dated.end else dated.start
