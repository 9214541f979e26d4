"""How much may come out of one compressed file or archive, so that no bomb goes off.

Text packs to a twentieth at best, pages that repeat each other to a fiftieth; bombs to a
thousandth and less. What is inside what is inside counts for the outermost file.
"""

from dataclasses import dataclass

from natoread_index.errors import Unreadable

MOST_LEVELS = 4
MOST_MEMBERS = 200_000
_RATIO = 100
_ALWAYS = 32 * 1024 * 1024
_MOST = 64 * 1024**3


@dataclass
class Limits:
    """What one file of `size` bytes may still unpack to."""

    where: str
    size: int
    unpacked: int = 0
    members: int = 0

    @property
    def exceeded(self) -> bool:
        """Whether there is no use in going on."""
        most = min(_MOST, max(_ALWAYS, self.size * _RATIO))
        return self.unpacked > most or self.members > MOST_MEMBERS

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked; raises `Unreadable` for too many."""
        self.unpacked += count
        if self.exceeded:
            raise Unreadable(
                f"{self.where}: unpacks to more than {self.unpacked >> 20:,} MB, as bombs do;"
                " unpack it yourself if you trust it"
            )

    def enter(self) -> None:
        """Count a member of an archive; raises `Unreadable` after too many."""
        self.members += 1
        if self.exceeded:
            raise Unreadable(f"{self.where}: an archive of more than {MOST_MEMBERS:,} files")
