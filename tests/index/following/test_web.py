"""One request, against a real server: redirects, packing, limits, and all that servers do wrong."""

import gzip
import zlib
from dataclasses import replace

import pytest
from tests.index.following.site import (
    NOON,
    Site,
    get,
    means,
    send,
    serving,
)

from natoread_index.errors import Gone, NotFetched, Postponed, Refused, Unreached
from natoread_index.following.means import Patience
from natoread_index.following.proxies import Proxies
from natoread_index.following.web import conditions

SMALL = Patience(largest=100_000)


def test_an_answer_is_fetched_with_where_it_was_found(site: Site) -> None:
    url = site.put("/feed?x=1", "<rss/>", Content_Type="text/xml")
    answer = get(url)
    assert (answer.url, answer.status, answer.data) == (url, 200, b"<rss/>")
    assert answer.headers["content-type"] == "text/xml"


def test_natoread_says_who_it_is(site: Site) -> None:
    get(site.put("/feed"))
    said = site.asked[0].headers
    assert said["User-Agent"].startswith("natoread/")
    assert said["Accept-Encoding"] == "gzip"
    assert said["Host"] == site.url.removeprefix("http://")


def test_a_fragment_is_not_sent(site: Site) -> None:
    assert get(site.put("/feed", "x") + "#top").data == b"x"


def test_a_password_in_the_address_is_given_to_its_host(site: Site) -> None:
    get(site.put("/feed").replace("//", "//me:secret@"))
    assert site.asked[0].headers["Authorization"].startswith("Basic ")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("whole", [True, False])
def test_redirects_are_followed(site: Site, status: int, whole: bool) -> None:
    end = site.put("/end", "found")
    site.put("/begin", status=status, Location=end if whole else "/end")
    answer = get(site.url + "/begin")
    assert (answer.url, answer.data) == (end, b"found")


def test_a_redirect_to_another_host_takes_no_password_along(public: Site) -> None:
    end = public.put("/end", "found").replace("127.0.0.2", "two.example")
    begin = public.put("/begin", status=302, Location=end).replace("//", "//me:secret@")
    given = replace(means(), resolve=lambda *_: ["127.0.0.2"])
    assert get(begin, given).data == b"found"
    assert ["Authorization" in asked.headers for asked in public.asked] == [True, False]


def test_redirects_in_a_circle_end(site: Site) -> None:
    url = site.put("/a", status=302, Location="/b")
    site.put("/b", status=302, Location="/a")
    with pytest.raises(Refused, match="from address to address without end"):
        get(url)
    assert len(site.asked) == 6


@pytest.mark.parametrize("parts", [[b"one feed"], [b"one ", b"", b"feed"]])
def test_what_is_packed_is_unpacked(site: Site, parts: list[bytes]) -> None:
    packed = b"".join(map(gzip.compress, parts))
    assert get(site.put("/feed", packed, Content_Encoding="gzip")).data == b"one feed"


def test_a_small_answer_that_unpacks_to_a_giant_is_refused(site: Site) -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    url = site.put("/feed", bomb, Content_Encoding="gzip")
    with pytest.raises(Refused, match="more than 16 MB"):
        get(url)


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "deflate"])
def test_packing_that_nobody_asked_for_is_refused(site: Site, coding: str) -> None:
    url = site.put("/feed", zlib.compress(b"x"), Content_Encoding=coding)
    with pytest.raises(Refused, match="nobody asked for"):
        get(url)


def test_damaged_packing_is_told(site: Site) -> None:
    url = site.put("/feed", b"no gzip at all", Content_Encoding="gzip")
    with pytest.raises(NotFetched, match="damaged on its way"):
        get(url)


def test_packed_bytes_that_end_too_early_are_no_answer(site: Site) -> None:
    url = site.put("/feed", gzip.compress(b"much" * 1000)[:-9], Content_Encoding="gzip")
    with pytest.raises(NotFetched, match="ended before its end"):
        get(url)


def test_nothing_new_is_no_error_where_that_was_the_question(site: Site) -> None:
    url = site.put("/feed", status=304)
    headers = dict(conditions('"abc"', "Tue, 28 May 2024 12:00:00 GMT"))
    assert get(url, None, None, **headers).status == 304
    said = site.asked[0].headers
    assert (said["If-None-Match"], said["If-Modified-Since"]) == tuple(headers.values())
    with pytest.raises(NotFetched):
        get(url)
    assert dict(conditions(None, None)) == {}


@pytest.mark.parametrize(
    ("status", "trouble", "words"),
    [
        (400, Refused, "refused (400)"),
        (401, Refused, "asks for a password (401)"),
        (403, Refused, "not allowed (403)"),
        (404, Refused, "not there (404)"),
        (408, NotFetched, "its host is in trouble (408)"),
        (410, Gone, "gone for good (410)"),
        (451, Refused, "forbidden by law (451)"),
        (500, NotFetched, "its host is in trouble (500)"),
        (503, NotFetched, "its host is in trouble (503)"),
        (302, NotFetched, "its host is in trouble (302)"),
    ],
)
def test_other_statuses_are_sentences(
    site: Site, status: int, trouble: type[NotFetched], words: str
) -> None:
    url = site.put("/feed", "<rss/>", status)
    with pytest.raises(NotFetched) as raised:
        get(url)
    assert type(raised.value) is trouble
    assert str(raised.value) == f"{url}: {words}"


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7),
        ("7200", 7200),
        ("Tue, 28 May 2024 12:01:00 GMT", 60),
        ("Tue, 28 May 2024 11:00:00 GMT", 0),
        ("-5", 0),
        ("99999999999", 86_400),
        ("nan", 300),
        ("when we feel like it", 300),
    ],
)
def test_a_host_may_want_to_be_left_alone(
    site: Site, status: int, said: str, seconds: float
) -> None:
    url = site.put("/feed", status=status, Retry_After=said)
    with pytest.raises(Postponed) as raised:
        get(url)
    assert raised.value.seconds == seconds


def test_too_many_requests_without_a_time_means_minutes(site: Site) -> None:
    with pytest.raises(Postponed, match=r"wants no request for 5 min$"):
        get(site.put("/feed", status=429))


def test_a_host_without_a_server_is_there_but_takes_no_connection() -> None:
    with serving() as site:
        url = site.put("/feed")
    with pytest.raises(NotFetched, match="takes no connection") as raised:
        get(url)
    assert not isinstance(raised.value, Unreached)


def test_a_host_to_which_there_is_no_way_is_unreached() -> None:
    with pytest.raises(Unreached, match="no such host"):
        get("http://nobody.invalid/feed")
    with pytest.raises(Unreached, match="no way to its host"):
        get(
            "http://nato.example/feed",
            replace(means(), resolve=lambda *_: ["255.255.255.255"]),
            own="http://nato.example/",
        )


def test_a_server_that_speaks_no_tls_is_told(site: Site) -> None:
    with pytest.raises(NotFetched, match="no secure connection"):
        get(site.put("/feed").replace("http:", "https:"))


def test_a_proxy_is_asked_for_all_but_the_hosts_that_need_none(site: Site) -> None:
    given = means(proxies=Proxies({"http": site.url, "no": "127.0.0.1"}))
    site.act("http://nato.example/feed", lambda handler: send(handler, b"by proxy"))
    assert get("http://nato.example/feed", given).data == b"by proxy"
    assert get(site.put("/feed", "direct"), given).data == b"direct"


def test_a_proxy_is_not_asked_for_what_is_at_home(site: Site) -> None:
    given = means(proxies=Proxies({"all": site.url}))
    for secret in ("http://localhost/", "http://10.0.0.1/", "http://[::1]/"):
        with pytest.raises(Refused, match="in your own network"):
            get(secret, given, own="http://nato.example/")
    assert site.asked == []


@pytest.mark.parametrize("proxy", ["gopher://proxy.example:70", "socks5h://[::1"])
def test_a_proxy_that_can_not_be_used_is_told(proxy: str) -> None:
    with pytest.raises(NotFetched):
        get("http://nato.example/feed", means(proxies=Proxies({"http": proxy})))


def test_the_clock_of_these_tests_stands_at_noon() -> None:
    assert means().now() == NOON
