"""What a search shows, and where the cursor goes."""

from hypothesis import given
from hypothesis import strategies as st
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import releases_named

from natoread.finding import AT_ONCE, Found, View, entries, look_for, only_taken_away, place_of
from natoread_index import Hits, Query, Release, Sort, Span

LIBRARY = FakeLibrary(releases_named("Tallinn", "Tokyo", "Tirana"))


def test_the_cursor_is_at_the_head_or_on_the_release_it_stays_on() -> None:
    assert look_for(LIBRARY, Query(), Sort.RELEVANCE, None).at == 0
    assert look_for(LIBRARY, Query(), Sort.RELEVANCE, 2).number == 2
    assert look_for(LIBRARY, Query.parse("tokyo"), Sort.RELEVANCE, 2).number == 1


def test_the_answer_comes_before_its_entries() -> None:
    found = look_for(LIBRARY, Query.parse("t*"), Sort.OLDEST, None)
    assert len(found) == 3
    assert found.entries == {}
    assert list(entries(LIBRARY, found.query, found.hits.numbers[:2])) == [2, 1]


def test_what_was_typed_is_kept_beside_what_was_searched() -> None:
    library = FakeLibrary(releases_named("Edo"))
    library.names = {"tokyo": "edo"}
    found = look_for(library, Query.parse("tokyo"), Sort.RELEVANCE, None)
    assert found.asked == Query.parse("tokyo")
    (entry,) = entries(library, found.query, found.hits.numbers).values()
    assert entry.title_lights == (Span(0, 3),)
    assert [entry.snippet[slice(*light)] for light in entry.snippet_lights] == ["Edo"]


def test_an_entry_is_safe_to_print_and_lit_at_the_same_words() -> None:
    release = Release("\x1b[1mTo\u2060kyo\u202e now", "In Tokyo\nnow", "NA\tTO")
    entry = entries(FakeLibrary([release]), Query.parse("now"), [0])[0]
    assert (entry.title, entry.facts) == ("␛[1mTokyo now", ("undated", "news", "NA TO"))
    (light,) = entry.title_lights
    assert entry.title[slice(*light)] == "now"
    assert [entry.snippet[slice(*light)] for light in entry.snippet_lights] == ["now"]


def test_without_a_query_there_is_no_snippet() -> None:
    assert {entry.snippet for entry in entries(LIBRARY, Query(), [0, 1, 2]).values()} == {""}


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


@given(st.integers(0, 200), st.integers(1, 80), st.integers(0, 200), st.integers(1, 200))
def test_few_entries_are_prepared_and_the_cursor_is_among_them(
    first: int, rows: int, at: int, total: int
) -> None:
    at = min(at, total - 1)
    places = range(total)[View(first, rows).places(at, total)]
    assert at in places
    assert len(places) <= min(rows + 1, AT_ONCE)
    assert len(places) >= min(rows, total, AT_ONCE)


def test_the_view_moves_no_farther_than_the_cursor_needs() -> None:
    view = View(10, 5)
    assert view.places(12, 100) == slice(10, 16)
    assert view.places(3, 100) == slice(3, 9)
    assert view.places(20, 100) == slice(16, 22)
    assert view.places(4, 5) == slice(0, 6)
