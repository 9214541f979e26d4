"""Which documents of a segment have words in a row.

Documents that have all the words are narrowed by pairs: for two words of which every symbol is hot
it is known which documents have them in a row. What is left is looked for in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pyroaring import BitMap

from natoread_index.engine.codec import TermsReader
from natoread_index.engine.texts import BREAK, symbol

_FEW = 64
"""Words that begin alike up to which each is looked at; more narrow nothing."""


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
        mine = terms.symbols(word)
        symbols += mine
        for one in mine:
            if one > last_hot:
                others |= terms.together("chunks", one) or terms.documents("any", word)
    return _Said(symbols, "".join(one for one in symbols if one <= last_hot), others)


def _begun(terms: TermsReader, prefix: str) -> _Said:
    words = [word.decode() for _, word in terms.terms_from("any", prefix.encode())]
    if len(words) <= _FEW:
        return _said(terms, words)
    return _Said(terms.symbols_of_beginning(prefix), "", terms.beginning("any", prefix))


def _paired(terms: TermsReader, first: _Said, second: _Said) -> BitMap:
    pairs = (a + b for a in first.hot for b in second.hot)
    return BitMap().union(*(terms.together("pairs", pair) for pair in pairs))


def _looked_for(
    terms: TermsReader, said: Sequence[_Said], candidates: BitMap, titled: bool
) -> BitMap:
    if not titled and all(len(word.symbols) == 1 for word in said):
        return terms.texts.having("".join(word.symbols for word in said), candidates)
    row = re.compile("".join(f"[{re.escape(word.symbols)}]" for word in said))
    texts = ((document, terms.texts[document]) for document in candidates)
    if titled:
        texts = ((document, text.partition(BREAK)[0]) for document, text in texts)
    return BitMap([document for document, text in texts if row.search(text)])
