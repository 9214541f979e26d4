"""Where in long texts the words of a query stand nearest together, told by the index.

It keeps a text as a string of words, a sixth as long, in which a word is found without reading any
other. What is told is nearly right: to the letter, `queries.snippets` looks there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.engine.texts import BREAK
from natoread_index.queries.nodes import TEXTS, Field, Node, Phrase, Row, Term, wanted
from natoread_index.queries.windows import NOWHERE, AnyOf, Place, best
from natoread_index.searching.matching import Matching
from natoread_index.searching.wants import Marks, Want, marked, wants
from natoread_index.spans import Spot

_BREAK = BREAK.encode()

_LONG = 1_000
"""Words from which on a text is long."""

_REACH = 42
"""Bytes of a text in words that are about as much as a passage shows."""

_PIECE = 256
"""Bytes of a text that are taken apart at once."""


class Spots:
    """Finds the spots in the documents of one index."""

    def __init__(self, reader: IndexReader, matching: Matching) -> None:
        self._reader, self._matching = reader, matching

    def of(self, node: Node, numbers: Sequence[int]) -> Mapping[int, Spot]:
        """Return the spot of each long release of some `numbers` in which all words stand."""
        asked = wants(node, self._matching) if all(map(_is_of_words, wanted(node))) else ()
        words = self._reader.columns["words"]
        documents = self._reader.documents_of(numbers) if asked else ()
        long = BitMap([document for document in documents if words[document] >= _LONG])
        return dict(self._of(asked, long))

    def _of(self, asked: Sequence[Want], documents: BitMap) -> Iterator[tuple[int, Spot]]:
        for segment, document, marks in marked(asked, self._reader, documents, "any"):
            text = segment.terms.texts[document]
            if spot := _spot(marks, document, text):
                yield segment.columns["number"][document], spot


def _spot(asked: Sequence[Marks], document: int, text: bytes) -> Spot | None:
    """Return where most words stand nearest together, if each stands there as a whole word."""
    if not all(word.own_in(document) for word in asked if word.own):
        return None
    body = text[text.index(_BREAK) + 1 :]
    tight = range(-1, len(asked))  # at least a byte from one word to the next
    window = best(lambda: [_place(word, document, body) for word in asked], tight, _REACH)
    return window and Spot((window.start + window.last) / 2 / len(body), window.shown)


def _place(word: Marks, document: int, text: bytes) -> Place:
    if not word.own:
        return _OneOf(word.any, text)
    return AnyOf([_Symbol(one, text) for one in word.own_in(document)])


class _Symbol:
    """Where a symbol stands next in a text."""

    start = -1

    def __init__(self, symbol: bytes, text: bytes) -> None:
        self._symbol, self._text = symbol, text

    def seek(self, least: int) -> None:
        """Go on to where it stands from `least` on, or to `NOWHERE`."""
        found = self._text.find(self._symbol, least)
        self.start = found if found >= 0 else NOWHERE


class _OneOf:
    """Where one of very many symbols stands next in a text, to a symbol."""

    start = -1

    def __init__(self, symbols: frozenset[str], text: bytes) -> None:
        self._symbols, self._text = symbols, text

    def seek(self, least: int) -> None:
        """Go on to where one stands from `least` on, or to `NOWHERE`."""
        self.start = NOWHERE
        while self.start == NOWHERE and least < len(self._text):
            piece = self._text[least : least + _PIECE].decode(errors="ignore")
            found = next(compress(count(), map(self._symbols.__contains__, piece)), None)
            if found is not None:
                self.start = least + len(piece[:found].encode())
            least += _PIECE


def _is_of_words(leaf: Term | Phrase | Row) -> bool:
    """Tell whether a leaf asks nothing of texts but single words anywhere."""
    terms = leaf.terms if isinstance(leaf, Row) else (leaf,)
    return not any(
        term.field in TEXTS
        and not (isinstance(term, Term) and term.is_single and term.field is Field.ANY)
        for term in terms
    )
