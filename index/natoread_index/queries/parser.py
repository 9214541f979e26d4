"""Reads what is typed in a search box, finished or not; there is no wrong query.

    query  = branch { "OR" branch }
    branch = { [ "NOT" | "-" ] factor | "AND" }
    factor = [ field ":" ] ( word | '"' words [ '"' ] | "(" query [ ")" ] )

Operators are in capitals. What is missing is taken as not yet typed, and what asks for nothing yet
(`kind:`, `date:20`, `is:`, a lone `-`) asks for everything.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from natoread_index.queries import nodes
from natoread_index.queries.countries import names_of
from natoread_index.queries.days import Days, day_before, days
from natoread_index.queries.nodes import EVERYTHING, Field, Mark, Node
from natoread_index.queries.tags import tag_key
from natoread_index.words import chunks

LONGEST_QUERY = 1_000
"""Characters of a query that are read; what lies behind them is not looked at."""

_DEEPEST = 40
_NO_FACTOR = frozenset({"AND", "OR", "NOT", ")"})
_WORD_FIELDS = {field.value: field for field in Field if field is not Field.ANY}
_DATE_FIELDS: dict[str, Callable[[Days], Node]] = {
    "date": lambda span: nodes.Between(*span),
    "since": lambda span: nodes.Between(first=span.first),
    "before": lambda span: nodes.Between(last=day_before(span.first)),
}
_MARKS: dict[str, Node] = {
    **{mark.value: nodes.Marked(mark) for mark in Mark},
    "unread": nodes.Without(nodes.Marked(Mark.READ)),
}
_COUNTRY = "country"
_TOKEN = re.compile(
    rf"""(?P<close>\)) | (?P<minus>-(?=[^\s-]))?
    (?:(?P<field>{"|".join([*_WORD_FIELDS, *_DATE_FIELDS, "is", _COUNTRY])}):)?
    (?: (?P<open>\() | ["“”](?P<phrase>[^"“”]*)(?P<closed>["“”])? | (?P<word>[^\s()"“”]+) )?""",
    re.VERBOSE | re.IGNORECASE,
)
_Token = re.Match[str]


def parse(text: str, *, typing: bool, today: date, exact: bool = False) -> Node:
    """Return what `text` asks for; while `typing`, its last word is a beginning.

    With `exact` every word counts as it stands, as one with `=` before it does.
    """
    readable = text[:LONGEST_QUERY].encode(errors="replace").decode()
    return _Reading(readable, typing, today, exact).query(Field.ANY, 0)


class _Reading:
    """One pass over the tokens of a query."""

    def __init__(self, text: str, typing: bool, today: date, exact: bool) -> None:
        self._tokens = [token for token in _TOKEN.finditer(text) if token[0]]
        self._unfinished = len(text) if typing else -1
        self._today, self._exact = today, exact

    def query(self, field: Field, depth: int) -> Node:
        branches = [self._branch(field, depth)]
        while self._takes("OR"):
            branches.append(self._branch(field, depth))
        asked = [branch for branch in branches if branch != EVERYTHING]
        return asked[0] if len(asked) == 1 else nodes.Either(tuple(asked)) if asked else EVERYTHING

    def _branch(self, field: Field, depth: int) -> Node:
        parts: list[Node] = []
        while self._tokens and not self._starts_with("OR"):
            if self._tokens[0]["close"] and depth:
                break
            if not self._takes("AND"):
                parts.extend(self._factor(field, depth))
        return _together(parts)

    def _factor(self, field: Field, depth: int) -> Iterator[Node]:
        negated = self._takes("NOT")
        if not self._tokens or (negated and self._tokens[0][0] in _NO_FACTOR):
            return
        token = self._tokens.pop(0)
        part = _together(list(self._read(token, field, depth)))
        if part == EVERYTHING:
            return
        yield nodes.Without(_finished(part)) if negated or token["minus"] else part

    def _read(self, token: _Token, field: Field, depth: int) -> Iterator[Node]:
        name = (token["field"] or "").casefold()
        field = _WORD_FIELDS.get(name, field)
        if token["open"]:
            yield self._group(field, depth)
        elif name in _DATE_FIELDS:
            yield self._dates(name, token["word"] or token["phrase"] or "")
        elif name == "is":
            yield _mark(token["word"] or token["phrase"] or "")
        elif field is Field.TAG:
            yield from self._tag(token)
        elif name == _COUNTRY:
            yield from self._country(token)
        elif token["phrase"] is not None:
            yield from self._phrase(token, field)
        elif token["word"]:
            yield from self._terms(token, field)

    def _group(self, field: Field, depth: int) -> Node:
        if depth == _DEEPEST:
            return EVERYTHING
        group = self.query(field, depth + 1)
        if self._tokens:
            self._tokens.pop(0)
        return group

    def _dates(self, name: str, value: str) -> Node:
        if value.casefold() == "none" and name == "date":
            return nodes.Undated()
        span = days(value, self._today)
        return EVERYTHING if span is None else _DATE_FIELDS[name](span)

    def _tag(self, token: _Token) -> Iterator[Node]:
        text: str = token["word"] or token["phrase"] or ""
        if key := tag_key(text.rstrip("*~").lstrip("=")):
            is_open = token["phrase"] is None or token["closed"] is None
            begun = text.endswith("*") or (is_open and self._is_unfinished(token))
            yield nodes.Tagged(key, begun)

    def _country(self, token: _Token) -> Iterator[Node]:
        """Yield what says a country; one that nobody knows is a word like others."""
        first, *others = names_of(token["word"] or token["phrase"] or "") or [()]
        if first:
            yield nodes.Term(first, "".join(first), exact=True, also=tuple(others))
        elif not self._is_unfinished(token):
            yield from self._phrase(token, Field.ANY)

    def _phrase(self, token: _Token, field: Field) -> Iterator[Node]:
        words = tuple(
            word.text
            for chunk in chunks(token["phrase"] or token["word"] or "")
            for word in chunk.words
        )
        if words:
            typing = token["closed"] is None and self._is_unfinished(token)
            yield nodes.Phrase(words, field, typing)

    def _terms(self, token: _Token, field: Field) -> Iterator[Node]:
        text: str = token["word"]
        found = list(chunks(text))
        begun = text.endswith("*") or (self._is_unfinished(token) and not text.endswith("~"))
        exact, near = self._exact or text.startswith("="), text.endswith("~")
        for chunk in found:
            words = tuple(word.text for word in chunk.words)
            is_begun = begun and chunk is found[-1]
            yield nodes.Term(words, chunk.joined, field, is_begun, exact, near)

    def _is_unfinished(self, token: _Token) -> bool:
        return token.end() == self._unfinished

    def _starts_with(self, operator: str) -> bool:
        return bool(self._tokens) and self._tokens[0][0] == operator

    def _takes(self, operator: str) -> bool:
        taken = self._starts_with(operator)
        if taken:
            self._tokens.pop(0)
        return taken


def _mark(value: str) -> Node:
    """Return the mark of a name, or the only one whose name begins so."""
    name = value.casefold()
    begun = [mark for mark in _MARKS if mark.startswith(name)]
    return _MARKS.get(name) or (_MARKS[begun[0]] if len(begun) == 1 else EVERYTHING)


def _together(parts: Sequence[Node]) -> Node:
    """Return one node that wants all `parts`, with terms that stand side by side in one row."""
    joined: list[Node] = []
    for part in parts:
        beside = joined.pop() if joined and _terms_of(joined[-1]) and _terms_of(part) else None
        joined.append(nodes.Row(_terms_of(beside) + _terms_of(part)) if beside else part)
    return joined[0] if len(joined) == 1 else nodes.All(tuple(joined))


def _terms_of(node: Node | None) -> tuple[nodes.Term, ...]:
    match node:
        case nodes.Term():
            return (node,)
        case nodes.Row(terms):
            return terms
    return ()


def _finished(node: Node) -> Node:
    """Return `node` with its last word taken as it stands: half a word excludes nothing."""
    match node:
        case nodes.Term() | nodes.Phrase() | nodes.Tagged():
            return replace(node, prefix=False)
        case nodes.Row(terms):
            return nodes.Row(tuple(replace(term, prefix=False) for term in terms))
        case nodes.All(parts) | nodes.Either(parts):
            return type(node)(tuple(map(_finished, parts)))
    return node
