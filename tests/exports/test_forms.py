"""Whole exports: what other programs read from them is what the releases say."""

import csv
import json
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest

from natoread.exports.forms import Form
from natoread.exports.names import file_name
from natoread_index import Kind, Release, releases

PLAIN = Release("Allies meet", "One.\n\nTwo,\nwrapped.", "NATO", Kind.NEWS)
HOSTILE = Release(
    '<script>alert("1")</script> & \x1b[2J', "a < b & c\x00\x1b]0;x\x07\n\n</body>", "N&O"
)
BOTH = [PLAIN, HOSTILE]
XHTML = "{http://www.w3.org/1999/xhtml}"


def text(form: Form, *some: Release) -> str:
    return form.written(some or BOTH, "The title & more").decode()


class Tags(HTMLParser):
    """The tags that a browser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append(tag)


def test_text_is_a_pack_that_can_be_added() -> None:
    found = list(releases(StringIO(text(Form.TEXT, PLAIN))))
    assert [(each.title, each.body) for each in found] == [(PLAIN.title, PLAIN.body)]


def test_json_holds_releases_whole() -> None:
    whole = json.loads(text(Form.JSON))
    assert whole["format"] == 1
    assert [each["body"] for each in whole["releases"]] == [PLAIN.body, HOSTILE.body]


def test_a_table_is_read_back_cell_by_cell() -> None:
    spoken = replace(PLAIN, speakers=("Jens Stoltenberg", "Mark Rutte"))
    (row,) = csv.DictReader(StringIO(text(Form.CSV, spoken), newline=""))
    assert (row["title"], row["body"]) == (PLAIN.title, PLAIN.body)
    assert row["speakers"] == "Jens Stoltenberg; Mark Rutte"
    assert row["id"] == spoken.id


def test_no_text_becomes_a_tag_of_a_page() -> None:
    tags = Tags()
    tags.feed(text(Form.HTML))
    assert "script" not in tags.seen
    assert tags.seen.count("article") == 2
    assert tags.seen.count("body") == 1


def test_a_page_of_one_release_has_no_contents() -> None:
    assert "<nav>" in text(Form.HTML)
    assert "<nav>" not in text(Form.HTML, PLAIN)


def test_a_book_has_its_parts_in_order_and_all_are_sound_xml() -> None:
    with ZipFile(BytesIO(Form.EPUB.written(BOTH, "The title & more"))) as book:
        first, *others = book.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"
        parts = {part.filename: ET.fromstring(book.read(part)) for part in others}
    opf = "{http://www.idpf.org/2007/opf}"
    package = parts["book.opf"]
    listed = {item.attrib["id"]: item.attrib["href"] for item in package.iter(f"{opf}item")}
    spine = [listed[item.attrib["idref"]] for item in package.iter(f"{opf}itemref")]
    headings = [parts[chapter].findtext(f".//{XHTML}h1") for chapter in spine]
    assert headings[0] == "Allies meet"
    assert str(headings[1]).startswith('<script>alert("1")</script> &')
    links = [link.attrib["href"] for link in parts["contents.xhtml"].iter(f"{XHTML}a")]
    assert links == spine


def test_the_same_releases_make_the_same_book() -> None:
    assert Form.EPUB.written(BOTH, "A") == Form.EPUB.written(BOTH, "A")


def test_references_come_one_a_line() -> None:
    assert len(text(Form.CHICAGO).splitlines()) == len(text(Form.APA).splitlines()) == 2
    assert [item["id"] for item in json.loads(text(Form.CSL_JSON))] == [each.id for each in BOTH]
    assert text(Form.BIBTEX).count("@misc{") == 2


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.epub", Form.EPUB),
        ("A.HTML", Form.HTML),
        ("a.bib", Form.BIBTEX),
        ("a.json", Form.JSON),
        ("a.txt", Form.TEXT),
        ("a.md", Form.MARKDOWN),
        ("a", Form.MARKDOWN),
        ("", Form.MARKDOWN),
    ],
)
def test_the_end_of_a_name_tells_the_form(name: str, form: Form) -> None:
    assert Form.of(name) is form


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "CON",
        "a" * 1000,
        "é" * 1000,
        "???",
        "",
        ". .",
        "-rf /",
        "a\x00b\nc",
        'say: "x" <y> |z| *',
        "\u202egnp.exe",
        "C:\\Windows\\x",
    ],
)
def test_a_file_name_is_safe_for_any_title(title: str) -> None:
    name = file_name(Release(title, "Text.", "NATO"), ".md")
    assert name.startswith("undated ")
    assert name.endswith(".md")
    assert len(name.encode()) < 150
    assert not set(name) & set('<>:"/\\|?*\x00\n\r\u202e')
    assert name == name.strip()


def test_two_releases_of_one_title_have_two_names() -> None:
    one, other = (Release("Title", body, "NATO") for body in ("A", "B"))
    assert file_name(one, ".md") != file_name(other, ".md")
