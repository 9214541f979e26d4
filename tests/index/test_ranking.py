"""The order by relevance: titles first, then what says it most, then the newest."""

from collections.abc import Sequence

import pytest
from tests.index.at_random import TODAY, cut, searcher_of
from tests.index.made import release

from natoread_index import Hits, Query, Release, Sort
from natoread_index.searching.ranking import SCORED

FILLING = "and sun " * 60


def search(text: str, some: Sequence[Release], sizes: Sequence[int] = ()) -> Hits:
    """Search releases numbered from 1 on, in segments of so many each."""
    with searcher_of(cut(list(enumerate(some, 1)), sizes)) as searcher:
        return searcher.search(Query.parse(text, today=TODAY), Sort.RELEVANCE)


def best(text: str, *some: Release) -> list[int]:
    """The places of releases in the order by relevance; all are of no day."""
    return [number - 1 for number in search(text, some).numbers]


def titles(*some: str) -> list[Release]:
    return [release("A body.", title=title) for title in some]


def test_a_title_outweighs_any_body() -> None:
    often, once = release("rain " * 50), release("Nothing more.", title="On rain")
    assert best("rain", often, once) == [1, 0]


def test_a_word_said_more_often_counts_for_more() -> None:
    assert best("rain", release("rain and sun and wind"), release("rain rain rain and sun")) == [
        1,
        0,
    ]


def test_the_same_count_in_a_shorter_text_counts_for_more() -> None:
    assert best("rain", release("rain " + FILLING), release("rain and sun")) == [1, 0]


def test_a_rare_word_counts_for_more_than_a_common_one() -> None:
    common = [release(f"rain rain number{n}") for n in range(9)]
    assert best("rain OR hail", *common, release("hail hail number10"))[0] == 9


def test_the_opening_counts_for_more_than_what_follows() -> None:
    first, last = release("rain " + FILLING), release(FILLING + "rain")
    assert best("rain", last, first) == [1, 0]


def test_words_near_each_other_count_for_more() -> None:
    apart, near = release("hail " + FILLING + "rain"), release("hail rain " + FILLING)
    assert best("hail rain", apart, near) == [1, 0]
    assert best("rain hail", apart, near) == [1, 0]


@pytest.mark.parametrize("text", ["rain wind", "wind rain"])
def test_of_words_as_rare_as_each_other_the_one_typed_first_is_looked_at(text: str) -> None:
    """Their symbols depend on how an index is cut, and decide nothing."""
    often = "wind " * 20 + FILLING + "wind rain"
    some = [release(often), release("rain wind " + FILLING), *titles(*"abcdefgh")]
    together = search(text, some)
    for sizes in ([1], [1, 1], [2], [1, 4]):
        apart = search(text, some, sizes)
        assert list(apart.numbers) == list(together.numbers)
        assert apart.scores == pytest.approx(together.scores)


def test_a_word_that_stands_only_in_a_chunk_is_not_looked_for_near_others() -> None:
    """Nor may it hide how near the others stand, because another release says it alone."""
    some = [release("Indo-Pacific " + FILLING + " rain wind"), release("indo " + FILLING)]
    together = search("indo rain wind", some)
    assert together.scores == pytest.approx(search("indo rain wind", some, [1]).scores)


def test_one_word_asked_for_twice_is_not_nearer_to_itself_than_a_neighbour() -> None:
    (neighbours,) = search("rain wind", [release("rain wind " + FILLING)]).scores
    (itself,) = search("rain rains", [release("rain wind " + FILLING)]).scores
    assert itself == pytest.approx(neighbours)


def test_of_words_that_begin_so_the_first_of_the_alphabet_is_looked_at_first() -> None:
    """Of twelve places at most, and so in whatever order the words came out of a set."""
    some = [release(f"{'raina ' * 12}{'x ' * 50}rainb rainc raind sun"), *[release("sun x")] * 2]
    assert search("sun rai*", some).scores[0] < search("sun raind*", some).scores[0]


def test_of_a_long_name_the_word_counts_that_the_fewest_releases_still_have() -> None:
    ace = ["the Allied Command Europe (ACE) met", "ACE said", "allied command"]
    some = list(enumerate(map(release, [*ace, *["some europe"] * 5]), 1))
    scores = []
    for merged in (False, True):
        with searcher_of([some], range(4, 9), merged=merged) as searcher:
            scores.append(searcher.search(Query.parse("ace"), Sort.RELEVANCE).scores)
    assert scores[0] == pytest.approx(scores[1])


def test_the_forms_of_two_corrections_count_once() -> None:
    """*partnershi* is meant for *partnership* and *partnerships*, each a form of the other."""
    both = release("one partnership of many partnerships " + FILLING)
    hits = search("partnershib", [both, release("a partnership of the partnership " + FILLING)])
    assert hits.scores[0] == pytest.approx(hits.scores[1])


def test_of_titles_the_one_with_fewer_telling_words_comes_first() -> None:
    assert best("rain", *titles("Rain over green hills", "Rain over the hills")) == [1, 0]


def test_of_titles_the_one_that_begins_so_comes_first() -> None:
    assert best("rain", *titles("Hills of rain", "Rain of hills")) == [1, 0]


def test_of_titles_the_one_in_the_order_typed_comes_first() -> None:
    assert best("rain hill", *titles("Hill of rain", "Rain of hill")) == [1, 0]


def test_of_titles_the_one_in_the_form_typed_comes_first() -> None:
    assert best("hills", *titles("Hill of rain", "Hills of rain")) == [1, 0]
    assert best("hill", *titles("Hills of rain", "Hill of rain")) == [1, 0]


def test_a_title_that_is_long_ago_comes_behind_one_of_today() -> None:
    old, new = (release("A body.", title="On rain", day=f"{year}-05-01") for year in (1990, 2024))
    assert best("rain", new, old) == [0, 1]


def test_what_needs_a_correction_comes_last() -> None:
    exact, near = release("a rain of stones"), release("A body.", title="Stoltenberg")
    assert best("stones OR stoltenburg", near, exact) == [1, 0]


def test_what_has_a_slip_comes_behind_what_has_none() -> None:
    some = [release(body) for body in ("trail trail trail", "one trial", "trails")]
    assert best("trial~", *some)[0] == 1
    assert sorted(best("trial~", *some)) == [0, 1, 2]


def test_of_equals_the_newest_comes_first() -> None:
    days = ["2024-05-01", "2024-05-03", "", "2024-05-02"]
    assert best("rain", *(release(f"rain {n}", day=day) for n, day in enumerate(days)))[0] == 1


def test_of_equals_without_a_day_the_first_comes_first() -> None:
    assert best("rain", *[release("rain")] * 5) == [0, 1, 2, 3, 4]


def test_what_is_not_scored_stays_newest_first_behind_what_is() -> None:
    some = [release(f"rain {'rain ' * (n % 7)}{n}") for n in range(250)]
    hits = search("rain", some)
    assert (hits.total, len(hits.scores)) == (250, SCORED)
    assert list(hits.scores) == sorted(hits.scores, reverse=True)
    assert list(hits.numbers[SCORED:]) == list(range(SCORED + 1, 251))


def test_nothing_wanted_of_a_text_leaves_the_newest_first() -> None:
    days = ["2024-05-01", "2024-05-03", "", "2024-05-02"]
    some = [release(f"rain {n}", day=day) for n, day in enumerate(days)]
    for text in ("-hail", "source:nato", "date:2024 OR date:none"):
        hits = search(text, some)
        assert list(hits.numbers) == [2, 4, 1, 3]
        assert set(hits.scores) == {0.0}
