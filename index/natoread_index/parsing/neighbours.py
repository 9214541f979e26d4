"""Complete the dates that leave their year unsaid from the releases around them in a file.

Files mostly keep an order of time. A year is inferred only where the nearest two stated dates agree
on it: the one before and the one after or, at an end of the file, two on the one side. Both must
lie within weeks of the day, which is so in one year at most. A single neighbour is believed only
if a weekday in the text confirms it. Otherwise the date stays unknown.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from natoread_index.dates import Dated, Yearless
from natoread_index.parsing.recognition import Recognised
from natoread_index.release import Release

_NEAR = timedelta(days=45)
_NEIGHBOURS = 2
_MOST_HELD = 32


def with_years(recognised: Iterable[Recognised]) -> Iterator[Release]:
    """Yield the releases in their order, dates completed; holds back a few dozen at most."""
    before: deque[Dated] = deque(maxlen=_NEIGHBOURS)
    held: deque[Recognised] = deque()
    for each in recognised:
        held.append(each)
        while held and _can_tell(before, held):
            yield _next(before, held)
    while held:
        yield _next(before, held)


def _can_tell(before: Sequence[Dated], held: Sequence[Recognised]) -> bool:
    """Whether all that may date the first of `held` is known."""
    if held[0].yearless is None or len(held) > _MOST_HELD:
        return True
    return len(_after(held)) >= (1 if before else _NEIGHBOURS)


def _next(before: deque[Dated], held: deque[Recognised]) -> Release:
    after = _after(held)
    release, yearless = held.popleft()
    if release.dated:
        before.append(release.dated)
    dated = yearless and _in_their_year(yearless, before, after)
    return replace(release, dated=dated) if dated else release


def _after(held: Iterable[Recognised]) -> list[Dated]:
    dates = (each.release.dated for each in held)
    return list(islice(filter(None, dates), _NEIGHBOURS))


def _in_their_year(
    yearless: Yearless, before: Sequence[Dated], after: Sequence[Dated]
) -> Dated | None:
    """Complete a date from its neighbours, as the rule of this module says."""
    nearest = [*before][-1:] + [*after][:1] if before and after else [*before, *after]
    if not nearest or (len(nearest) < _NEIGHBOURS and not yearless.weekdays):
        return None
    years = range(nearest[0].first.year - 1, nearest[0].last.year + 2)
    possible = (yearless.in_year(year) for year in years)
    return next((each for each in possible if each and _is_near(each, nearest)), None)


def _is_near(dated: Dated, others: Iterable[Dated]) -> bool:
    return all(
        dated.first - other.last <= _NEAR and other.first - dated.last <= _NEAR for other in others
    )
