"""What is searched beside the words typed: other spellings, names, and words near to a typo.

Only what the index holds is taken, so that all of it can be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial

from natoread_index.engine.reader import IndexReader
from natoread_index.queries.forms import forms
from natoread_index.queries.nodes import TEXTS, All, Either, Field, Node, Row, Term, Without
from natoread_index.queries.query import Query
from natoread_index.queries.spellings import begun, spellings
from natoread_index.searching.matching import Matching
from natoread_index.searching.nearness import Nearest

_FEW_NAMES, _RARE = 2, 4
"""Names taken of one acronym; a name is too rare if it is so many times rarer than the first."""

_SHORT, _ONE_IN = 2, 20
"""Letters of an acronym at least; and a word is one only if one in so many of its releases says
what it means, for there are such as *hope* and *who*."""

_MOST_OF = 2
"""An acronym being typed is at least one in so many of the words that begin so."""

_LONGEST_NAME, _MANY = 10, 1_000
"""Words of a name at most; words that begin alike up to which one of them is told for all."""

_REMEMBERED = 1 << 10
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Expanded:
    """A query as it is searched, and without corrections; and what of both was not typed."""

    query: Query
    uncorrected: Node
    also: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...]


class Expanding:
    """Finds what else to search in one index."""

    def __init__(self, reader: IndexReader, matching: Matching) -> None:
        self._reader, self._matching = reader, matching
        # It holds neither this nor its own cache, so that an index is freed with its last user.
        self._near = lru_cache(_REMEMBERED)(_Nearness(reader, matching).rows)

    def expanded(self, query: Query) -> Expanded:
        """Return `query` with all that is searched beside its words."""
        named = _mapped(query.node, self._with_names, self._named, excluded=True)
        corrected = _mapped(named, self._with_correction, self._corrected)
        also = dict.fromkeys(name for leaf in _leaves(named) for name in _also(leaf))
        pairs = dict.fromkeys(
            (query.as_typed(after.joined), word)
            for before, after in zip(_terms(named), _terms(corrected), strict=True)
            for word in self._used(before, after)
        )
        return Expanded(replace(query, node=corrected), named, tuple(also), tuple(pairs))

    def _used(self, before: Term, after: Term) -> Iterator[str]:
        """Yield what a term was corrected to; of a beginning, the word that most releases have.

        A term that was asked for with a slip is not corrected.
        """
        corrected = before.also != after.also and not after.near
        for (word,) in self._near(after) if corrected else ():
            alike = self._matching.few_words([word], _MANY) if after.prefix else ()
            yield max(alike, key=partial(_frequency, self._matching, begun=False), default=word)

    def _named(self, row: Row) -> Row:
        return Row(tuple(map(self._with_names, row.terms)), tuple(self._short_names(row)))

    def _with_names(self, term: Term) -> Term:
        if term.exact or not term.is_single or term.field not in TEXTS:
            return term
        return replace(term, also=self._spellings(term) + self._long_names(term))

    def _spellings(self, term: Term) -> Rows:
        """Return the other spellings of a word, and of its forms."""
        if term.prefix:
            known = (s for s in begun(term.joined) if self._reader.beginning("any", s))
        else:
            found = dict.fromkeys(s for form in forms(term.joined) for s in spellings(form))
            known = (
                s for s in found if s not in term.spellings and self._reader.documents("any", s)
            )
        return tuple((spelling,) for spelling in known)

    def _long_names(self, term: Term) -> Rows:
        """Return what releases say that an acronym means.

        While it is typed it has to be longer than two letters, and most words that begin so.
        """
        having = len(self._matching.word(Field.ANY, term.joined, prefix=False))
        alike = len(self._matching.word(Field.ANY, term.joined, prefix=term.prefix))
        least = _SHORT + 1 if term.prefix else _SHORT
        if len(term.joined) < least or having * _MOST_OF < alike:
            return ()
        names = self._names("long", term.joined)
        if not self._is_acronym(term.joined, sum(names.values())):
            return ()
        best = sorted(names, key=lambda name: (-names[name], name))[:_FEW_NAMES]
        return tuple(tuple(name.split()) for name in best if names[name] * _RARE >= names[best[0]])

    def _is_acronym(self, word: str, introduced: int) -> bool:
        """Tell whether so many releases that introduce a word as an acronym are enough."""
        having = len(self._matching.word(Field.ANY, word, prefix=False))
        return introduced * _ONE_IN >= having

    def _short_names(self, row: Row) -> Iterator[tuple[int, int, str]]:
        """Yield the acronyms of what some finished terms of a row say together."""
        for start in range(len(row.terms)):
            for end in range(start + 2, min(len(row.terms), start + _LONGEST_NAME) + 1):
                some = row.terms[start:end]
                if all(t.field is Field.ANY and not (t.exact or t.prefix) for t in some):
                    long = " ".join(word for term in some for word in term.words)
                    names = self._names("short", long).items()
                    yield from ((start, end, n) for n, many in names if self._is_acronym(n, many))

    def _names(self, field: str, of: str) -> dict[str, int]:
        """Return the long or short names of an acronym or a name, and how many say so."""
        entries = sorted(self._reader.words(field, f"{of}\t"))
        counts = ((entry, len(self._reader.documents(field, entry))) for entry in entries)
        return {entry.partition("\t")[2]: count for entry, count in counts if count}

    def _corrected(self, row: Row) -> Row:
        terms = tuple(map(self._with_correction, row.terms))
        is_found = terms == row.terms or self._matching.find(row)
        return row if is_found and not _any_near(row) else replace(row, terms=terms)

    def _with_correction(self, term: Term) -> Term:
        return self._with_near(term) if term.near or self._is_unknown(term) else term

    def _is_unknown(self, term: Term) -> bool:
        is_word = term.is_single and term.field in TEXTS and not term.exact
        look = self._matching.word
        return (
            is_word
            and not any(look(Field.ANY, word, prefix=term.prefix) for word in term.spellings)
            and not self._matching.find(replace(term, field=Field.ANY))
        )

    def _with_near(self, term: Term) -> Term:
        rows = self._near(term)
        formed = rows if term.prefix else tuple((f,) for (word,) in rows for f in forms(word))
        return replace(term, also=term.also + formed)


class _Nearness:
    """Finds the words near to a term; all words of the index are read at the first."""

    def __init__(self, reader: IndexReader, matching: Matching) -> None:
        self._reader, self._matching = reader, matching

    def rows(self, term: Term) -> Rows:
        """Return the words, or for a word being typed the beginnings, each as a row."""
        ask = self._nearest.within_one if term.near else self._nearest.words
        if term.prefix and not term.near:
            ask = self._nearest.beginnings
        return tuple((word,) for word in ask(term.joined))

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._reader.lexicon("any"), partial(_frequency, self._matching))


def _frequency(matching: Matching, word: str, begun: bool) -> int:
    return len(matching.word(Field.ANY, word, prefix=begun))


def _mapped(
    node: Node,
    of_term: Callable[[Term], Term],
    of_row: Callable[[Row], Row],
    *,
    excluded: bool = False,
) -> Node:
    """Return `node` with all words changed that are wanted, or also those that are `excluded`."""
    match node:
        case Term():
            return of_term(node)
        case Row():
            return of_row(node)
        case All(parts) | Either(parts):
            some = (_mapped(part, of_term, of_row, excluded=excluded) for part in parts)
            return type(node)(tuple(some))
        case Without(part) if excluded:
            return Without(_mapped(part, of_term, of_row, excluded=True))
    return node


def _leaves(node: Node) -> Iterator[Term | Row]:
    match node:
        case Term() | Row():
            yield node
        case All(parts) | Either(parts):
            for part in parts:
                yield from _leaves(part)


def _terms(node: Node) -> Iterator[Term]:
    for leaf in _leaves(node):
        yield from leaf.terms if isinstance(leaf, Row) else (leaf,)


def _any_near(row: Row) -> bool:
    return any(term.near for term in row.terms)


def _also(leaf: Term | Row) -> Iterator[str]:
    """Yield what is searched beside a word typed, as it is shown: short names in capitals."""
    for term in leaf.terms if isinstance(leaf, Row) else (leaf,):
        names = [" ".join(row) for row in term.also]
        yield from (n for at, n in enumerate(names) if not any(n in forms(o) for o in names[:at]))
    if isinstance(leaf, Row):
        yield from (name.upper() for _, _, name in leaf.names)
