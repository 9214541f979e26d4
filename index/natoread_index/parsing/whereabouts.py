"""Where in a text a day stands, and what the words around it make of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from natoread_index.parsing.calendars import WEEKDAYS
from natoread_index.parsing.mentions import Mention, mentions

_LEAD = 350
_SENTENCE = 250
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A day that `text` mentions, with what stands around it."""

    text: str
    mention: Mention

    @property
    def words(self) -> str:
        """The day as the text has it, with its "from", its weekday and its brackets."""
        before = self.before
        lead_in = _LEAD_IN.search(before)
        start = self.mention.start - (len(before) - lead_in.start() if lead_in else 0)
        closed = self.after.startswith(")") and "(" in self.text[start : self.mention.start]
        return self.text[start : self.mention.end + closed]

    @property
    def line_start(self) -> int:
        """Where its line begins."""
        return self.text.rfind("\n", 0, self.mention.start) + 1

    @property
    def before(self) -> str:
        """The words before it in its line."""
        return self.text[max(self.line_start, self.mention.start - _AROUND) : self.mention.start]

    @property
    def after(self) -> str:
        """The words behind it."""
        return self.text[self.mention.end : self.mention.end + _AROUND]

    @property
    def lead(self) -> str:
        """The first sentences of the text."""
        return self.text[:_LEAD]

    @property
    def is_in_lead(self) -> bool:
        """Whether it stands in the first sentences, as the day of what they tell."""
        return self.mention.start < _LEAD and (self.is_range or bool(_ON.search(self.before)))

    @property
    def is_of_meeting(self) -> bool:
        """Whether it is in the first sentences, as the day on which people met."""
        told = _MEETING.search(self.before) or _MEETING.search(self.after)
        return self.is_in_lead and bool(told) and not self.is_future

    @property
    def is_range(self) -> bool:
        """Whether it is more than one day."""
        return self.mention.first != self.mention.last

    @property
    def is_bracketed(self) -> bool:
        """Whether it stands in brackets, as the own day of a release does."""
        return self.before.endswith("(")

    @property
    def is_today(self) -> bool:
        """Whether "today" or "yesterday" stands before it, or its weekday before its brackets."""
        beside_weekday = self.mention.weekday is not None and self.is_bracketed
        return beside_weekday or self.says_today

    @property
    def says_today(self) -> bool:
        """Whether "today" or the like stands before it."""
        return bool(_TODAY.search(self.before))

    @property
    def is_history(self) -> bool:
        """Whether the words about it tell of another day than that of the release."""
        before = _HISTORY.search(self.before) or _DUE.search(self.before)
        behind = _HISTORY_BEHIND.match(self.after)
        return bool(before or behind or _RECALLED.search(self.sentence))

    @property
    def is_future(self) -> bool:
        """Whether it is looked forward to."""
        if self.says_today:
            return False
        looks_on = not self.is_bracketed and _WILL.match(self.after)
        return bool(looks_on or _FUTURE.search(self.sentence))

    @property
    def sentence(self) -> str:
        """The words before it in its sentence."""
        start = max(self.line_start, self.mention.start - _SENTENCE)
        return _SENTENCE_END.split(self.text[start : self.mention.start])[-1]


def places(text: str) -> Iterator[Place]:
    """Yield the days that `text` mentions, in its order, but for those that are history."""
    for mention in mentions(text):
        if not (place := Place(text, mention)).is_history:
            yield place


_LEAD_IN = re.compile(
    rf"(?:\b(?:[Ff]rom|[Bb]etween)\s+)?(?:\b(?:{WEEKDAYS})\b\.?,?\s*)?(?:the\s)?\(?$"
)
_HISTORY = re.compile(
    r"\b(?:since|until|till|by|before|after|following|dated|of|as of|through|than|effective(?: on)?"
    r"|(?:beginning|starting|opening|closing|ending|born|ended|updated)(?: on)?|on or before"
    r"|mis à jour(?: le)?|до|після|после|depuis|avant|après|seit|desde)[\s:]*(?:the )?\(?$",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:since|until|till|by|before|after|through|due|opening|closing|beginning|starting|ending)"
    rf"(?: on)?\s+(?:{WEEKDAYS})\b\.?,?\s+$",
    re.IGNORECASE,
)
_HISTORY_BEHIND = re.compile(
    r"\)?,?\s*(?:when\b|was the\b|mark(?:s|ed)\b|attacks?\b|invasion\b|anniversary\b|agreement\b"
    r"|elections?\b|deadline\b|[–—-] \w+ years? ago)"
)
_TODAY = re.compile(
    r"\b(?:(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|сегодня|вчера|сьогодні"
    r"|вчора|aujourd[’']hui|hier|heute|gestern|hoy|ayer|oggi)[,:\s]*(?:on\s)?"
    rf"(?:(?:{WEEKDAYS})\b\.?,?\s*)?\(?"
    r"|(?:done|given|signed) (?:at|in) [\w\s,]{3,40}\bthis\s+)$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meetings?|met|held|hosts?|hosted|welcomed|convened|gathered|took place|summit|visit)\b"
)
_ON = re.compile(
    r"(?:\b(?:[Oo]n|[Ff]rom|[Bb]etween|[Ll]e|[Dd]u|[Aa]m|[Vv]om|[Ee]l|[Dd]el|[Ii]l|[Dd]al)\s+"
    r"(?:the\s+)?|,\s*|\(|^)$"
)
_FUTURE = re.compile(
    r"\b(?:will|to be held|upcoming|scheduled|forthcoming|set to|looks? forward|plans to)\b"
)
_SENTENCE_END = re.compile(r"(?<=[\w)’”][\w)’”][.!?])(?<!\b[JSDM][rs]\.)\s")
_RECALLED = re.compile(r"\b(?:[Rr]ecall(?:s|ed|ing)?|[Rr]eflecting on)\b")
_WILL = re.compile(r"(?:[^.:\n]|(?<=\b[A-Z])\.|(?<=\b[JS]r)\.){0,80}?\bwill\b")
