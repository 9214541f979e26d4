"""Which documents of a segment have words in a row.

Of two words whose own symbols are hot it is known which documents have these in a row; others are
looked for in the texts of the documents that have all words. What remains are rows in which a word
begins a chunk, and so stands as another symbol: such a chunk reads, joined, as some words of the
row, or begins with its last ones, and few documents have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.texts import NOTHING, before, behind, places, symbol
from natoread_index.words import MOST_PARTS, joined


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
    symbols = [terms.symbols("any", word) for word in words] if candidates else [""]
    if not all(symbols):
        return BitMap()
    if titled:
        row = list(map(frozenset, symbols))
        return BitMap([d for d in candidates if _has(terms.texts.title(d), row)])
    found = _of_own_symbols(terms, [some[0] for some in symbols], candidates)
    left = (candidates - found) & BitMap().union(*_with_chunks(terms, words))
    around = _Around(symbols, symbol(terms.hot))
    return found | BitMap([d for d in left if around.stands_in(terms.texts[d])])


def _of_own_symbols(terms: TermsReader, row: Sequence[str], candidates: BitMap) -> BitMap:
    """Return those of `candidates` that have these very symbols in a row."""
    if NOTHING in row:
        return BitMap()
    hot = [pair for pair in pairwise(row) if max(pair) <= symbol(terms.hot)]
    for pair in hot:
        candidates = candidates & terms.paired("".join(pair))
    is_known = len(row) == 2 and bool(hot)
    return candidates if is_known else terms.texts.having("".join(row), candidates)


def _with_chunks(terms: TermsReader, words: Sequence[str]) -> Iterator[BitMap]:
    """Yield the documents with a chunk of words of the row, or one that begins with its last."""
    for start in range(len(words)):
        if len(words) - start < MOST_PARTS:
            cut = terms.documents("cut", words[start])
            yield cut & terms.beginning("chunks", joined(words[start:]))
        for end in range(start + 1, min(len(words), start + MOST_PARTS) + 1):
            yield terms.documents("chunks", joined(words[start:end]))


class _Around:
    """Looks for a row of words around the places of the one that has the rarest symbols."""

    def __init__(self, symbols: Sequence[str], last_hot: str) -> None:
        sets = list(map(frozenset, symbols))
        at = min(range(len(sets)), key=lambda at: (symbols[at][0] <= last_hot, len(sets[at])))
        self._symbols = [one.encode() for one in symbols[at].strip(NOTHING)]
        self._before, self._behind = sets[:at], sets[at:]

    def stands_in(self, text: bytes) -> bool:
        """Tell whether the row stands in a text."""
        return any(self._stands_at(text, place) for place in places(self._symbols, text))

    def _stands_at(self, text: bytes, place: int) -> bool:
        return _says(behind(text, place, len(self._behind)), self._behind) and (
            not self._before or _says(before(text, place, len(self._before)), self._before)
        )


def _has(title: str, row: Sequence[frozenset[str]]) -> bool:
    places = range(len(title) - len(row) + 1)
    return any(all(map(frozenset.__contains__, row, title[at:])) for at in places)


def _says(text: str, row: Sequence[frozenset[str]]) -> bool:
    return len(text) == len(row) and all(map(frozenset.__contains__, row, text))
