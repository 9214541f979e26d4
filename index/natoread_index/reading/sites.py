"""Addresses as strangers write them: which lead to the web, and to whose site."""

from urllib.parse import urljoin, urlsplit


def web_address(link: str, base: str | None = None) -> str | None:
    """Return where a link on the page `base` leads; nothing if that is no place on the web."""
    try:
        whole = urljoin(base or "", link.strip())
        parts = urlsplit(whole)
    except ValueError:  # as for http://[
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname else None


def host_of(url: str | None) -> str:
    """Return the host of a web address, without "www."; empty for none."""
    return (urlsplit(url or "").hostname or "").removeprefix("www.")
