"""What holds for the lights of any query in any text.

What a leaf of a query asks for is read here once more, from the words of a text and their places
alone, as an index would.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.index.strategies import queries, sayings, texts

from natoread_index import Query, Span
from natoread_index.queries.forms import forms
from natoread_index.queries.nodes import All, Either, Field, Node, Phrase, Row, Term
from natoread_index.words import chunks, readings, words

TODAY = date(2024, 6, 1)
OPERATORS = {"AND", "OR", "NOT"}


def asked(text: str, *, typing: bool = True) -> Query:
    return Query.parse(text, typing=typing, today=TODAY)


def leaves(node: Node) -> Iterator[Term | Phrase]:
    """The words and phrases that a query wants of a body; two words of a row also as one."""
    match node:
        case Term(field=Field.ANY) | Phrase(field=Field.ANY):
            yield node
        case Row(terms):
            yield from (term for term in terms if term.field is Field.ANY)
            for a, b in pairwise(terms):
                joinable = not (a.exact or b.exact or a.prefix) and parts(a.joined, b.joined)
                if a.field is b.field is Field.ANY and joinable:
                    yield Term((a.joined + b.joined,), a.joined + b.joined, prefix=b.prefix)
        case All(nodes) | Either(nodes):
            for each in nodes:
                yield from leaves(each)


def parts(first: str, second: str) -> bool:
    """Whether two words may be one: three letters each, and seven together."""
    return min(len(first), len(second)) >= 3 and len(first + second) >= 7


def postings(text: str) -> dict[str, list[int]]:
    """Where each word of `text` stands, counted in words; a joined one where its chunk begins."""
    places: dict[str, list[int]] = {}
    read = (words for chunk in chunks(text) for words in readings(chunk))
    for place, each in enumerate(read):
        for word in each:
            places.setdefault(word.text, []).append(place)
    return places


def says(text: str, leaf: Term | Phrase) -> bool:
    """Whether an index of `text` alone would find `leaf`."""
    places = postings(text)
    if isinstance(leaf, Phrase):
        return in_a_row(places, leaf.words, leaf.prefix)
    rows = [leaf.words, (leaf.joined,), *leaf.also]
    if not leaf.prefix and not leaf.exact:
        rows += [(form,) for form in forms(leaf.joined)]
    if leaf.words == (leaf.joined,) and not leaf.exact:
        splits = [(leaf.joined[:at], leaf.joined[at:]) for at in range(1, len(leaf.joined))]
        rows += [split for split in splits if parts(*split)]
    return any(in_a_row(places, row, leaf.prefix) for row in rows)


def in_a_row(places: dict[str, list[int]], row: Sequence[str], prefix: bool) -> bool:
    *whole, last = row
    ends = [word for word in places if word.startswith(last)] if prefix else [last]
    found = {place for end in ends for place in places.get(end, ())}
    for back, word in enumerate(reversed(whole), 1):
        found = {place for place in found if place - back in places.get(word, ())}
    return bool(found)


def named(node: Node, names: Sequence[tuple[str, ...]], *, exact: bool) -> Node:
    """The same query with other names for each of its words, which may be wanted as they stand."""
    match node:
        case Term():
            return replace(node, also=tuple(names), exact=exact)
        case Row(terms):
            return Row(tuple(replace(term, also=tuple(names), exact=exact) for term in terms))
        case All(nodes) | Either(nodes):
            return type(node)(tuple(named(each, names, exact=exact) for each in nodes))
    return node


@st.composite
def named_queries(draw: st.DrawFn) -> Query:
    """Half typed queries as they are searched: with other names, and exact or not."""
    text = draw(queries)
    said = [
        tuple(word.text for word in words(name)) for name in draw(st.lists(sayings, max_size=3))
    ]
    return Query(text, named(asked(text).node, list(filter(None, said)), exact=draw(st.booleans())))


def covers(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


@settings(max_examples=150)
@given(queries, texts)
def test_lights_are_sorted_apart_and_made_of_whole_words(query: str, text: str) -> None:
    starts = {word.start for word in words(text)}
    ends = {word.end for word in words(text)}
    behind = 0
    for span in asked(query).lights(text):
        assert behind <= span.start < span.end <= len(text)
        assert span.start in starts
        assert span.end in ends
        behind = span.end


@settings(max_examples=300)
@given(named_queries(), texts)
def test_every_light_says_what_the_query_asks(wanted: Query, text: str) -> None:
    for start, end in wanted.lights(text):
        assert any(says(text[start:end], leaf) for leaf in leaves(wanted.node))


@settings(max_examples=300)
@given(named_queries(), texts)
def test_a_text_that_says_what_is_asked_is_lit(wanted: Query, text: str) -> None:
    if any(says(text, leaf) for leaf in leaves(wanted.node)):
        assert wanted.lights(text)


@settings(max_examples=200)
@given(texts)
def test_typing_a_word_letter_by_letter_lights_it_at_every_step(text: str) -> None:
    for start, end in {(word.start, word.end) for word in words(text)}:
        for at in range(start + 1, end + 1):
            query = asked(text[start:at])
            if query and text[start:at] not in OPERATORS:
                assert covers(query.lights(text), start, end)


@settings(max_examples=200)
@given(texts)
def test_typing_a_compound_letter_by_letter_lights_it_at_every_step(text: str) -> None:
    for chunk in chunks(text):
        start, end = chunk.words[0].start, chunk.words[-1].end
        for at in range(start + 1, end + 1):
            query = asked(text[start:at])
            if query and text[start:at] not in OPERATORS:
                assert covers(query.lights(text), start, chunk.words[0].end)


@given(named_queries(), texts)
def test_a_snippet_is_lit_where_its_release_is(wanted: Query, text: str) -> None:
    snippet = wanted.snippet(text)
    assert snippet.lights == wanted.lights(snippet.text)
    assert bool(snippet.lights) == bool(wanted.lights(text))
    assert len(snippet.text.splitlines()) <= 1


@given(queries, queries, texts)
def test_what_is_excluded_lights_nothing(wanted: str, unwanted: str, text: str) -> None:
    assume(not set(wanted + unwanted) & set('()"“”'))
    query = asked(f"{wanted} -({unwanted}) ")
    assert query.lights(text) == asked(wanted + " ").lights(text)
