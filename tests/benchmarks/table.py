"""Figures of several engines side by side."""

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

_NAME, _CELL = 36, 25


class Row(NamedTuple):
    """A line of the table: one cell of figures for each engine, an empty one where there is none.

    The first engine is compared with the best of the others, figure by figure; less is better.
    """

    name: str
    cells: Sequence[Sequence[float]]
    is_rated: bool = True

    @property
    def ratios(self) -> list[float]:
        """The figures of the first engine divided by the least of the others."""
        own, *others = self.cells
        columns = zip_longest(*filter(None, others))
        if not self.is_rated:
            return []
        return [over(one, min(some)) for one, some in zip(own, columns, strict=False)]

    def __str__(self) -> str:
        cells = "".join(f"{joined(cell):<{_CELL}}" for cell in [*self.cells, self.ratios])
        return f"{self.name:<{_NAME}}{cells}".rstrip()


def over(one: float, other: float) -> float:
    """Return a ratio; one to nothing is no number."""
    return one / other if other > 0 else math.nan


def figures(times: Iterable[float]) -> list[float]:
    """Return median, 95th percentile and worst; nothing of nothing."""
    ordered = sorted(times)
    if not ordered:
        return []
    return [statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]]


def joined(cell: Sequence[float]) -> str:
    """Return figures as they stand in one cell."""
    return " / ".join(map(short, cell)) or "-"


def short(figure: float) -> str:
    """Return a figure with three digits that count."""
    if math.isnan(figure):
        return "-"
    if abs(figure) >= 1000:
        return f"{figure:,.0f}"
    digits = 0 if abs(figure) >= 100 else 1 if abs(figure) >= 10 else 2 if abs(figure) >= 0.1 else 3
    return f"{figure:.{digits}f}"


def lines(engines: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the table, its head first."""
    head = [*engines, "natoread : best rival"] if len(engines) > 1 else engines
    yield f"{'':<{_NAME}}{''.join(f'{name:<{_CELL}}' for name in head)}".rstrip()
    yield from map(str, rows)
