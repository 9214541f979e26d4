"""Any file to its releases: each form is known by what is in it, whatever it is called."""

import gzip
import io
import json
from collections.abc import Iterable

import pytest
from tests.index.reading.files import (
    FEED,
    PACK,
    PAGE,
    RECORD,
    as_bytes,
    csv_of,
    tarred,
    titles,
    told,
    zipped,
)

from natoread_index import Fields, Unreadable, documents
from natoread_index.reading.streams import OneWay, buffered

MESSAGE = (
    "Subject: Allies meet in Brussels\nDate: Tue, 28 May 2024 10:00:00 +0000\n"
    "Content-Type: text/plain\n\nThey met, and they agreed on more.\n"
)
ARCHIVE = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/1\n"
    "Subject: Allies meet\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
    '\ttype="text/html";\n\tboundary="x"\n\n\n'
    f"--x\nContent-Type: text/html\nContent-Location: https://example.org/1\n\n{PAGE}\n--x--\n"
)

FORMS: dict[str, str | bytes] = {
    "a pack": PACK,
    "a pack in UTF-16": PACK.encode("utf-16"),
    "a pack with old line ends": PACK.replace("\n", "\r"),
    "a page": PAGE,
    "a page after a comment": f"<!-- saved from url=(0021)https://example.org/1 -->\n{PAGE}",
    "a page as XHTML": f'<?xml version="1.0" encoding="utf-8"?>\n{PAGE}',
    "a feed": FEED,
    "a message": f"From: NATO <press@nato.int>\n{MESSAGE}",
    "a message with much above": f"Received: from x\n by y\nX-Mailer: z\n{MESSAGE}",
    "a mailbox": f"From press@nato.int Tue May 28 10:00:00 2024\nFrom: NATO <a@b.int>\n{MESSAGE}",
    "a web archive": ARCHIVE,
    "a feed with a declared type": FEED.replace("<rss", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss"),
    "JSON lines": json.dumps(RECORD) + "\n" + json.dumps({**RECORD, "title": ""}) + "\n",
    "JSON on one line": json.dumps(RECORD),
    "a JSON array": json.dumps([RECORD], indent=2),
    "JSON around an array": json.dumps({"version": "1", "items": [RECORD]}),
    "CSV": csv_of(RECORD, RECORD.values()),
    "CSV by semicolons": csv_of(RECORD, RECORD.values(), by=";"),
    "a table by tabs": csv_of(RECORD, RECORD.values(), by="\t"),
    "CSV of Windows": csv_of(RECORD, RECORD.values()).replace("\n", "\r\n").encode("utf-8-sig"),
    "Markdown": "---\ntitle: Allies meet in Brussels\n---\nThey met.\n",
    "Markdown with TOML": '+++\ntitle = "Allies meet in Brussels"\n+++\nThey met.\n',
    "Markdown with a heading": "# Allies meet in Brussels\n\nThey met.\n",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["file", "file.txt", "file.html", "file.csv.json"])
def test_a_form_is_known_by_its_content(form: str, name: str) -> None:
    assert titles(FORMS[form], name) == ["Allies meet in Brussels"]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_packed(form: str) -> None:
    data = as_bytes(FORMS[form])
    for packed in (gzip.compress(data), zipped({"a": data}), tarred({"a": data})):
        assert titles(packed) == ["Allies meet in Brussels"]


@pytest.mark.parametrize(
    "blanks", ["\0" * 5_000, "\0" * 200_000, "\n" * 200_000, " \n" * 64 * 1024]
)
@pytest.mark.parametrize("form", ["a pack", "a page", "a feed", "JSON lines"])
def test_what_begins_with_many_blanks(form: str, blanks: str) -> None:
    assert titles(blanks.encode() + as_bytes(FORMS[form])) == ["Allies meet in Brussels"]


def test_nothing_at_all() -> None:
    for size in (0, 1, 1 << 16, (1 << 16) + 1, 1 << 20):
        assert told(b"\0" * size) == ["file: empty"]


def test_what_may_never_begin_is_given_up() -> None:
    class Nothing(OneWay):
        def next(self, most: int) -> bytes:
            return bytes(most)

    (document,) = documents(buffered(Nothing()), "zero")
    with pytest.raises(Unreadable, match="zero: nothing in its first 64 MB"):
        list(document.releases())


FOREIGN = {
    b"%PDF-1.7": "PDF",
    b"\xd0\xcf\x11\xe0": "office",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a": "RAR",
    b"\x89PNG\r\n\x1a\n": "picture",
    b"SQLite format 3\0": "database",
    b"\x7fELF": "program",
    b"\0\0\0\x18ftypmp42": "film",
    b"<?xml version='1.0'?><svg/>": "XML",
    bytes(range(256)) * 4: "not a text",
    b"": "empty",
    b"\xef\xbb\xbf\r\n": "empty",
}


@pytest.mark.parametrize("start", FOREIGN)
def test_what_holds_no_releases_is_named(start: bytes) -> None:
    (said,) = told(start, "x")
    assert FOREIGN[start] in said


def test_an_office_document_is_no_archive() -> None:
    (said,) = told(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w/>"}), "a.docx")
    assert "office" in said


def test_a_list_of_feeds_says_how_to_follow_them() -> None:
    data = b"<opml><body><outline xmlUrl='https://a.org/1'/><outline xmlUrl='https://a.org/2'/></body></opml>"
    assert told(data, "my.opml") == [
        "my.opml: a list of 2 feeds; follow them with natoread follow my.opml"
    ]


@pytest.mark.parametrize("title", ["[Speech] by Jo", "{Draft} of Jo", "From Jo: news"])
def test_a_title_that_begins_like_another_form(title: str) -> None:
    assert titles(PACK.replace("Allies meet in Brussels", title)) == [title]


def test_a_pack_about_titles_and_texts_is_no_table() -> None:
    assert titles(PACK.replace("Allies meet", "Title, text and date: Allies meet"))


def test_a_stamp_changes_with_the_bytes_and_with_what_fields_are_taken() -> None:
    def stamp(data: bytes, pairs: Iterable[str] = ()) -> str:
        (found,) = documents(io.BytesIO(data), "a", "9", 9, Fields.mapped(pairs))
        return found.stamp

    stamps = {
        stamp(b"x"),
        stamp(b"x", ["body=a"]),
        stamp(zipped({"a": b"x"})),
        stamp(zipped({"a": b"y"})),
    }
    assert len(stamps) == 4


def test_the_first_releases_can_be_skipped() -> None:
    for data in (
        f"{PACK}\n{PACK.replace('Allies', 'Others')}",
        json.dumps([RECORD, {**RECORD, "title": "Others meet"}]),
    ):
        (document,) = documents(io.BytesIO(as_bytes(data)), "a")
        assert [release.title[:6] for release in document.releases(skip=1)] == ["Others"]


def test_a_stream_that_cannot_go_back() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    for data in (PACK.encode(), json.dumps([RECORD]).encode(), zipped({"a": PACK.encode()})):
        (document,) = documents(Pipe(data), "-")
        assert [release.title for release in document.releases()] == ["Allies meet in Brussels"]


def test_a_page_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natoread_index.reading.readers._LARGEST_PAGE", 1 << 20)
    (said,) = told(PAGE.encode() + b"<p>More.</p>" * 99_999, "long.html")
    assert said == "long.html: larger than 1 MB, as no file of this form is"
