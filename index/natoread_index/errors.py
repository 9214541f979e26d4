"""What can go wrong, each as a sentence that a reader can act on.

NatoReadError
├── Unreadable            a file can't be read as releases
│   └── NoReleases        its text holds none
├── LibraryError          the library can't be read or written
│   └── LibraryLocked     another program is writing to it
├── IndexTrouble          the search index can't be used, and can't be built again
├── NotFetched            a feed or a page can't be had now
│   ├── Unreached         there is no way to its host
│   ├── Postponed         its host wants to be left alone for a while
│   └── Refused           it can't be had at all
│       └── Gone          it is gone for good
└── NoSuchRelease         no release, or more than one, has this id
"""


class NatoReadError(Exception):
    """The root of all errors that natoread raises on purpose."""


class Unreadable(NatoReadError):
    """A file can't be read as releases; nothing of it was stored."""


class NoReleases(Unreadable):
    """A text holds no release."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where}: no release found; each needs a title line, then “Source: …”, then its text"
        )


class LibraryError(NatoReadError):
    """The library can't be read or written."""


class LibraryLocked(LibraryError):
    """Another program is writing to the library."""


class IndexTrouble(NatoReadError):
    """The search index can't be used, and can't be built again."""


class NotFetched(NatoReadError):
    """A feed or a page can't be had now; another time it may."""


class Unreached(NotFetched):
    """There is no way to a host: this machine is offline, or no host has that name."""


class Postponed(NotFetched):
    """A host wants no request for so many `seconds`."""

    def __init__(self, where: str, seconds: float) -> None:
        super().__init__(f"{where}: its host wants no request for {_span(seconds)}")
        self.seconds = seconds


class Refused(NotFetched):
    """An address is not there or not to be asked; to ask again is of no use."""


class Gone(Refused):
    """What was at an address is gone, and its host says that it won't come back."""


class NoSuchRelease(NatoReadError, KeyError):
    """No release, or more than one, answers to an id."""

    __str__ = Exception.__str__


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"
