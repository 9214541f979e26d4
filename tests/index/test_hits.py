"""What a search answers, before anything is known of it."""

from natoread_index import Hits, Snippet, Sort


def test_the_total_is_how_many_answer() -> None:
    assert Hits().total == 0
    assert Hits(numbers=[7, 3, 5], scores=[1.5]).total == 3


def test_nothing_is_corrected_unless_it_is_said() -> None:
    assert (Hits().also, Hits().corrected) == ((), ())


def test_an_empty_snippet_is_not_lit() -> None:
    assert (Snippet().text, Snippet().lights) == ("", ())


def test_the_orders_have_the_names_that_a_command_takes() -> None:
    assert list(Sort) == ["relevance", "newest", "oldest"]
