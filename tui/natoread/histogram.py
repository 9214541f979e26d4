"""How many releases there are over time, in as many bars as fit."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_BLOCKS = " ▁▂▃▄▅▆▇█"
_STEPS = len(_BLOCKS) - 1
_WIDEST = 6
_FAR = date(9000, 1, 1)
"""Later days, which only a mistake can have named, are counted here."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A length of time, as so many days or so many months, that begins with a Monday or a year."""

    days: int = 0
    months: int = 0

    def start(self, day: date) -> date:
        """The first day of the one that a day lies in."""
        if self.days:
            return day - timedelta(days=(day.toordinal() - 1) % self.days)
        return _month(_months(day) // self.months * self.months)

    def after(self, start: date) -> date:
        """The first day of the next one."""
        if self.days:
            return start + timedelta(days=self.days)
        return _month((_months(start) // self.months + 1) * self.months)

    def starts(self, first: date, last: date) -> list[date]:
        """The first days of all that reach from a day to a day."""
        found = [self.start(first)]
        while (following := self.after(found[-1])) <= last:
            found.append(following)
        return found


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(months: int) -> date:
    """The first day of a month, or the first or last day there is."""
    if months < 12:
        return date.min
    return date(months // 12, months % 12 + 1, 1) if months // 12 <= date.max.year else date.max


_MONTH, _YEAR = _Unit(months=1), _Unit(months=12)
_UNITS = (_Unit(days=1), _Unit(days=7), _MONTH, _Unit(months=3), _YEAR)


@dataclass(frozen=True, slots=True)
class Bar:
    """The releases from a day to a day, both counted."""

    first: date
    last: date
    count: int

    @property
    def days(self) -> str:
        """The days as a query names them: `2024`, `2024-05`, `2024-05-28` or a span."""
        first, last = self.first.isoformat(), self.last.isoformat()
        if first == last:
            return first
        end = self.last + timedelta(days=1)
        if self.first.day == 1 and _MONTH.after(self.first) == end:
            return first[:7]
        whole_year = self.first == _YEAR.start(self.first) and _YEAR.after(self.first) == end
        return first[:4] if whole_year else f"{first}..{last}"

    @property
    def words(self) -> str:
        """The days as people say them."""
        if len(self.days) <= len("2024-05"):
            return f"{self.first:%B %Y}" if "-" in self.days else self.days
        said = f"{self.first.day} {self.first:%b %Y}"
        return said if self.first == self.last else f"{said} – {self.last.day} {self.last:%b %Y}"


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars without a gap from the first day to the last; undated releases are counted apart."""

    bars: tuple[Bar, ...] = ()
    undated: int = 0

    @classmethod
    def of(cls, days: Mapping[date | None, int], cells: int) -> "Histogram":
        """Put the counts of days into at most `cells` bars, as fine as that allows."""
        undated = days.get(None, 0)
        dated = [(min(day, _FAR), count) for day, count in days.items() if day]
        if not dated:
            return cls((), undated)
        first, last = min(dated)[0], max(dated)[0]
        unit = next(each for each in _units(first, last, cells) if _fits(each, first, last, cells))
        counts: Counter[date] = Counter()
        for day, count in dated:
            counts[unit.start(day)] += count
        bars = (
            Bar(start, unit.after(start) - timedelta(days=1), counts[start])
            for start in unit.starts(first, last)
        )
        return cls(tuple(bars), undated)

    @property
    def total(self) -> int:
        """All releases that are counted."""
        return self.undated + sum(bar.count for bar in self.bars)

    @property
    def words(self) -> str:
        """The days from the first bar to the last, as people say them; nothing without bars."""
        return Bar(self.bars[0].first, self.bars[-1].last, self.total).words if self.bars else ""

    def width(self, cells: int) -> int:
        """The cells that each bar takes of `cells`."""
        return min(_WIDEST, max(1, cells // max(1, len(self.bars))))

    def rows(self, lines: int, cells: int) -> list[str]:
        """The bars in block characters, the topmost line first; one that counts is never unseen."""
        width, most = self.width(cells), max((bar.count for bar in self.bars), default=0)
        levels = [-(-bar.count * lines * _STEPS // most) if most else 0 for bar in self.bars]
        return [
            "".join(_BLOCKS[min(max(level - line * _STEPS, 0), _STEPS)] * width for level in levels)
            for line in reversed(range(lines))
        ]


def _units(first: date, last: date, cells: int) -> Iterator[_Unit]:
    """Yield units of time from fine to coarse; the last fits for certain."""
    yield from _UNITS
    years = last.year - first.year + 1
    while True:
        yield _Unit(months=12 * -(-years // max(1, cells)))
        years += cells


def _fits(unit: _Unit, first: date, last: date, cells: int) -> bool:
    shortest = unit.days or unit.months * 28
    few = (last - first).days // (shortest * 2) < cells
    return few and len(unit.starts(first, last)) <= max(1, cells)
