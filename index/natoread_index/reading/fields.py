"""Which field of a record is the title, the text, the date …: by the names in use everywhere."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from natoread_index.errors import NatoReadError

ROLES = {
    "title": "title headline heading name subject",
    "body": "body text content fulltext contenttext bodytext articlebody article story markdown "
    "html contenthtml bodyhtml description summary excerpt",
    "date": "date published publicationdate publishdate pubdate publishedat datepublished "
    "publishedon dateline issued releasedate datetime posted created createdat updated timestamp",
    "source": "source publisher sourcename organisation organization org agency outlet site feed",
    "url": "url link href permalink uri weburl pageurl sourceurl canonicalurl externalurl",
    "kind": "kind type category section documenttype contenttype",
    "by": "by speaker speakers speakername spokenby",
    "language": "language lang locale",
}
"""What natoread wants of a record, and the names under which it stands, the likeliest first."""

_KNOWN = {role: names.split() for role, names in ROLES.items()}
DELIMITERS = ",;\t|"
"""What divides the columns of a table, the likeliest first."""
_FEWEST = 2


class NoSuchField(NatoReadError):
    """A mapping names something that no release has."""


@dataclass(frozen=True)
class Fields:
    """The names of fields; `chosen` are those that a user gave, by role: {"body": "Full text"}."""

    chosen: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def mapped(cls, pairs: Iterable[str]) -> "Fields":
        """Read "body=Full text"; raises `NoSuchField`."""
        chosen = {}
        for pair in pairs:
            role, equals, name = pair.partition("=")
            role = role.strip().lower()
            if not equals or not name.strip() or role not in ROLES:
                raise NoSuchField(f"{pair}: not of the form a=b, where a is {_any_of(ROLES)}")
            chosen[role] = name.strip()
        return cls(chosen)

    @property
    def said(self) -> str:
        """What the user chose, as they would say it."""
        return " ".join(f"{role}={name}" for role, name in sorted(self.chosen.items()))

    def pick(self, role: str, names: Iterable[str]) -> list[str]:
        """Return those of `names` that have a role, the likeliest first."""
        by_plain = {_plain(name): name for name in reversed(list(names))}
        wanted = self._wanted[role]
        return [by_plain[name] for name in wanted if name in by_plain]

    def delimiter(self, text: str) -> str:
        """Return what divides the columns of a table that begins so; empty if it is none."""
        line = next(filter(str.strip, text.splitlines()), "")
        known = {delimiter: self._known_in(line, delimiter) for delimiter in DELIMITERS}
        best = max(known, key=lambda each: known[each])
        return best if known[best] >= _FEWEST else ""

    def _known_in(self, line: str, delimiter: str) -> int:
        """Count the roles that a line names, if it is the head of a table."""
        names = next(csv.reader([line], delimiter=delimiter), [])
        roles = [role for role in ROLES if self.pick(role, names)]
        return len(roles) if {"title", "body"} & set(roles) else 0

    @cached_property
    def _wanted(self) -> dict[str, list[str]]:
        chosen = {role: [_plain(name)] for role, name in self.chosen.items()}
        return _KNOWN | chosen


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _any_of(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"
