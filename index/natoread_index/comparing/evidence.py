"""How sure it is, by all but their texts, that two releases are prints of one."""

from enum import IntEnum

from natoread_index.comparing.addresses import page
from natoread_index.comparing.edits import Edits
from natoread_index.comparing.names import corrections
from natoread_index.comparing.texts import Text
from natoread_index.dates import Basis, Dated
from natoread_index.release import Release
from natoread_index.wording import letters


class Evidence(IntEnum):
    """Nothing speaks for it; or so much does that a text may differ in a little, or in much."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    SURE = 3


def is_called_so(held: Release, new: Release) -> bool:
    """Tell whether both have one title, and one source or address."""
    is_sourced = _name(held.source) == _name(new.source) or _are_at_one_page(held, new)
    return is_sourced and _are_alike(held.title, new.title)


def are_of_other_days(held: Release, new: Release) -> bool:
    """Tell whether both state their days, and not the same."""
    days = _stated(held.dated), _stated(new.dated)
    return None not in days and days[0] != days[1]


def are_told_apart(held: Release, new: Release) -> bool:
    """Tell whether both came with a day that was not read from their texts, and not the same."""
    came_with_day = all(map(_came_with_day, (held, new)))
    return came_with_day and are_of_other_days(held, new) and not _are_at_one_page(held, new)


def evidence(held: Release, new: Release) -> Evidence:
    """Weigh what `likeness` tells the reasons for: addresses, titles, sources and stated days."""
    if _are_at_one_page(held, new):
        return _evidence_of_page(held, new)
    is_elsewhere = page(held.url) and page(new.url)
    if not is_called_so(held, new) or is_elsewhere or are_of_other_days(held, new):
        return Evidence.NONE
    return Evidence.FAIR if all(map(_came_with_day, (held, new))) else Evidence.WEAK


def _evidence_of_page(held: Release, new: Release) -> Evidence:
    if is_called_so(held, new):
        return Evidence.FAIR if are_of_other_days(held, new) else Evidence.SURE
    titles = Edits(Text(held.title), Text(new.title))
    is_other = are_of_other_days(held, new) or corrections(titles)
    return Evidence.NONE if is_other else Evidence.FAIR


def _are_alike(held: str, new: str) -> bool:
    """Tell whether two titles are the same, but for damage."""
    return letters(held) == letters(new) or not Edits(Text(held), Text(new)).are_real


def _are_at_one_page(held: Release, new: Release) -> bool:
    return page(held.url) is not None and page(held.url) == page(new.url)


def _stated(dated: Dated | None) -> tuple[int, int] | None:
    """Return the days that a release states; one that was inferred proves nothing."""
    if dated is None or dated.basis is not Basis.STATED or dated.by_month:
        return None
    return dated.first.toordinal(), dated.last.toordinal()


def _name(source: str) -> str:
    return letters(source).removeprefix("the")


def _came_with_day(release: Release) -> bool:
    """Tell whether its day proves something beside its text, from which it was not read."""
    dated = release.dated
    if dated is None or _stated(dated) is None:
        return False
    return dated.read_from not in f"{release.title}\n{release.body}"
