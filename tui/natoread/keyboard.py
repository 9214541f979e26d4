"""The keys as one user wants them: what each gives, and what contradicts itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from natoread.key import Key, Where
from natoread.keys import KEYS


@dataclass(frozen=True, slots=True)
class Keyboard:
    """All commands with their keys."""

    keys: tuple[Key, ...] = KEYS

    @classmethod
    def of(cls, changed: Mapping[str, str]) -> "Keyboard":
        """The usual keys, but for those of commands that have others, by their ids."""
        return cls(tuple(replace(key, keys=changed.get(key.id, key.keys)) for key in KEYS))

    def of_place(self, place: Where) -> Iterator[Key]:
        """Yield the keys that work in a place, in the order of their declaration."""
        return (key for key in self.keys if place in key.where)

    def called(self, key_id: str) -> Key:
        """The key of an id."""
        return next(key for key in self.keys if key.id == key_id)

    def sign(self, key_id: str) -> str:
        """The key of an id as a hint names it: the first of its keys."""
        return self.called(key_id).signs[0]

    @property
    def changed(self) -> dict[str, str]:
        """The commands that have other keys than usual, as Textual takes them."""
        pairs = zip(self.keys, KEYS, strict=True)
        return {now.id: now.keys for now, usual in pairs if now.keys != usual.keys}

    def clashes(self) -> Iterator[tuple[str, str]]:
        """Yield the id of a changed command whose key is another's, too, and a sentence on it."""
        for place in Where:
            for key, ids in self._shared(place):
                changed = next((each for each in ids if each in self.changed), ids[0])
                others = " and ".join(each for each in ids if each != changed)
                yield changed, f"{key!r} is both {changed} and {others} in the {place.words}"

    def _shared(self, place: Where) -> Iterator[tuple[str, list[str]]]:
        taken: dict[str, list[str]] = defaultdict(list)
        for key in self.of_place(place):
            for each in key.keys.split(","):
                taken[each].append(key.id)
        return ((key, ids) for key, ids in taken.items() if len(ids) > 1)
