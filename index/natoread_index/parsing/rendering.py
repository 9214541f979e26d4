"""Writes text packs; apart from what reads them, whose expressions take 50 ms to compile."""

from collections.abc import Iterable

from natoread_index.release import Release


def render(releases: Iterable[Release]) -> str:
    """Write a text pack, from which `releases` reads the same titles, sources and texts."""
    return "\n".join(
        f"{_in_one_line(each.title)}\n\nSource: {_in_one_line(each.source)}\n\n{each.body}\n"
        for each in releases
    )


def _in_one_line(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ")
