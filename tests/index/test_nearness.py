"""The words of a lexicon nearest to one that it does not hold, held against plain distances."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.index.strategies import any_text

from natoread_index.searching.nearness import Nearest
from natoread_index.words import LONGEST, fold

_BY_COUNT = {
    300: "exercise exercises minister ministers ministry statement secretary",
    200: "security defence alliance commission partner nato summit",
    60: "rutte us 2024",
    20: "stoltenberg parliament steam stem form from trial trail quite quiet",
    9: "f16 covid19 6,900 київ северный",
    2: "comision monster minster hate date gate intercontinental",
}
RELEASES = Counter({word: count for count, row in _BY_COUNT.items() for word in row.split()})


def frequency(word: str, begun: bool) -> int:
    if begun:
        return sum(count for each, count in RELEASES.items() if each.startswith(word))
    return RELEASES[word]


nearest = Nearest(RELEASES, frequency)


def distance(one: str, two: str) -> int:
    """The optimal string alignment distance, from its definition, for all beginnings."""
    rows = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(two) + 1):
            costs = [i + j] if not i or not j else []
            if i and j:
                costs.append(rows[i - 1][j - 1] + (one[i - 1] != two[j - 1]))
                costs += [rows[i - 1][j] + 1, rows[i][j - 1] + 1]
            if i > 1 and j > 1 and one[i - 2 : i] == two[j - 2 : j][::-1]:
                costs.append(rows[i - 2][j - 2] + 1)
            rows[i][j] = min(costs)
    return rows[-1][-1]


def letters(alphabet: str, longest: int = 10) -> st.SearchStrategy[str]:
    return st.text(alphabet, max_size=longest)


lexicons = st.lists(letters("abc"), max_size=30)


@st.composite
def mistyped(draw: st.DrawFn, word: str, slips: int = 1) -> str:
    """Draw `word` with so many slips, none in its first letter."""
    for _ in range(slips):
        at = draw(st.integers(1, len(word) - 1))
        head, tail = word[:at], word[at:]
        letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
        swapped = tail[1::-1] + tail[2:] if len(tail) > 1 else tail
        word = head + draw(st.sampled_from([letter + tail, letter + tail[1:], tail[1:], swapped]))
    return word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stoltenburg", ["stoltenberg"]),
        ("stlotenberg", ["stoltenberg"]),
        ("stoltenbergg", ["stoltenberg"]),
        ("soltenberg", ["stoltenberg"]),
        ("ztoltenberg", ["stoltenberg"]),
        ("parliment", ["parliament"]),
        ("intercontinantel", ["intercontinental"]),
        ("securty", ["security"]),
        ("nto", []),
        ("naot", ["nato"]),
        ("natoo", ["nato"]),
        ("nsto", ["nato"]),
        ("киів", ["київ"]),
        ("севрный", ["северный"]),
    ],
)
def test_a_typo_finds_the_word_that_was_meant(typed: str, meant: list[str]) -> None:
    assert nearest.words(typed) == meant


@pytest.mark.parametrize("typed", sorted(RELEASES))
def test_a_known_word_is_never_corrected(typed: str) -> None:
    assert nearest.words(typed) == []
    assert nearest.beginnings(typed) == []


@pytest.mark.parametrize(
    "typed",
    ["f17", "f166", "2042", "20244", "6,90", "nat0", "covid18", "secur1ty", "m!nister", "", " "],
)
def test_what_holds_more_than_letters_is_never_corrected(typed: str) -> None:
    assert nearest.words(typed) == nearest.beginnings(typed) == nearest.within_one(typed) == []


@pytest.mark.parametrize("typed", ["covid", "cvoid", "covidd"])
def test_no_word_with_a_digit_is_offered(typed: str) -> None:
    assert Nearest(["covid1", "covid19", "cov1d"]).words(typed) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("uz", []), ("nta", []), ("rtute", ["rutte"]), ("urtte", ["rutte"]), ("butte", [])],
)
def test_a_short_word_keeps_its_first_letter_unless_swapped(typed: str, meant: list[str]) -> None:
    assert nearest.words(typed) == meant


@pytest.mark.parametrize("typed", ["minitsre", "exrecize", "xtoltenburg"])
def test_two_slips_need_eight_letters_and_the_first_one_right(typed: str) -> None:
    assert bool(nearest.words(typed)) == (typed[0] != "x")
    assert nearest.words(typed[:7]) == []


def test_what_is_nearer_hides_what_is_farther() -> None:
    assert nearest.words("commissiom") == ["commission"]
    assert Nearest(["partnership", "partnersips"]).words("partnershi") == ["partnership"]


def test_a_word_a_hundred_times_rarer_is_noise() -> None:
    counts = {"commission": 300, "comision": 2}
    assert Nearest(counts, lambda word, _: counts[word]).words("commision") == ["commission"]
    counts["comision"] = 4
    assert len(Nearest(counts, lambda word, _: counts[word]).words("commision")) == 2


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("fomrs", "forms", "fomls"),  # swapped before replaced
        ("comittee", "committee", "comirtee"),  # doubled before replaced
        ("defance", "defence", "deflnce"),  # a wrong vowel before a wrong consonant
        ("minster", "minister", "mindter"),  # one left out before a wrong consonant
        ("ministerr", "minister", "ministerx"),  # one too many before another
        ("dallies", "dallied", "rallies"),  # the first letter is right
    ],
)
def test_slips_often_made_come_first(typed: str, first: str, second: str) -> None:
    assert Nearest([second, first]).words(typed)[0] == first


def test_of_equal_slips_the_more_frequent_word_comes_first() -> None:
    counts = {"hated": 3, "dated": 50, "gated": 1, "rated": 7, "fated": 2}
    found = Nearest(["x" + word for word in counts], lambda word, _: counts[word[1:]])
    assert found.words("xzated") == ["xdated", "xrated", "xhated"]


def test_frequency_is_asked_for_candidates_only() -> None:
    asked: list[tuple[str, bool]] = []

    def counted(word: str, begun: bool) -> int:
        asked.append((word, begun))
        return 1

    Nearest(RELEASES, counted).words("stoltenburg")
    Nearest(RELEASES, counted).beginnings("stoltenbu")
    assert asked == [("stoltenberg", False), ("stoltenb", True)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("parlim", ["parli"]),
        ("parlimen", ["parliamen"]),
        ("stoltenburg", ["stoltenberg"]),
        ("sttem", ["statem", "stem"]),
        ("secruit", ["securit"]),
        ("itnercon", ["intercon"]),
        ("minitsre", ["minister", "ministry"]),
        ("parl", []),
        ("xxxxxx", []),
        ("natox", ["nato"]),
    ],
)
def test_a_word_being_typed_finds_what_it_may_begin_with(typed: str, meant: list[str]) -> None:
    assert nearest.beginnings(typed) == meant


@pytest.mark.parametrize("word", ["stoltenberg", "parliament", "intercontinental", "commission"])
def test_typing_on_after_a_typo_never_loses_the_word(word: str) -> None:
    wrong = word[:3] + word[4] + word[3] + word[5:]
    for end in range(5, len(word) + 1):
        typed = wrong[:end]
        if not any(known.startswith(typed) for known in RELEASES):
            assert any(word.startswith(begun) for begun in nearest.beginnings(typed)), typed


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("form", {"from"}),
        ("trail", {"trial"}),
        ("gate", {"hate", "date"}),
        ("minister", {"ministers", "minster"}),
        ("nta", set()),
        ("nat", {"nato"}),
        ("na", set()),
        ("stoltenburg", {"stoltenberg"}),
    ],
)
def test_one_wrong_letter_is_allowed_on_demand(typed: str, near: set[str]) -> None:
    assert set(nearest.within_one(typed)) == near


def test_on_demand_there_are_fifty_words_at_most_and_likely_ones_first() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    lexicon = {"mile" + end for end in letters} | {start + "ilea" for start in letters}
    found = Nearest(lexicon).within_one("milea")
    assert len(found) == 50
    assert found[0] == "milee"
    assert all(word[0] == "m" for word in found[:25])


def test_an_empty_lexicon_has_nothing_near() -> None:
    empty = Nearest([])
    assert empty.words("security") == empty.beginnings("security") == empty.within_one("nato") == []


def test_words_of_any_order_and_number_are_taken_once() -> None:
    assert Nearest(iter(["stoltenberg", "nato", "stoltenberg"])).words("stoltenburg") == [
        "stoltenberg"
    ]


@given(lexicons, letters("abcd"), st.integers(1, 2))
@example(["ab"], "ba", 1)
@example(["aab", "aba", "baa"], "aab", 2)
@example(["abc"], "ca", 2)  # no letter is touched twice: three slips, not two
def test_all_words_within_the_slips_are_found(words: list[str], typed: str, slips: int) -> None:
    found = Nearest(words)._whole.within(typed, slips)
    assert found == {word for word in words if word and distance(typed, word) <= slips}


@given(lexicons, letters("abcd"))
def test_all_beginnings_within_a_slip_are_found(words: list[str], typed: str) -> None:
    begun = {word[:end] for word in words for end in range(len(word) + 1) if word}
    found = Nearest(words)._begun.within(typed, 1)
    assert found == {part for part in begun if distance(typed, part) <= 1}


@given(lexicons, st.text("abcd", min_size=1, max_size=10))
def test_behind_a_right_letter_all_words_are_found(words: list[str], typed: str) -> None:
    found = Nearest(words)._whole.within(typed, 2, right=1)
    right = {word for word in words if word[:1] == typed[0]}
    assert found == {word for word in right if distance(typed, word) <= 2}


@given(lexicons, letters("abcd"))
def test_a_typo_finds_the_nearest_words_and_few(words: list[str], typed: str) -> None:
    found = Nearest(words).words(typed)
    away = {word: distance(typed, word) for word in words if word}
    assert len(found) == len(set(found)) <= 3
    for word in found:
        assert away[word] == min(away.values())
        assert 1 <= away[word] <= (2 if len(typed) >= 8 else 1)
    if len(typed) >= 6 and min(away.values(), default=0) == 1:
        assert found


@given(lexicons, letters("abcd"))
def test_beginnings_begin_words_and_none_begins_with_another(words: list[str], typed: str) -> None:
    found = Nearest(words).beginnings(typed)
    assert all(any(word.startswith(begun) for word in words) for begun in found)
    begun_near = [part for part in found if distance(typed, part) <= 1]
    assert not any(one != two and two.startswith(one) for one in begun_near for two in begun_near)


@given(lexicons, letters("abcd"))
def test_on_demand_all_words_one_slip_away_are_found(words: list[str], typed: str) -> None:
    near = {word for word in words if word and distance(typed, word) == 1}
    assert set(Nearest(words).within_one(typed)) == (near if len(typed) >= 3 else set())


@given(st.data(), st.sampled_from(["stoltenberg", "parliament", "intercontinental", "alliance"]))
def test_any_slip_in_a_long_word_is_found(data: st.DataObject, word: str) -> None:
    typed = data.draw(mistyped(word))
    assert typed in RELEASES or word in nearest.words(typed)


@given(st.data(), st.sampled_from(["stoltenberg", "parliament", "intercontinental"]))
def test_any_two_slips_in_a_long_word_are_found(data: st.DataObject, word: str) -> None:
    typed = data.draw(mistyped(word, slips=2))
    if len(typed) >= 8 and 0 < distance(typed, word) <= 2:
        assert word in nearest.words(typed)


@given(st.lists(any_text, max_size=12), any_text)
@example(["a" * LONGEST, "b" * 2000], "a" * (LONGEST + 1))
@example(["a" * LONGEST, "\U0010ffff" * 9], "\U0010ffff" * 8)
def test_any_text_is_answered(words: list[str], typed: str) -> None:
    known = Nearest([*words, *map(fold, words)])
    for asked in (typed, fold(typed), *words, typed * 50):
        found = {*known.words(asked), *known.beginnings(asked), *known.within_one(asked)}
        assert asked not in found
        assert all(word.isalpha() for word in found)
