"""Text packs: many releases in one text, each as title, `Source: …` and paragraphs."""

from collections.abc import Iterable, Iterator

from natoread_index.errors import NoReleases
from natoread_index.parsing.blocks import blocks
from natoread_index.parsing.neighbours import with_years
from natoread_index.parsing.recognition import recognise
from natoread_index.release import Release


def releases(lines: Iterable[str], where: str = "text") -> Iterator[Release]:
    """Yield the releases in `lines`, in their order, in one pass that holds a few dozen at most.

    Only `\\n` and `\\r\\n` end a line. `where` names the text in the `NoReleases` that is raised at
    the end of one without any.
    """
    found = False
    read = (recognise(block.title, block.body, block.source) for block in blocks(lines))
    for release in with_years(read):
        found = True
        yield release
    if not found:
        raise NoReleases(where)


def render(releases: Iterable[Release]) -> str:
    """Write a text pack, from which `releases` reads the same titles, sources and texts."""
    return "\n".join(
        f"{_in_one_line(each.title)}\n\nSource: {_in_one_line(each.source)}\n\n{each.body}\n"
        for each in releases
    )


def _in_one_line(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ")
