"""One release, exactly as published, with what its text says of itself."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import NewType

from natoread_index.dates import Dated
from natoread_index.kinds import Kind
from natoread_index.words import in_words

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
        parts = (self.source, self.title, self.body)
        words = "\n".join(map(in_words, parts))
        return ReleaseId(hashlib.blake2b(words.encode(), digest_size=16).hexdigest())

    @property
    def word_count(self) -> int:
        """Words of the body, as a reader counts them."""
        return len(self.body.split())
