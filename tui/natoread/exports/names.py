"""Names of files made from titles: safe in every file system, whatever the title holds."""

import re
import unicodedata

from natoread.clean import clean_line
from natoread_index import Release

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2400-\u2421\ufffd]+')
_LONGEST = 100
"""Bytes of UTF-8 of a title in a name: what file systems take is 255, cloud folders take less."""


def file_name(release: Release, suffix: str) -> str:
    """`2024-05-28 Title of the release 5f0c2a3b1d.md`: a name that no other release has.

    Day, words and id keep device names such as `CON`, leading dots and dashes harmless.
    """
    day = release.dated.start if release.dated else "undated"
    return f"{day} {title_words(release.title)} {release.id[:10]}{suffix}"


def title_words(title: str) -> str:
    """As much of a title as may stand in the name of a file."""
    text = unicodedata.normalize("NFC", clean_line(title))
    words = " ".join(_FORBIDDEN.sub(" ", text).split()).strip(". ")
    cut = words.encode()[:_LONGEST].decode(errors="ignore")
    return cut.strip(". ") or "untitled"
