"""Feeds that are gone, late, broken or hostile: each is told, and none takes the others along."""

from datetime import timedelta
from itertools import pairwise

import pytest
from tests.index.following.made_feeds import article, json_feed, named, rss, whole
from tests.index.following.reader import Reader, teasers
from tests.index.following.site import NOON, Handler, Site

from natoread_index import Added, Library
from natoread_index.errors import Unreached


def test_a_feed_that_is_gone_is_asked_no_more(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/feed", status=410))
    reader.sync()
    assert reader.troubles == [f"{site.url}/feed: gone for good (410)"]
    assert reader.feed.gone
    reader.sync()
    assert (reader.done, site.paths) == ([], ["/feed"])
    reader.follow(site.put("/feed", rss(whole(1))))
    assert reader.sync() == Added(added=1)


def test_a_feed_that_is_not_there_is_asked_again(reader: Reader, site: Site) -> None:
    reader.follow(site.url + "/feed")
    reader.sync()
    assert reader.feed.error == f"{site.url}/feed: not there (404)"
    assert (reader.feed.failed, reader.feed.succeeded) == (NOON, None)
    site.put("/feed", rss(whole(1)))
    assert reader.sync() == Added(added=1)
    assert reader.feed.error is None


def test_a_feed_that_asks_for_patience_gets_it(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/feed", status=429, Retry_After="3600"))
    reader.sync()
    reader.clock.at += timedelta(minutes=59)
    reader.sync()
    assert site.paths == ["/feed"]
    assert reader.troubles == [f"{site.url}/feed: its host wants no request for 60 s"]
    reader.clock.at += timedelta(minutes=1)
    site.put("/feed", rss(whole(1)))
    assert reader.sync() == Added(added=1)
    assert reader.feed.until is None


def test_one_feed_that_fails_leaves_the_others_alone(reader: Reader, site: Site) -> None:
    reader.follow(
        site.put("/page", "<html><p>Hello"),
        site.put("/good", rss(whole(1))),
        "http://nobody.invalid/feed",
        site.put("/bomb", '<!DOCTYPE r [<!ENTITY a "aaaa">]><rss><channel>&a;'),
    )
    assert reader.sync() == Added(added=1)
    first, second, third, fourth = reader.done
    assert first.error == f"{site.url}/page: no RSS, Atom or JSON feed"
    assert second.error is None
    assert "no such host" in str(third.error)
    assert fourth.error is not None


def test_a_web_page_that_names_its_feed_is_no_feed_but_a_hint(reader: Reader, site: Site) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">'
    reader.follow(site.put("/", f"<html><head>{link}</head><body>Hello</body></html>"))
    reader.sync()
    assert reader.troubles == [f"{site.url}/: a web page, whose feed is {site.url}/rss?a=1&b=2"]


@pytest.mark.parametrize("href", ["http://[", "mailto:a@b.example"])
def test_a_web_page_may_name_a_feed_that_is_nowhere(reader: Reader, site: Site, href: str) -> None:
    link = f'<link rel="alternate" type="application/rss+xml" href="{href}">'
    reader.follow(site.put("/", f"<html><head>{link}</head></html>"))
    reader.sync()
    assert reader.troubles == [f"{site.url}/: no RSS, Atom or JSON feed"]


@pytest.mark.parametrize(
    "feed", [rss(whole(1), whole(2)).encode(), json_feed(whole(1), whole(2)).encode()]
)
def test_a_feed_that_ends_before_its_end_is_no_feed(
    reader: Reader, site: Site, feed: bytes
) -> None:
    """Nothing of it is taken, and so nothing half."""

    def cut(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        handler.wfile.write(feed[:-150])
        handler.close_connection = True

    reader.follow(site.act("/feed", cut))
    assert reader.sync() == Added()
    assert reader.troubles == [f"{site.url}/feed: the feed ended before its end"]
    site.put("/feed", rss(whole(1), whole(2)))
    assert reader.sync() == Added(added=2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<item>", "<item><b>"),
        ("&lt;p&gt;The", "&nbsp;&bogus; & < The"),
        ("<channel>", "<channel>\x01\x0b"),
        ('encoding="utf-8"', 'encoding="us-ascii"'),
        ('encoding="utf-8"', 'encoding="no-such-encoding"'),
    ],
)
def test_malformed_feeds_are_read_as_far_as_they_can_be(
    reader: Reader, site: Site, old: str, new: str
) -> None:
    reader.follow(site.put("/feed", rss(whole(1)).replace(old, new)))
    reader.sync()
    assert reader.titles == [named(1)]


@pytest.mark.parametrize("said", ["utf-8", "iso-8859-1", "us-ascii", "no-such-charset"])
def test_a_wrong_charset_spoils_no_letter(reader: Reader, site: Site, said: str) -> None:
    title = "Geoană meets “partners” in Chișinău"
    kind = f"text/xml; charset={said}"
    reader.follow(
        site.put("/utf8", rss(whole(1)._replace(title=title)), Content_Type=kind),
        site.put(
            "/cp1252",
            rss(whole(2)._replace(title="“Café”")).replace("utf-8", said).encode("cp1252"),
            Content_Type=kind,
        ),
    )
    reader.sync()
    assert sorted(reader.titles) == sorted([title, "“Café”"])


@pytest.mark.parametrize("said", ["utf-8", "iso-8859-1", "no-such-charset"])
@pytest.mark.parametrize("really", ["utf-8", "cp1252"])
def test_a_wrong_charset_spoils_no_letter_of_a_page(
    reader: Reader, site: Site, said: str, really: str
) -> None:
    url = teasers(site, 1)
    page = article(1).replace("This is page 1.", "“Café” is page 1.").encode(really)
    site.put("/1.html", page, Content_Type=f'text/html; charset="{said}"')
    reader.follow(url)
    reader.sync()
    assert "“Café” is page 1." in reader.bodies[0]


def test_entities_that_grow_without_end_do_not_grow(reader: Reader, site: Site) -> None:
    names = "abcdefghij"
    grow = "".join(f'<!ENTITY {big} "{f"&{small};" * 10}">' for small, big in pairwise(names))
    outer = '<!ENTITY secret SYSTEM "file:///etc/passwd">'
    bomb = f'<!DOCTYPE rss [<!ENTITY a "boom">{grow}{outer}]><rss version="2.0">'
    text = rss(whole(1)._replace(title="Title &j; &secret;"))
    reader.follow(
        site.put("/feed", bomb + text.partition("<rss ")[2].partition(">")[2].replace("&amp;", "&"))
    )
    reader.sync()
    assert all(len(title) < 100 and "root:" not in title for title in reader.titles)


def test_offline_nothing_is_changed(reader: Reader) -> None:
    reader.follow("http://a.invalid/feed", "http://b.invalid/feed")
    before = (reader.folder / "library.db").read_bytes()
    with pytest.raises(Unreached, match=r"^Offline\? All 2 feeds could not be reached \(a\.inv"):
        reader.sync()
    assert (reader.folder / "library.db").read_bytes() == before
    assert reader.done == []


def test_one_feed_that_has_no_host_any_more_is_noted_when_another_answers(
    reader: Reader, site: Site
) -> None:
    reader.follow("http://a.invalid/feed", site.put("/feed", rss(whole(1))))
    assert reader.sync() == Added(added=1)
    assert "no such host" in str(reader.done[0].error)
    with Library.open(reader.folder) as library:
        assert [feed.failed for feed in library.feeds] == [NOON, None]
