"""Which documents of a segment have words in a row.

Documents that have all the words are narrowed by pairs: for two words of which every symbol is hot
it is known which documents have them in a row. What is left is looked for in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.texts import NOTHING, before, behind, places, symbol


class _Said(NamedTuple):
    """What a word may stand as.

    The `own` symbol says nothing else. `paired` are those of which all pairs are known, `others`
    the documents that may have it as another, `cut` those in which it begins a longer chunk.
    """

    own: str
    symbols: str
    paired: str
    others: BitMap
    cut: BitMap


def in_a_row(
    terms: TermsReader, words: Sequence[str], candidates: BitMap, *, prefix: bool, titled: bool
) -> BitMap:
    """Return those of `candidates`, which have all words, that have them in a row.

    With `prefix` the last word is a beginning; `titled` ones have them in their title.
    """
    if not prefix:
        return _in_a_row(terms, words, candidates, titled)
    *finished, begun = words
    ways = (word.decode() for _, word in terms.terms_from("any", begun.encode()))
    having = {word: candidates & terms.documents("any", word) for word in ways}
    found = BitMap()
    for word in sorted(having, key=lambda word: len(having[word]), reverse=True):
        found |= _in_a_row(terms, [*finished, word], having[word] - found, titled)
    return found


def _in_a_row(terms: TermsReader, words: Sequence[str], candidates: BitMap, titled: bool) -> BitMap:
    said = [_said(terms, word) for word in words]
    if not candidates or not all(word.symbols for word in said):
        return BitMap()
    proven = BitMap()
    for first, second in pairwise(said):
        proven = _paired(terms, first, second)
        candidates = candidates & (proven | first.others | second.others)
    if titled:
        return _titled(terms, said, candidates)
    proven = candidates & proven if len(said) == 2 else BitMap()
    return proven | _looked_for(terms, said, candidates - proven)


def _said(terms: TermsReader, word: str) -> _Said:
    own, symbols = terms.symbols("any", word)[:1], terms.symbols("any", word).strip(NOTHING)
    paired = "".join(one for one in symbols if one <= symbol(terms.hot))
    cut = terms.documents("chunks", word)
    others = cut if own <= symbol(terms.hot) else terms.documents("any", word)
    return _Said(own.strip(NOTHING), symbols, paired, others, cut)


def _paired(terms: TermsReader, first: _Said, second: _Said) -> BitMap:
    pairs = (a + b for a in first.paired for b in second.paired)
    return BitMap().union(*(terms.paired(pair) for pair in pairs))


def _titled(terms: TermsReader, said: Sequence[_Said], candidates: BitMap) -> BitMap:
    row = re.compile("".join(f"[{re.escape(word.symbols)}]" for word in said))
    return BitMap([document for document in candidates if row.search(terms.texts.title(document))])


def _looked_for(terms: TermsReader, said: Sequence[_Said], candidates: BitMap) -> BitMap:
    """Look into texts: for words of their own first, then for such as begin a longer chunk."""
    found = BitMap()
    if all(word.own for word in said):
        found = terms.texts.having("".join(word.own for word in said), candidates)
    cut = BitMap().union(*(word.cut for word in said))
    around = _Around(said)
    texts = ((document, terms.texts[document]) for document in (candidates - found) & cut)
    return found | BitMap([document for document, text in texts if around.stands_in(text)])


class _Around:
    """Looks for a row of words around the places of the one that has the rarest symbols."""

    def __init__(self, said: Sequence[_Said]) -> None:
        self._sets = [frozenset(word.symbols) for word in said]
        rare = [(bool(word.paired), len(word.symbols), at) for at, word in enumerate(said)]
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
