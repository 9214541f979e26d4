"""How verbs print: data on stdout, talk on stderr, and nothing that could drive a terminal."""

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import TextIO

from natoread.clean import carried, clean
from natoread_index import Span

# Valid in JSON as they stand, yet they break lines, turn text round or drive a terminal.
_UNRULY = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_BOLD, _NOT_BOLD = "\x1b[1m", "\x1b[22m"


def put(text: str = "", lights: Iterable[Span] = (), indent: str = "") -> None:
    """Print a piece of data as it is; a terminal gets it made safe, with `lights` in bold."""
    spans = carried(lights, text) if _may_be_bold() else ()
    safe = marked(_safe(text, sys.stdout), spans, _BOLD, _NOT_BOLD)
    sys.stdout.write(f"{indent}{safe}\n")


def put_json(value: Mapping[str, object]) -> None:
    """Print one JSON object in one line, in letters that stdout can carry."""
    ascii_only = (sys.stdout.encoding or "utf-8").lower().replace("-", "") != "utf8"
    text = json.dumps({"format": 1, **value}, ensure_ascii=ascii_only)
    sys.stdout.write(_UNRULY.sub(lambda unruly: f"\\u{ord(unruly[0]):04x}", text) + "\n")


def tell(sentence: object) -> None:
    """Say something to whoever runs the verb, after all that was printed so far."""
    sys.stdout.flush()
    sys.stderr.write(_safe(str(sentence), sys.stderr) + "\n")


def marked(text: str, spans: Iterable[Span], before: str, after: str) -> str:
    """Put `before` and `after` around each of `spans`, which are sorted and apart."""
    pieces: list[str] = []
    end = 0
    for span in spans:
        pieces += text[end : span.start], before, text[span.start : span.end], after
        end = span.end
    return "".join([*pieces, text[end:]])


def _may_be_bold() -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _safe(text: str, stream: TextIO) -> str:
    return clean(text) if stream.isatty() else text
