"""Whom a citation names as the author of a release."""

from typing import NamedTuple

from natoread.clean import clean_line
from natoread_index import Kind, Release

SAID_ALOUD = {Kind.SPEECH, Kind.DOORSTEP, Kind.PRESS_CONFERENCE, Kind.INTERVIEW}
"""The kinds whose author is who speaks."""

_PARTICLES = {"da", "de", "del", "den", "der", "di", "du", "la", "le", "ten", "van", "von", "zu"}
_STYLED = {"Lord", "Lady", "Baroness", "King", "Queen", "Prince", "Princess", "Pope"}


class Author(NamedTuple):
    """A person, or, without given names, an organisation or whoever has but one name."""

    family: str
    given: str = ""

    @classmethod
    def of(cls, name: str) -> "Author":
        """Part the name of a person; particles such as `de` begin the family name."""
        words = name.split()
        if len(words) < 2 or words[0] in _STYLED:
            return cls(name)
        particles = (at for at, word in enumerate(words) if at and word in _PARTICLES)
        family = next(particles, len(words) - 1)
        return cls(" ".join(words[family:]), " ".join(words[:family]))

    @property
    def plain(self) -> str:
        """`Jens Stoltenberg`."""
        return f"{self.given} {self.family}".lstrip()

    @property
    def inverted(self) -> str:
        """`Stoltenberg, Jens`."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initialed(self) -> str:
        """`Stoltenberg, J.`."""
        initials = " ".join(f"{word[0]}." for word in self.given.split())
        return f"{self.family}, {initials}" if initials else self.family

    @property
    def csl(self) -> dict[str, str]:
        """As CSL-JSON has it."""
        if not self.given:
            return {"literal": self.family}
        return {"family": self.family, "given": self.given}


def authors(release: Release) -> list[Author]:
    """Who speaks, where it is told, or the organisation."""
    if release.kind in SAID_ALOUD and release.speakers:
        return [Author.of(clean_line(name)) for name in release.speakers]
    return [Author(clean_line(release.source))]
