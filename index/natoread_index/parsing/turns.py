"""Who speaks where in a transcript: the labels that begin a turn, and what is no speech at all.

A label stands at the beginning of a line, before a colon (`MS. LEAVITT:`, `Jamie Shea :`, `Mircea
Geoană [NATO Deputy Secretary General]:`), or is a `Q`. What looks like one but is a heading
(`SUBJECT:`, `For more information:`, `SECURING OUR HOMELAND:`) says no office, and is taken for a
name only among labels that do.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from natoread_index.spans import Span


def _known(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLANK = r"[ \t\xa0\u2000-\u200b]"
_QUESTION = re.compile(
    rf"^{_BLANK}*(Q(?:uestion)?[.:]?){_BLANK}+(?=[^\W\d]|[\"“‘(\[…—-])(?<!Question )", re.MULTILINE
)
_LABEL = re.compile(
    rf"^{_BLANK}*(?:\U0001f5e3\ufe0f?{_BLANK}*\|{_BLANK}*)?"
    rf"(([^\W\d_][^\n:()\[\]|]{{0,70}}?)(?:{_BLANK}*[(\[][^)\]\n]{{1,80}}[)\]])?{_BLANK}*:)"
    rf"(?=[\s\xa0\u2000-\u200b]|$)",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\s\xa0,/&-]+")
_PARTICLES = _known("of the and for de del di da van von der den la le al bin ibn")
_OFFICES = _known(
    "mr ms mrs mx dr sir lord lady president minister secretary general admiral colonel captain "
    "commander lieutenant major sergeant brigadier chair chairman chairwoman chairperson "
    "ambassador governor senator representative congressman congresswoman mayor chancellor king "
    "queen prince princess director administrator commissioner spokesperson spokesman "
    "spokeswoman moderator presenter interviewer interviewee host operator interpreter translator "
    "participant audience aide official leader judge saceur supreme "
    "question journalist reporter correspondent"
)
_ASKING = _known("question journalist reporter correspondent interviewer audience")
_HEADINGS = _known(
    "memorandum subject dear statement remarks by to from in on with at a an our your this that "
    "update note fact facts myth source contact date time location media press read watch more "
    "executive order section key background photo video audio tel phone email website"
)
_ASIDE = re.compile(
    rf"^{_BLANK}*(?:\([^()\n]{{1,80}}\)|\[[^\[\]\n]{{1,80}}\]){_BLANK}*$"
    r"|[(\[](?:laughter|applause|laughs|cross-?talk|inaudible|unintelligible|off[- ]mic|as "
    r"(?:delivered|prepared|interpreted|translated))[^()\[\]\n]{0,40}[)\]]",
    re.MULTILINE | re.IGNORECASE,
)


class Turn(NamedTuple):
    """Where a label stands, without the blanks around it, and whether a question follows."""

    start: int
    end: int
    asks: bool


def turns(body: str) -> tuple[Turn, ...]:
    """Return the labels of a transcript, in order; of any other text, none."""
    asked = [Turn(*match.span(1), True) for match in _QUESTION.finditer(body)]
    labels = [match for match in _LABEL.finditer(body) if _is_name(match[2])]
    sure = [match for match in labels if _is_office(match[2])]
    if len(asked) + len(sure) < 2:
        sure = labels = [match for match in sure if match[2].isupper()]
    named = [Turn(*match.span(1), _asks(match[2])) for match in labels]
    bare = _without_colon(body, {match[2].strip() for match in labels})
    return tuple(sorted({turn.start: turn for turn in [*bare, *asked, *named]}.values()))


def _is_name(label: str) -> bool:
    """Whether all words of a label could be a name or an office."""
    words = _WORD.findall(label)
    plain = [word.strip(".").lower() for word in words]
    return (
        0 < len(words) <= 9
        and all(
            word[:1].isupper() or low in _PARTICLES for word, low in zip(words, plain, strict=True)
        )
        and not _HEADINGS.intersection(plain)
    )


def _is_office(label: str) -> bool:
    return not _OFFICES.isdisjoint(word.strip(".").lower() for word in _WORD.findall(label))


def _asks(label: str) -> bool:
    return not _ASKING.isdisjoint(word.strip(".").lower() for word in _WORD.findall(label))


def _without_colon(body: str, names: set[str]) -> Iterator[Turn]:
    """Yield names of which the colon was forgotten: `Jamie Shea I would like`."""
    full = [re.escape(name) for name in names if " " in name]
    if full:
        pattern = rf"^{_BLANK}*({'|'.join(sorted(full))}){_BLANK}+(?=(?:I|We|Yes|No|Well|Thank)\b)"
        for match in re.finditer(pattern, body, re.MULTILINE):
            yield Turn(*match.span(1), False)


def asides(body: str) -> tuple[Span, ...]:
    """Return what was not said but done or noted: `(As delivered)`, `(Laughter.)`."""
    found = (match.span() for match in _ASIDE.finditer(body))
    return tuple(Span(start, end) for start, end in found)
