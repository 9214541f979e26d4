"""Words searched beside those typed, or for them: how they are told, how a spelling is taken."""

from collections.abc import Iterable

from natoread.clean import clean_line
from natoread_index import Hits, Query


def also(hits: Hits) -> str:
    """What was searched beside the words typed, in a row; what is told as a correction is not."""
    told = {word for _, word in hits.corrected}
    return _row(name for name in hits.also if name not in told)


def unknown(hits: Hits) -> str:
    """The words typed that no release has, in quotes."""
    return _row(f"“{typed}”" for typed, _ in hits.corrected)


def used(hits: Hits) -> str:
    """The words of the index that stand in for them, with capitals where those have them."""
    return _row(_in_case_of(typed, word) for typed, word in hits.corrected)


def correction(hits: Hits, there_is_no: str = "no release has") -> str:
    """What became of words that no release has, for a line on the screen."""
    shown = f"shown: {used(hits)}" if hits.total else f"did you mean {used(hits)}?"
    return f"{there_is_no} {unknown(hits)}; {shown}"


def with_spelling_taken(text: str, hits: Hits) -> str:
    """The text of a query with its first unknown word spelt as offered, if one is."""
    for typed, word in hits.corrected[:1]:
        for start, end in Query.parse(typed, exact=True).lights(text)[:1]:
            return text[:start] + _in_case_of(text[start:end], word) + text[end:]
    return text


def _in_case_of(typed: str, word: str) -> str:
    """A word with capitals where those of `typed` are; capitals of its own stay."""
    if len(typed) > 1 and typed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word


def _row(words: Iterable[str]) -> str:
    return ", ".join(map(clean_line, dict.fromkeys(words)))
