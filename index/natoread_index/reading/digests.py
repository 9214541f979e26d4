"""Digests: newsletters of several texts, each below its title and closed by a link to more."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """A text of a message: all of it, or one of several."""

    title: str
    body: str


def parts(paragraphs: Sequence[str]) -> list[Part]:
    """Return the texts of a digest; none for what isn't plainly one.

    It is one if two links to more or more of them close texts with a title, and little is outside.
    """
    pieces, rest = _pieces(paragraphs)
    found = [
        part for number, piece in enumerate(pieces) if (part := _part(piece, is_first=not number))
    ]
    is_digest = len(found) > 1 and len(found) == len(pieces) and len(rest) <= _LONGEST_REST
    return found if is_digest else []


def _pieces(paragraphs: Iterable[str]) -> tuple[list[list[str]], str]:
    """Return what stands above each link to more, and what stands below the last."""
    pieces: list[list[str]] = [[]]
    for paragraph in paragraphs:
        *above, last = paragraph.split("\n")
        if not _MORE.fullmatch(last.strip()):
            pieces[-1].append(paragraph)
            continue
        pieces[-1] += ["\n".join(above)] if above else []
        pieces.append([])
    *closed, rest = pieces
    return closed, "".join(rest)


def _part(piece: Sequence[str], *, is_first: bool) -> Part | None:
    """Return the text of a piece below its title, which the first has below the digest's own."""
    titles = {number for number, each in enumerate(piece) if _is_title(each)}
    above = [each for each in sorted(titles) if each + 1 < len(piece) and each + 1 not in titles]
    if not above:
        return None
    start = above[-1] if is_first else above[0]
    return Part(piece[start], "\n\n".join(piece[start + 1 :]))


def _is_title(paragraph: str) -> bool:
    is_line = "\n" not in paragraph and len(paragraph) <= _LONGEST
    return is_line and not _SENTENCE.search(paragraph) and not _LISTED.match(paragraph)


_LONGEST = 200
_LONGEST_REST = 400
_MORE = re.compile(
    r"(?:\W*(?:read|see|learn|find out|view) (?:more|the full (?:story|text|article|release))"
    r"|\W*more|\W*full (?:story|text|article)|\W*continue reading|\W*lire (?:la suite|plus))"
    r"(?:\s*\(?<?https?://\S+)?\W*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?:;,][”’\"')]*$")
_LISTED = re.compile(r"[•*-]\s")
