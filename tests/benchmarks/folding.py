"""Letters without accents and case, for engines that don't fold for themselves."""

import unicodedata

_DROPPED = str.maketrans({"’": "'", "‘": "'"} | dict.fromkeys("\u00ad\u2060\u200b"))


def folded(text: str) -> str:
    """Return a text in small letters without accents."""
    text = text.translate(_DROPPED)
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return text.casefold()
