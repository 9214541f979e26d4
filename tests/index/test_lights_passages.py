"""Which passage of a release is shown: most words asked for, nearest together, the first of equals.

What the best is, is found here once more, by trying all.
"""

from bisect import bisect_right

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natoread_index import Query

REACH = 150
FILLER = "lorem ipsum dolor sit amet " * 20
WORDS = ["air", "us", "kyiv", "ally"]
_SAID = "air|Air,|air’s|us|U.S.|US|kyiv|Kyiv-led|“Kyiv”|ally|allies|Allies’|lorem|é|½|Йосип"
_GAPS = ["dolor sit amet " * 4, FILLER, "\n\n", "\u00a0"]
_said = st.sampled_from([*_SAID.split("|"), *_GAPS])
bodies = st.lists(_said, max_size=25).map(" ".join)


def shown(query: str, body: str, *, typing: bool = False) -> str:
    return Query.parse(query, typing=typing).snippet(body).text


def places(word: str, body: str) -> list[int]:
    return [light.start for light in Query.parse(word).lights(body)]


def best(body: str) -> tuple[int, int] | None:
    """The start of the best window's first word and of its last, from the lights of each word."""
    found = {word: places(word, body) for word in WORDS}
    windows = []
    for start in sorted(place for each in found.values() for place in each):
        nearest = sorted(
            min([p for p in each if p >= start], default=10**9) for each in found.values()
        )
        count = bisect_right(nearest, start + REACH)
        windows.append((-count, nearest[count - 1] - start, start))
    if not windows:
        return None
    _, span, start = min(windows)
    return start, start + span


@settings(max_examples=200)
@given(bodies)
def test_no_other_passage_is_better(body: str) -> None:
    window = best(body)
    if window is not None:
        start, last = window
        around = body[max(start - 10, 0) : last].split(" ", 1)[-1] if start else body[:last]
        assert " ".join(around.split()) in shown(" ".join(WORDS), body)


@given(bodies)
def test_a_passage_shows_all_words_of_the_best_window(body: str) -> None:
    window = best(body)
    text = shown(" ".join(WORDS), body)
    if window is not None:
        start, last = window
        inside = [word for word in WORDS if any(start <= p <= last for p in places(word, body))]
        assert all(places(word, text) for word in inside)


def test_three_words_in_one_sentence_beat_three_far_apart() -> None:
    far = f"Ukraine {'x ' * 30}needs {'y ' * 30}air. "
    body = f"{far}{FILLER}Ukraine needs more in the air.{FILLER}"
    assert "more in the air" in shown("ukraine air needs", body)


def test_the_first_of_equals_is_shown() -> None:
    body = f"{FILLER}first air base {FILLER}second air base {FILLER}"
    assert "first air base" in shown("air base", body)


@pytest.mark.parametrize("far", [3_000, 50_000, 200_000])
def test_the_best_passage_is_found_however_far_it_is(far: int) -> None:
    body = f"air {'lorem ' * (far // 6)}defence of the air {'lorem ' * 100}"
    assert "defence of the air" in shown("air defence", body)
    assert "defence of the air" in shown("defence a", body, typing=True)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("us navy", "the U.S. Navy"),
        ("obrien", "with Mr O’Brien"),
        ("cooperation kyiv", "a co-operation with Kyiv"),
        ("multi year", "a multiyear plan"),
        ("healthcare plan", "a health care plan"),
        ("6900 troops", "some 6,900 troops"),
        ("rovajarvi", "in Rovaja\u0308rvi"),
        ("cooperation", "a co\u00adoperation"),
        ("київ", "у Києві, Київ"),
        ("strasse kyiv", "die Straße nach Kyiv"),
    ],
)
def test_words_written_apart_or_strangely_are_shown(query: str, said: str) -> None:
    assert said in shown(query, f"{FILLER * 10}{said} {FILLER}")


def test_of_very_many_windows_the_first_are_weighed() -> None:
    body = "air in sea of " * 200 + FILLER + "the air sea"
    assert shown("air sea", body).startswith("air in sea")


def test_an_endless_chunk_and_letters_that_fold_to_several_are_no_trouble() -> None:
    assert shown("kyiv", "air-" * 5_000 + " Kyiv").endswith("Kyiv")
    assert "kyiv" in shown("kyiv", "한국" * 300 + " kyiv " + "가나" * 300)


def test_a_word_asked_twice_is_found_where_it_stands_once() -> None:
    assert shown("air air", "By air.") == "By air."


def test_all_words_far_behind_very_many_windows_of_fewer_are_found() -> None:
    near = "".join(f"air {'x ' * (70 - times)}sea {FILLER}" for times in range(60))
    body = f"{near}of the land, the air and the sea {FILLER}"
    assert "land, the air and the sea" in shown("air sea land", body)
