"""Text packs: many releases in one text, each as title, `Source: …` and paragraphs."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from natoread_index.errors import NoReleases
from natoread_index.parsing.blocks import blocks
from natoread_index.parsing.neighbours import with_years
from natoread_index.parsing.recognition import recognise
from natoread_index.release import Release

_CONTEXT = 16
"""How many of the last skipped are read all the same: the years of others may need them."""


def releases(lines: Iterable[str], where: str = "text", skip: int = 0) -> Iterator[Release]:
    """Yield the releases in `lines`, in their order, in one pass that holds a few dozen at most.

    Only `\\n` and `\\r\\n` end a line. `where` names the text in the `NoReleases` that is raised at
    the end of one without any. The first `skip` are left out, which is much faster than to
    read them.
    """
    found = blocks(lines)
    skipped = deque(islice(found, skip), maxlen=_CONTEXT)
    read = (recognise(each.title, each.body, each.source) for each in chain(skipped, found))
    number = 0
    for number, release in enumerate(with_years(read), 1):
        if number > len(skipped):
            yield release
    if not number:
        raise NoReleases(where)
