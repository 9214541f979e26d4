"""What can be taken out of releases: which words, of which release, with which citation."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from natoread.exports.citing import chicago
from natoread_index import Release, render


class Piece(StrEnum):
    """What `y` copies, by the key that follows."""

    RELEASE = "y"
    TITLE = "t"
    PARAGRAPH = "p"
    CITATION = "c"
    QUOTE = "q"
    SELECTION = "s"

    @property
    def of_one(self) -> bool:
        """Whether it is a part of the one release in the reader."""
        return self in {Piece.PARAGRAPH, Piece.QUOTE, Piece.SELECTION}


SAYS = {
    Piece.RELEASE: "The whole release",
    Piece.TITLE: "Its title",
    Piece.PARAGRAPH: "The paragraph under the cursor",
    Piece.CITATION: "A citation",
    Piece.QUOTE: "The paragraph, or what is selected, as a quotation with its citation",
    Piece.SELECTION: "What is selected with the mouse",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a release, unwrapped; its paragraph is counted from 1."""

    text: str
    paragraph: int


def whole(piece: Piece, releases: Sequence[Release]) -> str:
    """The same piece of each of some releases."""
    if piece is Piece.RELEASE:
        return render(releases)
    cited = piece is Piece.CITATION
    return "\n".join(chicago(each) if cited else each.title for each in releases)


def quotation(release: Release, passage: Passage) -> str:
    """A passage in quotation marks, and below it where it stands."""
    return f"“{passage.text}”\n— {chicago(release)} Paragraph {passage.paragraph}."
