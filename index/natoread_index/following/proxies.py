"""Which way out of the user's network, if there is one that all requests must take."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network


@dataclass(frozen=True, slots=True)
class Proxies:
    """Proxies by scheme (`http`, `https`, or `all`), and in `no` the hosts that need none.

    That is what `urllib.request.getproxies` returns: hosts are names that stand for all below them,
    addresses, networks, or `*` for every one, with commas between.
    """

    by_scheme: Mapping[str, str] = field(default_factory=dict)

    def way(self, scheme: str, host: str) -> str | None:
        """Return the proxy for a host, if it takes one; one without a scheme talks HTTP."""
        if any(_is_in(host, each.strip()) for each in self.by_scheme.get("no", "").split(",")):
            return None
        proxy = self.by_scheme.get(scheme) or self.by_scheme.get("all")
        return proxy if not proxy or "://" in proxy else f"http://{proxy}"


def _is_in(host: str, named: str) -> bool:
    """Tell whether a host is one of those that `named` stands for."""
    if named == "*":
        return True
    with suppress(ValueError):
        return ip_address(host) in ip_network(named, strict=False)
    name = named.lower().removeprefix("*").strip(".")
    return bool(name) and f".{host}".endswith(f".{name}")
