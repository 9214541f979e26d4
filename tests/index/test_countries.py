"""Countries in queries: found by the names of the land and its people, lit, counted."""

from collections import Counter
from collections.abc import Sequence

import pytest
from tests.index.at_random import searcher_of
from tests.index.made import release

from natoread_index import Query, Sort
from natoread_index.queries.countries import countries, names_of
from natoread_index.searching.searcher import Searcher

SOME = [
    release("A border.", "Finland joins"),
    release("Finnish troops came, and a Swede.", "An exercise"),
    release("The Republic of Korea and Bosnia and Herzegovina.", "Talks"),
    release("No country at all, but us and a finnishing touch.", "Nothing"),
]


def found(text: str) -> list[str]:
    with searcher_of([list(enumerate(SOME, 1))]) as searcher:
        return sorted(SOME[number - 1].title for number in numbers(searcher, text))


def numbers(searcher: Searcher, text: str) -> Sequence[int]:
    return searcher.search(Query.parse(text), Sort.NEWEST).numbers


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("country:finland", ["An exercise", "Finland joins"]),
        ("country:Finnish", ["An exercise", "Finland joins"]),
        ('country:"south korea"', ["Talks"]),
        ("country:bosnia", ["Talks"]),
        ("-country:finland", ["Nothing", "Talks"]),
        ("country:finland exercise", ["An exercise"]),
        ("country:border", ["Finland joins"]),
    ],
)
def test_a_country_finds_its_names(text: str, titles: list[str]) -> None:
    assert found(text) == titles


def test_half_a_country_asks_for_nothing_yet() -> None:
    assert not Query.parse("country:finl", typing=True)
    assert not Query.parse("country:")
    assert Query.parse("country:finland", typing=True) == Query.parse("country:finland")


def test_the_names_are_lit() -> None:
    query = Query.parse("country:finland")
    text = "Finnish and Swedish forces in Finland"
    assert [text[start:end] for start, end in query.lights(text)] == ["Finnish", "Finland"]


def test_no_name_is_of_two_countries() -> None:
    names = Counter(name for country in countries() for name in names_of(country))
    assert [name for name, times in names.items() if times > 1] == []
    assert list(countries()) == sorted(countries(), key=lambda name: name.replace("ü", "u"))


def test_counts_are_those_found_one_by_one() -> None:
    with searcher_of([list(enumerate(SOME, 1))]) as searcher:
        for text in ("", "exercise", "-border"):
            counts = searcher.countries(Query.parse(text))
            expected = {name: len(by_hand(searcher, name, text)) for name in countries()}
            assert counts == {name: count for name, count in expected.items() if count}
            assert list(counts.values()) == sorted(counts.values(), reverse=True)


def by_hand(searcher: Searcher, country: str, text: str) -> set[int]:
    named = numbers(searcher, f'country:"{country}"')
    return set(named) & set(numbers(searcher, text or "-xyzzy"))


def test_days_are_counted_with_those_undated() -> None:
    with searcher_of([list(enumerate(SOME, 1))]) as searcher:
        assert sum(searcher.days(Query()).values()) == len(SOME)
        assert searcher.days(Query.parse("xyzzy")) == {}
