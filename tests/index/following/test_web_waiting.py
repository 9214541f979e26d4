"""Answers of real servers that don't come, never end, or are cut off."""

import threading
from collections.abc import Callable

import pytest
from tests.index.following.site import (
    IMPATIENT,
    SOON,
    Handler,
    Site,
    get,
    means,
)

from natoread_index.errors import NotFetched, Refused
from natoread_index.following.means import Patience

SMALL = Patience(largest=100_000)


def hang(site: Site, *sent: bytes) -> Callable[[Handler], None]:
    """Send some bytes, and then nothing until the test is over."""

    def act(handler: Handler) -> None:
        for part in sent:
            handler.wfile.write(part)
        assert site.closing.wait(SOON)
        handler.close_connection = True

    return act


HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"


@pytest.mark.parametrize("sent", [(), (b"HTTP/1.1 200",), (HEAD,), (HEAD, b"<rss>")])
def test_a_host_that_falls_silent_is_not_waited_for(site: Site, sent: tuple[bytes, ...]) -> None:
    url = site.act("/feed", hang(site, *sent))
    with pytest.raises(NotFetched, match=r"too slow$"):
        get(url, means(patience=IMPATIENT))


def test_an_answer_that_comes_drop_by_drop_is_not_waited_for(site: Site) -> None:
    def drip(handler: Handler) -> None:
        handler.wfile.write(HEAD)
        while not site.closing.wait(0.02):
            handler.wfile.write(b" ")

    with pytest.raises(NotFetched, match=r"too slow$"):
        get(site.act("/feed", drip), means(patience=Patience(whole=0.3)))


@pytest.mark.parametrize("framing", [b"Content-Length: 99999999999", b"Connection: close"])
def test_an_endless_answer_is_cut(site: Site, framing: bytes) -> None:
    ended = threading.Event()

    def pour(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + framing + b"\r\n\r\n")
        try:
            while True:
                handler.wfile.write(b"<item>" * 1000)
        finally:
            ended.set()

    with pytest.raises(Refused, match="are no feed or page"):
        get(site.act("/feed", pour), means(patience=SMALL))
    assert ended.wait(SOON)


def test_headers_without_end_are_cut(site: Site) -> None:
    def pour(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            handler.wfile.write(b"X-More: and more\r\n" * 1000)

    with pytest.raises(NotFetched, match="ended before its end"):
        get(site.act("/feed", pour))


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\n", HEAD + b"<rss>", b"no HTTP\r\n\r\n"])
def test_an_answer_that_is_cut_off_is_none(site: Site, sent: bytes) -> None:
    def cut(handler: Handler) -> None:
        handler.wfile.write(sent)
        handler.close_connection = True

    with pytest.raises(NotFetched, match="ended before its end"):
        get(site.act("/feed", cut))
