"""Tell the language of a text by its script, and among those in Latin letters by common words."""

import re
from collections import Counter
from operator import itemgetter

_SAMPLE = 1000
_WORDS_READ = 100
_SHARE = 8  # of so many words, at least one is among the commonest of its language
_SCRIPTS = (
    ("uk", r"[іїєґІЇЄҐ]"),
    ("sr", r"[ђјљњћџЂЈЉЊЋЏ]"),
    ("ru", r"[а-яА-ЯёЁ]"),
    ("el", r"[\u0370-\u03ff]"),
    ("ps", r"[ټډړښځڅ]"),
    ("fa", r"[پچژگ]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("hy", r"[\u0530-\u058f]"),
    ("ka", r"[\u10a0-\u10ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("zh", r"[\u4e00-\u9fff]"),
)
_LATIN = re.compile(r"[A-Za-z]")
_OTHER_LETTER = re.compile(r"[\u0370-\u1fff\u3040-\ud7af]")
_SIGNS = tuple((code, re.compile(letters)) for code, letters in _SCRIPTS)
_COMMON = {
    "en": "the of and to in for on with that is by as at from was be",
    "fr": "le la les des et du une dans pour que est sur par au aux",
    "de": "der die und das den von mit ist im zu auf dem ein eine für nicht",
    "es": "el los las del que por con una para en la se y",
    "it": "il di che della per con del gli nel dei delle una la e",
    "pt": "os da do dos das que para com uma em na no e",
    "nl": "het een van en voor met op de dat zijn te",
    "pl": "w na z się do i że oraz jest o nie",
    "ro": "și în de la cu pe din pentru care a al",
    "tr": "ve bir bu için ile da de olarak",
    "sv": "och att det som för av på är en med",
    "da": "og det at til af som på er en med den",
    "cs": "a v na se že je o pro s z",
    "hu": "és a az hogy nem is egy",
}
_CODES = {
    word: tuple(code for code, words in _COMMON.items() if word in words.split())
    for word in " ".join(_COMMON.values()).split()
}


def language(text: str) -> str:
    """Return the two-letter code of the language of `text`: English unless it is evidently not."""
    sample = text[:_SAMPLE]
    if _OTHER_LETTER.search(sample) and _is_mostly_other(sample):
        return next((code for code, sign in _SIGNS if sign.search(sample)), "en")
    return _by_words(sample.casefold().split()[:_WORDS_READ])


def _is_mostly_other(sample: str) -> bool:
    return len(_OTHER_LETTER.findall(sample)) > len(_LATIN.findall(sample))


def _by_words(words: list[str]) -> str:
    """Return the language of which most words are among the commonest, if they are enough."""
    counts = Counter(code for word in words for code in _CODES.get(word, ()))
    code, hits = max(counts.items(), key=itemgetter(1), default=("en", 0))
    enough = hits > counts["en"] and hits * _SHARE >= len(words) >= _SHARE
    return code if enough else "en"
