"""Releases cited: in words as Chicago and APA have it, and for programs that manage citations.

The author is who speaks, or else the organisation. Rules: The Chicago Manual of Style, 17th
edition, 14.145 (a date that is inferred stands in brackets) and 14.207; Publication Manual of the
APA, 7th edition, 9.17 and 10.9; CSL 1.0.2 and BibTeX with the fields of biblatex 3.19.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from natoread.clean import clean_line
from natoread.exports.authors import SAID_ALOUD, Author, authors
from natoread_index import Basis, Dated, Kind, Release

_GENRES = {
    Kind.SPEECH: "Speech",
    Kind.DOORSTEP: "Doorstep statement",
    Kind.PRESS_CONFERENCE: "Press conference",
    Kind.STATEMENT: "Statement",
    Kind.READOUT: "Readout",
    Kind.MEDIA_ADVISORY: "Media advisory",
    Kind.INTERVIEW: "Interview",
    Kind.OPINION: "Opinion",
}
_END = re.compile(r"[.?!…][”’\"']*$")
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}


def genre(release: Release) -> str:
    """What a citation calls a release."""
    return _GENRES.get(release.kind, "Press release")


def chicago(release: Release) -> str:
    """Cite as a bibliography by Chicago does: `NATO. “Title.” Press release, May 28, 2024.`"""
    title = clean_line(release.title)
    quoted = f"“{title}”" if _END.search(title) else f"“{title}.”"
    said = f"{genre(release)}, {_day(release.dated, _american)}".removesuffix(".") + "."
    first, *others = authors(release)
    names = [first.inverted + ("," if others else ""), *(other.plain for other in others)]
    return " ".join([*_closed(" and ".join(names)), quoted, said, *_where(release)])


def apa(release: Release) -> str:
    """Cite as the APA does: `NATO. (2024, May 28). Title [Press release]. https://…`."""
    day = _day(release.dated, _year_first)
    *names, last = (author.initialed for author in authors(release))
    author = f"{', '.join(names)}, & {last}" if names else last
    title = f"{clean_line(release.title)} [{genre(release)}]."
    return " ".join([*_closed(author), f"({day}).", title, *_where(release)])


def csl(release: Release) -> dict[str, object]:
    """The release as one item of CSL-JSON."""
    item: dict[str, object] = {
        "id": release.id,
        "type": "speech" if release.kind in SAID_ALOUD else "document",
        "genre": genre(release),
        "title": release.title,
        "author": [author.csl for author in authors(release)],
        "publisher": release.source,
        "language": release.language,
    }
    if release.dated:
        item["issued"] = _issued(release.dated)
    return item | ({"URL": release.url} if release.url else {})


def bibtex(release: Release) -> str:
    """The release as an entry of BibTeX, named by source, year and id."""
    year = str(release.dated.first.year) if release.dated else "nd"
    source = re.sub(r"\W+", "", release.source).lower() or "release"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(release))
    return f"@misc{{{source}-{year}-{release.id[:10]},\n{fields}}}\n"


def _fields(release: Release) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(map(_bibtex_name, authors(release)))
    yield "title", f"{{{_latex(release.title)}}}"
    yield "howpublished", genre(release)
    yield "publisher", _latex(release.source)
    if release.dated:
        end = f"/{release.dated.end}" if release.dated.end else ""
        yield "date", f"{release.dated.start}{end}"
        yield "year", str(release.dated.first.year)
    if release.url:
        yield "url", release.url
    yield "langid", release.language


def _bibtex_name(author: Author) -> str:
    """A person with a comma, which parts the names; an organisation in braces, which keep it."""
    name = _latex(author.inverted)
    return name if author.given else f"{{{name}}}"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in clean_line(text))


def _american(year: int, days: str, day: bool) -> str:
    return f"{days}, {year}" if day else f"{days} {year}"


def _year_first(year: int, days: str, _day: bool) -> str:
    return f"{year}, {days}"


def _day(dated: Dated | None, style: Callable[[int, str, bool], str]) -> str:
    """A date in a style, what is inferred in brackets, `n.d.` for none."""
    if dated is None:
        return "n.d."
    first, last = dated.first, dated.last
    if first.year != last.year:
        said = "–".join(style(day.year, f"{day:%B} {day.day}", True) for day in (first, last))
    else:
        said = style(first.year, _days(dated), not dated.by_month)
    return f"[{said}]" if dated.basis is Basis.INFERRED else said


def _days(dated: Dated) -> str:
    """The days of one year: `May 28`, `May 27–29`, `May 31–June 2`, or the month."""
    first, last = dated.first, dated.last
    if dated.by_month:
        return f"{first:%B}"
    if first == last:
        return f"{first:%B} {first.day}"
    end = f"{last.day}" if first.month == last.month else f"{last:%B} {last.day}"
    return f"{first:%B} {first.day}–{end}"


def _issued(dated: Dated) -> dict[str, object]:
    days = [dated.first] if not dated.end else [dated.first, dated.last]
    found: dict[str, object] = {"date-parts": [_parts(day, dated.by_month) for day in days]}
    return found | ({"circa": True} if dated.basis is Basis.INFERRED else {})


def _parts(day: date, by_month: bool) -> list[int]:
    return [day.year, day.month] if by_month else [day.year, day.month, day.day]


def _closed(words: str) -> tuple[str, ...]:
    """Words with a full stop, if they have none."""
    return (words if words.endswith(".") else f"{words}.",) if words else ()


def _where(release: Release) -> tuple[str, ...]:
    """The organisation, unless it is the author, and the address."""
    source = clean_line(release.source)
    is_author = source in [author.family for author in authors(release)]
    publisher = () if is_author else _closed(source)
    return (*publisher, clean_line(release.url)) if release.url else publisher
