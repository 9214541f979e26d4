"""Which addresses a feed may lead to, and that nothing else is ever connected to."""

import asyncio
import socket
import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.index.following.site import SOON, Site, get, means

from natoread_index.errors import NotFetched, Refused, Unreached
from natoread_index.following.addresses import Place, checked, is_ours, is_public, resolved


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"]
)
def test_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2001:db8::1",
        "no address",
    ],
)
def test_machines_and_networks_at_home_are_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "localhost.", "127.0.0.1", "::1"])
def test_some_hosts_are_at_home_by_their_names(host: str) -> None:
    assert is_ours(host)
    assert not is_ours("nato.example")


@pytest.mark.parametrize(
    ("own", "is_same"),
    [
        (Place("a.example", 443), True),
        (Place("a.example", 80), True),
        (Place("a.example", 8080), False),
        (Place("b.example", 443), False),
        (None, False),
    ],
)
def test_a_place_is_the_same_by_http_and_by_https(own: Place | None, is_same: bool) -> None:
    assert Place("a.example", 443).is_of(own) is is_same


def home(_host: str, _port: int) -> Sequence[str]:
    return ["93.184.216.34", "10.0.0.1"]


def test_a_name_of_which_one_address_is_at_home_is_refused() -> None:
    with pytest.raises(Refused, match=r"^intranet\.example is in your own network"):
        asyncio.run(checked(Place("intranet.example", 80), None, home))


def test_the_user_may_follow_a_feed_at_home_and_only_there() -> None:
    own = Place("intranet.example", 80)
    assert asyncio.run(checked(own, own, home)) == ["93.184.216.34", "10.0.0.1"]
    with pytest.raises(Refused):
        asyncio.run(checked(Place("intranet.example", 6379), own, home))


def test_a_name_that_nobody_has_is_told() -> None:
    with pytest.raises(Unreached, match=r"^nobody\.invalid: no such host"):
        asyncio.run(checked(Place("nobody.invalid", 80), None, resolved))
    with pytest.raises(Unreached, match=r"no such host$"):
        asyncio.run(checked(Place("x" * 70, 80), None, resolved))


def test_whoever_gives_up_does_not_wait_for_a_name() -> None:
    gate, asked = threading.Event(), threading.Event()

    def slow(_host: str, _port: int) -> Sequence[str]:
        asked.set()
        assert gate.wait(SOON)
        return []

    async def give_up() -> None:
        waiting = asyncio.ensure_future(checked(Place("slow.example", 80), None, slow))
        await asyncio.to_thread(asked.wait, SOON)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(give_up())
    gate.set()


def test_a_name_means_what_it_meant_when_it_was_checked(public: Site, site: Site) -> None:
    """A host may tell another address a moment later, one at home (DNS rebinding)."""
    port = int(public.url.rpartition(":")[2])
    public.put("/feed", "from the internet")
    told: list[str] = []

    def rebinding(_host: str, _port: int) -> Sequence[str]:
        told.append("127.0.0.1" if told else "127.0.0.2")
        return [told[-1]]

    given = replace(means(), resolve=rebinding)
    own = "http://other.example/"
    assert get(f"http://evil.example:{port}/feed", given, own).data == b"from the internet"
    assert told == ["127.0.0.2"]
    assert public.asked[0].headers["Host"] == f"evil.example:{port}"
    with pytest.raises(Refused):
        get(f"http://evil.example:{port}/feed", given, own)
    assert site.asked == []


def test_the_next_address_is_taken_where_nobody_answers_at_the_first(public: Site) -> None:
    url = public.put("/feed", "found").replace("127.0.0.2", "two.example")
    with socket.socket() as silent:
        silent.bind(("127.0.0.3", int(public.url.rpartition(":")[2])))
        given = replace(means(), resolve=lambda *_: ["127.0.0.3", "127.0.0.2"])
        assert get(url, given).data == b"found"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://0:{port}/",
        "http://10.0.0.1/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
@pytest.mark.parametrize("leads", [False, True])
def test_no_public_feed_leads_into_the_users_network(
    public: Site, site: Site, address: str, leads: bool
) -> None:
    """Neither by an item's address nor by a redirect."""
    secret = address.format(port=site.url.rpartition(":")[2])
    public.put("/item", status=302, Location=secret)
    with pytest.raises(Refused, match="in your own network"):
        get(public.url + "/item" if leads else secret, own=public.url)
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://nato.example/",
        "http://",
        "gopher://x/",
        "http://x:y/",
        "//",
        "x",
    ],
)
@pytest.mark.parametrize("leads", [False, True])
def test_only_the_web_is_asked(public: Site, address: str, leads: bool) -> None:
    public.put("/item", status=302, Location=address if "://" in address else f"bad:{address}")
    with pytest.raises(NotFetched):
        get(public.url + "/item" if leads else address, own=public.url)
    assert set(public.paths) == ({"/item"} if leads else set())
