"""experimental"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.engine.texts import BREAK
from natoread_index.queries.nodes import All, Either, Field, Node, Phrase, Row, Term, wanted
from natoread_index.searching.chronology import Chronology
from natoread_index.searching.matching import Matching

SCORED = 500
K1, B = 1.2, 0.75
OPT = dict(title=4.0, near=True, W=25, opening=100, wopen=1.0, recent=0.0, pos=True, order=True, nearw=1.0, cw=False)


def in_title(node: Node) -> Node:
    """Return `node` with every word that may stand anywhere asked of the title instead."""
    match node:
        case Term(field=Field.ANY) | Phrase(field=Field.ANY):
            return replace(node, field=Field.TITLE)
        case Row(terms):
            return Row(tuple(term for term in map(in_title, terms) if isinstance(term, Term)))
        case All(parts) | Either(parts):
            return type(node)(tuple(map(in_title, parts)))
    return node


class Asked(NamedTuple):
    words: tuple[str, ...]
    prefix: bool
    idf: float


class Ranking:
    def __init__(self, reader: IndexReader, chronology: Chronology, matching: Matching) -> None:
        self._reader, self._chronology, self._matching = reader, chronology, matching
        ends = [s.terms.texts._ends for s in reader.segments]
        self._mean = sum(e[len(e) - 1] for e in ends) / 1.75 / max(1, len(reader.numbers))

    def asked(self, node):
        out = []
        n = len(self._reader.numbers)
        for leaf in wanted(node):
            for term in leaf.terms if isinstance(leaf, Row) else (leaf,):
                if term.field not in (Field.ANY, Field.TITLE):
                    continue
                if isinstance(term, Term):
                    groups = [(term.spellings + tuple(r[0] for r in term.also), term.prefix)] if term.is_single else [((w, *term.spellings), term.prefix and w == term.words[-1]) for w in term.words]
                else:
                    groups = [((w,), term.prefix and i == len(term.words) - 1) for i, w in enumerate(term.words)]
                for words, prefix in groups:
                    docs = BitMap().union(*(self._matching.word(Field.ANY, w, prefix=prefix) for w in words))
                    out.append(Asked(words, prefix, math.log(1 + (n - len(docs) + .5) / (len(docs) + .5))))
        return out

    def ranked(self, node, titled: BitMap, others: BitMap):
        asked = self.asked(node)
        t = self._chronology.newest(titled, SCORED)
        o = self._chronology.newest(others, SCORED - len(t)) if len(t) < SCORED else []
        ts = self._scores(asked, t, True)
        os_ = self._scores(asked, o, False)
        ts = dict(sorted(ts.items(), key=lambda x: -x[1]))
        os_ = dict(sorted(os_.items(), key=lambda x: -x[1]))
        return ts, os_

    def _scores(self, asked, docs, titled):
        out = {}
        for seg in self._reader.segments:
            mine = [d for d in docs if seg.base <= d < seg.base + seg.size]
            if not mine:
                continue
            symbols = [("".join(seg.terms.symbols_of_beginning(w) if a.prefix else seg.terms.symbols(w) for w in a.words)) for a in asked]
            sets = [frozenset(s) for s in symbols]
            for d in mine:
                text = seg.text(d)
                out[d] = self.title_score(asked, sets, text) if titled else self.body_score(asked, symbols, sets, text)
        return {d: out[d] for d in docs}

    def title_score(self, asked, sets, text):
        title = text[: text.index(BREAK)]
        n = len(title)
        places = []
        for s in sets:
            places.append(next((i for i, c in enumerate(title) if c in s), n))
        k = len(places)
        in_order = places == sorted(places)
        last = max(places, default=0)
        score = -k * math.log(n or 1)
        if OPT["pos"]:
            score += math.log((n - last) / (n or 1) + 1e-3)
        if OPT["order"] and not in_order:
            score -= 1
        return score

    def body_score(self, asked, symbols, sets, text):
        cut = text.index(BREAK)
        title, body = text[:cut], text[cut + 1 :]
        n = len(body)
        norm = 1 - B + B * n / self._mean
        score = 0.0
        for a, sy, st in zip(asked, symbols, sets):
            tf = OPT["title"] * (not st.isdisjoint(title))
            if a.prefix or len(sy) > 8:
                c = 1.0
            else:
                c = sum(map(body.count, sy))
            tf += c / norm
            if OPT["wopen"] and not st.isdisjoint(body[: OPT["opening"]]):
                tf += OPT["wopen"]
            score += a.idf * tf * (K1 + 1) / (tf + K1)
        if OPT["near"] and len(asked) > 1:
            score += OPT["nearw"] * self.near(asked, sets, symbols, body) * sum(a.idf for a in asked)
        return score

    def near(self, asked, sets, symbols, body):
        # narrowest window with all
        W = OPT["W"]
        # rarest: fewest occurrences
        best = None
        cls = re.compile("[" + re.escape("".join(s for s in symbols)) + "]")
        which = {}
        for i, s in enumerate(symbols):
            for c in s:
                which.setdefault(c, []).append(i)
        hits = [(m.start(), which[m[0]]) for m in cls.finditer(body)]
        last = [-10**6] * len(symbols)
        width = 10**6
        for p, ws in hits:
            for i in ws:
                last[i] = p
            w = p - min(last) + 1
            if w < width:
                width = w
        k = len(asked)
        return 1 / (1 + max(0, width - k) / 10) if OPT.get("shape", "h") == "h" else math.log(0.3 + math.exp(-(width - k) / OPT.get("scale", 10)))
