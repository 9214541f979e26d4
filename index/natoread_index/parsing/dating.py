"""Read from a release when it was made or of when it speaks; rather nothing than a wrong day.

A text is full of days that aren't its own: treaties, anniversaries, deadlines. A day counts only
where releases put theirs, from the surest place on:

1. in the title: at its start or end;
2. in a dateline ("KABUL, Afghanistan (Jan. 25, 2013) –"), alone on one of the first or last lines,
   or under a proclamation ("this ninth day of May, in the year …");
3. beside "today" or, in what isn't spoken, its weekday ("on Tuesday (28 May 2024)"); or, if it is
   the first day that is mentioned, in the first sentences after "on", "from" or a comma, or as a
   range: in news always, in statements and papers only if people met on it.

A day behind "since", "until", "of" and the like is history wherever it stands. So is one of the
third place where another day is "today" or an anniversary or a later year is spoken of; and what
"will" be on a day isn't dated by it, unless to announce it is what the release is for. A day whose
weekday is another is a slip of the pen. A year left unsaid is for the neighbours in the file.
"""

import re
from collections.abc import Iterable, Iterator

from natoread_index.dates import Basis, Dated, MonthDay, Yearless, days
from natoread_index.kinds import Kind
from natoread_index.parsing.calendars import MONTH_NUMBERS, MONTHS, WEEKDAYS
from natoread_index.parsing.solemn import solemn
from natoread_index.parsing.whereabouts import Place, places

_OPENING = 1500
_TAIL = 200
_TAIL_LINES = 3
_SOLEMN = 400
_HEAD_LINES = 8
_LONGEST_HEAD_LINE = 100


def reading(title: str, body: str, kind: Kind) -> Dated | Yearless | None:
    """Read the day, range or month of a release, without its year where that is left unsaid."""
    said = list(places(body[:_OPENING].replace("\u2028", "\n")))
    own = [
        *_in_title(title, kind),
        *_in_dateline(said),
        *_in_last_lines(body),
        *_in_sentences(title, kind, said),
    ]
    return _day(own) or solemn(body[-_SOLEMN:]) or _month(title) or _yearless(own, said)


def _in_title(title: str, kind: Kind) -> Iterator[Place]:
    """Yield a day at the start or end; papers and acts name other days, but behind a comma."""
    for place in places(title):
        starts = not place.before.strip("(")
        ends = kind is not Kind.OTHER or _APART.search(place.before)
        if _ENDS.match(place.after) and (starts or ends) and not _is_to_come(place, title, kind):
            yield place


def _in_dateline(said: Iterable[Place]) -> Iterator[Place]:
    for place in said:
        start = place.line_start
        above = [line for line in place.text[:start].split("\n") if line]
        if len(above) > _HEAD_LINES or not all(map(_is_head, above)):
            return
        if above and _GOES_ON.search(above[-1]):
            continue
        before = place.text[start : place.mention.start]
        if _DATELINE.fullmatch(before) and _BEHIND_DATELINE.match(place.after):
            yield place


def _is_head(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD_LINE or line.isupper()


def _in_last_lines(body: str) -> Iterator[Place]:
    """Yield a day that is a line of its own, as below a signature."""
    tail = [line.strip(_LINE_ENDS) for line in body[-_TAIL:].split("\n")[1:]]
    for line in [line for line in tail if line][-_TAIL_LINES:]:
        yield from (place for place in places(line) if place.words == line)


def _in_sentences(title: str, kind: Kind, said: Iterable[Place]) -> Iterator[Place]:
    for number, place in enumerate(said):
        is_own = _is_own(place, title, kind, is_first=number == 0)
        if is_own and not _is_to_come(place, title, kind):
            yield place


def _is_own(place: Place, title: str, kind: Kind, *, is_first: bool) -> bool:
    """Whether a day in a sentence is that of the release."""
    if place.is_today:
        return True
    tells = place.is_in_lead if kind in _NEWSLIKE else place.is_of_meeting
    if is_first and kind not in _SPOKEN and tells:
        return not _is_of_another(place, f"{title}\n{place.lead}")
    has_weekday = place.mention.weekday is not None and kind not in _SPOKEN
    return has_weekday and not _is_of_another(place, title)


def _is_of_another(place: Place, context: str) -> bool:
    """Whether another day is that of the release: "today", an anniversary, one of a later year."""
    if _THIS_DAY.search(place.lead) or _ANNIVERSARY.search(context):
        return True
    year = place.mention.year or 0
    return year > 0 and any(
        int(said) > year + 1 for said in _PRESENT_YEAR.findall(context + place.text)
    )


def _is_to_come(place: Place, title: str, kind: Kind) -> bool:
    """Whether a release that is about something else looks forward to a day."""
    announces = kind is Kind.MEDIA_ADVISORY or _ANNOUNCING.search(title)
    return place.is_future and not announces


def _day(own: Iterable[Place]) -> Dated | None:
    """Return the first day that is said with its year."""
    stated = ((place.mention.span, place.words) for place in own)
    return next((Dated(*span, Basis.STATED, words) for span, words in stated if span), None)


def _month(title: str) -> Dated | None:
    """Read "…, February 2023" from the end of a title."""
    if not (said := _MONTH_AT_END.search(title)):
        return None
    month, year = MONTH_NUMBERS[said[2]], int(said[3])
    spans = (days((month, 1), (month, last), year) for last in (31, 30, 29, 28))
    first, last = next(filter(None, spans))
    return Dated(first, last, Basis.STATED, said[1], by_month=True)


def _yearless(own: Iterable[Place], said: Iterable[Place]) -> Yearless | None:
    """Return the first day without a year, and what the text tells of weekdays beside it."""
    place = next((place for place in own if place.mention.year is None), None)
    if not place:
        return None
    return Yearless(place.mention.first, place.mention.last, place.words, tuple(_weekdays(said)))


def _weekdays(said: Iterable[Place]) -> Iterator[tuple[MonthDay, int]]:
    for place in said:
        if place.mention.year is None and place.mention.weekday is not None:
            yield place.mention.first, place.mention.weekday


_NEWSLIKE = (Kind.NEWS, Kind.READOUT, Kind.MEDIA_ADVISORY)
_SPOKEN = (Kind.SPEECH, Kind.PRESS_CONFERENCE, Kind.DOORSTEP, Kind.INTERVIEW, Kind.OPINION)
_LINE_ENDS = " \t\u00a0*_."
_APART = re.compile(rf"(?:^|[,(:|–—-]|\b(?:{WEEKDAYS}),?)\s*\(?$")
_ENDS = re.compile(r"\)?\s*(?:$|[:|]|[–—-]\s)")
_DATELINE = re.compile(
    r"[\W_]*+(?:(?:Released?|Published|Date(?: of (?:release|publication|issue))?|Issued|Posted"
    r"|Publication date)(?: on)?:?\s*)?"
    r"(?!(?:On|From|In|At|By|Between|During)\b)"
    r"(?>(?:[A-Z][\w.’'-]*+|of|den|de|la|and|the)[,\s/:()–—-]*+){0,8}+"
    rf"(?:(?:{WEEKDAYS})\b\.?,?)?[\s(,*–—-]*+"
)
_BEHIND_DATELINE = re.compile(
    r"\)?[.,*]*\s*(?:$|\n|[-–—:|](?!\w)|\d\d?:\d\d|(?<=, )[A-Z][\w, ]{2,40}(?:$|\n))"
)
_GOES_ON = re.compile(r"\b(?:on|from|until|by|for|and|to|the|of)\W*$")
_THIS_DAY = re.compile(r"\b(?:today|yesterday|tonight|last (?:night|evening))\b", re.IGNORECASE)
_PRESENT_YEAR = re.compile(
    r"(?<!by )(?<!until )(?<!through )(?<!NATO )(?<!Agenda )(?<!Vision )(?<!beyond )(?<!to )(?<!-)"
    r"(?<!NATO – )(?<!НАТО – )(?<!НАТО-)"
    r"\b((?:19|20)\d\d)\b"
)
_ANNIVERSARY = re.compile(
    r"\b(?:anniversar|years ago\b|in memor|commemorat|on this day\b|birthday\b)", re.IGNORECASE
)
_ANNOUNCING = re.compile(
    r"\b(?:to|will) (?:address|attend|award|brief|chair|convene|deliver|gather|hold|host|meet|open"
    r"|participate|receive|speak|take|travel|visit|welcome)\b",
    re.IGNORECASE,
)
_MONTH_AT_END = re.compile(rf"[,(–—-]\s*(({MONTHS})\b\.?\s((?:19|20)\d\d))\)?$")
