"""Lines that stand around a text and are no part of it: end marks, addresses, what a site adds."""

import re
from itertools import dropwhile

from natoread_index.wording import letters

_MOST = 300
"""Characters of a line up to which it can be furniture."""

_MARK = re.compile(
    r"\W*|[\W_]*(?:30|ends?|finis|the end|end of (?:text|release|transcript|statement))[\W_]*",
    re.IGNORECASE,
)
"""`###`, `-30-`, `ENDS`, `* * *`."""

_ADDRESS = re.compile(
    r"https?://|\bwww\.\w|\S@\S+\.\w|(?<!\w)@\w{2}|(?:tel|phone|fax)\b\W*\+?\d", re.IGNORECASE
)
"""Of the web, of mail, of a person in a network, of a telephone."""

_STOCK = re.compile(
    r"[\W_]*(?:"
    r"(?:follow|like|find|join|visit|contact|e-?mail|call|watch|subscribe to) (?:us|our|the)\b"
    r"|(?:subscribe|sign up|share (?:this|on)|print(?: this)?|download|back to|return to|go to)\b"
    r"|(?:read|view|see|learn|find|watch|hear) (?:more|all|also|the full|it|here|out more)\b"
    r"|(?:click|tap) here|more (?:on|about|from|information|news)|related (?:\w+:|\w+$)"
    r"|for (?:more|further|additional|immediate|media|press)\b"
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
    """Return the lines of `body` without the furniture at both ends; all if nothing else is there.

    Its title, said again, is furniture, too.
    """
    lines = [line for line in map(str.strip, body.split("\n")) if line]
    own = letters(title)
    behind = list(dropwhile(lambda line: _is_furniture(line, own), lines))
    between = list(dropwhile(lambda line: _is_furniture(line, own), reversed(behind)))
    return "\n".join(reversed(between)) or body


def _is_furniture(line: str, title: str) -> bool:
    if _MARK.fullmatch(line):
        return True
    if len(line) > _MOST:
        return False
    return bool(_STOCK.match(line) or _ADDRESS.search(line)) or letters(line) == title
