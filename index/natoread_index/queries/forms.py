"""The other forms in which a finished word counts as found: plural and singular.

Forms are made at query time, from the word alone. The index holds words as they stand: a stem would
merge *police* with *policy* and *general* with *generate*, and lose a word while it is being typed.
"""

from functools import lru_cache

_IRREGULAR = (
    ("addendum", "addenda"),
    ("alumnus", "alumni"),
    ("appendix", "appendices"),
    ("axis", "axes"),
    ("bacterium", "bacteria"),
    ("calf", "calves"),
    ("child", "children"),
    ("criterion", "criteria"),
    ("curriculum", "curricula"),
    ("foot", "feet"),
    ("forum", "fora"),
    ("goose", "geese"),
    ("half", "halves"),
    ("index", "indices"),
    ("knife", "knives"),
    ("life", "lives"),
    ("man", "men"),
    ("matrix", "matrices"),
    ("memorandum", "memoranda"),
    ("money", "monies"),
    ("mouse", "mice"),
    ("nucleus", "nuclei"),
    ("person", "people"),
    ("phenomenon", "phenomena"),
    ("quiz", "quizzes"),
    ("referendum", "referenda"),
    ("shelf", "shelves"),
    ("spectrum", "spectra"),
    ("stimulus", "stimuli"),
    ("thief", "thieves"),
    ("tooth", "teeth"),
    ("wife", "wives"),
    ("wolf", "wolves"),
    ("woman", "women"),
)
_OTHER = {a: b for pair in _IRREGULAR for a, b in (pair, pair[::-1])}
_ENDINGS = tuple(_OTHER)
_APART = frozenset(
    (
        # with a meaning of their own: *does* and the DOE, *goods* and *good*, *Los* and *lo*
        *("aids", "ballistics", "corps", "customs", "does", "economics", "electronics", "goods"),
        *(
            "hers",
            "los",
            "marches",
            "mars",
            "means",
            "news",
            "ours",
            "securities",
            "theirs",
            "this",
        ),
        *("wells", "yours"),
        # names that look like the plural of a name
        *("adams", "andrews", "collins", "daniels", "edwards", "evans", "jacobs", "jens", "johns"),
        *("marcos", "matthews", "owens", "peters", "phillips", "richards", "roberts", "rogers"),
        *("simons", "stevens", "williams"),
    )
)
"""Words that are not the plurals they look like."""

_HISSING = ("s", "x", "z", "ch", "sh")
_LEAST = 3


@lru_cache(maxsize=1 << 12)
def forms(word: str) -> tuple[str, ...]:
    """Return `word` itself, then its plurals and singulars as English spells them.

    A form that no text uses does no harm: it is found nowhere.
    """
    if len(word) < _LEAST or word in _APART or word[0].isdigit():
        return (word,)
    found = [word, *_plurals(word), *_singulars(word), *_irregular(word)]
    return tuple(
        form for form in dict.fromkeys(found) if len(form) >= _LEAST and form not in _APART
    )


def _plurals(word: str) -> list[str]:
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word[:-1] + "ies"]
    if word.endswith(("ch", "o")):  # *coaches*, but *Czechs* and *oligarchs*
        return [word + "es", word + "s"]
    if word.endswith("os"):  # *loses* is nothing of *Los*
        return []
    return [word + "es"] if word.endswith(_HISSING) else [word + "s"]


def _singulars(word: str) -> list[str]:
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word[:-2].endswith((*_HISSING, "o")) and word.endswith("es") and not word.endswith("oses"):
        return [word[:-2], word[:-1]]
    if word.endswith("s") and not word.endswith("ss"):
        return [word[:-1]]
    return []


def _irregular(word: str) -> list[str]:
    """Follow *spokesmen* to *spokesman*, *diagnoses* to *diagnosis*, but not *bases* to *basis*."""
    if word in _OTHER:
        return [_OTHER[word]]
    if word.endswith(("sis", "ses")) and word not in ("basis", "bases"):
        return [word[:-2] + ("e" if word[-2] == "i" else "i") + "s"]
    if word.endswith(_ENDINGS):
        ending = next(end for end in _ENDINGS if word.endswith(end))
        return [word.removesuffix(ending) + _OTHER[ending]] if len(word) > len(ending) + 2 else []
    return []
