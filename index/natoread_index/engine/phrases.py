"""Which documents of a segment have words in a row.

Of two words that many documents have both it is known which have them in a row; others are looked
for in the texts of the documents that have all words. What remains are rows in which a word begins
a chunk, and so stands as another symbol: such a chunk reads, joined, as some words of the row, or
begins with its last ones, and few documents have it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.texts import NOTHING
from natoread_index.stopping import steps
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
    having = {word: candidates & terms.documents("any", word) for word in steps(ways)}
    found = BitMap()
    for word in steps(sorted(having, key=lambda word: len(having[word]), reverse=True)):
        found |= _in_a_row(terms, [*finished, word], having[word] - found, titled)
    return found


def _in_a_row(terms: TermsReader, words: Sequence[str], candidates: BitMap, titled: bool) -> BitMap:
    symbols = [terms.symbols("any", word) for word in words] if candidates else [""]
    if not all(symbols):
        return BitMap()
    own = [some[0] for some in symbols]
    having, is_all = _known(terms, own, candidates)
    if titled:
        return terms.texts.titled(re.compile(_row_of(symbols)), having)
    if is_all:
        return having
    found = BitMap() if NOTHING in own else terms.texts.having("".join(own), having)
    return found.union(found, *_with_chunks(terms, words, symbols, having - found))


def _known(terms: TermsReader, own: Sequence[str], documents: BitMap) -> tuple[BitMap, bool]:
    """Return those of `documents` that have each two words in a row, where it is known which do.

    Tells, too, whether that is all there is to know.
    """
    is_all = False
    for pair in pairwise(own):
        if len(documents) >= terms.least and NOTHING not in pair:
            documents, is_all = documents & terms.paired("".join(pair)), len(own) == 2
    return documents, is_all


def _with_chunks(
    terms: TermsReader, words: Sequence[str], symbols: Sequence[str], candidates: BitMap
) -> Iterator[BitMap]:
    """Yield the documents in which each word of a row is the first that begins a chunk."""
    before = b""
    for start, some in enumerate(symbols):
        own, others = some[0], some[1:]
        left = candidates & _chunked(terms, words[start:]) if others else BitMap()
        if left:
            row = before + _row_of([others, *symbols[start + 1 :]])
            yield terms.texts.matching(re.compile(row), left)
        if own == NOTHING:
            break
        before += re.escape(own.encode())


def _chunked(terms: TermsReader, words: Sequence[str]) -> BitMap:
    """Return the documents with a chunk of the first of `words`, or one that begins with all."""
    some = words[:MOST_PARTS]
    found = [terms.documents("chunks", joined(some[:end])) for end in range(1, len(some) + 1)]
    if len(words) < MOST_PARTS:
        begun = terms.beginning("chunks", joined(words))
        found.append(begun & terms.documents("cut", words[0]))
    return BitMap().union(*found)


def _row_of(symbols: Sequence[str]) -> bytes:
    """Return an expression for the bytes of a row, of which each word may stand as some symbols."""
    return b"".join(_one_of(some.strip(NOTHING)) for some in symbols)


def _one_of(symbols: str) -> bytes:
    """Return an expression for the bytes of one of some symbols, of which many begin alike."""
    ways: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for content in map(str.encode, symbols):
        ways[content[:1]].append(re.escape(content[1:]))
    some = (re.escape(first) + b"(?:%s)" % b"|".join(rest) for first, rest in ways.items())
    return b"(?:%s)" % b"|".join(some)
