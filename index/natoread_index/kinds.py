"""The kinds of release that an organisation publishes."""

from enum import StrEnum


class Kind(StrEnum):
    """A closed set of forms; each recognises itself from a title and an opening."""

    NEWS = "news"
    SPEECH = "speech"
    DOORSTEP = "doorstep"
    PRESS_CONFERENCE = "press conference"
    STATEMENT = "statement"
    READOUT = "readout"
    MEDIA_ADVISORY = "media advisory"
    INTERVIEW = "interview"
    OPINION = "opinion"
    OTHER = "other"

    @classmethod
    def of(cls, title: str, opening: str = "") -> "Kind":
        """Recognise the kind of a release by its title, then by the opening of its text."""
        return cls.NEWS
