"""What the library remembers of the feeds that the user follows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from natoread_index import Library, LibraryLocked, Release, Unreadable
from natoread_index.storage import lock
from natoread_index.storage.feeds import Feeds, Followed

NATO, OTHER = "https://nato.example/rss.xml", "https://other.example/atom"
NOON = datetime(2024, 5, 28, 12, tzinfo=UTC)
LATER = datetime(2024, 5, 28, 13, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "L") as library:
        yield library


@pytest.fixture
def feeds(library: Library) -> Feeds:
    return library.feeds


@pytest.fixture
def nato(feeds: Feeds) -> Followed:
    feeds.follow(NATO, "NATO")
    return next(iter(feeds))


def test_nobody_follows_anything_at_first_and_looking_makes_no_file(tmp_path: Path) -> None:
    with Library.open(tmp_path / "L") as library:
        assert (len(library.feeds), list(library.feeds)) == (0, [])
    assert not (tmp_path / "L").exists()


def test_feeds_are_kept_in_the_order_in_which_they_were_followed(feeds: Feeds) -> None:
    assert [feeds.follow(url) for url in (OTHER, NATO, OTHER)] == [True, True, False]
    assert [feed.url for feed in feeds] == [OTHER, NATO]
    assert len(feeds) == 2


def test_what_is_noted_of_a_feed_outlives_the_program(tmp_path: Path) -> None:
    done = Followed(NATO, "NATO", '"tag"', "Tue, 28 May 2024", NOON)
    with Library.open(tmp_path / "L") as library:
        library.feeds.follow(NATO)
        library.feeds.note_success(done)
    with Library.open(tmp_path / "L") as library:
        assert list(library.feeds) == [done]


def test_a_failure_leaves_the_last_success_and_ends_with_the_next(
    feeds: Feeds, nato: Followed
) -> None:
    done = replace(nato, etag='"tag"', succeeded=NOON)
    feeds.note_success(done)
    failed = replace(done, failed=LATER, error="too slow", until=LATER)
    feeds.note_failure(failed)
    assert list(feeds) == [failed]
    feeds.note_success(replace(failed, succeeded=LATER))
    assert list(feeds) == [replace(failed, succeeded=LATER, error=None, until=None)]


def test_following_a_feed_that_was_gone_asks_for_it_again(feeds: Feeds, nato: Followed) -> None:
    feeds.note_failure(replace(nato, failed=NOON, error="gone", gone=True))
    assert [feed.gone for feed in feeds] == [True]
    assert not feeds.follow(NATO)
    assert [feed.gone for feed in feeds] == [False]


def test_items_wait_in_their_order_until_they_are_taken(library: Library, nato: Followed) -> None:
    feeds = library.feeds
    feeds.note_items(nato, [("a", "one"), ("b", "two"), ("c", "three")])
    first, second, third = feeds.waiting(nato)
    assert [first.told, second.told, third.told] == ["one", "two", "three"]
    library.add([], NATO, items=[first, third])
    assert feeds.waiting(nato) == [second]


def test_items_wait_on_when_their_releases_fail(library: Library, nato: Followed) -> None:
    def broken() -> Iterator[Release]:
        yield Release("One", "Text", "NATO")
        raise Unreadable("no text")

    library.feeds.note_items(nato, [("a", "one")])
    items = library.feeds.waiting(nato)
    with pytest.raises(Unreadable):
        library.add(broken(), NATO, items=items)
    assert (library.feeds.waiting(nato), len(library)) == (items, 0)


def test_an_item_that_was_taken_is_never_noted_again(library: Library, nato: Followed) -> None:
    feeds = library.feeds
    feeds.note_items(nato, [("a", "one")])
    library.add([], NATO, items=feeds.waiting(nato))
    feeds.note_items(nato, [("a", "one, told otherwise"), ("b", "two")])
    assert [item.told for item in feeds.waiting(nato)] == ["two"]


def test_one_that_waits_is_kept_as_it_was_noted(feeds: Feeds, nato: Followed) -> None:
    for told in ("one", "one, told otherwise"):
        feeds.note_items(nato, [("a", told)])
    assert [item.told for item in feeds.waiting(nato)] == ["one"]


def test_it_is_counted_how_often_an_item_could_not_be_had(feeds: Feeds, nato: Followed) -> None:
    feeds.note_items(nato, [("a", "one"), ("b", "two")])
    for _ in range(2):
        feeds.note_missed(feeds.waiting(nato)[0])
    assert [item.tries for item in feeds.waiting(nato)] == [2, 0]


def test_the_same_key_in_two_feeds_is_two_items(feeds: Feeds) -> None:
    for url in (NATO, OTHER):
        feeds.follow(url)
        feeds.note_items(Followed(url), [("a", url)])
    assert [item.told for feed in feeds for item in feeds.waiting(feed)] == [NATO, OTHER]


def test_an_unfollowed_feed_is_forgotten_with_its_items(feeds: Feeds, nato: Followed) -> None:
    feeds.note_items(nato, [("a", "one")])
    feeds.unfollow(NATO)
    assert (list(feeds), feeds.waiting(nato)) == ([], [])
    feeds.follow(NATO)
    assert feeds.waiting(nato) == []


def test_what_comes_for_a_feed_that_was_unfollowed_meanwhile_is_let_go(
    feeds: Feeds, nato: Followed
) -> None:
    feeds.unfollow(NATO)
    feeds.note_items(nato, [("a", "one")])
    feeds.note_failure(replace(nato, failed=NOON))
    assert (list(feeds), feeds.waiting(nato)) == ([], [])


def test_nothing_is_written_while_another_program_writes(
    feeds: Feeds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with lock.writing(tmp_path / "L", "library"), pytest.raises(LibraryLocked):
        feeds.follow(NATO)
