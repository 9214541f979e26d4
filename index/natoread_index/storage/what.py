"""The kinds of things that a user makes, or that are known of what the user did."""

from enum import StrEnum


class What(StrEnum):
    """Each is kept under this name."""

    READ = "read"
    STAR = "star"
    TAG = "tag"
    NOTE = "note"
    SEARCH = "search"
    ASKED = "asked"
    CORRECTION = "correction"
    PUBLISHED = "published"
    RELEASE = "release"
    KNOWN = "known"
    SEEN = "seen"
