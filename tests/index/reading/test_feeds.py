"""RSS, RDF and Atom as sites really serve them, and lists of feeds."""

from datetime import date
from time import process_time

import pytest

from natoread_index import Kind, Unreadable
from natoread_index.reading.feeds import Feed, Item, feed, listed

PARAGRAPH = "Allies met in Brussels and agreed on more support for air defence. " * 12


def rss(*items: str, title: str = "NATO") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{title}</title><link>https://example.org</link>{''.join(items)}</channel></rss>"
    ).encode()


def item(inside: str = "", title: str = "Allies meet", link: str = "https://example.org/1") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{inside}</item>"


def only(data: bytes, url: str | None = None) -> Item:
    (found,) = feed(data, url).items
    return found


def test_a_teaser_is_said_to_be_one() -> None:
    found = only(rss(item("<description>Ministers met.</description>")))
    assert (found.title, found.body, found.url) == (
        "Allies meet",
        "Ministers met.",
        "https://example.org/1",
    )
    assert (found.source, found.whole) == ("NATO", False)


def test_the_content_is_taken_before_the_summary() -> None:
    whole = "<content:encoded><![CDATA[<p>First.</p><p>Second.</p>]]></content:encoded>"
    found = only(rss(item(f"<description>First …</description>{whole}")))
    assert (found.body, found.whole) == ("First.\n\nSecond.", True)


@pytest.mark.parametrize("end", ["[…]", "[&#8230;]", "Read more", "…", "..."])
def test_content_that_is_cut_off_is_a_teaser(end: str) -> None:
    cut = f"<content:encoded><![CDATA[<p>First words {end}</p>]]></content:encoded>"
    assert not only(rss(item(cut))).whole


def test_a_long_summary_of_paragraphs_is_the_text() -> None:
    text = f"&lt;p&gt;{PARAGRAPH}&lt;/p&gt;&lt;p&gt;{PARAGRAPH}&lt;/p&gt;"
    found = only(rss(item(f"<description>{text}</description>")))
    assert found.whole
    assert found.body.count("\n\n") == 1


def test_the_line_that_wordpress_adds_is_no_text() -> None:
    text = "<p>News.</p><p>The post <a href='x'>Allies meet</a> appeared first on <b>Us</b>.</p>"
    found = only(rss(item(f"<content:encoded><![CDATA[{text}]]></content:encoded>")))
    assert found.body == "News."


def test_an_export_of_wordpress_has_blank_lines_between_its_paragraphs() -> None:
    said = "<content:encoded><![CDATA[One <em>or</em>\n\ntwo.]]></content:encoded>"
    kinds = ("post", "attachment", "nav_menu_item")
    items = [item(f"{said}<wp:post_type>{kind}</wp:post_type>", title=kind) for kind in kinds]
    export = rss(*items).replace(b"<rss ", b'<rss xmlns:wp="http://wordpress.org/export/1.2/" ')
    assert [(each.title, each.body) for each in feed(export).items] == [("post", "One or\n\ntwo.")]


def test_a_day_is_that_of_the_feeds_own_clock() -> None:
    found = only(rss(item("<pubDate>Tue, 28 May 2024 23:30:00 -0400</pubDate>")))
    assert found.dated is not None
    assert found.dated.first == date(2024, 5, 28)
    assert found.dated.read_from == "published Tue, 28 May 2024 23:30:00 -0400"


def test_the_day_by_dublin_core_and_one_that_nobody_can_read() -> None:
    assert only(rss(item("<pubDate>soon</pubDate>"))).dated is None
    told = only(rss(item("<dc:date>2024-05-28T10:00:00Z</dc:date>"))).dated
    assert told is not None
    assert told.read_from.startswith("updated")


def test_a_release_of_an_item() -> None:
    text = "<description>It was said on 3 May 2020.</description>"
    date_said = "<pubDate>Tue, 28 May 2024 10:00:00 GMT</pubDate>"
    release = only(
        rss(item(text + date_said, title="Speech by NATO Secretary General Jens Stoltenberg"))
    ).release()
    assert (release.kind, release.speakers) == (Kind.SPEECH, ("Jens Stoltenberg",))
    assert release.dated is not None
    assert release.dated.first == date(2024, 5, 28)
    assert release.url == "https://example.org/1"


def test_atom() -> None:
    data = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Press</title>
      <entry><title type="html">Air &amp;amp; sea &lt;b&gt;power&lt;/b&gt;</title>
        <link rel="alternate" href="/news/1"/><updated>2024-06-01T00:00:00Z</updated>
        <published>2024-05-28T10:00:00Z</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
        </content></entry></feed>"""
    found = only(data, "https://example.org/feed")
    assert (found.title, found.body) == ("Air & sea power", "One.\n\nTwo.")
    assert (found.url, found.whole) == ("https://example.org/news/1", True)
    assert found.dated is not None
    assert found.dated.first == date(2024, 5, 28)


def test_rdf() -> None:
    data = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/"><channel><title>Old</title></channel>
      <item><title>Allies meet</title><link>https://example.org/1</link>
      <description>Text.</description></item></rdf:RDF>"""
    assert feed(data).title == "Old"
    assert only(data).title == "Allies meet"


@pytest.mark.parametrize("version", ["0.90", "0.91", "0.92"])
def test_old_rss(version: str) -> None:
    assert only(rss(item()).replace(b'version="2.0"', f'version="{version}"'.encode())).title


def test_an_item_without_a_title_is_called_by_its_first_line() -> None:
    assert only(rss(item("<description>Ministers met.</description>", title=""))).title == (
        "Ministers met."
    )


def test_an_item_without_anything_is_none() -> None:
    assert feed(rss("<item></item>", item())).items == feed(rss(item())).items


def test_only_web_addresses_are_links() -> None:
    assert only(rss(item(link="javascript:alert(1)"))).url is None
    assert only(rss(item(link="http://["))).url is None


def test_an_item_without_a_link_has_not_that_of_its_feed() -> None:
    assert only(rss(item(link="")), "https://example.org/feed").url is None


def test_a_feed_without_a_title_is_called_by_its_host() -> None:
    assert feed(rss(title=""), "https://news.example.org/feed").title == "news.example.org"


def test_broken_xml_gives_what_can_be_read() -> None:
    data = rss(item(title="One"), item("<description>A & B <p> nbsp;</description>", title="Two"))
    cut = data[: data.index(b"</channel>")]
    assert [found.title for found in feed(cut).items] == ["One", "Two"]


def test_other_encodings() -> None:
    data = rss(item(title="Déjà vu")).decode()
    latin = data.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert only(latin).title == "Déjà vu"
    assert only(data.replace("UTF-8", "UTF-16").encode("utf-16")).title == "Déjà vu"


def test_a_bomb_of_entities_does_not_go_off() -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    data = rss(item("<description>&a11;</description>")).replace(
        b"<rss", f"<!DOCTYPE x [{entities}]><rss".encode()
    )
    started = process_time()
    assert len(only(data).body) < 100
    assert process_time() - started < 20


def test_no_file_is_read_through_an_entity() -> None:
    data = rss(item("<description>&x;</description>"))
    outside = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss'
    assert "root" not in only(data.replace(b"<rss", outside)).body


@pytest.mark.parametrize("data", [b"", b"<html><p>Hello</p></html>", b"text", b"\x00\xff" * 9])
def test_what_is_no_feed(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no RSS, Atom or JSON feed"):
        feed(data)


def test_a_feed_without_items_is_one() -> None:
    assert feed(rss()) == Feed("NATO", ())


def test_a_feed_that_never_ends_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natoread_index.reading.feeds._LARGEST", 10)
    with pytest.raises(Unreadable, match="no feed"):
        feed(rss())


OPML = b"""<?xml version="1.0"?><opml version="2.0"><body>
  <outline text="Folder"><outline type="rss" text="NATO &amp; Co" xmlUrl="https://a.org/rss"/></outline>
  <outline type="rss" xmlUrl="https://b.org/rss"/>
  <outline type="rss" text="again" xmlUrl="https://a.org/rss"/></body></opml>"""


def test_a_list_of_feeds() -> None:
    assert [(each.title, each.url) for each in listed(OPML)] == [
        ("NATO & Co", "https://a.org/rss"),
        ("https://b.org/rss", "https://b.org/rss"),
    ]


def test_a_list_that_is_cut_off_or_none_or_a_bomb() -> None:
    assert len(listed(OPML[:-40])) == 2
    assert listed(b"text") == ()
    assert listed(b'<!DOCTYPE x [<!ENTITY a "b">]>' + OPML[21:]) == ()
