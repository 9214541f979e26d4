"""Foreign text made safe for a terminal: nothing in it can move a cursor or turn a line round.

Control characters become visible signs, invisible formatting goes. Every other character keeps
its place, so that spans found in the text as published can be carried over.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from natoread_index import Span

_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_UNKNOWN = dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_BREAKS = dict.fromkeys((0x2028, 0x2029), "\n")
_KEPT = {ord("\n"): "\n", ord("\t"): "\t"}
_VISIBLE: dict[int, int | str] = {**_PICTURES, **_UNKNOWN, **_BREAKS, **_KEPT}

# Bidirectional overrides and isolates, lone surrogates, and characters that terminals
# disagree about showing: soft hyphen, zero-width space, word joiner, byte-order mark, tags.
_GONE = re.compile(
    "[\u202a-\u202e\u2066-\u2069\ud800-\udfff\u00ad\u200b\u2060\ufeff\U000e0000-\U000e007f]"
)
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_LINE = str.maketrans("\n\t", "  ")


def clean(text: str) -> str:
    """Make `text` safe to print; line feeds and tabs stay."""
    kept = text if text.isascii() else _GONE.sub("", text)
    return kept.translate(_VISIBLE) if _UNSAFE.search(kept) else kept


def clean_line(text: str) -> str:
    """Make `text` safe to print in one line."""
    return clean(text).translate(_LINE)


def carried(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Carry spans of `text` over to the same characters of `clean(text)`."""
    gone = [] if text.isascii() else [match.start() for match in _GONE.finditer(text)]
    if not gone:
        return tuple(spans)
    return tuple(
        Span(start - bisect_left(gone, start), end - bisect_left(gone, end)) for start, end in spans
    )
