"""Read from a release when it was made or of when it speaks; rather nothing than a wrong day.

A text is full of days that aren't its own: treaties, anniversaries, deadlines. A day counts only
where releases put theirs, from the surest place on:

1. in the title: at its start or end, or after "on";
2. in a dateline ("KABUL, Afghanistan (Jan. 25, 2013) –"), alone on one of the first or last lines,
   or under a proclamation ("this ninth day of May, in the year …");
3. beside its weekday or "today" ("on Tuesday (28 May 2024)"); or in the first sentences of news,
   after "on", "from" or a comma, or as a range.

A day behind "since", "until", "of" and the like is history wherever it stands. So is one of the
third place where an anniversary or a later year is spoken of, and what "will" be on a day isn't
dated by it, unless to announce it is what the release is for. A day whose weekday is another is
a slip of the pen. A year left unsaid is for the neighbours in the file to tell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from natoread_index.calendars import MONTH_NUMBERS, MONTHS, WEEKDAYS
from natoread_index.dates import Basis, Dated, Yearless, days
from natoread_index.kinds import Kind
from natoread_index.mentions import Mention, mentions
from natoread_index.solemn import solemn

_OPENING = 1500
_LEAD = 350
_TAIL = 200
_TAIL_LINES = 3
_HEAD_LINES = 8
_LONGEST_HEAD_LINE = 100
_AROUND = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in `text` a day is mentioned."""

    text: str
    mention: Mention

    @property
    def above(self) -> str:
        """The lines before its line."""
        return self.text[: self.text.rfind("\n", 0, self.mention.start) + 1]

    @property
    def before(self) -> str:
        """What stands before it in its line."""
        return self.text[len(self.above) : self.mention.start]

    @property
    def after(self) -> str:
        """What follows it, as far as needed."""
        return self.text[self.mention.end : self.mention.end + _AROUND]

    @property
    def words(self) -> str:
        """The day as the text has it, with its "from", its weekday and its brackets."""
        before = self.before
        lead_in = _LEAD_IN.search(before)
        start = self.mention.start - (len(before) - lead_in.start() if lead_in else 0)
        closed = self.after.startswith(")") and "(" in self.text[start : self.mention.start]
        return self.text[start : self.mention.end + closed]

    @property
    def lead(self) -> str:
        """The first sentences of the text."""
        return self.text[:_LEAD]

    @property
    def is_bracketed(self) -> bool:
        """Whether it stands in brackets, as the own day of a release does."""
        return self.before.endswith("(")

    @property
    def is_range(self) -> bool:
        """Whether it is more than one day."""
        return self.mention.first != self.mention.last

    @property
    def is_history(self) -> bool:
        """Whether the words about it make it another day than that of the release."""
        return bool(_HISTORY.search(self.before) or _HISTORY_AFTER.match(self.after))


def reading(title: str, body: str, kind: Kind) -> Dated | Yearless | None:
    """Read the day, range or month of a release, without its year where that is left unsaid."""
    opening = body[:_OPENING].replace("\u2028", "\n")
    said = list(_places(opening))
    own = [
        *_in_title(title, kind),
        *_in_dateline(said),
        *_in_last_lines(body),
        *_in_sentences(title, kind, said),
    ]
    stated = next((place for place in own if place.mention.span), None)
    return _day(stated) or solemn(body[-_SOLEMN:]) or _month(title) or _yearless(own, said)


def _places(text: str) -> Iterator[_Place]:
    for mention in mentions(text):
        if not (place := _Place(text, mention)).is_history:
            yield place


def _in_title(title: str, kind: Kind) -> Iterator[_Place]:
    """Yield a day at the start or end; acts and papers name other days, but behind a comma."""
    for place in _places(title):
        starts = not place.before.strip("(")
        ends = kind is not Kind.OTHER or _APART.search(place.before)
        if _ENDS.match(place.after) and (starts or ends) and not _is_future(place, title, kind):
            yield place


def _in_dateline(places: Iterable[_Place]) -> Iterator[_Place]:
    for place in places:
        above = [line for line in place.above.split("\n") if line]
        if len(above) > _HEAD_LINES or any(len(line) > _LONGEST_HEAD_LINE for line in above):
            return
        if _DATELINE.fullmatch(place.before) and _BEHIND_DATELINE.match(place.after):
            yield place


def _in_last_lines(body: str) -> Iterator[_Place]:
    """Yield a day that is a line of its own, as below a signature."""
    tail = [line.strip(_LINE_ENDS) for line in body[-_TAIL:].split("\n")[1:]]
    for line in [line for line in tail if line][-_TAIL_LINES:]:
        yield from (place for place in _places(line) if place.words == line)


def _in_sentences(title: str, kind: Kind, places: Iterable[_Place]) -> Iterator[_Place]:
    is_first = kind in _NEWSLIKE
    for place in places:
        if not _is_future(place, title, kind) and (
            _is_recent(place, title) or (is_first and _is_in_lead(place, title))
        ):
            yield place
        is_first = False


def _is_recent(place: _Place, title: str) -> bool:
    """Whether a day stands beside "today" or its weekday, and is that of the release."""
    if _TODAY.search(place.before) or (place.mention.weekday is not None and place.is_bracketed):
        return True
    return place.mention.weekday is not None and _is_now(place, title)


def _is_in_lead(place: _Place, title: str) -> bool:
    """Whether a day is when that happened of which the first sentences tell."""
    if place.mention.start > _LEAD or not (place.is_range or _ON.search(place.before)):
        return False
    return _is_now(place, f"{title}\n{place.lead}")


def _is_now(place: _Place, looking_back: str) -> bool:
    """Whether the release speaks of no other day as its own, of no anniversary, no later year."""
    year = place.mention.year
    later = year and any(int(said) > year + 1 for said in _PRESENT_YEAR.findall(place.text))
    return not (later or _THIS_DAY.search(place.lead) or _ANNIVERSARY.search(looking_back))


def _is_future(place: _Place, title: str, kind: Kind) -> bool:
    """Whether a day is only looked forward to by a release that is about something else."""
    if kind is Kind.MEDIA_ADVISORY or _ANNOUNCING.search(title):
        return False
    sentence = place.before[place.before.rfind(". ") + 1 :]
    return bool(_FUTURE.search(sentence) or (not place.is_bracketed and _WILL.match(place.after)))


def _day(place: _Place | None) -> Dated | None:
    return place and place.mention.span and Dated(*place.mention.span, Basis.STATED, place.words)


def _month(title: str) -> Dated | None:
    """Read "…, February 2023" from the end of a title."""
    if not (said := _MONTH_AT_END.search(title)):
        return None
    month, year = MONTH_NUMBERS[said[2]], int(said[3])
    last = next(span for day in (31, 30, 29, 28) if (span := days((month, 1), (month, day), year)))
    return Dated(*last, Basis.STATED, said[1], by_month=True)


def _yearless(own: Iterable[_Place], said: Iterable[_Place]) -> Yearless | None:
    """Read the first day without a year, and all that the text tells of weekdays beside it."""
    for place in own:
        if place.mention.year is None:
            first, last, words = place.mention.first, place.mention.last, place.words
            return Yearless(first, last, words, tuple(_weekdays(said)))
    return None


def _weekdays(places):
    for place in places:
        if place.mention.year is None and place.mention.weekday is not None:
            yield place.mention.first, place.mention.weekday


_SOLEMN = 400
_LINE_ENDS = " \t\u00a0*_."
_NEWSLIKE = (Kind.NEWS, Kind.READOUT, Kind.MEDIA_ADVISORY)
_LEAD_IN = re.compile(
    rf"(?:\b(?:[Ff]rom|[Bb]etween)\s+)?(?:\b(?:{WEEKDAYS})\b\.?,?\s*)?(?:the\s)?\(?$"
)
_HISTORY = re.compile(
    r"\b(?:since|until|till|by|before|after|following|dated|of|as of|through|than|effective(?: on)?"
    r"|(?:beginning|starting|ending|born|ended|updated)(?: on)?|on or before|mis à jour(?: le)?"
    r"|до|після|после|depuis|avant|après|seit|desde)[\s:]*(?:the )?\(?$",
    re.IGNORECASE,
)
_HISTORY_AFTER = re.compile(
    r"\)?,?\s*(?:when\b|was the\b|mark(?:s|ed)\b|attacks?\b|invasion\b|anniversary\b|agreement\b"
    r"|elections?\b|deadline\b|[–—-] \w+ years? ago)"
)
_APART = re.compile(rf"(?:^|[,(:|–—-]|\b(?:{WEEKDAYS}),?)\s*\(?$")
_ENDS = re.compile(r"\)?\s*(?:$|[:|]|[–—-]\s)")
_WILL = re.compile(r"[^.]{0,50}\bwill\b")
_DATELINE = re.compile(
    r"[\W_]*(?:(?:Released?|Published|Date|Issued|Posted)(?: on)?:?\s*)?"
    r"(?!(?:On|From|In|At|By|Between|During)\b)"
    r"(?:(?:[A-Z][\w.’'-]*|of|de|la|and|the)[,\s/]*){0,8}"
    rf"(?:(?:{WEEKDAYS})\b\.?,?)?[\s(,*–—-]*"
)
_BEHIND_DATELINE = re.compile(
    r"\)?[.,*]*\s*(?:$|\n|[-–—:|](?!\w)|\d\d?:\d\d|(?<=, )[A-Z][\w, ]{2,40}(?:$|\n))"
)
_TODAY = re.compile(
    r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|сегодня|вчера|сьогодні|вчора"
    r"|aujourd[’']hui|hier|heute|gestern|hoy|ayer|oggi)[,\s]*(?:on\s)?\(?$",
    re.IGNORECASE,
)
_THIS_DAY = re.compile(r"\b(?:today|yesterday|tonight|last (?:night|evening))\b", re.IGNORECASE)
_ON = re.compile(
    r"(?:\b(?:[Oo]n|[Ff]rom|[Bb]etween|[Ll]e|[Dd]u|[Aa]m|[Vv]om|[Ee]l|[Dd]el|[Ii]l|[Dd]al)\s+"
    r"(?:the\s+)?|,\s*|\(|^)$"
)
_PRESENT_YEAR = re.compile(
    r"(?<!by )(?<!until )(?<!through )(?<!NATO )(?<!Agenda )(?<!Vision )(?<!beyond )(?<!to )(?<!-)"
    r"\b((?:19|20)\d\d)\b"
)
_ANNIVERSARY = re.compile(
    r"\banniversar|\byears ago\b|\bin memor|\bcommemorat|\bon this day\b|\bbirthday\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|to be held|upcoming|scheduled|forthcoming|set to|looks? forward|plans to)\b"
)
_ANNOUNCING = re.compile(
    r"\b(?:to|will) (?:address|attend|award|brief|chair|convene|deliver|gather|hold|host|meet|open"
    r"|participate|receive|speak|take|travel|visit|welcome)\b",
    re.IGNORECASE,
)
_MONTH_AT_END = re.compile(rf"[,(–—-]\s*(({MONTHS})\b\.?\s((?:19|20)\d\d))\)?$")
