"""Which documents of a segment have words in a row.

Of two words whose own symbols are hot it is known which documents have these in a row; others are
looked for in the texts of the documents that have all words. What remains are rows in which a word
begins a chunk, and so stands as another symbol: such a chunk reads, joined, as some words of the
row, or begins with its last ones, and few documents have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import and_

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.texts import NOTHING, symbol
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
    own = [some[0] for some in symbols]
    pairs = _pairs(terms, own)
    found = _of_own_symbols(terms, own, _bounded(candidates, pairs))
    left = (candidates - found) & BitMap().union(*_with_chunks(terms, words, pairs))
    return found | terms.texts.matching(_row_of(symbols), left)


def _pairs(terms: TermsReader, own: Sequence[str]) -> list[BitMap | None]:
    """Return for each two neighbours, if both are hot, the documents that have them in a row."""
    return [
        terms.paired("".join(pair))
        if min(pair) > NOTHING and max(pair) <= symbol(terms.hot)
        else None
        for pair in pairwise(own)
    ]


def _bounded(documents: BitMap, pairs: Iterable[BitMap | None]) -> BitMap:
    """Return those of `documents` that have all the pairs that are known."""
    return reduce(and_, (pair for pair in pairs if pair is not None), documents)


def _of_own_symbols(terms: TermsReader, own: Sequence[str], candidates: BitMap) -> BitMap:
    """Return those of `candidates`, which have all known pairs, that have these very symbols."""
    if NOTHING in own:
        return BitMap()
    is_known = len(own) == 2 and max(own) <= symbol(terms.hot)
    return candidates if is_known else terms.texts.having("".join(own), candidates)


def _with_chunks(
    terms: TermsReader, words: Sequence[str], pairs: Sequence[BitMap | None]
) -> Iterator[BitMap]:
    """Yield the documents in which a chunk may begin at each place of a row.

    The words before it stand in pairs that are known, or begin chunks themselves.
    """
    begun = [_chunked(terms, words[start:]) for start in range(len(words))]
    known = zip(pairs, pairwise(begun), strict=True)
    pairs = [None if pair is None else pair.union(pair, *some) for pair, some in known]
    for start, documents in enumerate(begun):
        yield _bounded(documents, pairs[: max(start - 1, 0)])


def _chunked(terms: TermsReader, words: Sequence[str]) -> BitMap:
    """Return the documents with a chunk of the first of `words`, or one that begins with all."""
    some = words[:MOST_PARTS]
    found = [terms.documents("chunks", joined(some[:end])) for end in range(1, len(some) + 1)]
    if len(words) < MOST_PARTS:
        begun = terms.beginning("chunks", joined(words))
        found.append(begun & terms.documents("cut", words[0]))
    return BitMap().union(*found)


def _row_of(symbols: Sequence[str]) -> re.Pattern[bytes]:
    """Return an expression for the bytes of a row, of which each word may stand as some symbols."""
    ways = ([re.escape(one.encode()) for one in some.strip(NOTHING)] for some in symbols)
    return re.compile(b"".join(b"(?:%s)" % b"|".join(some) for some in ways))


def _has(title: str, row: Sequence[frozenset[str]]) -> bool:
    places = range(len(title) - len(row) + 1)
    return any(all(map(frozenset.__contains__, row, title[at:])) for at in places)
