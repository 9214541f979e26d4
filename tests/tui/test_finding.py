"""What a search shows, and where the cursor goes."""

from hypothesis import given
from hypothesis import strategies as st
from tests.tui.story import FakeLibrary, releases_named

from natoread.finding import Found, look_for, only_taken_away, place_of
from natoread_index import Hits, Query, Release, Sort

LIBRARY = FakeLibrary(releases_named("Tallinn", "Tokyo", "Tirana"))


def test_the_cursor_is_at_the_head_or_on_the_release_it_stays_on() -> None:
    assert look_for(LIBRARY, Query(), Sort.RELEVANCE, None, 9).at == 0
    assert look_for(LIBRARY, Query(), Sort.RELEVANCE, 2, 9).number == 2
    assert look_for(LIBRARY, Query.parse("tokyo"), Sort.RELEVANCE, 2, 9).number == 1


def test_only_the_entries_around_the_cursor_are_prepared() -> None:
    found = look_for(LIBRARY, Query(), Sort.RELEVANCE, 2, 1)
    assert len(found) == 3
    assert set(found.entries) == {1, 2}


def test_an_entry_is_safe_to_print_and_lit_at_the_same_words() -> None:
    release = Release("\x1b[1mTo\u2060kyo\u202e now", "In Tokyo\nnow", "NA\tTO")
    found = look_for(FakeLibrary([release]), Query.parse("now"), Sort.RELEVANCE, None, 9)
    entry = found.entries[0]
    assert (entry.title, entry.facts) == ("␛[1mTokyo now", ("undated", "news", "NA TO"))
    (light,) = entry.title_lights
    assert entry.title[slice(*light)] == "now"
    assert [entry.snippet[slice(*light)] for light in entry.snippet_lights] == ["now"]


def test_without_a_query_there_is_no_snippet() -> None:
    found = look_for(LIBRARY, Query(), Sort.RELEVANCE, None, 9)
    assert {entry.snippet for entry in found.entries.values()} == {""}


def test_nothing_found_has_no_release_under_the_cursor() -> None:
    assert Found().number is None
    assert Found().staying_on(7).at == 0


@given(st.lists(st.integers(), unique=True), st.integers())
def test_a_release_is_found_in_its_place(numbers: list[int], number: int) -> None:
    place = place_of(number, numbers)
    assert place == 0 or numbers[place] == number
    assert number not in numbers or numbers[place] == number
    assert Found(hits=Hits(numbers)).staying_on(number).at == place


@given(st.text(max_size=20), st.data())
def test_leaving_letters_out_only_takes_away(before: str, draw: st.DataObject) -> None:
    kept = draw.draw(st.sets(st.integers(0, max(0, len(before) - 1))))
    after = "".join(letter for place, letter in enumerate(before) if place in kept)
    assert only_taken_away(before, after)
    assert not only_taken_away(after, before + "x")


def test_a_letter_more_is_no_taking_away() -> None:
    assert not only_taken_away("ukrain", "ukraine")
