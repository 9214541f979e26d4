"""Where one release of a text pack ends and the next begins.

A pack says, over and over: a title, `Source: X`, then the text, with blank lines between. The
rule, in words: a release begins where a paragraph of one line, its title, stands above a paragraph
that is `Source: X`, from the first column on, and nothing else. Texts hold such lines too, below
their tables and figures. What weighs then:

- A table row, a list item, a caption ("Figure 2: …") or a paragraph of several lines, of which one
  is long or ends like a sentence, is no title, whatever follows.
- X has begun a release of this pack before, or nothing stands above the title: it is a beginning,
  even if the title ends like a sentence, unless it is as long as a paragraph.
- X is new: the title must be one line, X must read like a name (no address, no quotation, no year,
  no final full stop, none of the words by which figures tell where their numbers are from), the
  title must not end like a sentence, and no end mark such as "###" may follow.
- X is new in a pack that has kept to few sources for long: its title must be as long as most are.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby, pairwise

from natoread_index.kinds import Kind
from natoread_index.parsing.layouts import usual
from natoread_index.parsing.lines import INVISIBLE, MARK, SPACES, is_blank, whole

_AROUND = SPACES + INVISIBLE
_NO_TITLE = re.compile(
    r"[|<>]|#+\s"  # a table row, a tag, a quotation, a heading of a text
    r"|[•●▪◦·*–—-]\s"  # an item of a list
    r"|(?:Figure|Fig\.|Table|Chart|Graph|Map|Box|Exhibit)\s+(?:\d|[A-Z]\s?[.:])"  # a caption
    r"|.*(?:\t|\S {3,}\S)"  # columns
    r"|[\W\d_]*$"  # no letter at all
)
_ABBREVIATION = re.compile(r"\b(?:Jr|Sr|Inc|Ltd|Co|Corp|No|St|etc|al|[A-Z]|[a-z]\.[a-z])\.$")
_SENTENCE_END = re.compile(r"[.:;,][”’\"')\]]*$")
_END_MARK = re.compile(r"[#*_=~-]{3,}$|-\s?30\s?-$|ENDS?$")
_NO_NAME = re.compile(
    r"://|www\.|[<>{}|“”«»\";]|\b(?:1[89]|20)\d\d\b"
    r"|\b(?:data|figures|estimates?|calculations?|analysis|projections?|statistics|surveys?"
    r"|available|adapted|accessed|based on|compiled)\b"
)
_HALF = re.compile(r"(?:by|from|with|at|of|on|ahead|following)\b")
_LONGEST_TITLE = 400
_LONGEST_PART = 100
_LONGEST_FORM = 60
_LONGEST_SENTENCE = 200
_LONGEST_NAME = 120
_SHORTEST_SURE_TITLE = 30
_LONG = 10  # releases, after which a pack can be said to have kept to few sources


@dataclass(frozen=True, slots=True)
class Block:
    """A release as it stands in its pack, not yet read."""

    title: str = ""
    source: str = ""
    paragraphs: list[str] = field(default_factory=list)

    @property
    def body(self) -> str:
        """The paragraphs, one empty line between two."""
        return "\n\n".join(self.paragraphs)


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the releases of a pack in its order, holding one at a time.

    What stands before the first title belongs to no release and is left out.
    """
    pack = _Pack()
    block = Block()
    for here, below in pairwise(chain(_runs(usual(whole(lines))), [""])):
        source = _named(here)
        if source and pack.begins(block, source, below):
            title = _taken_title(block.paragraphs)
            if block.source:
                yield block
            block = pack.begin(title, source)
        else:
            block.paragraphs.append(here)
            if not block.source:
                del block.paragraphs[:-2]
    if block.source:
        yield block


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Yield the runs of lines that aren't blank, without the spaces at their ends."""
    return _runs(whole(lines))


def _runs(lines: Iterable[str]) -> Iterator[str]:
    for blank, run in groupby(lines, key=is_blank):
        if not blank:
            yield "\n".join(run)


class _Pack:
    """What a pack has shown of its sources so far."""

    def __init__(self) -> None:
        self._begun: Counter[str] = Counter()

    def begin(self, title: str, source: str) -> Block:
        self._begun[source] += 1
        return Block(title.strip(SPACES + MARK), source)

    def begins(self, block: Block, source: str, below: str) -> bool:
        """Whether a release of `source` begins with the last paragraph of `block`."""
        if not block.paragraphs or not _may_be_title(title := block.paragraphs[-1]):
            return False
        if source in self._begun or (not block.source and len(block.paragraphs) == 1):
            return not _is_sentence(title) or len(title) <= _LONGEST_SENTENCE
        if "\n" in title:
            return False
        if _is_sentence(title) or not _is_name(source) or _END_MARK.match(below):
            return False
        return not self._is_settled or len(title) >= _SHORTEST_SURE_TITLE

    @property
    def _is_settled(self) -> bool:
        """Whether nearly every release so far had a source that had been seen before."""
        releases = self._begun.total()
        return releases >= _LONG and len(self._begun) <= releases / _LONG


def _named(paragraph: str) -> str:
    """Return the X of a paragraph that is only `Source: X`, else nothing."""
    if not paragraph.startswith("Source:") or "\n" in paragraph:
        return ""
    source = paragraph[len("Source:") :]
    return "" if is_blank(source) else source.strip(_AROUND)


def _taken_title(paragraphs: list[str]) -> str:
    """Take the title from the end of `paragraphs`, in one line.

    A line above it that names a form ("Doorstep statement") is its beginning, if it has lost one.
    """
    title = " ".join(paragraphs.pop().split("\n"))
    if paragraphs and _HALF.match(title) and _is_form(paragraphs[-1]):
        title = f"{paragraphs.pop()} {title}"
    return title


def _is_form(line: str) -> bool:
    short = len(line) <= _LONGEST_FORM and not _is_sentence(line)
    return short and "\n" not in line and Kind.of(line) not in (Kind.NEWS, Kind.OTHER)


def _may_be_title(paragraph: str) -> bool:
    if len(paragraph) > _LONGEST_TITLE or _NO_TITLE.match(paragraph):
        return False
    lines = paragraph.split("\n")
    return len(lines) == 1 or not any(
        len(line) > _LONGEST_PART or _is_sentence(line) or _NO_TITLE.match(line) for line in lines
    )


def _is_sentence(line: str) -> bool:
    return bool(_SENTENCE_END.search(line)) and not _ABBREVIATION.search(line)


def _is_name(source: str) -> bool:
    return len(source) <= _LONGEST_NAME and not _NO_NAME.search(source) and not _is_sentence(source)
