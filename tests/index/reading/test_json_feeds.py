"""JSON Feed, as it is written and as it is written wrongly."""

import json
from datetime import date

import pytest

from natoread_index import Unreadable
from natoread_index.reading.feeds import Item, feed

AT = "https://example.org/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def only(**members: object) -> Item:
    (found,) = feed(of(members), AT).items
    return found


def of(*items: object, **members: object) -> bytes:
    known = {"version": VERSION, "title": "The  Alliance", "items": list(items)}
    return json.dumps(known | members).encode()


def test_an_item_with_its_text_is_whole() -> None:
    found = only(
        title="Allies meet",
        url="/news/1",
        content_html="<p>First.</p><p>Second.</p>",
        date_published="2024-05-03T09:30:00+02:00",
    )
    assert (found.title, found.body) == ("Allies meet", "First.\n\nSecond.")
    assert (found.url, found.source, found.whole) == (
        "https://example.org/news/1",
        "The Alliance",
        True,
    )
    assert found.dated
    assert found.dated.first == date(2024, 5, 3)


def test_plain_text_will_do_and_its_first_line_for_a_title() -> None:
    found = only(
        content_text="Allies meet\n\n\nIn Brussels.", external_url="https://nato.example/2"
    )
    assert (found.title, found.body) == ("Allies meet", "Allies meet\n\nIn Brussels.")
    assert (found.url, found.whole) == ("https://nato.example/2", True)


@pytest.mark.parametrize(
    "members", [{"summary": "Ministers met."}, {"content_text": "Ministers …"}]
)
def test_a_teaser_is_said_to_be_one(members: dict[str, str]) -> None:
    assert not only(title="Allies meet", **members).whole


def test_members_of_other_kinds_and_items_without_words_are_passed_over() -> None:
    data = of({"title": 7, "url": ["x"]}, "item", None, {"title": "Allies meet", "summary": {}})
    assert [one.title for one in feed(data, AT).items] == ["Allies meet"]
    assert feed(of(items={"title": "no list"}), AT).items == ()


@pytest.mark.parametrize(
    "data", [b'{"title": "NATO", "items": []}', b'{"version": ', b"{" * 100_000, b'{"version": 1}']
)
def test_other_json_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"feed\.json: .*JSON"):
        feed(data, AT)


def test_a_mark_before_the_feed_does_no_harm() -> None:
    assert feed(b"\xef\xbb\xbf" + of({"title": "Allies meet"}), AT).items
