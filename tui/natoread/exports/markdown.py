"""A release as Markdown that reads as it was published."""

import re

from natoread.commands.rows import facts
from natoread_index import Release

_SIGN = re.compile(r"[\\`*\[\]<>]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|(?m:^(?=#|[-=]{2,}\s*$))")
"""What Markdown would take as its own: emphasis, links, tags, entities, headings, rules."""


def markdown(release: Release) -> str:
    """Title, facts and text; the lines of a paragraph stay apart."""
    link = f"<{release.url}>\n\n" if release.url else ""
    lines = (_literal(line) for line in release.body.split("\n"))
    text = re.sub(r"(?<=\S)\n(?=\S)", "  \n", "\n".join(lines))
    return f"# {_literal(release.title)}\n\n*{_literal(facts(release))}*\n\n{link}{text}"


def _literal(line: str) -> str:
    return _SIGN.sub(lambda sign: "\\" + sign[0], line.strip())
