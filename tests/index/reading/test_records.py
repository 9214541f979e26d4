"""Records of tables and JSON as releases."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from tests.index.reading.records import made, one

from natoread_index import Fields, Kind
from natoread_index.reading.records import Records, _texts


def test_the_first_day_that_can_be_read_counts() -> None:
    dated = one(published="yes", created="2024-05-28").dated
    assert dated is not None
    assert dated.first == date(2024, 5, 28)


def test_days_in_numbers_are_read_as_the_others_of_the_file_are_written() -> None:
    others = [{"title": f"No. {n}", "body": "They met.", "date": f"5/{n}/24"} for n in range(1, 32)]
    assert [each.dated and each.dated.first.day for each in made(*others)] == [*range(1, 32)]


def test_all_that_a_record_says() -> None:
    release = one(
        source="NATO",
        url="https://example.org/1",
        kind="Media_Advisory",
        lang="fr",
        by=["A B", "C D"],
    )
    assert (release.source, release.url) == ("NATO", "https://example.org/1")
    assert (release.kind, release.language) == (Kind.MEDIA_ADVISORY, "fr")
    assert release.speakers == ("A B", "C D")


def test_what_a_record_says_in_words_of_its_own_is_recognised_instead() -> None:
    release = one(title="Speech by NATO Secretary General Jens Stoltenberg", kind="Stories")
    assert (release.kind, release.speakers) == (Kind.SPEECH, ("Jens Stoltenberg",))


def test_the_source_is_the_host_where_nothing_else_is_said() -> None:
    assert one(url="https://www.example.org/1").source == "example.org"
    assert one(url="javascript:x").source == one().source == "unknown"
    assert one(url="javascript:x").url is None


def test_an_address_that_leads_nowhere_is_none() -> None:
    release = one(url="http://[")
    assert (release.url, release.source) == (None, "unknown")


def test_a_date_of_the_record_wins_over_the_text() -> None:
    dated = one(date="2024-05-28", body="On Monday (3 June 2024), they met.").dated
    assert dated is not None
    assert dated.first == date(2024, 5, 28)


@pytest.mark.parametrize("value", [date(2024, 5, 28), datetime(2024, 5, 28, 9), 1716890400])
def test_a_date_that_is_no_text(value: Any) -> None:
    dated = one(date=value).dated
    assert dated is not None
    assert dated.first == date(2024, 5, 28)


def test_a_text_without_a_date_of_its_own_is_dated_by_its_words_and_neighbours() -> None:
    said = ("On 3 May 2024, they met.", "On Monday (6 May), they met.", "On 9 May 2024, they met.")
    records = [{"title": f"Allies meet {n}", "body": body} for n, body in enumerate(said)]
    assert [each.dated and each.dated.first.day for each in made(*records)] == [3, 6, 9]


def test_values_that_are_wrapped() -> None:
    (release,) = made(
        {"title": {"rendered": "A &amp; B"}, "content": {"rendered": "<p>One.</p><p>Two.</p>"}}
    )
    assert release.body == "One.\n\nTwo."
    assert one(body=["One.", "Two."]).body == "One.\n\nTwo."


def test_markup_is_read_as_text_and_a_lone_sign_is_not_markup() -> None:
    assert one(body="<p>One.</p>\n<p>Two &amp; three.</p>").body == "One.\n\nTwo & three."
    assert one(body="a < b and c > d").body == "a < b and c > d"
    assert one(body="One.<br>Two.<br><br>Three.").body == "One.\nTwo.\n\nThree."
    table = "One.\n\n<table><tr><td><p>1</p></td></tr></table>\n\nTwo."
    assert one(body=table).body == table


def test_markup_whose_paragraphs_are_parted_by_blank_lines() -> None:
    text = 'One <a href="/x">plan</a>.\r\n\r\n<strong>Two</strong> &amp; <em>more</em>.'
    assert one(body=text).body == "One plan.\n\nTwo & more."
    underlined = "Section <span>One</span>.\n\n<span>Two</span>, <em>three</em> and <em>four</em>."
    assert one(body=underlined).body == underlined


def test_signs_that_are_called_by_their_names_in_html() -> None:
    release = one(title="AT&amp;T &ndash; news", body="It&rsquo;s a &lt; b.\n\nR&D &c; more.")
    assert (release.title, release.body) == ("AT&T – news", "It’s a < b.\n\nR&D &c; more.")


def test_paragraphs_of_a_text() -> None:
    assert one(body=" \r\nOne\r\nand more. \r\n\r\n \r\nTwo.\r\n").body == "One\nand more.\n\nTwo."
    assert one(title="Allies\n  meet ").title == "Allies meet"


def test_records_that_are_no_releases_are_counted() -> None:
    read = Records(Fields(), "file")
    found = read.releases([{"title": "A"}, {"title": "B", "body": "b"}, {"body": "c"}, {}])
    assert [release.title for release in found] == ["B"]
    assert read.left_out == 3


@pytest.mark.parametrize(
    "wrapped", [lambda text: {"rendered": text}, lambda text: [text]], ids=["object", "array"]
)
def test_a_text_that_is_wrapped_without_end_is_none(wrapped: Callable[[object], object]) -> None:
    value: object = "x"
    for _ in range(5):
        value = wrapped(value)
    assert list(_texts(value)) == ["x"]
    for _ in range(50_000):
        value = wrapped(value)
    assert list(_texts(value)) == []
