"""Feeds into the library: each item once, whole, and whatever hosts do."""

import threading
from datetime import timedelta

import pytest
from tests.index.following.made_feeds import Entry, article, json_feed, named, rss, teaser, whole
from tests.index.following.reader import Reader, teasers
from tests.index.following.site import NOON, SOON, Handler, Site, send, serving

from natoread_index import Added, Library, LibraryLocked
from natoread_index.storage import lock


def test_a_feed_is_taken_with_its_dates_its_source_and_its_order(
    reader: Reader, site: Site
) -> None:
    reader.follow(site.put("/feed", rss(whole(2, site.url + "/2"), whole(1, site.url + "/1"))))
    assert reader.sync() == Added(added=2)
    assert reader.titles == [named(2), named(1)]
    with Library.open(reader.folder) as library:
        release = next(iter(library))
    assert (release.source, release.url) == ("NATO news", site.url + "/2")
    assert release.dated is not None
    assert (release.dated.start, release.dated.read_from) == (
        "2024-05-28",
        "published Tue, 28 May 2024 10:00:00 GMT",
    )
    assert site.paths == ["/feed"]
    assert (reader.feed.title, reader.feed.succeeded) == ("NATO news", NOON)


@pytest.mark.parametrize(
    ("head", "source"),
    [("", "NATO news"), ("<meta property='og:site_name' content='Our site'>", "Our site")],
)
def test_a_page_that_says_no_source_is_of_its_feed(
    reader: Reader, site: Site, head: str, source: str
) -> None:
    page = article(1).replace("</head>", f"{head}</head>")
    url = site.put("/1.html", page.encode(), Content_Type="text/html; charset=utf-8")
    reader.follow(site.put("/feed", rss(teaser(1, url))))
    reader.sync()
    with Library.open(reader.folder) as library:
        (release,) = library
    assert (release.source, release.url) == (source, url)


def test_what_a_list_of_feeds_called_it_stays_its_name(reader: Reader, site: Site) -> None:
    with Library.open(reader.folder) as library:
        library.feeds.follow(site.put("/feed", rss()), "My NATO")
    reader.sync()
    assert reader.feed.title == "My NATO"


def test_every_item_is_taken_once(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/feed", rss(whole(1))))
    assert reader.sync() == Added(added=1)
    assert reader.sync() == Added()
    site.put("/feed", rss(whole(2), whole(1)))
    assert reader.sync() == Added(added=1)
    assert len(reader.titles) == 2


def test_a_json_feed_is_followed_as_any_other(reader: Reader, site: Site) -> None:
    page = site.put("/2.html", article(2).encode(), Content_Type="text/html; charset=utf-8")
    reader.follow(site.put("/feed", json_feed(whole(1), teaser(2, page))))
    assert reader.sync() == Added(added=2)
    assert reader.sync() == Added()
    assert set(reader.titles) == {named(1), named(2)}


def test_an_item_that_the_user_removed_does_not_come_back(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/feed", rss(whole(1))))
    reader.sync()
    with Library.open(reader.folder) as library, library._writing() as database:
        database.execute("DELETE FROM releases")
    assert reader.sync() == Added()
    assert reader.titles == []


def test_a_text_that_changed_in_the_feed_is_taken_again(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/feed", rss(whole(1))))
    reader.sync()
    changed = whole(1)._replace(text=whole(1).text + "<p>And a new paragraph at its end.</p>")
    site.put("/feed", rss(changed))
    assert sum(1 for count in [reader.sync()] if count != Added()) == 1
    assert reader.sync() == Added()


def test_the_same_release_in_two_feeds_is_one(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/a", rss(whole(1))), site.put("/b", rss(whole(1))))
    assert reader.sync() == Added(added=1, unchanged=1)


def test_a_host_is_asked_only_for_what_is_new(reader: Reader, site: Site) -> None:
    modified = "Tue, 28 May 2024 10:00:00 GMT"
    url = site.put("/feed", rss(whole(1)), ETag='"one"', Last_Modified=modified)
    reader.follow(url)
    reader.sync()
    site.put("/feed", status=304)
    reader.clock.at += timedelta(hours=1)
    assert reader.sync() == Added()
    said = site.asked[-1].headers
    assert (said["If-None-Match"], said["If-Modified-Since"]) == ('"one"', modified)
    assert reader.feed.succeeded == reader.clock.at


def test_a_teaser_gets_its_page(reader: Reader, site: Site) -> None:
    reader.follow(teasers(site, 2, 1))
    assert reader.sync() == Added(added=2)
    assert sorted(site.paths) == ["/1.html", "/2.html", "/feed"]
    assert all(f"This is page {n}." in "".join(reader.bodies) for n in (1, 2))
    assert "Teaser" not in "".join(reader.bodies)
    with Library.open(reader.folder) as library:
        dates = {release.dated and release.dated.start for release in library}
    assert dates == {"2024-05-28"}


def test_the_steps_are_told(reader: Reader, site: Site) -> None:
    reader.follow(teasers(site, 1, 2))
    reader.sync()
    assert [done for done, _ in reader.told] == [1, 2, 3]
    assert reader.told[-1] == (3, 3)


def test_a_sync_that_was_stopped_goes_on_where_it_was(reader: Reader, site: Site) -> None:
    """The feed is not sent again, and its first page is not asked for again."""
    reader.follow(teasers(site, 2, 1))
    whole_page = site.pages["/2.html"]
    site.act("/2.html", lambda handler: send(handler, b"", 503))
    site.put(
        "/feed", rss(teaser(2, site.url + "/2.html"), teaser(1, site.url + "/1.html")), ETag="1"
    )
    assert reader.sync() == Added(added=1)
    assert reader.waiting == [named(2)]
    site.put("/feed", status=304)
    site.act("/2.html", whole_page)
    site.asked.clear()
    assert reader.sync() == Added(added=1)
    assert site.paths == ["/feed", "/2.html"]
    assert reader.waiting == []


def test_the_library_is_left_as_it_is_when_another_program_writes(
    reader: Reader, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.follow(teasers(site, 1))
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with lock.writing(reader.folder, "library"), pytest.raises(LibraryLocked):
        reader.sync()
    assert reader.sync() == Added(added=1)


def test_a_page_that_fails_for_now_waits_and_in_the_end_its_teaser_is_taken(
    reader: Reader, site: Site
) -> None:
    reader.follow(teasers(site, 1))
    site.put("/1.html", status=500)
    for _ in range(4):
        assert reader.sync() == Added()
        assert reader.troubles == [f"{site.url}/1.html: its host is in trouble (500)"]
        assert [one.failed for one in reader.done] == [1]
    assert reader.sync() == Added(added=1)
    assert reader.bodies == ["Teaser 1 of it…"]
    assert [one.failed for one in reader.done] == [0]
    assert reader.done[0].given_up == [f"{site.url}/1.html: its host is in trouble (500)"]
    assert reader.sync() == Added()


@pytest.mark.parametrize(
    ("page", "kind", "words"),
    [
        (b"%PDF-1.7", "application/pdf", "no web page (application/pdf)"),
        (b"", "text/html", "no text found in this page"),
        (b"<p>" + b"x" * (5 << 20), "text/html", "more than 4 MB are no page"),
        (
            article(9).replace("number 9 of the Alliance", "").replace("Allies", "a").encode(),
            "text/html",
            "not the one that the feed speaks of",
        ),
    ],
)
def test_what_is_no_page_of_the_item_is_not_taken_for_it(
    reader: Reader, site: Site, page: bytes, kind: str, words: str
) -> None:
    """Its teaser is all that there is."""
    title = "Ministers discuss munitions stockpiles"
    entry = Entry(title, site.put("/1.html", page, Content_Type=kind), "The ministers met…")
    reader.follow(site.put("/feed", rss(entry)))
    assert reader.sync() == Added(added=1)
    assert reader.bodies == ["The ministers met…"]
    assert words in reader.troubles[0]


def test_an_item_without_page_and_words_is_given_up(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/feed", rss(Entry("Title alone", site.url + "/gone.html"))))
    assert reader.sync() == Added()
    assert reader.troubles == [f"{site.url}/gone.html: not there (404)"]
    assert reader.waiting == []


def test_items_in_the_users_own_network_are_left_alone(
    reader: Reader, public: Site, site: Site
) -> None:
    port = site.url.rpartition(":")[2]
    hosts = ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1"]
    entries = [teaser(n, f"http://{host}:{port}/{n}") for n, host in enumerate(hosts)]
    public.put("/4", status=302, Location=site.url + "/secret")
    reader.follow(public.put("/feed", rss(*entries, teaser(5, public.url + "/4"))))
    assert reader.sync() == Added(added=6)
    assert len(reader.troubles) == 6
    assert all("is in your own network" in trouble for trouble in reader.troubles)
    assert site.asked == []
    assert all(body.startswith("Teaser") for body in reader.bodies)


def test_a_feed_that_the_user_followed_at_home_leads_to_its_own_place_only(
    reader: Reader, site: Site
) -> None:
    reader.follow(teasers(site, 1))
    with serving() as other:
        entries = teaser(1, site.url + "/1.html"), teaser(2, other.url + "/2.html")
        site.put("/feed", rss(*entries))
        assert reader.sync() == Added(added=2)
        assert other.asked == []
    assert "is in your own network" in reader.troubles[0]


def test_a_host_is_asked_for_two_things_at_once_and_no_more(reader: Reader, site: Site) -> None:
    numbers = range(8)
    reader.follow(teasers(site, *numbers))
    at_once, most, two = [0], [0], threading.Event()
    pages = {path: site.pages[path] for path in (f"/{n}.html" for n in numbers)}

    def slowly(handler: Handler) -> None:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        if at_once[0] == 2:
            two.set()
        assert two.wait(SOON)
        at_once[0] -= 1
        pages[handler.path](handler)

    for path in pages:
        site.act(path, slowly)
    assert reader.sync() == Added(added=8)
    assert most == [2]
