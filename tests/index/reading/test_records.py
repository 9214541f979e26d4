"""Records of tables and JSON, under whatever names people give their fields."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.index.reading.files import read, told

from natoread_index import Fields, Kind, NoSuchField, Release, Unreadable
from natoread_index.reading import objects as reading_objects
from natoread_index.reading.fields import ROLES
from natoread_index.reading.objects import objects, on_lines
from natoread_index.reading.records import Records, _texts
from natoread_index.reading.tables import rows


def made(*records: Mapping[str, Any], fields: Fields | None = None) -> list[Release]:
    return list(Records(fields or Fields(), "file").releases(records))


def one(**record: Any) -> Release:
    (release,) = made({"title": "Allies meet", "body": "They met.", **record})
    return release


@pytest.mark.parametrize("role", ["title", "body"])
def test_every_usual_name_of_a_field(role: str) -> None:
    for name in ROLES[role].split():
        record = {"title": "Allies meet", "body": "They met."}
        record[name.upper()] = record.pop(role)
        (release,) = made(record)
        assert (release.title, release.body) == ("Allies meet", "They met.")


@pytest.mark.parametrize("name", ["Publication date", "publication_date", "PublicationDate"])
def test_names_are_spelt_in_many_ways(name: str) -> None:
    dated = one(**{name: "2024-05-28"}).dated
    assert dated is not None
    assert (dated.first, dated.read_from) == (date(2024, 5, 28), "date 2024-05-28")


def test_the_likeliest_name_wins_and_an_empty_value_counts_for_none() -> None:
    release = one(headline="Other", summary="Short.", text="", description="Long.", body="")
    assert (release.title, release.body) == ("Allies meet", "Long.")


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


def test_paragraphs_of_a_text() -> None:
    assert one(body=" \r\nOne\r\nand more. \r\n\r\n \r\nTwo.\r\n").body == "One\nand more.\n\nTwo."
    assert one(title="Allies\n  meet ").title == "Allies meet"


def test_records_that_are_no_releases_are_counted() -> None:
    read = Records(Fields(), "file")
    found = read.releases([{"title": "A"}, {"title": "B", "body": "b"}, {"body": "c"}, {}])
    assert [release.title for release in found] == ["B"]
    assert read.left_out == 3


def test_fields_without_a_title_or_a_text_are_named() -> None:
    with pytest.raises(Unreadable, match=r"file: no record .* \(Betreff, Inhalt\).*--map title"):
        made({"Betreff": "Allies meet", "Inhalt": "They met."})
    with pytest.raises(Unreadable, match="file: no records"):
        made()


def test_fields_that_the_user_names() -> None:
    fields = Fields.mapped(["title=Betreff", "body = Inhalt", "by=Wer"])
    (release,) = made({"betreff": "Allies meet", "Inhalt": "x", "Wer": "Jo Bloggs"}, fields=fields)
    assert (release.title, release.speakers) == ("Allies meet", ("Jo Bloggs",))
    assert fields.said == "body=Inhalt by=Wer title=Betreff"


def test_a_field_that_the_user_names_is_the_only_one() -> None:
    fields = Fields.mapped(["body=full"])
    assert made({"title": "A", "body": "short", "full": "long"}, fields=fields)[0].body == "long"
    with pytest.raises(Unreadable):
        made({"title": "A", "body": "short"}, fields=fields)


@pytest.mark.parametrize("pair", ["", "body", "body=", "colour=x", "=x"])
def test_a_mapping_that_makes_no_sense(pair: str) -> None:
    with pytest.raises(NoSuchField, match="title, body, date"):
        Fields.mapped([pair])


def test_a_table_whose_only_known_names_are_the_users() -> None:
    table = "Betreff;Inhalt\nAllies meet;They met.\n"
    (release,) = read(table, "t", Fields.mapped(["title=Betreff", "body=Inhalt"]))
    assert release.body == "They met."


def test_a_table_with_line_ends_and_marks_in_its_values() -> None:
    table = 'title,body\n"Allies, ""meet""","One,\n\ntwo"\n\nShort row\nLong,row,of,values\n'
    assert [(each.title, each.body) for each in read(table)] == [
        ('Allies, "meet"', "One,\n\ntwo"),
        ("Long", "row"),
    ]


def test_a_table_without_known_names_is_one_by_its_own_name() -> None:
    (said,) = told(b"a,b\n1,2\n", "t.csv")
    assert said == (
        "t.csv: no record has a title and a text among its fields (a, b);"
        " say which they are: --map title=… --map body=…"
    )


def test_a_value_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natoread_index.reading.tables._LARGEST_FIELD", 99)
    usual = csv.field_size_limit()
    with pytest.raises(Unreadable, match=r"t: line .*field larger than field limit"):
        list(rows(["title,body", 'A,"never', *["closed"] * 99], Fields(), "t"))
    csv.field_size_limit(usual)  # it holds for all that the process reads


def test_lines_that_are_no_objects_are_left_out() -> None:
    lines = ['{"title": "A"}', "", "broken {", "[1]", "null", '{"title": "B"}', "[" * 99_999]
    assert [dict(each) for each in on_lines(lines)] == [
        {"title": "A"},
        {},
        {},
        {},
        {"title": "B"},
        {},
    ]


def of(text: str | bytes) -> list[Any]:
    return list(objects(io.BytesIO(text.encode() if isinstance(text, str) else text), "file"))


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": 1}, {"a": 2}]',
        '{"a": 1}{"a": 2}',
        '{"a": 1},\n{"a": 2},',
        '{"posts": [{"a": 1}, 7, {"a": 2}], "more": {}}',
        '[[{"a": 1}], [{"a": 2}]]',
        '\ufeff [{"a": 1}, {"a": 2}',
    ],
)
def test_objects_in_any_shape(text: str) -> None:
    assert of(text) == of(text.encode("utf-16")) == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("text", ['[{"a": 1}, {"a": ', '[{"a" 1}]', '[{"a": 1} x]'])
def test_broken_json_is_said(text: str) -> None:
    with pytest.raises(Unreadable, match="file: broken JSON"):
        of(text)


def test_json_that_is_nested_without_end() -> None:
    with pytest.raises(Unreadable, match="file: JSON nested too deeply"):
        of('{"a":' * 99_999)


def test_arrays_in_arrays_are_gone_through_however_deep() -> None:
    (record,) = of("[" * 900 + '{"title": "A", "body": "B"}' + "]" * 900)
    assert record == {"title": "A", "body": "B"}


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


def test_a_value_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_objects, "_LARGEST_VALUE", 100)
    monkeypatch.setattr(reading_objects, "_CHUNK", 50)
    monkeypatch.setattr(reading_objects, "_HEAD", 50)
    with pytest.raises(Unreadable, match="broken JSON"):
        of('{"a": "' + "x" * 10_000 + '"}')


@given(
    st.lists(st.dictionaries(st.text(min_size=1), st.text() | st.integers(), min_size=1)),
    st.integers(1, 40),
)
def test_objects_are_the_same_however_they_are_read(
    values: list[dict[str, Any]], chunk: int
) -> None:
    values = [value for value in values if not set(value) & set(reading_objects._AROUND)]
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(reading_objects, "_CHUNK", chunk)
        monkeypatch.setattr(reading_objects, "_HEAD", chunk)
        assert of(json.dumps(values)) == values
