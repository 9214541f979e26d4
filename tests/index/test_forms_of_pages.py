"""Saved pages and mail through the one way in."""

from io import BytesIO

import pytest
from tests.index.test_mail import FIRST, HTML, message
from tests.index.test_mhtml import ARCHIVE

from natoread_index.errors import Unreadable
from natoread_index.reading.documents import documents


def titles(data: bytes, name: str = "anything", skip: int = 0) -> list[str]:
    """The titles of the releases in a file."""
    files = documents(BytesIO(data), name)
    return [release.title for document in files for release in document.releases(skip)]


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (message(FIRST), "Anchors counted at Oulu"),
        (message("", HTML), "Anchors counted at Oulu"),
        (b"From a@b Wed May 29 08:15:00 2024\n" + message(FIRST), "Anchors counted at Oulu"),
        (ARCHIVE, "Anchors counted at Aland"),
        (f"<html><title>Anchors!</title><p>{FIRST}</p>".encode(), "Anchors!"),
    ],
)
def test_pages_and_mail_are_known_by_their_bytes(data: bytes, title: str) -> None:
    assert titles(data) == [title]
    assert titles(data, skip=1) == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (message(""), "no message with a subject and a text"),
        (ARCHIVE.replace(b"text/html", b"text/css"), "a web archive without a page in it"),
        (b"<html><body><script>1</script>", "a page without a title or without a text"),
    ],
)
def test_what_holds_no_release_is_named_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=f"^saved: {why}"):
        titles(data, "saved")
