"""A text as its folded words and letters, which are the same in every print of it."""

from natoread_index.words import in_words

Word = tuple[str, str]
"""A folded word, and the run of signs without a space in which it is published."""


def pairs(text: str) -> list[Word]:
    """Return the folded words of `text`, each with its run."""
    return [(word, run) for run in text.split() for word in in_words(run).split()]


def letters(text: str) -> str:
    """Return the folded letters and digits of `text`, whatever the spaces and apostrophes."""
    return run_together(in_words(text))


def run_together(words: str) -> str:
    """Return folded words without the spaces between them.

    The `s` of `Ukraine’s` is no word, so that of `Ukraine s`, which lost its apostrophe, goes, too.
    """
    return f" {words} ".replace(" s ", " ").replace(" ", "")
