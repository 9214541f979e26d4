"""What is searched beside the words typed: spellings, names, and what a typo was meant to be."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from tests.index.at_random import Case, numbered, searcher_of, searches
from tests.index.made import release
from tests.index.test_query_holds import parts

from natoread_index import Hits, Query, Sort
from natoread_index.queries.forms import forms
from natoread_index.queries.nodes import Node, Phrase, Term, Without
from natoread_index.searching.searcher import Searcher

SACEUR = "the Supreme Allied Commander Europe (SACEUR)"
TEXTS = [
    "the defence of allies",  # 1
    "the defense of partners",
    f"a visit of {SACEUR} to Finland",
    "what SACEUR said",
    "words of the Supreme Allied Commander Europe",
    "Jens Stoltenberg spoke",  # 6
    "an organisation organizes",
    "Europe and the Supreme Court",
]
Pairs = tuple[tuple[str, str], ...]


@contextmanager
def searcher(*texts: str) -> Iterator[Searcher]:
    with searcher_of([list(enumerate(map(release, texts), 1))]) as found:
        yield found


def search(text: str, *texts: str, typing: bool = False, exact: bool = False) -> Hits:
    with searcher(*(texts or TEXTS)) as over:
        return over.search(Query.parse(text, typing=typing, exact=exact), Sort.RELEVANCE)


def found(text: str, *texts: str, typing: bool = False) -> set[int]:
    return set(search(text, *texts, typing=typing).numbers)


@pytest.mark.parametrize(
    ("text", "numbers", "also"),
    [
        ("defence", {1, 2}, ("defense",)),
        ("defense", {1, 2}, ("defence",)),
        ("Defences", {1, 2}, ("defense",)),
        ("title:defence", set(), ("defense",)),
        ("organise", {7}, ("organizes",)),
        ("ally", {1}, ()),
    ],
)
def test_another_spelling_is_found_if_the_index_has_it(
    text: str, numbers: set[int], also: tuple[str, ...]
) -> None:
    hits = search(text)
    assert set(hits.numbers) == numbers
    assert hits.also == also
    assert hits.corrected == ()


def test_a_spelling_that_no_release_has_is_not_searched() -> None:
    assert search("defence", "the defence").also == ()
    assert search("defence", "the defence", "the defenses").also == ("defenses",)


@pytest.mark.parametrize(("typed", "numbers"), [("def", {1, 2}), ("defenc", {1, 2}), ("o", {7})])
def test_a_spelling_is_found_while_it_is_typed(typed: str, numbers: set[int]) -> None:
    assert found(typed, typing=True) >= numbers


@pytest.mark.parametrize(
    ("text", "numbers", "also"),
    [
        ("SACEUR", {3, 4, 5}, ("supreme allied commander europe",)),
        ("saceur finland", {3}, ("supreme allied commander europe",)),
        ("supreme allied commander europe", {3, 4, 5}, ("SACEUR",)),
        ("Supreme Allied Commander Europe said", {4}, ("SACEUR",)),
        ("supreme allied commander", {3, 5}, ()),
        ('"supreme allied commander europe"', {3, 5}, ()),
        ("=SACEUR", {3, 4}, ()),
        ("=supreme allied commander europe", {3, 5}, ()),
        ("visit OR saceur", {3, 4, 5}, ("supreme allied commander europe",)),
    ],
)
def test_an_acronym_is_found_by_its_long_name_and_back(
    text: str, numbers: set[int], also: tuple[str, ...]
) -> None:
    hits = search(text)
    assert set(hits.numbers) == numbers
    assert hits.also == also


def test_the_long_name_is_taken_in_a_row_and_not_word_by_word() -> None:
    assert found("saceur", *TEXTS, "Europe has a commander, allied and supreme") == {3, 4, 5}


@pytest.mark.parametrize(("others", "total"), [(18, 21), (19, 21), (20, 21)])
def test_two_letters_are_an_acronym_where_they_are_often_introduced(
    others: int, total: int
) -> None:
    """One in twenty of the releases that have them has to say what they mean."""
    texts = ["a Member State (MS) votes", "one member state", *[f"ms {n}" for n in range(others)]]
    hits = search("ms", *texts)
    introduced = others < 20
    assert hits.total == others + 1 + introduced
    assert hits.also == (("member state",) if introduced else ())


@pytest.mark.parametrize(
    ("often", "taken"),
    [((4, 2, 1), {"air policing", "allied partner"}), ((9, 2, 1), {"air policing"})],
)
def test_of_many_long_names_the_two_most_frequent_are_taken(
    often: tuple[int, ...], taken: set[str]
) -> None:
    """And of these none that is far rarer than the first."""
    names = ["Air Policing", "Allied Partner", "Added Protocol"]
    pairs = zip(names, often, strict=True)
    texts = [f"the {name} (AP) of {n}" for name, times in pairs for n in range(times)]
    assert set(search("ap", *texts).also) == taken


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("Stoltenburg", (("Stoltenburg", "stoltenberg"),)),
        ("Jens STOLTENBURG", (("STOLTENBURG", "stoltenberg"),)),
        ("title:stoltenburg", (("stoltenburg", "stoltenberg"),)),
        ("Stoltenberg", ()),
        ("stoltexxurg", ()),
        ("jnes", (("jnes", "jens"),)),
        ('"stoltenburg"', ()),
        ("by:stoltenburg", ()),
        ("=stoltenburg", ()),
        ("-stoltenburg", ()),
        ("NOT (stoltenburg OR defnece)", ()),
        ("stol-tenburg", ()),
    ],
)
def test_an_unknown_word_is_corrected(text: str, corrected: Pairs) -> None:
    hits = search(text)
    assert hits.corrected == corrected
    if corrected:
        assert set(hits.numbers) == (set() if "title:" in text else {6})


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("stolt", ()),
        ("stoltenbu", (("stoltenbu", "stoltenberg"),)),
        ("stotl", (("stotl", "stoltenberg"),)),
        ("sotl", ()),
        ("stoltenburg", (("stoltenburg", "stoltenberg"),)),
        ("spoek", (("spoek", "spoke"),)),
    ],
)
def test_a_word_being_typed_is_corrected_to_a_beginning(typed: str, corrected: Pairs) -> None:
    hits = search(typed, typing=True)
    assert hits.corrected == corrected
    assert set(hits.numbers) == ({6} if corrected or typed == "stolt" else set())


def test_forms_of_what_was_meant_are_found() -> None:
    assert found("partnershpi", "a partnership", "two partnerships", "a partner") == {1, 2}


def test_words_that_are_found_together_as_a_name_are_not_corrected() -> None:
    """*Commander* stands nowhere alone, yet its row is found by its short name."""
    texts = ["SACEUR (Supreme Allied Commander Europe)", "SACEUR"]
    assert search("supreme allied commander europe", *texts).corrected == ()


def test_what_was_corrected_stands_behind_what_was_typed() -> None:
    texts = ["Stoltenberg " * 9, "rain", "Stoltenberg and rain"]
    with searcher(*texts) as over:
        query = Query.parse("rain OR stoltenburg")
        assert set(list(over.search(query, Sort.RELEVANCE).numbers)[:2]) == {2, 3}
        assert list(over.first(query, 50).numbers) == [2, 3, 1]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("form~", {1, 2, 3}), ("form", {1}), ("fr~", set()), ("trial~", {3, 4}), ("=trial~", {3, 4})],
)
def test_a_word_with_a_slip_is_found_on_demand(text: str, numbers: set[int]) -> None:
    hits = search(text, "a form", "word from it", "a firm trail", "the trial")
    assert set(hits.numbers) == numbers
    assert not hits.corrected
    assert not hits.also


def test_taken_exactly_a_query_is_searched_as_it_was_typed() -> None:
    for text in ("defence", "saceur", "supreme allied commander europe", "stoltenburg", "ally"):
        query = Query.parse(text, exact=True)
        hits = search(text, exact=True)
        assert (hits.query, hits.also, hits.corrected) == (query, (), ())
    assert found("=defence") == {1}
    assert found("=organise") == found("=ally") == set()


def excluded(node: Node) -> list[Node]:
    return [part.part for part in parts(node) if isinstance(part, Without)]


def leaves(node: Node) -> list[Term | Phrase]:
    return [part for part in parts(node) if isinstance(part, Term | Phrase)]


def rows(node: Node) -> set[str]:
    return {" ".join(row) for leaf in leaves(node) if isinstance(leaf, Term) for row in leaf.also}


@settings(max_examples=25)
@given(searches())
def test_what_is_excluded_is_not_corrected(case: Case) -> None:
    with searcher_of(numbered(case.batches)) as over:
        for query in case.asked:
            asked = over._expanding.expanded(query)
            assert excluded(asked.query.node) == excluded(asked.uncorrected)
            assert len(leaves(asked.query.node)) == len(leaves(query.node))


@settings(max_examples=25)
@given(searches())
def test_all_that_was_not_typed_is_told(case: Case) -> None:
    with searcher_of(numbered(case.batches)) as over:
        for query in case.asked:
            asked = over._expanding.expanded(query)
            told = {form for name in asked.also for form in (name, *forms(name))}
            assert rows(asked.uncorrected) <= told.union(*map(rows, excluded(asked.uncorrected)))
            near = any(isinstance(leaf, Term) and leaf.near for leaf in leaves(query.node))
            if not near:
                assert (asked.uncorrected == asked.query.node) == (not asked.corrected)
            used = tuple(rows(asked.query.node))
            assert all(word.startswith(used) for _, word in asked.corrected)
            assert all(over.reader.beginning("any", w) for _, w in asked.corrected)


@settings(max_examples=25)
@given(searches())
def test_taken_exactly_nothing_is_added(case: Case) -> None:
    with searcher_of(numbered(case.batches)) as over:
        for query in case.asked:
            exact = Query.parse(query.text.replace("~", ""), exact=True)
            assert over._expanding.expanded(exact).query == exact
