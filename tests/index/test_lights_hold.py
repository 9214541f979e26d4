"""What holds for the lights of any query in any text.

What a leaf of a query asks for is read here once more, from the words of a text and their places
alone, as an index would.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from hypothesis import assume, given, settings
from tests.index.strategies import queries, texts

from natoread_index import Query, Span
from natoread_index.queries.forms import forms
from natoread_index.queries.nodes import All, Either, Field, Node, Phrase, Row, Term
from natoread_index.words import chunks, postings, words

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
                if a.field is b.field is Field.ANY and not a.prefix and parts(a.joined, b.joined):
                    yield Term((a.joined + b.joined,), a.joined + b.joined, prefix=b.prefix)
        case All(nodes) | Either(nodes):
            for each in nodes:
                yield from leaves(each)


def parts(first: str, second: str) -> bool:
    """Whether two words may be one: three letters each, and seven together."""
    return min(len(first), len(second)) >= 3 and len(first + second) >= 7


def says(text: str, leaf: Term | Phrase) -> bool:
    """Whether an index of `text` alone would find `leaf`."""
    places, _ = postings(text)
    if isinstance(leaf, Phrase):
        return in_a_row(places, leaf.words, leaf.prefix)
    if leaf.prefix:
        single = any(word.startswith(leaf.joined) for word in places)
    else:
        single = any(form in places for form in forms(leaf.joined))
    rows = [leaf.words]
    if leaf.words == (leaf.joined,):
        splits = [(leaf.joined[:at], leaf.joined[at:]) for at in range(1, len(leaf.joined))]
        rows = [split for split in splits if parts(*split)]
    return single or any(in_a_row(places, row, leaf.prefix) for row in rows)


def in_a_row(places: dict[str, list[int]], row: Sequence[str], prefix: bool) -> bool:
    *whole, last = row
    ends = [word for word in places if word.startswith(last)] if prefix else [last]
    found = {place for end in ends for place in places.get(end, ())}
    for back, word in enumerate(reversed(whole), 1):
        found = {place for place in found if place - back in places.get(word, ())}
    return bool(found)


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
@given(queries, texts)
def test_every_light_says_what_the_query_asks(query: str, text: str) -> None:
    wanted = asked(query)
    for start, end in wanted.lights(text):
        assert any(says(text[start:end], leaf) for leaf in leaves(wanted.node))


@settings(max_examples=300)
@given(queries, texts)
def test_a_text_that_says_what_is_asked_is_lit(query: str, text: str) -> None:
    wanted = asked(query)
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


@given(queries, texts)
def test_a_snippet_is_lit_where_its_release_is(query: str, text: str) -> None:
    wanted = asked(query)
    snippet = wanted.snippet(text)
    assert snippet.lights == wanted.lights(snippet.text)
    assert bool(snippet.lights) == bool(wanted.lights(text))
    assert len(snippet.text.splitlines()) <= 1


@given(queries, queries, texts)
def test_what_is_excluded_lights_nothing(wanted: str, unwanted: str, text: str) -> None:
    assume(not set(wanted + unwanted) & set('()"“”'))
    query = asked(f"{wanted} -({unwanted}) ")
    assert query.lights(text) == asked(wanted + " ").lights(text)
