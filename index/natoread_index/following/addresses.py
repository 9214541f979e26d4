"""Which addresses may be asked: those of the internet, and of the feed that the user followed.

A feed is written by strangers, and so are the addresses of its items. None of them may lead into
the network of the user, where a request can do harm.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import NamedTuple

from natoread_index.errors import Refused, Unreached

Resolve = Callable[[str, int], Sequence[str]]
"""Finds the addresses of a host by its name and a port; may take long, and raise `OSError`."""


class Place(NamedTuple):
    """A host and a port."""

    host: str
    port: int

    def is_of(self, own: Place | None) -> bool:
        """Tell whether this is the place `own`, by http or https."""
        if own is None or self.host != own.host:
            return False
        return self.port == own.port or {self.port, own.port} == _WEB


_WEB = {80, 443}
_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses for IPv4 ones, which stand in their last four bytes (RFC 6052)."""


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the internet, not of a machine or a network at home."""
    try:
        ip = _innermost(ip_address(address))
    except ValueError:
        return False
    is_of_a_site = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or is_of_a_site)


def _innermost(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 one stands for, if it does."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _TRANSLATED:
        return IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped or ip.sixtofour or ip


def is_ours(host: str) -> bool:
    """Tell by its name alone whether a host is in the user's own network."""
    if host.rstrip(".").endswith("localhost"):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return not is_public(host)


async def checked(place: Place, own: Place | None, resolve: Resolve) -> Sequence[str]:
    """Return the IP addresses to connect to for a place; `own` is one that the user named.

    Whoever connects must take one of these, not the name, which may mean another a moment later.
    Raises `Unreached` for a name that nobody has, and `Refused` for addresses at home.
    """
    try:
        addresses = await _in_a_thread(resolve, place)
    except (OSError, UnicodeError) as trouble:
        raise Unreached(f"{place.host}: {_reason(trouble)}") from trouble
    if place.is_of(own) or all(map(is_public, addresses)):
        return addresses
    raise Refused(f"{place.host} is in your own network, where no feed may lead")


def resolved(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


async def _in_a_thread(resolve: Resolve, place: Place) -> Sequence[str]:
    """Resolve without holding up anything, not even the end of the program."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()

    def work() -> None:
        found: Sequence[str] | Exception
        try:
            found = resolve(*place)
        except (OSError, UnicodeError) as trouble:
            found = trouble
        with suppress(RuntimeError):  # nobody waits any more, the loop is closed
            loop.call_soon_threadsafe(_settle, answer, found)

    threading.Thread(target=work, daemon=True).start()
    return await answer


def _settle(answer: asyncio.Future[Sequence[str]], found: Sequence[str] | Exception) -> None:
    if answer.cancelled():
        return
    if isinstance(found, Exception):
        answer.set_exception(found)
    else:
        answer.set_result(found)


def _reason(trouble: OSError | UnicodeError) -> str:
    named = isinstance(trouble, OSError) and trouble.strerror
    return f"no such host ({named})" if named else "no such host"
