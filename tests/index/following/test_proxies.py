"""Which requests take a proxy."""

import pytest

from natoread_index.following.proxies import Proxies

PROXY = "http://proxy.example:3128"


@pytest.mark.parametrize(
    ("named", "way"),
    [
        ({}, None),
        ({"https": PROXY}, PROXY),
        ({"http": PROXY}, None),
        ({"all": PROXY}, PROXY),
        ({"https": "proxy.example:3128"}, PROXY),
        ({"https": PROXY, "all": "http://other.example"}, PROXY),
    ],
)
def test_a_proxy_serves_a_scheme_or_all(named: dict[str, str], way: str | None) -> None:
    assert Proxies(named).way("https", "www.nato.example") == way


@pytest.mark.parametrize(
    ("host", "no", "is_direct"),
    [
        ("nato.example", "nato.example", True),
        ("www.nato.example", "nato.example", True),
        ("www.nato.example", "other.example, .nato.example", True),
        ("www.nato.example", "*.nato.example", True),
        ("www.nato.example", "NATO.example", True),
        ("notnato.example", "nato.example", False),
        ("nato.example", "www.nato.example", False),
        ("nato.example", "*", True),
        ("nato.example", "", False),
        ("nato.example", " , ", False),
        ("10.1.2.3", "10.0.0.0/8", True),
        ("11.1.2.3", "10.0.0.0/8", False),
        ("10.1.2.3", "10.1.2.3", True),
        ("::1", "::1", True),
        ("nato.example", "10.0.0.0/8", False),
    ],
)
def test_some_hosts_need_none(host: str, no: str, is_direct: bool) -> None:
    way = Proxies({"https": PROXY, "no": no}).way("https", host)
    assert way == (None if is_direct else PROXY)
