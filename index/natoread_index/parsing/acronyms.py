"""Find where a text introduces an acronym: "Supreme Allied Commander Europe (SACEUR)".

The rule is that of Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
definitions in biomedical text": the letters of the acronym stand in their order in the words
beside it, the first at the beginning of a word, and a long name has at most min(|A| + 5, 2|A|)
words; here it may have 2|A| + 1. It is stricter here in that a word has a price, unless it gives
its initial and no more, or is a small one ("of").
"""

import re
from collections.abc import Iterator

from natoread_index.words import chunks, fold, folded

Introduction = tuple[str, tuple[str, ...]]
"""An acronym and the words of its long name, all folded."""

_SMALL_WORDS = """
    a al an and as at by d da das de del der des di die du e el en et for from für im in l la las
    le les los of on or pour sur the to und with y
"""
_SMALL = frozenset(map(fold, _SMALL_WORDS.split()))
_CAPITALS = "all and but for new no none nor not off or out ret see the yes"
_NO_ACRONYMS = frozenset(_CAPITALS.split())
_FEWEST, _MOST = 2, 10  # letters of an acronym
_MOST_LACKING = 3  # of its letters, in "the Supreme Allied Commander, SACEUR,"

_BIG = r"[^\W\d_a-zß-öø-ÿ]"
_SHORT = rf"[a-z]?{_BIG}[a-z]{{0,2}}[.&-]?{_BIG}(?:[.&-]?[^\W\d_]){{0,12}}\.?"
_BRACKETS = re.compile(
    rf"\((?:\W?(?:(?:the|or)\s\W?)?(?P<short>{_SHORT})\W?(?:[,;][^()]{{0,160}})?\)"
    r"|(?<=[A-Zs.”]\s\()(?:the\s)?(?P<long>[^\W\d_][^()]{4,160})\))"
)
_COMMAS = re.compile(
    rf",\s(?:or\s(?:the\s)?)?(?P<short>{_BIG}{{3,{_MOST}}})(?=[,;]|\.(?!\w)|\s[—–-])"
)
_PARTY = re.compile("[RDI]-[A-Z]{2}")  # and state: (R-TX)
_ROMAN = re.compile("[IVX]+")
_BREAK = re.compile(r"[();:?!]|\n\W|(?<=[a-z]{2})\.\s")
_LETTERS_A_WORD = 12  # as a rule enough, the space with them

_BEGINNING, _SECOND_LETTER, _SAME_INITIAL, _NOTHING = 1, 2, 1, 3
"""The prices of a word: it gives its beginning (EURope), or its initial and a later letter
(GreenHouse); or it gives nothing, with an initial that the acronym has, or has not."""
_DEAREST, _BY_LETTER = 6, 3  # a long name may cost so much, or for each letter beyond the second


def introductions(text: str) -> Iterator[Introduction]:
    """Yield the acronyms that `text` introduces, those in brackets first; some more than once.

    The acronym is its folded word without the plural's "s" (SMEs), joined if it has connectors
    (C-IED); the year behind a name ("Act of 1974") is no part of it.
    """
    for match in _BRACKETS.finditer(text):
        yield from _behind(text, match) if match["short"] else _before(text, match)
    for match in _COMMAS.finditer(text):
        yield from _apposed(text, match)


def _behind(text: str, match: re.Match[str]) -> Iterator[Introduction]:
    """Yield that of "Air Policing (AP)"."""
    acronym = _acronym(match["short"])
    if name := _long_name(acronym, _row(text, match.start(), acronym)) if acronym else None:
        yield acronym, name


def _before(text: str, match: re.Match[str]) -> Iterator[Introduction]:
    """Yield that of "AP (Air Policing)", where all of the bracket must be the long name."""
    said = text[max(0, match.start() - 2 * _MOST) : match.start()].split()
    whole = said and len(said[-1]) < 2 * _MOST - 1  # not cut off
    if acronym := _acronym(said[-1]) if whole else "":
        row = tuple(folded(match["long"]))
        if len(row) <= _longest(acronym) and _long_name(acronym, row) == row:
            yield acronym, row


def _apposed(text: str, match: re.Match[str]) -> Iterator[Introduction]:
    """Yield that of "the Supreme Allied Commander, SACEUR,": initials only, the last may lack."""
    acronym = _acronym(match["short"])
    row = _row(text, match.start(), acronym) if acronym else ()
    ends = range(len(acronym), max(2, len(acronym) - _MOST_LACKING - 1), -1)
    names = (_initialed(acronym[:end], row) for end in ends)
    if name := next(filter(None, names), None):
        yield acronym, name


def _acronym(said: str) -> str:
    """Return the folded word, no plural, that an acronym is; none if `said` is something else."""
    single = said[:-1] if said[-1] == "s" and said[-2:-1].isupper() else said
    if sum(map(str.isupper, single)) < 2 or _PARTY.fullmatch(said) or _ROMAN.fullmatch(said):
        return ""
    joined = [chunk.joined for chunk in chunks(single)]
    acronym = joined[0] if len(joined) == 1 else ""
    fits = _FEWEST <= len(acronym) <= _MOST and acronym.isalpha()
    return acronym if fits and acronym not in _NO_ACRONYMS else ""


def _longest(acronym: str) -> int:
    """Return how many words the long name of `acronym` may have, small ones too."""
    return min(len(acronym) + 5, 2 * len(acronym) + 1)


def _row(text: str, end: int, acronym: str) -> tuple[str, ...]:
    """Return the last words of the sentence that `end` cuts off, as many as may be needed."""
    start = max(0, end - _longest(acronym) * _LETTERS_A_WORD)
    said = text[start:end].rstrip()
    if start:
        said = said.partition(" ")[2]
    if said.endswith(")"):  # "the Trade Act (19 U.S.C. 2101) (TA)"
        said = said[: max(0, said.rfind("("))]
    row = _undated(tuple(folded(_BREAK.split(said)[-1])))
    return row[-_longest(acronym) :]


def _undated(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return `row` without the year of "the Trade Act of 1974"."""
    if not row or not row[-1].isdecimal():
        return row
    return row[:-2] if row[-2:-1] == ("of",) else row[:-1]


def _long_name(acronym: str, row: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the end of `row` that is the long name of `acronym`, if one is."""
    return _initialed(acronym, row) or _paid(acronym, row)


def _initialed(acronym: str, row: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the end of `row` that has `acronym` as its initials, as most long names do."""
    left = len(acronym)
    for place in range(len(row) - 1, -1, -1):
        word = row[place]
        small = word in _SMALL
        if small and left == len(acronym):
            return None
        if word[0] == acronym[left - 1] and not (small and left == 1):
            left -= 1
        elif not small:
            return None
        if not left:
            return row[place:]
    return None


def _paid(acronym: str, row: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the cheapest end of `row` that gives `acronym`, of those alike the shortest."""
    if not row or row[-1] in _SMALL:
        return None
    name, limit = None, 1 + min(_DEAREST, _BY_LETTER * (len(acronym) - 2))
    to_find = {len(acronym): 0}
    for place in range(len(row) - 1, -1, -1):
        to_find = _found(to_find, row[place], acronym, limit)
        if 0 in to_find:
            name, limit = row[place:], to_find.pop(0)
        if not to_find:
            break
    return name


def _found(to_find: dict[int, int], word: str, acronym: str, limit: int) -> dict[int, int]:
    """Return the prices below `limit`, each by how many letters must stand before `word`."""
    found: dict[int, int] = {}
    for letters, paid in to_find.items():
        for given, price in _gifts(word, acronym[:letters], acronym):
            if paid + price < found.get(letters - given, limit):
                found[letters - given] = paid + price
    return found


def _gifts(word: str, letters: str, acronym: str) -> Iterator[tuple[int, int]]:
    """Yield how many of the last of `letters` the word may give, each with its price."""
    initial = word[0]
    if word in _SMALL:
        yield 0, 0
        if len(letters) > 1 and letters[-1] == initial:
            yield 1, 0
        return
    if len(word) > 2 and word.isalpha():  # no state: "Salt Lake City, UT (SLC)"
        yield 0, _SAME_INITIAL if initial in acronym else _NOTHING
    for start, letter in enumerate(letters):
        if letter == initial and letters[start:] != acronym:  # no word gives all of them
            yield from ((len(letters) - start, price) for price in _prices(word, letters[start:]))


def _prices(word: str, part: str) -> Iterator[int]:
    """Yield what it costs that `word` gives `part`, which begins as it does, if it can."""
    if len(part) == 1 or part == word:
        yield 0
    elif word.startswith(part):
        yield _BEGINNING
    elif len(part) == 2 and part[1] in word[1:]:
        yield _SECOND_LETTER
