"""Asking as hosts would have it: pauses, robots.txt, other tries, and rest."""

from collections.abc import Callable

import pytest
from tests.index.following.reader import Reader, teasers
from tests.index.following.site import Handler, Site, send

from natoread_index import Added


def trouble(status: int, **headers: str) -> Callable[[Handler], None]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def act(handler: Handler) -> None:
        send(handler, b"", status, named)

    return act


def test_there_is_a_pause_between_two_pages_of_a_host(reader: Reader, site: Site) -> None:
    reader.follow(teasers(site, 1, 2, 3))
    reader.sync()
    assert reader.clock.slept == [0.5, 1.0]  # from the first on, all at the same moment


@pytest.mark.parametrize(("said", "pause"), [("5", 5), ("600", 30), ("soon", 0.5), ("0", 0.5)])
def test_a_host_may_want_a_longer_pause(
    reader: Reader, site: Site, said: str, pause: float
) -> None:
    site.put("/robots.txt", f"User-agent: *\nCrawl-delay: {said}\n")
    reader.follow(teasers(site, 1, 2))
    reader.sync()
    assert reader.clock.slept == [pause]


@pytest.mark.parametrize(
    ("rules", "taken"),
    [
        ("User-agent: *\nDisallow: /2", ["/1.html"]),
        ("User-agent: natoread\nDisallow: /\n\nUser-agent: *\nAllow: /", []),
        ("User-agent: natoread\nAllow: /\n\nUser-agent: *\nDisallow: /", ["/1.html", "/2.html"]),
        ("User-agent: other\nDisallow: /", ["/1.html", "/2.html"]),
        ("\x00 no rules at all \xff", ["/1.html", "/2.html"]),
    ],
)
def test_pages_that_robots_are_to_leave_alone_are_left_alone(
    reader: Reader, site: Site, rules: str, taken: list[str]
) -> None:
    """What the feed itself says of them is taken."""
    site.put("/robots.txt", rules)
    reader.follow(teasers(site, 1, 2))
    assert reader.sync() == Added(added=2)
    assert sorted(site.paths[1:]) == taken
    assert len(reader.troubles) == 2 - len(taken)
    assert all("leave it alone" in each for each in reader.troubles)


def test_a_feed_is_fetched_whatever_robots_are_told(reader: Reader, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /feed")
    reader.follow(teasers(site, 1))
    assert reader.sync() == Added(added=1)


def test_a_site_is_asked_once_what_robots_may(reader: Reader, site: Site) -> None:
    reader.follow(teasers(site, 1, 2, 3))
    reader.sync()
    assert [asked.path for asked in site.asked].count("/robots.txt") == 1


def test_a_site_that_can_not_say_it_now_is_asked_another_time(reader: Reader, site: Site) -> None:
    site.put("/robots.txt", status=500)
    reader.follow(teasers(site, 1, 2))
    assert reader.sync() == Added()
    assert [asked.path for asked in site.asked].count("/robots.txt") == 3
    assert reader.waiting == [
        "Release number 2 of the Alliance",
        "Release number 1 of the Alliance",
    ]
    site.put("/robots.txt", status=404)
    assert reader.sync() == Added(added=2)


def test_what_fails_is_tried_again_after_a_while(reader: Reader, site: Site) -> None:
    url = teasers(site)
    feed = site.pages["/feed"]
    site.send_in_turn("/feed", trouble(500), trouble(502), feed)
    reader.follow(url)
    reader.sync()
    assert reader.troubles == []
    assert reader.clock.slept == [1.0, 4.0]


def test_in_the_end_it_is_left_for_another_time(reader: Reader, site: Site) -> None:
    reader.follow(site.put("/feed", status=500))
    reader.sync()
    assert reader.troubles == [f"{site.url}/feed: its host is in trouble (500)"]
    assert len(site.paths) == 3


@pytest.mark.parametrize("status", [400, 403, 404, 410])
def test_what_will_not_get_better_is_not_tried_again(
    reader: Reader, site: Site, status: int
) -> None:
    reader.follow(site.put("/feed", status=status))
    reader.sync()
    assert (site.paths, reader.clock.slept) == (["/feed"], [])


def test_a_short_rest_is_waited_for(reader: Reader, site: Site) -> None:
    url = teasers(site)
    site.send_in_turn("/feed", trouble(429, Retry_After="7"), site.pages["/feed"])
    reader.follow(url)
    reader.sync()
    assert (reader.troubles, reader.clock.slept) == ([], [7.0])


def test_a_host_that_wants_a_long_rest_gets_it_at_once(reader: Reader, site: Site) -> None:
    """No other page is asked for, and those that wait don't lose a try."""
    reader.follow(teasers(site, *range(6)))
    for n in range(6):
        site.put(f"/{n}.html", status=429, Retry_After="3600")
    for _ in range(6):
        assert reader.sync() == Added()
        assert len(reader.waiting) == 6
        assert all("no request for" in each for each in reader.troubles)
    assert len([path for path in site.paths if path != "/feed"]) <= 2 * 6  # two at once
