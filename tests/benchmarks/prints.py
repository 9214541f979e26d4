"""What becomes of releases on their way: noise of prints, edits of a re-issue, and sisters.

Each change takes a release and a source of chance. What a change needs and a text has not, it lets
alone, or it makes the text another one all the more.
"""

import io
import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from tests.benchmarks.forms import (
    listed,
    misread,
    no_break_spaces,
    plain,
    trailing_spaces,
    wrapped,
)
from tests.trials.corpus import Item

from natoread_index import Basis, Dated, NoReleases, Release, releases
from natoread_index.reading.encodings import Decoded

Change = Callable[[Release, random.Random], Release]
Layout = Callable[[list[Item]], bytes]


def as_pack(release: Release, lay_out: Layout) -> Release:
    """The release, written to a pack and read again; as it was if it can't be read so."""
    content = lay_out([Item(release.title, release.source, release.body)])
    try:
        found = list(releases(Decoded(io.BytesIO(content))))
    except NoReleases:
        return release
    return found[0] if len(found) == 1 else release


def packed(items: list[Item]) -> bytes:
    """Lay out a pack as the samples are."""
    return plain(items).encode()


def laid_out(lay_out: Layout) -> Change:
    """The same release in another layout, read from that, with its facts."""

    def change(release: Release, _: random.Random) -> Release:
        read = as_pack(release, lay_out)
        return replace(release, title=read.title, body=read.body)

    return change


def texts(change: Callable[[str], str]) -> Change:
    """The same release with its title and text changed alike."""
    return lambda release, _: replace(
        release, title=change(release.title), body=change(release.body)
    )


def bodies(change: Callable[[str, random.Random], str]) -> Change:
    """The same release with its text changed."""
    return lambda release, chance: replace(release, body=change(release.body, chance))


TAILS = (
    "###", "-30-", "ENDS", "* * *", "Read more", "Follow us on X (@NATO)", "All rights reserved.",
    "For more information, contact the press office at press@example.org or +1 202 555 0100.",
    "This release was published by the press office.", "Photo: Jo Doe/Agency 2024", "Share this",
    "– Published by EveningReport.nz and AsiaPacificReport.nz, see: MIL OSI in partnership",
    "Source: Office of the Press Secretary", "Last updated: 21-Nov-2019 10:03", "# # #",
    "Download the full text here: https://example.org/a.pdf", "Media contact\n\nJo Doe, 555 0100",
    "Copyright 2025 Example Inc.\n\nBack to top", "Tags: economy, jobs, health",
)  # fmt: skip

NOISE: dict[str, Change] = {
    "spaces": bodies(lambda body, chance: re.sub(" ", lambda _: chance.choice(" \u00a0  "), body)),
    "double spaces": bodies(lambda body, _: body.replace(". ", ".  ").replace("\n\n", "\n\n\n")),
    "straight quotes": texts(lambda text: text.translate(str.maketrans("“”‘’–—", "\"\"''--"))),
    "curly quotes": texts(lambda text: text.replace("'", "’").replace(' "', " “")),
    "no apostrophes": texts(lambda text: text.replace("’", " ").replace("'", " ")),
    "tail": bodies(lambda body, chance: f"{body}\n\n{chance.choice(TAILS)}"),
    "two tails": bodies(lambda body, chance: "\n\n".join([body, *chance.sample(TAILS, 2)])),
    "head": bodies(lambda body, _: f"FOR IMMEDIATE RELEASE\n\n{body}"),
    "decomposed": texts(lambda text: unicodedata.normalize("NFD", text)),
    "hidden signs": texts(lambda text: re.sub(r"(?<=\w{3})(?=\w{3})", "\u00ad", text)),
    "cp1252": texts(lambda text: text.encode("cp1252", "replace").decode("cp1252")),
    "ASCII": texts(lambda text: text.encode("ascii", "replace").decode()),
    "wrapped": laid_out(lambda items: wrapped(plain(items)).encode()),
    "listed": laid_out(listed),
    "read as cp1252": laid_out(misread("cp1252", "replace")),
    "read as Latin-1": laid_out(misread("latin-1", "strict")),
    "blanks": laid_out(lambda i: trailing_spaces(no_break_spaces(plain(i))).encode()),
    "one line": bodies(lambda body, _: " ".join(body.split())),
    "wrapped, tail": bodies(lambda body, chance: f"{wrapped(body)}\n\n{chance.choice(TAILS)}"),
}

PLAIN_WORD = re.compile(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
NUMBER = re.compile(r"(?<![\d.,])\d+(?![\d.,]*\d)")
YEAR = re.compile(r"\S*://\S*|(?<!\d)(20\d\d)(?!\d)")
NEW_WORDS = ("firmly", "matters", "given", "towards", "rather", "seen", "brought", "common")
LAST = 3
SENTENCES = (
    "The two sides will go on with these talks in the coming weeks.",
    "She thanked all those who had made this possible, and called it a good day.",
    "A first report on the work is expected before the end of the year.",
)


def reworded(body: str, chance: random.Random) -> str:
    """Put other words in three places."""
    places = [match.span() for match in PLAIN_WORD.finditer(body)]
    if not places:
        return with_paragraph(body, chance)
    for start, end in sorted(chance.sample(places, min(3, len(places))), reverse=True):
        body = body[:start] + chance.choice(NEW_WORDS) + body[end:]
    return body


def with_sentence(body: str, chance: random.Random) -> str:
    """Put a sentence behind a paragraph, none of the last, which may be an address."""
    paragraphs = body.split("\n\n")
    at = chance.randrange(max(len(paragraphs) - LAST, 1))
    paragraphs[at] += f" {chance.choice(SENTENCES)}"
    return "\n\n".join(paragraphs)


def without_paragraph(body: str, chance: random.Random) -> str:
    """Leave out one paragraph, a long one, if the text has several."""
    paragraphs = body.split("\n\n")
    fit = [at for at, one in enumerate(paragraphs[:-LAST]) if 80 <= len(one) < len(body) / 5]
    if not fit:
        return reworded(body, chance)
    del paragraphs[chance.choice(fit)]
    return "\n\n".join(paragraphs)


def with_paragraph(body: str, chance: random.Random) -> str:
    """Put a paragraph in."""
    paragraphs = body.split("\n\n")
    paragraphs.insert(chance.randrange(len(paragraphs)), " ".join(SENTENCES))
    return "\n\n".join(paragraphs)


def with_other(pattern: re.Pattern[str], by: Sequence[str]) -> Change:
    """Put another name or number in one place."""

    def change(release: Release, chance: random.Random) -> Release:
        places = list(pattern.finditer(release.body, 0, len(release.body) * 3 // 4))
        if not places:
            return replace(release, title=f"{release.title} II")
        place = chance.choice(places)
        new = chance.choice([each for each in by if each not in release.body])
        return replace(
            release, body=release.body[: place.start()] + new + release.body[place.end() :]
        )

    return change


EDITS: dict[str, Change] = {
    "other words": bodies(reworded),
    "a sentence more": bodies(with_sentence),
    "a paragraph less": bodies(without_paragraph),
    "a paragraph more": bodies(with_paragraph),
    "edited, with a tail": bodies(lambda body, c: f"{reworded(body, c)}\n\n{c.choice(TAILS)}"),
    "edited, wrapped": bodies(lambda body, chance: wrapped(with_sentence(body, chance))),
}

CORRECTIONS: dict[str, Change] = {
    "a name corrected": with_other(NAME, ("Ruritania", "Zembla", "Atlantis", "Lyonesse")),
    "a number corrected": with_other(NUMBER, ("8713", "9361", "7949", "6197")),
}
"""Edits that only an address or a day tells from a sister."""


def a_year_on(release: Release, _: random.Random) -> Release:
    """The same release, a year later, in its day and in all years that it names, not in links."""
    later = YEAR.sub(lambda said: str(int(said[1]) + 1) if said[1] else said[0], release.body)
    dated = release.dated
    if dated is not None:
        day = dated.first + timedelta(days=365)
        dated = Dated(day, day, Basis.STATED, f"published {day}")
    url = release.url and f"{release.url.rstrip('/')}-2/"
    title = release.title if later != release.body else f"{release.title} again"
    return replace(release, title=title, body=later, dated=dated, url=url)


def elsewhere(change: Change) -> Change:
    """The same change to a release that has an address of its own, if any has."""

    def moved(release: Release, chance: random.Random) -> Release:
        url = release.url and f"{release.url.rstrip('/')}-2/"
        return replace(change(release, chance), url=url)

    return moved


SISTERS: dict[str, Change] = {
    "another name": elsewhere(CORRECTIONS["a name corrected"]),
    "another number": elsewhere(CORRECTIONS["a number corrected"]),
    "another year": a_year_on,
    "another title": elsewhere(
        lambda release, _: replace(release, title=f"{release.title} for Ruritania")
    ),
}
