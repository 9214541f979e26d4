"""Releases as a book: EPUB 3.3, as https://www.w3.org/TR/epub-33/ has it."""

import hashlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from natoread.exports.hypertext import article, document, said
from natoread_index import Release

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_SOME_TIME = "2000-01-01T00:00:00Z"
"""When a book was last changed: always the same, so that the same releases make the same file."""


def epub(releases: Sequence[Release], title: str) -> bytes:
    """A book with a chapter a release."""
    whole = BytesIO()
    with ZipFile(whole, "w") as book:
        book.writestr(ZipInfo("mimetype"), "application/epub+zip", ZIP_STORED)
        for name, text in _parts(releases, title):
            book.writestr(ZipInfo(name), text, ZIP_DEFLATED)
    return whole.getvalue()


def _parts(releases: Sequence[Release], title: str) -> Iterator[tuple[str, str]]:
    yield "META-INF/container.xml", _CONTAINER
    yield "book.opf", _package(releases, title)
    yield "contents.xhtml", _contents(releases, title)
    for release in releases:
        yield _chapter(release), document(release.title, article(release))


def _chapter(release: Release) -> str:
    return f"r{release.id}.xhtml"


def _package(releases: Sequence[Release], title: str) -> str:
    digest = hashlib.blake2b("".join(each.id for each in releases).encode(), digest_size=16)
    chapters = "".join(
        f'<item id="r{each.id}" href="{_chapter(each)}" media-type="application/xhtml+xml"/>\n'
        for each in releases
    )
    spine = "".join(f'<itemref idref="r{each.id}"/>\n' for each in releases)
    language = releases[0].language if releases else "en"
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">natoread:{digest.hexdigest()}</dc:identifier>
<dc:title>{said(title)}</dc:title>
<dc:language>{said(language)}</dc:language>
<meta property="dcterms:modified">{_SOME_TIME}</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{chapters}</manifest>
<spine>
{spine}</spine>
</package>
"""


def _contents(releases: Sequence[Release], title: str) -> str:
    items = "".join(
        f'<li><a href="{_chapter(each)}">{said(each.title)}</a></li>\n' for each in releases
    )
    nav = (
        f'<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc">\n<h1>{said(title)}</h1>\n'
    )
    return document(title, f"{nav}<ol>\n{items}</ol>\n</nav>\n")
