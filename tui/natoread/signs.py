"""How what the user put on a release is shown."""

from collections.abc import Iterator

from natoread.clean import clean_line
from natoread_index import Signs

STAR, NOTE, UNREAD, MARKED = "★", "✎", "•", "✓"
"""One cell each."""


def glyphs(signs: Signs) -> str:
    """The signs that take one cell."""
    return STAR * signs.starred + NOTE * bool(signs.note)


def tag_words(signs: Signs) -> tuple[str, ...]:
    """The tags, each as one word."""
    return tuple(f"#{clean_line(tag)}" for tag in signs.tags)


def sign_facts(signs: Signs) -> Iterator[str]:
    """What a reader is told of them beside the facts of a release."""
    if signs.starred:
        yield STAR
    if signs.tags:
        yield " ".join(tag_words(signs))
