"""What is indexed of a release beside its text: numbers for columns, words and values of facts."""

from collections.abc import Iterator

from natoread_index.dates import month
from natoread_index.engine.schema import facet
from natoread_index.parsing.acronyms import introductions
from natoread_index.release import Release
from natoread_index.words import folded, said, written

_LEAST_TELLING = 3
_SMALL_WORDS = """
    about after all also and are been but can for from had has have her his how into its more not
    off our out over she than that the their them then there these they this those under was were
    what when which who will with would you your
"""
_SAY_NOTHING = frozenset(_SMALL_WORDS.split())
"""Words that nobody types to find a title, and that are not counted in it."""


def age(first: int, number: int) -> int:
    """Return a number that is the higher the newer: of a release's first day, and of itself.

    Of two releases of one day, the one that came later into the library counts as newer; those
    without a day (0) are older than all, and keep the order in which they came.
    """
    return first << 32 | number if first else -number


def measures(release: Release) -> Iterator[tuple[str, int]]:
    """Yield what is told of a release in numbers."""
    if release.dated:
        yield "first", release.dated.first.toordinal()
        yield "last", release.dated.last.toordinal()
    words = {word for word in folded(release.title) if word.isalpha()} - _SAY_NOTHING
    yield "title", sum(len(word) >= _LEAST_TELLING for word in words)


def facts(release: Release) -> Iterator[tuple[str, str]]:
    """Yield all that is indexed of a release beside its text: field and word, or value."""
    speakers = " ".join(release.speakers)
    kind = release.kind.replace(" ", "-")
    for field, text in ("kind", kind), ("source", release.source), ("by", speakers):
        yield from ((field, word) for chunk in written(text) for r in said(chunk) for word in r)
    yield facet("kind"), release.kind
    yield facet("source"), release.source
    yield from ((facet("by"), speaker) for speaker in release.speakers)
    yield facet("month"), month(release.dated.first if release.dated else None)
    for short, words in introductions(release.body):
        if short not in words:
            long = " ".join(words)
            yield "long", f"{short}\t{long}"
            yield "short", f"{long}\t{short}"
