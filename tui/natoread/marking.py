"""What can be put on releases by one key, and on and off by turns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from natoread.finding import NOTHING
from natoread.librarian import Desk
from natoread_index import Marks, Signs


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


def undo(desk: Desk) -> tuple[str, bool]:
    """Undo the last act; what to say of it, and whether releases were put back."""
    undone = desk.undo()
    if undone is None:
        return "Nothing to undo", False
    return f"Undone: {undone.says} · {_named(desk, undone.whose)}", undone.releases


def _named(desk: Desk, ids: Sequence[str]) -> str:
    if len(ids) > 1:
        return f"{len(ids):,} releases"
    title = desk.title(ids[0])
    return f"“{title}”" if title else ids[0]
