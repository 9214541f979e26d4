"""Tell persons from offices: "NATO Secretary General Jens Stoltenberg" is Jens Stoltenberg."""

import re
from collections.abc import Sequence
from itertools import takewhile


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OFFICES = _words(
    """
    acting admin administrator admiral adviser advisor affairs ag aide air allied ambassador
    apnsa assistant associate attorney baroness brigadier budget cabinet captain chair chairman
    chairperson chairwoman chancellor chief climate col colonel commandant commander commerce
    commissioner commodore communications competitiveness congressman congresswoman consul
    coordinator counsel counsellor counselor cyber czar dame defence defense delegate deputy
    digital director director-general doctor domestic dr economic education elect emerging
    energy engagement environment envoy ex excellency executive federal finance first fleet
    force foreign former general gentleman gov governor h.e head health her high highness his
    home homeland hon honorable honourable house housing human industry information inspector
    intelligence interior international joint judge justice labor labour lady lieutenant lt
    madam maj major marshal mayor member military minister monsieur mr mrs ms national nato
    naval navy office officer official officials operations opposition our parliamentary
    permanent planning pm policy premier president president-elect presidential press prime
    principal prof professor public rear rep representative right royal rt sec second secretary
    secretary-general security sen senator senior sergeant services shadow sir speaker special
    spokesman spokesperson spokeswoman staff state strategic supreme surgeon taoiseach
    technology trade transport transportation treasury under under-secretary undersecretary
    union veterans vice vice-chair vice-president white
    """
)
_ARTICLES = _words("a an the")
_NO_PERSONS = _words(
    """
    action administration agency alliance allies america army assembly association authority
    board border breakfast bureau call campaign center centre coalition commission committee
    community companies conference congress convention council countries court delegation
    department directorate embassy europe event experts families family forum foundation
    government governments group headquarters initiative institute institution kingdom leaders
    leadership members ministers ministry mission nations network organisation organization
    panel parliament participants parties partners partnership party people project public quad
    reception republic responders response russia senate states strategy summit task taskforce
    team teams ukraine union unit university world
    """
)
_PLACES = _words(
    """
    african bosnia burkina cabo central costa czech dominican east eastern el european great
    hong new north northern papua san saudi sierra south southern sri united west western white
    """
)
_PARTICLES = _words(
    """
    af al bin da de del den der di do dos du el ibn la le nic ten ter van von zu
    """
)
_STOPS = _words("and as at by for four from in of on one the three to two with")
_INVISIBLE = str.maketrans("", "", "\u00ad\u2060\u200b\ufeff\ufffc*_")
_ENDING = re.compile(r"[’']s?$|[.,;:]+$")
_LONGEST = 5


def person(phrase: str) -> str | None:
    """Return the name in a phrase that names one person, mostly behind an office or a rank."""
    words = phrase.translate(_INVISIBLE).split()
    if words and words[0].casefold() in _ARTICLES and not any(map(is_office, words[1:])):
        return None
    near, far = _parted(words)
    rest = _behind_offices(near)
    name = list(takewhile(_may_be_name, rest))
    if not name and far:
        return person(" ".join(_behind_country(far)))
    return " ".join(name) if _is_person(name, has_office=len(rest) < len(near)) else None


def is_office(word: str) -> bool:
    """Whether a word belongs to an office, a rank or a form of address, rather than to a name."""
    parts = _ENDING.sub("", word).casefold().split("/")
    return all(part in _OFFICES or part.removesuffix("s") in _OFFICES for part in parts)


def in_full(name: str, heading: str, text: str) -> str:
    """Return the full name of "Secretary General Stoltenberg" where `text` has it.

    The office must stand before it there too: the First Lady is no President Biden.
    """
    office = re.search(rf"([\w-]+)\s{re.escape(name)}\b", heading)
    if " " in name or not office or not is_office(office[1]):
        return name
    full = re.search(
        rf"\b{office[1]},?\s((?:[^\W\d_][\w.’'-]*\s){{1,3}}{re.escape(name)})\b",
        text,
        re.IGNORECASE,
    )
    return (full and person(full[1])) or name


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Part "Minister of Defence Jo Bloggs" at its "of" or "for"."""
    at = next((at for at, word in enumerate(words) if word.casefold() in ("of", "for", "to")), None)
    return (words, ()) if at is None else (words[:at], words[at + 1 :])


def _behind_offices(words: Sequence[str]) -> Sequence[str]:
    """Return what follows the last office, article or body (NATO, EPA) in `words`."""
    offices = [at for at, word in enumerate(words) if _is_no_name(word)]
    return words[offices[-1] + 1 :] if offices else words


def _behind_country(words: Sequence[str]) -> Sequence[str]:
    """Leave out the country that stands behind an office: "of Norway", "of New Zealand"."""
    words = words[words[:1] == ["the"] :]
    if any(map(is_office, words)):
        return words
    return words[1 + (words[0].casefold() in _PLACES) :] if words else words


def _is_no_name(word: str) -> bool:
    letters = _ENDING.sub("", word)
    is_body = letters.isupper() and len(letters) > 2 and "." not in letters
    return is_office(word) or word.casefold() in _ARTICLES or is_body


def _may_be_name(word: str) -> bool:
    if word.casefold() in _STOPS:
        return False
    return word[:1].isupper() or word in _PARTICLES


def _is_person(name: Sequence[str], *, has_office: bool) -> bool:
    if not 1 <= len(name) <= _LONGEST or any(map(str.isdigit, "".join(name))):
        return False
    if {word.casefold() for word in name} & _NO_PERSONS or len(name[-1].rstrip(".")) < 2:
        return False
    return has_office or (len(name) > 1 and name[0].casefold() not in _PLACES)
