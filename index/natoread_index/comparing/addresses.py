"""Which addresses are the same page, however they are written."""

import re
from urllib.parse import parse_qsl, urlsplit

_TRACKING = re.compile(r"utm_|fbclid|gclid|mc_|ref$|source$|share", re.IGNORECASE)


def page(url: str | None) -> str | None:
    """Return what names the page of `url`; nothing for a site's front page, which many share."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        asked = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0]))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # no address at all
        return None
    path = parts.path.rstrip("/").removesuffix("/index.html")
    return f"{host}{path}?{asked}" if host and (path or asked) else None
