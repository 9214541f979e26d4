"""Pages that a browser saved with their pictures in one file."""

import pytest

from natoread_index.errors import Unreadable
from natoread_index.reading.mhtml import saved
from natoread_index.reading.pages import page

ARCHIVE = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://www.ports.example/2024/05/28/anchors
Subject: =?utf-8?Q?Anchors=20counted?=
Date: Tue, 28 May 2024 12:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://www.ports.example/logo.png

iVBORw0KGgo=
------x
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.ports.example/2024/05/28/anchors

<html><head><title>Anchors counted at Aland</title></head><body><p>The anchors of =C5land were=
 counted again, and =93none=94 is missing, said the master of the harbour on that day.</p></body>
------x
Content-Type: text/html

<p>An advertisement in a frame</p>
------x--
"""


def test_a_web_archive_is_its_page() -> None:
    html, url = saved(ARCHIVE)
    release = page(html, url=url)
    assert release.title == "Anchors counted at Aland"
    assert release.body.startswith("The anchors of Åland were counted again, and “none” is missing")
    assert release.url == "https://www.ports.example/2024/05/28/anchors"
    assert release.dated
    assert release.dated.start == "2024-05-28"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        ARCHIVE.replace(b"text/html", b"text/css"),
        ARCHIVE[:300],
        b"Content-Type: multipart/related\n\nno boundary",
        b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!",
    ],
)
def test_an_archive_without_a_page_is_named(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"saved\.mhtml: a web archive without a page"):
        saved(data, "saved.mhtml")


def test_an_archive_of_parts_without_end_is_said() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(9_000)
    )
    with pytest.raises(Unreadable, match=r"a\.mht"):
        saved(deep, "a.mht")
