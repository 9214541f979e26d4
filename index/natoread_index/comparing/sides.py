"""A release as others are compared with it: read once, however many of them there are."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache

from natoread_index.comparing.furniture import core
from natoread_index.comparing.shingles import shingles
from natoread_index.comparing.texts import Text
from natoread_index.reading.repairs import is_sound, mended
from natoread_index.release import Release
from natoread_index.wording import run_together

_SHORT, _SHORT_KEPT, _LONG_KEPT = 4_000, 128, 2
"""Signs of a short release, and how many are kept: sisters, mostly short, come in a row."""


class Side:
    """One of two releases, without the damage and the furniture of its text."""

    def __init__(self, release: Release) -> None:
        self.release = _sound(release)

    @cached_property
    def core(self) -> str:
        """Its text without the furniture at both ends."""
        return core(self.release.body, self.release.title)

    @cached_property
    def text(self) -> Text:
        """The words of that."""
        return Text(self.core)

    @cached_property
    def letters(self) -> str:
        """The letters of that."""
        return run_together(" ".join(self.text.words))

    @cached_property
    def shingles(self) -> set[bytes]:
        """The shingles of these."""
        return shingles(self.letters)

    @cached_property
    def all_letters(self) -> str:
        """The letters of its text with all furniture."""
        return run_together(self.release.wording)


def side(release: Release) -> Side:
    """Return a release to compare, as it was read before if it was."""
    return _short(release) if len(release.body) <= _SHORT else _long(release)


_short, _long = lru_cache(_SHORT_KEPT)(Side), lru_cache(_LONG_KEPT)(Side)


def _sound(release: Release) -> Release:
    """Return a release as it is read today: an older natoread may have left damage in it."""
    if is_sound(release.body) and is_sound(release.title):
        return release
    return replace(release, title=_mended(release.title), body=_mended(release.body))


def _mended(text: str) -> str:
    return "\n".join(map(mended, text.split("\n")))
