"""A line or two that one print of a text has more than the other."""

import re
from collections.abc import Sequence

from natoread_index.comparing.edits import Edits
from natoread_index.comparing.names import names
from natoread_index.comparing.texts import Text
from natoread_index.wording import letters, pairs

_MOST_LINES, _MOST_WORDS = 2, 20
"""So little more, without a name or number of its own, changes no release."""

_NOTICE = re.compile(
    r"correct|cancel|postpon|withdraw|retract|rescind|embargo|errat|amend|revis|clarif|\bnote\b"
    r"|\b(?:no|not|never|nor)\b",
    re.IGNORECASE,
)
"""What is said of a release itself, or could turn it into its opposite, is no mere tail."""


_DAY = re.compile(
    r"(?:[^\W\d]+,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d]+\.?,? \d{4}"
    r"|[^\W\d]+\.? \d{1,2},? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)"
)
"""A day and no more: one print says it above the text, and another does not."""


def is_tail(lines: Sequence[str], text: Text) -> bool:
    """Tell whether `lines`, which stand at an end of `text`, say nothing of their own."""
    more = " ".join(line for line in lines if not _DAY.fullmatch(line.strip()))
    if lines and not more:
        return True
    if not 0 < len(more.split()) <= _MOST_WORDS or len(lines) > _MOST_LINES:
        return False
    own = names(pairs(more), Edits(text, Text(more))) - text.vocabulary
    return not own and not _NOTICE.search(more)


def added(longer: str, whole: str, part: str) -> Sequence[str]:
    """Return the lines that `longer` has before or behind `part`, if it has nothing else more.

    `whole` are its letters, and `part` those of the shorter text, whose lines do not matter.
    """
    lines = [line for line in longer.split("\n") if line.strip()]
    if whole.endswith(part):
        return _of_length(lines, len(whole) - len(part))
    if whole.startswith(part):
        return _of_length(lines[::-1], len(whole) - len(part))
    return ()


def _of_length(lines: Sequence[str], length: int) -> Sequence[str]:
    """Return the first `lines` that have so many letters together; none if no line ends there."""
    for count, line in enumerate(lines):
        if length <= 0:
            return lines[:count] if length == 0 else ()
        length -= len(letters(line))
    return ()
