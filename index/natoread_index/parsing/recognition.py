"""Make a release of a title and a text, with all that they say of themselves.

Every way in, packs, feeds and web pages, goes through here.
"""

from typing import NamedTuple

from natoread_index.dates import Dated, Yearless
from natoread_index.kinds import Kind
from natoread_index.parsing.dating import reading
from natoread_index.parsing.languages import language
from natoread_index.parsing.speakers import speakers
from natoread_index.release import Release

_LONGEST_HEADING = 1000


class Recognised(NamedTuple):
    """A release, and its day where only the year is missing."""

    release: Release
    yearless: Yearless | None = None


def recognise(
    title: str, body: str, source: str, url: str | None = None, dated: Dated | None = None
) -> Recognised:
    """Fill in kind, speakers, language, and the date so far as title and text tell it.

    A date that is known from elsewhere, as from a feed, is `dated`: it wins over the text's own.
    """
    heading = title[:_LONGEST_HEADING]
    kind = Kind.of(heading, body)
    date = dated or reading(heading, body, kind)
    release = Release(
        title=title,
        body=body,
        source=source,
        kind=kind,
        speakers=speakers(heading, body, kind),
        dated=date if isinstance(date, Dated) else None,
        url=url,
        language=language(body or title),
    )
    return Recognised(release, date if isinstance(date, Yearless) else None)
