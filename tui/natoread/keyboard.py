"""The keys as one user wants them: what each gives, and what contradicts itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from natoread.key import Key, Where, typed_by
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
        """Yield the ids of commands whose keys can't be theirs, and a sentence on each.

        Compared are the keys that work at the same time, those with which one types among them.
        """
        shared: dict[tuple[str, tuple[str, ...]], Where] = defaultdict(lambda: Where(0))
        for place in Where:
            for key, ids in self._shared(place):
                shared[key, ids] |= place
        for (key, ids), places in shared.items():
            changed = next((each for each in ids if each in self.changed), ids[0])
            others = " and ".join(each for each in ids if each != changed)
            yield changed, f"{key!r} is both {changed} and {others} {places.inside}"
        yield from self._typed()

    def _shared(self, place: Where) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the keys of more than one command, one of which at least is the place's own."""
        taken: dict[str, dict[str, Key]] = defaultdict(dict)
        for key in self.keys:
            if key.where & place.together:
                for name in key.names:
                    taken[name][key.id] = key
        for name, keys in taken.items():
            replaced = {key.instead_of for key in keys.values()}
            ids = tuple(key_id for key_id in keys if key_id not in replaced)
            if len(ids) > 1 and any(place in key.where for key in keys.values()):
                yield name, ids

    def _typed(self) -> Iterator[tuple[str, str]]:
        """Yield commands that would take letters away where one types, or never get them."""
        for key in self.keys:
            typed = [name for name in key.names if typed_by(name) or name == "space"]
            places = [place for place in Where if place.is_typed_in and key.where & place.together]
            if typed and places and (key.first or len(typed) == len(key.names)):
                told = f"{typed[0]!r} can’t be the key of {key.id} {places[0].inside}"
                yield key.id, f"{told}: it is typed there"
