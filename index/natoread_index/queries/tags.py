"""The user's own tags: how they are compared, and how they are typed."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from natoread_index.words import folded, joined

_NO_TAG = re.compile(r"""[\s()"“”*~=]+""")
"""What a query could not ask for in one word."""


def tag_key(tag: str) -> str:
    """Return what is the same for all ways to write a tag: `Vilnius-Summit`, `vilniussummit`."""
    return joined(folded(tag)) or tag.casefold()


class Retagging(NamedTuple):
    """Tags to be put on releases, and tags to be taken off them."""

    on: tuple[str, ...]
    off: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Retagging":
        """Read `+x`, or just `x`, and `-y`."""
        some = list(words)
        return cls(
            tuple(_tags(word.removeprefix("+") for word in some if not word.startswith("-"))),
            tuple(_tags(word.removeprefix("-") for word in some if word.startswith("-"))),
        )

    def __bool__(self) -> bool:
        return bool(self.on or self.off)

    def __str__(self) -> str:
        return " ".join([*(f"+{tag}" for tag in self.on), *(f"-{tag}" for tag in self.off)])


def _tags(words: Iterable[str]) -> Iterator[str]:
    tags = (_NO_TAG.sub("", word).lstrip("+-") for word in words)
    return filter(None, dict.fromkeys(tags))
