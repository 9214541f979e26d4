"""Web pages, saved or fetched, from their bytes to releases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natoread_index.errors import NoReleases
from natoread_index.reading.pages import decoded, page

PARAGRAPHS = (
    "(As delivered)",
    "Good morning, and thank you for coming to the harbour of Oulu on such a cold and bright day.",
    "We have counted the anchors of all our ships, and there are more of them than last winter.",
    "Q: How many?",
    "MINISTER: Eleven, and each of them is heavy enough to hold a ship through a storm in May.",
    "Thank you.",
)
BODY = "\n\n".join(PARAGRAPHS)
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = f"""<!DOCTYPE html>
<!-- saved from url=(0049)https://www.ports.example/news/2024/anchors-at-oulu -->
<html lang="en"><head><title>Anchors counted at Oulu | Ministry of Ports</title>
<meta property="og:site_name" content="Ministry of Ports">
<meta property="article:published_time" content="2024-05-28T10:00:00Z"></head><body>
<header><h1>Ministry of Ports</h1><nav>
<ul><li><a href="/">Home</a><li><a href="/n">News</a></ul></nav>
</header><div id="cookie-banner">We use cookies to make this site better. You may agree.</div>
<main><div class="breadcrumbs"><a href="/">Home</a> / <a href="/n">News</a></div><article>
<h1>Anchors counted at Oulu</h1><p class="date"><time datetime="2024-05-28">28 May 2024</time></p>
<div class="share-bar">Share this on every network that you know of</div>
<div class="text">{TEXT}</div>
<section class="related-articles"><h2>Related</h2><a href="x">Other anchors</a></section>
</article></main><footer><p>© Ministry of Ports 2024. All rights reserved.</p></footer></body>"""


def test_a_page_is_a_release_without_what_stands_around_it() -> None:
    release = page(PAGE)
    assert (release.title, release.source) == ("Anchors counted at Oulu", "Ministry of Ports")
    assert release.body == BODY
    assert release.dated
    assert (release.dated.start, release.dated.read_from) == (
        "2024-05-28",
        "published 2024-05-28T10:00:00Z",
    )
    assert release.url == "https://www.ports.example/news/2024/anchors-at-oulu"


def test_a_page_that_singlefile_saved_says_where_it_was() -> None:
    note = "<!--\n Page saved with SingleFile \n url: https://ports.example/n/7 \n-->"
    assert page(PAGE.replace("<!-- saved from", f"{note}<!-- saved from")).url == (
        "https://ports.example/n/7"
    )


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="/a/b">', "https://www.ports.example/a/b"),
        (
            '<link rel="canonical" href="https://www.ports.example/">',
            "https://www.ports.example/x/y",
        ),
        ('<meta property="og:url" content="http://ports.example/c">', "http://ports.example/c"),
        ('<link rel="canonical" href="javascript:alert(1)">', "https://www.ports.example/x/y"),
        ('<link rel="canonical" href="http://[">', "https://www.ports.example/x/y"),
        ("", "https://www.ports.example/x/y"),
    ],
)
def test_a_page_tells_its_address(head: str, url: str) -> None:
    html = f"<html><head><title>Anchors counted</title>{head}</head><body>{TEXT}"
    assert page(html, url="https://www.ports.example/x/y").url == url


def test_data_for_machines_name_title_and_publisher_in_their_own_way() -> None:
    data = """{"@type": "NewsArticle", "headline": "Finland&#8217;s  anchors",
    "publisher": [{"@type": "Organization", "name": "Ministry of Ports"}]}"""
    html = f'<html><head><script type="application/ld+json">{data}</script></head><body>{TEXT}'
    release = page(html)
    assert (release.title, release.source) == ("Finland’s anchors", "Ministry of Ports")


GRAPH = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"},
{"@type": ["NewsArticle"], "datePublished": "2024-05-28T08:00:00+02:00"}]}</script>"""


@pytest.mark.parametrize(
    "head",
    [
        GRAPH,
        '<meta name="DC.date.issued" content="2024-05-28">',
        '<meta name="citation_publication_date" content="28 May 2024">',
        '</head><body><abbr class="published" title="2024-05-28">Tuesday</abbr>',
        '</head><body><time datetime="2024-05-28">Tuesday</time>',
        '<link rel="canonical" href="https://ports.example/2024/05/28/anchors">',
    ],
)
def test_a_page_tells_its_day(head: str) -> None:
    dated = page(f"<html><head><title>Anchors counted</title>{head}</head><body>{TEXT}").dated
    assert dated
    assert dated.start == "2024-05-28"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Anchors counted at Oulu | Ministry of Ports", ""),
        ("Anchors counted at Oulu - Ports", ""),
        ("Ministry of Ports – Anchors counted at Oulu", "<h1>Ministry of Ports</h1>"),
        ("Home", "<h1>Ports</h1><h1>Anchors counted at Oulu</h1>"),
        ("anchors counted at oulu - ministry", "<h1>Anchors<br>counted at Oulu<sup>1</sup></h1>"),
    ],
)
def test_a_title_is_without_the_name_of_its_site(title: str, heading: str) -> None:
    site = '<meta property="og:site_name" content="Ministry of Ports">'
    html = f"<html><head><title>{title}</title>{site}</head><body>{heading}{TEXT}"
    assert page(html, url="https://www.ports.example/x").title == "Anchors counted at Oulu"


def test_a_page_without_headings_begins_with_its_title() -> None:
    shown = f"<td><font size=5><b>Anchors counted at Oulu</b></font><br><br>{TEXT}</td>"
    html = f"<html><head><title>Anchors counted at Oulu - Ports</title></head><body><table>{shown}"
    release = page(html)
    assert (release.title, release.body) == ("Anchors counted at Oulu", BODY)


HEAD = "<head><title>Anchors counted at Oulu</title></head>"
LONG = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[1:] * 3)
LONG_BODY = "\n\n".join(PARAGRAPHS[1:] * 3)


@pytest.mark.parametrize(
    ("html", "above", "below"),
    [
        ("<h1>{title}</h1><p>(As delivered)</p><div>{text}</div>", "(As delivered)", ""),
        ("<h1>{title}</h1><div><p>A lead.</p></div><img><div>{text}</div>", "A lead.", ""),
        ("<h2>Ours</h2><p>All of it.</p><h1>{title}</h1><div>{text}</div>", "", ""),
        ("<h1>{title}</h1><div>{text}</div><p>Ada Anker</p><p>ENDS</p>", "", "Ada Anker ENDS"),
        ("<div class=b>{text}</div><div class=b>Ada Anker</div><div>More</div>", "", "Ada Anker"),
        ("<h1>{title}</h1><ul><li>Print<li>Share</ul>{text}<p>Back to top</p>", "", ""),
        ("<h1>{title}</h1>{text}<p>Last updated: 3 June 2024 10:20</p>", "", ""),
        ("<h1>{title}</h1>{text}<hr><p>Printed from the pages of the Ministry</p>", "", ""),
        ("<h1>{title}</h1><p>Published 28 May 2024 at 10:20</p>{text}", "", ""),
        ("<h1>{title}</h1><div><p>28 May 2024</p>{text}</div>", "28 May 2024", ""),
        ("<h1>{title}</h1><i>Oulu<br>28 May 2024</i><div>{text}</div>", "", ""),
        ("<h1>{title}</h1><div>{text}</div><div><h3>Ours</h3><p>More.</p></div>", "", ""),
    ],
)
def test_short_lines_beside_a_text_are_of_it_but_for_controls(
    html: str, above: str, below: str
) -> None:
    title = "Anchors counted at Oulu"
    body = page(f"{HEAD}<body>{html.format(title=title, text=LONG)}").body
    assert body.split() == f"{above} {LONG_BODY} {below}".split()


@pytest.mark.parametrize(
    "html",
    [
        "",
        "\0\0",
        "<html></html>",
        "<html><head><title>Only a title</title></head><body></body></html>",
        "<html><head><title>Only a script</title></head><body><script>let a = '<p>';</script>",
        "<p>Only a text that has neither a title nor a heading.</p>",
        "<!-- never closed",
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>&b;</p>",
    ],
)
def test_a_page_without_title_or_text_is_named(html: str) -> None:
    with pytest.raises(NoReleases, match=r"saved\.htm"):
        page(html, where="saved.htm")


@pytest.mark.parametrize("piece", ["<div>", "<ul><li>", "<table><tr><td>", "&amp;&lol;"])
def test_many_tags_hide_no_text(piece: str) -> None:
    many = piece * (200_000 // len(piece))
    release = page(f"<title>Anchors counted at Oulu</title><body>{TEXT}{many}")
    assert release.title == "Anchors counted at Oulu"
    assert release.body.startswith(BODY)


@pytest.mark.parametrize("piece", ["<p><b>", "<a href=x>y</a> ", "<h1>a", "<p>a b c d e "])
def test_many_tags_have_an_end(piece: str) -> None:
    many = piece * (60_000 // len(piece))
    assert page(f"<title>Anchors counted at Oulu</title><body>{TEXT}{many}").body


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "x-unknown", "cp1252"]))
def test_any_bytes_are_a_text(data: bytes, charset: str | None) -> None:
    assert isinstance(decoded(data, charset), str)


TAGS = ["<p>", "</p>", "<div class='share'>", "</div>", "<h1>", "</h1>", "<title>", "</title>"]
MORE = ["<meta property=og:title content='", "'>", "<script type=application/ld+json>", '{"a":[']
HOSTILE = st.lists(st.one_of(st.sampled_from(TAGS + MORE), st.text(max_size=9)), max_size=30)


def said_of(html: str) -> str:
    """The title of a page, or the sentence that says why it has none."""
    try:
        return page(html, where="saved.htm").title
    except NoReleases as sentence:
        return str(sentence)


@settings(deadline=None)
@given(HOSTILE.map("".join))
def test_any_page_is_a_release_or_a_sentence(html: str) -> None:
    assert said_of(html)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("Kraków".encode(), None),
        ("Kraków".encode(), "iso-8859-1"),
        ("\ufeffKraków".encode(), "cp1252"),
        ("\ufeffKraków".encode("utf-16-le"), "utf-8"),
        ("Kraków".encode("iso-8859-2"), "ISO-8859-2"),
        ('<meta charset="iso-8859-2">Kraków'.encode("iso-8859-2"), None),
        ('<meta http-equiv=x content="text/html; charset=gb2312">Kraków'.encode("gb18030"), None),
        ("Kraków’s".encode("cp1252"), "latin1"),
        ("Kraków’s".encode("cp1252"), None),
    ],
)
def test_the_text_of_a_page_is_found_in_its_bytes(data: bytes, charset: str | None) -> None:
    assert decoded(data, charset).rpartition(">")[2].removesuffix("’s") == "Kraków"
