"""A query as a value: what was typed, what it asks for, and where a text answers it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from natoread_index.queries.lights import Lights
from natoread_index.queries.nodes import EVERYTHING, Field, Node
from natoread_index.queries.parser import parse
from natoread_index.spans import Snippet, Span, Spot
from natoread_index.words import chunks


@dataclass(frozen=True)
class Query:
    """What was typed and what it asks for; the empty query asks for every release."""

    text: str = ""
    node: Node = EVERYTHING

    @classmethod
    def parse(
        cls, text: str, *, typing: bool = False, today: date | None = None, exact: bool = False
    ) -> "Query":
        """Read `text`, which is never wrong; while `typing`, its last word is a beginning.

        With `exact` words count as they stand, without other forms, spellings and names. Days such
        as `7d` and `last-week` count from `today`.
        """
        return cls(text, parse(text, typing=typing, today=today or date.today(), exact=exact))

    def __bool__(self) -> bool:
        return self.node != EVERYTHING

    def as_typed(self, word: str) -> str:
        """Return a folded word as it was typed, or as it is if it was not."""
        for chunk in chunks(self.text):
            if chunk.joined == word:
                return self.text[chunk.words[0].start : chunk.words[-1].end]
        return word

    @cached_property
    def _in_texts(self) -> Lights:
        return Lights(self.node, Field.ANY)

    @cached_property
    def _in_titles(self) -> Lights:
        return Lights(self.node, Field.ANY, Field.TITLE)

    def lights(self, text: str) -> tuple[Span, ...]:
        """Return where a body says what was asked, in order and apart from each other."""
        return tuple(self._in_texts.spans(text))

    def title_lights(self, title: str) -> tuple[Span, ...]:
        """Return the same for a title, which `title:` asks for, too."""
        return tuple(self._in_titles.spans(title))

    def snippet(self, body: str, spot: Spot | None = None) -> Snippet:
        """Return the passage of `body` that answers best, or its opening.

        Where it is, may be known: about at a `spot`.
        """
        return self._in_texts.snippet(body, spot)
