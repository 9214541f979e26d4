"""What can be put on releases by one key, and on and off by turns."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from natoread.finding import NOTHING
from natoread.librarian import Desk
from natoread_index import LibraryLocked, Marks, NoSuchRelease, Signs


@dataclass(frozen=True, slots=True)
class Toggle:
    """A sign that is either on a release or not: how to see it, to put it on, to write that."""

    on: str
    off: str
    is_on: Callable[[Signs], bool]
    put: Callable[[Signs, bool], Signs]
    write: Callable[[Marks, Sequence[str], bool], int]

    def turns_on(self, signs: Sequence[Signs]) -> bool:
        """Whether it is put on, as it is on all unless all have it."""
        return not all(map(self.is_on, signs))


FEW = 50
"""Releases that are indexed while the app waits."""

STAR = Toggle(
    "starred",
    "without a star",
    lambda signs: signs.starred,
    lambda signs, on: replace(signs, starred=on),
    lambda marks, ids, on: marks.star(ids, on),
)
READ = Toggle(
    "read",
    "unread",
    lambda signs: signs.read,
    lambda signs, on: replace(signs, read=on),
    lambda marks, ids, on: marks.read(ids, on),
)


def toggle(desk: Desk, numbers: Sequence[int], what: Toggle) -> bool:
    """Put a sign on releases, or take it off if all have it; whether it is on them now."""
    ids = [*desk.shown.ids(numbers).values()]
    signs = desk.marks.signs(ids)
    on = what.turns_on([signs.get(one, NOTHING) for one in ids])
    what.write(desk.marks, ids, on)
    return on


def signs_of(desk: Desk, numbers: Sequence[int]) -> Mapping[int, Signs]:
    """What is on releases, by their numbers."""
    ids = desk.shown.ids(numbers)
    signs = desk.marks.signs([*ids.values()])
    return {number: signs.get(one, NOTHING) for number, one in ids.items()}


@dataclass(frozen=True, slots=True)
class Renewed:
    """What was done, in words; whether other releases are held, and the number of a single one."""

    says: str
    releases: bool = False
    number: int | None = None


def undo(desk: Desk) -> Renewed:
    """Undo the last act."""
    undone = desk.undo()
    if undone is None:
        return Renewed("Nothing to undo")
    if undone.releases:
        index_few(desk, len(undone.whose))
    says = f"Undone: {undone.says} · {_named(desk, undone.whose)}"
    return Renewed(says, undone.releases, number_of(desk, undone.whose))


def undo_of_searches(desk: Desk) -> str:
    """Undo what was done last to the saved searches, and nothing else; what that was, in words."""
    undone = desk.searches.undo()
    return f"Undone: {undone.says}" if undone else "Nothing to undo among the searches"


def index_few(desk: Desk, count: int) -> None:
    """Make a few releases searchable at once; more, or while another program does it, later."""
    with suppress(LibraryLocked):
        for _ in desk.own.catch_up() if count <= FEW else ():
            pass


def number_of(desk: Desk, ids: Sequence[str]) -> int | None:
    """The number that the only one of some releases has by now, if it is held."""
    with suppress(NoSuchRelease):
        return desk.shown.row(ids[0]).number if len(ids) == 1 else None
    return None


def _named(desk: Desk, ids: Sequence[str]) -> str:
    if len(ids) > 1:
        return f"{len(ids):,} releases"
    title = desk.title(ids[0])
    return f"“{title}”" if title else ids[0]
