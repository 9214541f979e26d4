"""Read who speaks in a release, as names without offices.

A title says it behind "by", "from" or "with" ("Speech by NATO Secretary General Jens Stoltenberg
at …"), a heading of the text may, and else the labels of a transcript do ("MS. PSAKI: …"). What
stands before a colon in the title of a piece of news is no label.
"""

import re
from collections.abc import Iterator

from natoread_index.kinds import Kind
from natoread_index.parsing.names import in_full, person

_OPENING = 1500
_HEAD_LINES = 4
_LONGEST_HEADING = 200


def speakers(title: str, body: str, kind: Kind) -> tuple[str, ...]:
    """Return the names of those who speak, in their order, as far as title and text tell."""
    if kind not in _SPOKEN:
        return ()
    opening = body[:_OPENING]
    names = _in_heading(title) or _in_first_lines(opening) or _in_labels(opening, kind)
    return tuple(dict.fromkeys(in_full(name, title, opening) for name in names))


def _in_heading(heading: str) -> list[str]:
    heading = heading.title() if heading.isupper() else heading
    said = _BY.search(heading) or _POSSESSIVE.match(heading)
    return list(_persons(said[1])) if said else []


def _persons(phrase: str) -> Iterator[str]:
    """Yield the persons of "President Duda of Poland and the Prime Minister, Donald Tusk"."""
    phrase = _TO_THE_PRESIDENT.sub(" ", _END_OF_PHRASE.split(phrase, maxsplit=1)[0])
    for part in _BETWEEN.split(phrase):
        if name := person(part):
            yield name


def _in_first_lines(opening: str) -> list[str]:
    lines = (line for line in opening.split("\n", _HEAD_LINES)[:_HEAD_LINES])
    headings = (line for line in lines if len(line) < _LONGEST_HEADING and _HEADING.match(line))
    return next(filter(None, map(_in_heading, headings)), [])


def _in_labels(opening: str, kind: Kind) -> list[str]:
    """Return the persons whose words a transcript gives; a statement has no such labels."""
    if kind is Kind.STATEMENT:
        return []
    labels = (match[1].strip() for match in _LABEL.finditer(opening))
    names = (person(label.title() if label.isupper() else label) for label in labels)
    return [name for name in names if name]


_SPOKEN = frozenset(
    {
        Kind.SPEECH,
        Kind.DOORSTEP,
        Kind.PRESS_CONFERENCE,
        Kind.STATEMENT,
        Kind.INTERVIEW,
        Kind.OPINION,
    }
)
_BY = re.compile(
    r"(?:\bby\s+"
    r"|\b(?:interview|conversation|q&a)s?\s+(?:with|of)\s+"
    r"|\b(?:speech|remarks|address|statement|conference|briefing|transcript|message)s?\s+"
    r"(?:of|with|from)\s+)(.+)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"(.{3,80}?)(?:[’']s?)\s(?:\w+\s)?"
    r"(?:speech|remarks|statement|address|press conference|doorstep)\b",
    re.IGNORECASE,
)
_NAMES_IN_ING = r"(?:Jinp|Keat|K|Sterl|Brown|Hard|Flem|Mann|Ew|Cush|Gold|Darl|Gosl|Down)ing\b"
_END_OF_PHRASE = re.compile(
    r"\s(?:(?i:at|in|on|ahead|following|before|after|during|upon|regarding|about|as|aboard|en|via"
    rf"|from|by|re|under|when|while)\b|(?!{_NAMES_IN_ING})[A-Za-z]+ing\b|[|–—(\[“\"-])|:"
)
_TO_THE_PRESIDENT = re.compile(
    r"\s(?:to the (?:Vice )?President\b|for (?:[A-Z][\w-]+\s)+(?:Affairs|Policy|Communications)\b)"
)
_BETWEEN = re.compile(
    r"\s*[,;&]\s*(?:and\s+)?|\s+(?:and|with|alongside|together with)\s+", re.IGNORECASE
)
_HEADING = re.compile(
    r"\W*(?:by|(?:\w+\W+){0,2}?(?:speech|remarks|address|statement|press conference|doorstep"
    r"|interview|keynote|lecture|article|op-ed|series)\b.{0,20}?\b(?:by|with|of))\s",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^[ \t\u00a0]*((?!(?i:for|the|from|subject|moderator|question|media|press|fact|note|re|on)\b)"
    r"[A-Z][\w.’'-]+(?:[ \u00a0](?:[A-Z][\w.’'-]*|de|van|von|der|la)){1,4})"
    r"[ \u00a0]*(?:\([^)\n]{1,60}\)|\[[^\]\n]{1,60}\])?[ \u00a0]?:(?=\s)",
    re.MULTILINE,
)
