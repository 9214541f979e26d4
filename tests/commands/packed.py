"""Text packs for the tests of commands, and what a library has of them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


def pack(*titles: str) -> str:
    """A text with one release for each title."""
    return "\n\n".join(f"{title}\n\nSource: NATO\n\nThe text of {title}." for title in titles)


def titles(natoread: "CommandLine") -> set[str]:
    """The titles of all releases in the library."""
    return {line["title"] for line in natoread("list", "--jsonl").lines}
