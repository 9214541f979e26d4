"""The proxies that this machine is set up with."""

from natoread_index.following.proxies import Proxies


def proxies() -> Proxies:
    """Those of the usual variables (`https_proxy`, `no_proxy` …), or of the system's settings."""
    from urllib.request import getproxies  # takes 30 ms, for those who fetch alone

    return Proxies(getproxies())
