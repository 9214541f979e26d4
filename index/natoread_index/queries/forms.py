"""The other forms in which a finished word counts as found: plural and singular.

Forms are made at query time, from the word alone. The index holds words as they stand: a stem would
merge *police* with *policy* and *general* with *generate*, and lose a word while it is being typed.
"""

from functools import lru_cache

_IRREGULAR = (
    ("analysis", "analyses"),
    ("child", "children"),
    ("crisis", "crises"),
    ("criterion", "criteria"),
    ("foot", "feet"),
    ("half", "halves"),
    ("life", "lives"),
    ("man", "men"),
    ("person", "people"),
    ("wife", "wives"),
    ("woman", "women"),
)
_OTHER = {a: b for pair in _IRREGULAR for a, b in (pair, pair[::-1])}
_NO_PLURAL = frozenset({"new", "news", "mean", "means"})
_HISSING = ("s", "x", "z", "ch", "sh")
_LEAST = 3


@lru_cache(maxsize=1 << 12)
def forms(word: str) -> tuple[str, ...]:
    """Return `word` itself, then its plurals and singulars as English spells them.

    A form that no text uses does no harm: it is found nowhere.
    """
    if len(word) < _LEAST or word in _NO_PLURAL or word[0].isdigit():
        return (word,)
    found = [word, *_plurals(word), *_singulars(word), *_compound(word)]
    return tuple(form for form in dict.fromkeys(found) if len(form) >= _LEAST)


def _plurals(word: str) -> list[str]:
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word[:-1] + "ies"]
    if word.endswith((*_HISSING, "o")):
        return [word + "es", word + "s"] if word.endswith("o") else [word + "es"]
    return [word + "s"]


def _singulars(word: str) -> list[str]:
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("es") and word[:-2].endswith((*_HISSING, "o")):
        return [word[:-2], word[:-1]]
    if word.endswith("s") and not word.endswith("ss"):
        return [word[:-1]]
    return []


def _compound(word: str) -> list[str]:
    """Follow *spokesmen* to *spokesman*, *spokesperson* to *spokespeople*."""
    if word in _OTHER:
        return [_OTHER[word]]
    for ending in ("men", "man", "people", "person"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return [word.removesuffix(ending) + _OTHER[ending]]
    return []
