"""One release, exactly as published, with what its text says of itself."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import NewType

from natoread_index.dates import Dated
from natoread_index.kinds import Kind
from natoread_index.words import in_words, runs_in_words

ReleaseId = NewType("ReleaseId", str)


@dataclass(frozen=True)
class Release:
    """One release: paragraphs of `body` are separated by one blank line, their lines kept."""

    title: str
    body: str
    source: str
    kind: Kind = Kind.OTHER
    speakers: tuple[str, ...] = ()
    dated: Dated | None = None
    url: str | None = None
    language: str = "en"

    @cached_property
    def id(self) -> ReleaseId:
        """A digest of the folded words, which re-wrapping and repaired encodings leave alone.

        BLAKE2b of 16 bytes, as 32 hexadecimal digits.
        """
        words = "\n".join((in_words(self.source), in_words(self.title), self.wording))
        return ReleaseId(hashlib.blake2b(words.encode(), digest_size=16).hexdigest())

    def reads_as(self, other: "Release") -> bool:
        """Tell whether both are the same, word for word and sign for sign."""
        mine, theirs = ((some.title, some.source, some.body) for some in (self, other))
        return mine == theirs

    @property
    def word_count(self) -> int:
        """Words of the body, as a reader counts them."""
        return self._read[0]

    @property
    def wording(self) -> str:
        """The folded words of the body."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[int, str]:
        runs = self.body.split()
        return len(runs), runs_in_words(runs)
