"""Lines that stand around a text and are no part of it: end marks, addresses, what a site adds."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from natoread_index.wording import letters

_MOST, _SHORT = 200, 50
"""Characters of a line up to which it can be furniture, and stand in a list of such."""

_BROKEN = range(40, 121)
"""Characters of a line that goes on in the next one."""

_MARK = re.compile(
    r"\W*|[\W_]*(?:30|ends?|finis|the end|end of (?:text|release|transcript|statement))[\W_]*",
    re.IGNORECASE,
)
"""`###`, `-30-`, `ENDS`, `* * *`."""

_ADDRESS = re.compile(
    r"https?://|\bwww\.\w|\S@\S+\.\w|(?<!\w)@\w{2}|(?:tel|phone|fax)\b\W*\+?\d"
    r"|(?:\+\d|\(\d{3}\)|\b\d{3})[-. \d]*\d{3}[-. ]\d{4}\b",
    re.IGNORECASE,
)
"""Of the web, of mail, of a person in a network, of a telephone."""

_STOCK = re.compile(
    r"[\W_]*(?:"
    r"(?:follow|like|find|join|visit|contact|e-?mail|call|watch|subscribe to) (?:us|our|the)\b"
    r"|(?:subscribe|sign up|share (?:this|on)|print(?: this)?|download|back to|return to|go to)\b"
    r"|(?:read|view|see|learn|find|watch|hear) (?:more|all|also|the full|it|here|out more)\b"
    r"|(?:click|tap) here|more (?:on|about|from|information|news)|related (?:\w+:|\w+$)"
    r"|for (?:more|further|additional|media|press) (?:info|detail|inquir|enquir|quest|contact)"
    r"|for immediate release"
    r"|(?:media|press|public) (?:contacts?|inquir|enquir|office|affairs)|contacts?\s*:"
    r"|(?:source|photos?|image|video|credits?|tags?|topics?|filed under|category)\s*:"
    r"|(?:©|\(c\)|copyright)|all rights reserved"
    r"|(?:first |originally |last )?(?:published|posted|updated|modified|reviewed|printed)"
    r" (?:by|on|in|at|from)\b"
    r"|(?:last )?(?:updated|modified|reviewed)\s*:|page \d|advertisement|cookie"
    r"|(?:this|the) (?:press |news |media )?(?:release|article|page|text|item|story|content)"
    r" (?:was|is|has been|first|originally)\b"
    r"|(?:\(|\[)?(?:as (?:prepared|delivered)|check against delivery)"
    r")",
    re.IGNORECASE,
)
"""How lines begin that a site or an agency puts below a text, or above it."""


def core(body: str, title: str) -> str:
    """Return the lines of `body` without the furniture at both ends, at least the first line.

    Its title, said again, is furniture, too, and so is a short line below a heading that is.
    """
    found = list(lines(body))
    own = letters(title)
    first, last = 0, len(found)
    while first < last and _is_furniture(found[first], own):
        first += 1
    while last > first and _ends(found[first:last], own):
        last -= 1
    return "\n".join(found[first:last] or found[:1])


def lines(body: str) -> Iterator[str]:
    """Yield the lines of a text, those that a paragraph was broken into as one."""
    for paragraph in re.split(r"\n\s*\n", body):
        found = [line for line in map(str.strip, paragraph.split("\n")) if line]
        marks = list(takewhile(_MARK.fullmatch, reversed(found)))
        text = found[: len(found) - len(marks)]
        is_broken = len(text) > 1 and all(len(line) in _BROKEN for line in text[:-1])
        yield from [" ".join(text)] if is_broken else text
        yield from marks


def _ends(found: Sequence[str], title: str) -> bool:
    """Tell whether the last of some lines is furniture."""
    *_, heading, line = ("", *found)
    is_below = len(line) <= _SHORT and len(heading) <= _SHORT and _STOCK.match(heading)
    return bool(is_below) or _is_furniture(line, title)


def _is_furniture(line: str, title: str) -> bool:
    if _MARK.fullmatch(line):
        return True
    if len(line) > _MOST:
        return False
    return bool(_STOCK.match(line) or _ADDRESS.search(line)) or letters(line) == title
