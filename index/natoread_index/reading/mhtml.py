"""Pages that a browser saved with all that they show in one file (.mhtml)."""

from typing import NamedTuple

from natoread_index.errors import Unreadable
from natoread_index.reading.mail import parsed
from natoread_index.reading.pages import decoded


class Saved(NamedTuple):
    """A page as a browser saved it, and where it was."""

    html: str
    url: str | None


def saved(data: bytes, where: str = "page") -> Saved:
    """Return the page that a web archive was made for: its first part that is HTML.

    Raises `Unreadable` for a file without one, or one that can't be taken apart.
    """
    archive = parsed(data, where)
    for part in archive.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() in _PAGES and isinstance(content, bytes) and content.strip():
            url = archive["Snapshot-Content-Location"] or part["Content-Location"]
            return Saved(decoded(content, part.get_content_charset()), str(url) if url else None)
    raise Unreadable(f"{where}: a web archive without a page in it")


_PAGES = ("text/html", "application/xhtml+xml")
