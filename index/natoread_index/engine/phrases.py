"""Which documents of a segment have words in a row.

Documents that have all the words are narrowed by pairs: for two words of which every symbol is hot
it is known which documents have them in a row. What is left is looked for in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from math import prod
from typing import NamedTuple

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.texts import NOTHING, before, behind, places, symbol

_FEW = 64
"""Words that begin alike up to which each is looked at; more narrow nothing."""

_FEW_ROWS = 4
"""Rows of symbols up to which each is looked for by itself."""


class _Said(NamedTuple):
    """What a word may stand as: hot symbols, and the documents that may have it as another."""

    symbols: str
    hot: str
    others: BitMap


def in_a_row(
    terms: TermsReader, words: Sequence[str], candidates: BitMap, *, prefix: bool, titled: bool
) -> BitMap:
    """Return those of `candidates`, which have all words, that have them in a row.

    With `prefix` the last word is a beginning; `titled` ones have them in their title.
    """
    said = [_said(terms, (word,)) for word in words[:-1]]
    said.append(_begun(terms, words[-1]) if prefix else _said(terms, words[-1:]))
    if not all(word.symbols for word in said):
        return BitMap()
    proven = BitMap()
    for first, second in pairwise(said):
        proven = _paired(terms, first, second)
        candidates = candidates & (proven | first.others | second.others)
    if titled or len(said) != 2:
        proven = BitMap()
    return (candidates & proven) | _looked_for(terms, said, candidates - proven, titled)


def _said(terms: TermsReader, words: Iterable[str]) -> _Said:
    symbols, others = "", BitMap()
    last_hot = symbol(terms.hot)
    for word in words:
        own, *more = terms.symbols("any", word) or NOTHING
        symbols += "".join([own, *more])
        is_cold = own > last_hot
        others |= terms.documents("any" if is_cold else "chunks", word)
    hot = "".join(one for one in symbols if NOTHING < one <= last_hot)
    return _Said(symbols.replace(NOTHING, ""), hot, others)


def _begun(terms: TermsReader, prefix: str) -> _Said:
    words = [word.decode() for _, word in terms.terms_from("any", prefix.encode())]
    if len(words) <= _FEW:
        return _said(terms, words)
    return _Said(terms.symbols_of_beginning("any", prefix), "", terms.beginning("any", prefix))


def _paired(terms: TermsReader, first: _Said, second: _Said) -> BitMap:
    pairs = (a + b for a in first.hot for b in second.hot)
    return BitMap().union(*(terms.paired(pair) for pair in pairs))


def _looked_for(
    terms: TermsReader, said: Sequence[_Said], candidates: BitMap, titled: bool
) -> BitMap:
    """Look into the texts: for each row of symbols if they are few, or around the rarest word."""
    symbols = [word.symbols for word in said]
    if titled:
        row = re.compile("".join(f"[{re.escape(word)}]" for word in symbols))
        return BitMap([d for d in candidates if row.search(terms.texts.title(d))])
    if prod(map(len, symbols)) <= _FEW_ROWS:
        rows = map("".join, product(*symbols))
        return BitMap().union(*(terms.texts.having(row, candidates) for row in rows))
    around = _Around(said)
    return BitMap([document for document in candidates if around.stands_in(terms.texts[document])])


class _Around:
    """Looks for a row of words around the places of the one that has the rarest symbols."""

    def __init__(self, said: Sequence[_Said]) -> None:
        self._sets = [frozenset(word.symbols) for word in said]
        rare = [(bool(word.hot), len(word.symbols), at) for at, word in enumerate(said)]
        self._at = min(rare)[2]
        self._symbols = [one.encode() for one in said[self._at].symbols]
        self._before, self._behind = self._sets[: self._at], self._sets[self._at :]

    def stands_in(self, text: bytes) -> bool:
        """Tell whether the row stands in a text."""
        return any(self._stands_at(text, place) for place in places(self._symbols, text))

    def _stands_at(self, text: bytes, place: int) -> bool:
        return _says(behind(text, place, len(self._behind)), self._behind) and (
            not self._before or _says(before(text, place, len(self._before)), self._before)
        )


def _says(text: str, row: Sequence[frozenset[str]]) -> bool:
    return len(text) == len(row) and all(map(frozenset.__contains__, row, text))
