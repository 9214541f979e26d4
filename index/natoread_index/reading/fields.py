"""Which field of a record is the title, the text, the date …: by the names in use everywhere."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from natoread_index.errors import NatoReadError

ROLES = {
    "title": "title headline heading name subject titletext headlinetext titel titre"
    " título titulo titolo tytuł rubrik otsikko nadpis cím τίτλος заголовок название",
    "body": "body text content fulltext contenttext bodytext articlebody article story markdown"
    " html contenthtml bodyhtml maintext paragraphs transcript texte contenu inhalt volltext texto"
    " contenido conteúdo conteudo testo contenuto tekst treść innehåll текст зміст",
    "date": "date published publicationdate publishdate pubdate publishedat datepublished"
    " publisheddate publishedon dateline issued releasedate dateofrelease dateposted dateissued"
    " datetime posted datum fecha jour dato päivämäärä tarih ημερομηνία дата created createdat"
    " datecreated updated publicupdatedat updatedat timestamp data",
    "source": "source publisher sourcename organisation organization org agency department ministry"
    " outlet site quelle fuente fonte bron źródło källa источник джерело feed",
    "url": "url link href permalink uri weburl pageurl sourceurl canonicalurl externalurl lien"
    " enlace adresse ссылка guid",
    "kind": "kind type category section documenttype contenttype",
    "by": "by speaker speakers speakername spokenby",
    "language": "language lang locale",
}
"""What natoread wants of a record, and the names under which it stands, the likeliest first."""

_TEASERS = ("description", "summary", "excerpt", "abstract", "teaser", "lead")
"""Names of what is taken for a text only where there is no other."""

_ENDING_WORDS = {
    "title": "title headline titel titre título titolo",
    "body": "body text content story article transcript texte inhalt texto contenido testo",
    "date": "date datum fecha published posted issued released created",
    "source": "source publisher organisation organization agency",
    "url": "url link permalink address",
    "kind": "type category",
}
"""With which words names end, such as `post_title`; those of a date may begin so, too."""

_OTHER_WORDS = (
    "sub meta seo og alt short image img picture button caption link end expiry expiration modified"
    " parent site file"
)
"""Words that make the end of a name mean something else, such as `meta_title`."""

_KNOWN = {role: names.split() for role, names in ROLES.items()}
_ENDINGS = {role: frozenset(_ENDING_WORDS.get(role, "").split()) for role in ROLES}
_OF_ANOTHER = frozenset(_OTHER_WORDS.split())
_LANGUAGE = re.compile(r"[a-z]{2}|eng|english")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
DELIMITERS = ",;\t|"
"""What divides the columns of a table, the likeliest first."""
_FEWEST, _FEWEST_BY_ENDING = 2, 3


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

    def pick(self, role: str, names: Iterable[str]) -> Sequence[str]:
        """Return those of `names` that have a role, the likeliest first."""
        return _picked(self.chosen.get(role), role, tuple(names))

    def are_of_release(self, names: Iterable[str]) -> bool:
        """Whether what has such names is a release, with a title and more than a teaser."""
        names = tuple(names)
        bodies = self.pick("body", names)
        return bool(bodies and self.pick("title", names) and _plain(bodies[0]) not in _TEASERS)

    def delimiter(self, text: str) -> str:
        """Return what divides the columns of a table that begins so; empty if it is none."""
        line = next(filter(str.strip, text.splitlines()), "")
        known = {delimiter: self._known_in(line, delimiter) for delimiter in DELIMITERS}
        best = max(known, key=lambda each: known[each])
        return best if known[best] else ""

    def _known_in(self, line: str, delimiter: str) -> int:
        """Count the roles that a line names, if these are enough for the head of a table."""
        names = next(csv.reader([line], delimiter=delimiter), [])
        found = {role: each for role in ROLES if (each := self.pick(role, names))}
        sure = [role for role in found if role in self.chosen or _among(names, _KNOWN[role])]
        is_head = len(sure) >= _FEWEST or len(found) >= _FEWEST_BY_ENDING
        return len(found) if is_head and {"title", "body"} & set(found) else 0


@lru_cache(1024)
def _picked(chosen: str | None, role: str, names: tuple[str, ...]) -> Sequence[str]:
    """Return the names that have a role; the records of a file mostly have the same ones."""
    if chosen is not None:
        return tuple(_among(names, [chosen]))
    ending = [name for name in names if _ends_as(role, name)]
    teasers = _among(names, _TEASERS) if role == "body" else []
    return tuple(dict.fromkeys([*_among(names, _KNOWN[role]), *ending, *teasers]))


def _among(names: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Return the names that are spelt as those wanted are, in the order of these."""
    by_plain = {_plain(name): name for name in reversed(list(names))}
    return [by_plain[plain] for plain in map(_plain, wanted) if plain in by_plain]


def _ends_as(role: str, name: str) -> bool:
    """Whether a name of several words says a role by its last, that of a date by its first too.

    A language behind it, as in `title_en`, does not count.
    """
    words = re.findall(r"[^\W_]+", _CAPITAL.sub(" ", name).casefold())
    words = words[:-1] if len(words) > 1 and _LANGUAGE.fullmatch(words[-1]) else words
    telling = words[-1:] + (words[:1] if role == "date" else [])
    of_another = _OF_ANOTHER if role != "body" else _OF_ANOTHER | _ENDINGS["title"]
    return not of_another.intersection(words) and bool(_ENDINGS[role].intersection(telling))


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _any_of(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"
