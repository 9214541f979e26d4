"""JSON in any shape, as the objects in it."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index import Fields, Unreadable
from natoread_index.reading import objects as reading_objects
from natoread_index.reading.objects import objects, on_lines
from natoread_index.reading.records import Records


def test_a_file_that_breaks_off_early_gives_what_stands_before() -> None:
    broken = objects(io.BytesIO(b'[{"title": "Allies meet", "body": "They met."}, {"title'), "file")
    releases = Records(Fields(), "file").releases(broken)
    assert next(releases).title == "Allies meet"
    with pytest.raises(Unreadable, match="broken JSON"):
        next(releases)


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


RELEASE = {"title": "Allies meet", "body": "They met."}


@pytest.mark.parametrize(
    "around",
    [
        {"response": {"numFound": 1, "docs": [RELEASE]}},
        {"hits": {"total": 1, "hits": [{"_id": "1", "_source": RELEASE}]}},
        {"data": {"posts": {"edges": [{"node": RELEASE, "cursor": "x"}]}}},
        {"data": [{"type": "node--news", "attributes": RELEASE, "links": {"self": "x"}}]},
        {"rss": {"version": "2.0", "channel": {"title": "News", "item": [RELEASE]}}},
        {"101": RELEASE},
        {"results": [{"title": "Allies meet", "details": {"body": "They met."}}], "total": 1},
    ],
)
def test_releases_are_found_in_what_search_engines_and_exports_put_around_them(
    around: object,
) -> None:
    releases = list(Records(Fields(), "file").releases(of(json.dumps(around))))
    assert [(each.title, each.body) for each in releases] == [("Allies meet", "They met.")]


def test_a_release_is_not_gone_through_for_what_it_holds() -> None:
    release = {**RELEASE, "documents": [{"title": "Annex", "body": "More."}]}
    assert of(json.dumps([release])) == [release]


def test_items_of_a_feed_in_json_are_of_this_feed() -> None:
    feed = {"title": "Agency", "description": "All news.", "items": [RELEASE, {"id": 1}]}
    read = Records(Fields(), "file")
    assert [each.source for each in read.releases(of(json.dumps(feed)))] == ["Agency"]
    assert read.left_out == 1


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
