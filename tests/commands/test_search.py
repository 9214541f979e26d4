"""`natoread search`, on the nine samples: what it finds, in words and as JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from natoread_index import (
    IndexTrouble,
    Library,
    LibraryError,
    LibraryLocked,
)

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine, Ran

HIT = [
    "id", "title", "kind", "source", "date", "date_end", "date_basis", "score", "snippet",
]  # fmt: skip
ANSWER = ["format", "query", "total", "ms", "corrected", "also", "hits"]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("Geoana", 2),
        ("GEOANĂ", 2),
        ("Rovajarvi", 1),
        ("defence air", 2),
        ("Ukraine's", 5),
        ("Ukraine’s", 5),
        ("title:Ukraine", 2),
        ("indopacific", 3),
        ("Indo Pacific", 3),
        ("multi-year", 2),
        ("", 9),
    ],
)
def test_the_truth(search: "Callable[..., Ran]", query: str, total: int) -> None:
    ran = search(query, "--json")
    assert ran.code == 0
    assert ran.json["total"] == total


@pytest.mark.parametrize("query", ["ukraine AND", '"air def', "(ukraine", "ukraine date:2024-"])
def test_a_query_half_typed_is_no_failure(search: "Callable[..., Ran]", query: str) -> None:
    ran = search(query, "--typing")
    assert ran.code == 0
    assert "releases" in ran.err


def test_no_match_is_exit_1_and_said(search: "Callable[..., Ran]") -> None:
    for query in ("foo", "foo AND"):
        ran = search(query)
        assert (ran.code, ran.out) == (1, "")
        assert query in ran.err


def test_an_empty_library_says_how_to_fill_it(natoread: "CommandLine", home: Path) -> None:
    ran = natoread("search", "ukraine")
    assert (ran.code, ran.out) == (1, "")
    assert "natoread add" in ran.err
    assert not home.exists()


def test_json_has_the_shape_that_scripts_rely_on(search: "Callable[..., Ran]") -> None:
    answer = search("ukraine", "air", "d", "--typing", "--json").json
    assert list(answer) == ANSWER
    assert [list(hit) for hit in answer["hits"]] == [HIT, HIT]
    assert answer["query"] == "ukraine air d"
    assert answer["total"] == 2
    assert answer["corrected"] is None
    assert isinstance(answer["ms"], float)


def test_a_hit_tells_its_date_and_where_it_answers(search: "Callable[..., Ran]") -> None:
    hit = search("haul", "--json").json["hits"][0]
    assert hit["title"].startswith("Deputy Secretary General: Ukraine can count on NATO")
    assert (hit["date"], hit["date_end"], hit["date_basis"]) == ("2024-05-28", None, "stated")
    assert hit["kind"] == "news"
    assert hit["source"] == "NATO"
    assert len(hit["id"]) == 32
    assert hit["score"] > 0
    assert "⟦Geoană⟧" in search("geoana", "--json").json["hits"][0]["snippet"]


def test_the_last_word_is_a_beginning_only_while_typing(search: "Callable[..., Ran]") -> None:
    assert search("ukrai", "--json").json["total"] == 0
    assert search("ukrai", "--typing", "--json").json["total"] == 5


def test_brackets_of_the_text_are_not_taken_for_marks(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin="Marks\n\nSource: NATO\n\nA ⟦bracketed⟧ word.\n")
    hit = natoread("search", "word", "--json").json["hits"][0]
    assert hit["snippet"] == "A [bracketed] ⟦word⟧."


def test_jsonl_is_a_hit_a_line_and_the_total_aside(search: "Callable[..., Ran]") -> None:
    ran = search("ukraine", "--jsonl", "--limit", "2")
    assert [list(hit) for hit in ran.lines] == [["format", *HIT]] * 2
    assert ran.err == "1–2 of 5 releases; --offset 2 goes on, --limit 0 prints all\n"


def test_limit_and_offset_cut_the_same_order(search: "Callable[..., Ran]") -> None:
    whole = [hit["id"] for hit in search("ukraine", "--jsonl", "--limit", "0").lines]
    parts = [search("ukraine", "--jsonl", "--limit", "2", "--offset", n).lines for n in "024"]
    assert [hit["id"] for part in parts for hit in part] == whole
    assert len(whole) == 5


def test_what_is_left_is_said_in_words(search: "Callable[..., Ran]") -> None:
    assert search("ukraine", "--offset", "3").err == "4–5 of 5 releases\n"
    one = search("ukraine", "--limit", "1", "--offset", "1").err
    assert one == "2 of 5 releases; --offset 2 goes on, --limit 0 prints all\n"


def test_an_offset_beyond_the_end_shows_none_and_still_matches(
    search: "Callable[..., Ran]",
) -> None:
    ran = search("ukraine", "--offset", "50")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "None of 5 releases\n"


def test_the_orders_by_date(search: "Callable[..., Ran]") -> None:
    def dates(order: str) -> list[str]:
        found = search("nato", "--jsonl", "--sort", order).lines
        return [hit["date"] for hit in found if hit["date"]]

    assert dates("newest") == sorted(dates("newest"), reverse=True)
    assert dates("oldest") == sorted(dates("oldest"))


def test_a_person_sees_title_facts_and_where_it_answers(search: "Callable[..., Ran]") -> None:
    ran = search("geoana", "haul")
    title, facts, snippet, *_ = ran.out.splitlines()
    assert title == "Deputy Secretary General: Ukraine can count on NATO for the long haul"
    assert facts.startswith("  28 May 2024 · news · NATO · ")
    assert snippet.startswith("  NATO Deputy Secretary General Mircea Geoană chaired")
    assert ran.err == "1 release\n"


def test_the_id_that_is_shown_can_be_given_to_show(
    natoread: "CommandLine", nine: Path, search: "Callable[..., Ran]"
) -> None:
    name = search("haul").out.splitlines()[1].rpartition(" ")[2]
    assert "long haul" in natoread("--library", nine, "show", name).out


def test_a_dash_excludes(search: "Callable[..., Ran]") -> None:
    assert search("ukraine", "-air", "--json").json["total"] < 5


def test_what_was_stored_but_not_indexed_is_found(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Library, "catch_up", lambda _: iter(()))
        natoread("add", samples)
    assert natoread("search", "geoana", "--json").json["total"] == 2


def test_an_index_that_another_program_is_building_is_told(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    def locked(_: Library) -> None:
        raise LibraryLocked("“natoread reindex” is writing to the library")

    monkeypatch.setattr(Library, "catch_up", locked)
    natoread("add", samples)
    ran = natoread("search", "geoana")
    assert ran.code == 3
    assert "9 releases can't be searched yet." in ran.err


def test_an_index_that_can_not_be_written_is_searched_as_far_as_it_goes(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    def full(_: Library) -> None:
        raise LibraryError("the disk is full")

    natoread("add", samples)
    with monkeypatch.context() as patch:
        patch.setattr(Library, "catch_up", full)
        added = natoread("add", "-", stdin="Geoană again\n\nSource: NATO\n\nText.\n")
        ran = natoread("search", "geoana", "--json")
    assert (added.code, added.out) == (3, "1 added\n")
    assert ran.json["total"] == 2
    assert "1 releases can't be searched yet." in ran.err


def test_bytes_that_are_no_text_are_a_query_like_any_other(
    search: "Callable[..., Ran]",
) -> None:
    assert search("ukraine\udcff", "--json").code in {0, 1}


def test_an_index_found_damaged_is_built_again_and_said(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    searched = Library.search
    troubles = [IndexTrouble("the search index is damaged; it has to be built again")]

    def damaged(library: Library, *asked: Any) -> Any:
        if troubles:
            raise troubles.pop()
        return searched(library, *asked)

    natoread("add", samples)
    monkeypatch.setattr(Library, "search", damaged)
    ran = natoread("search", "geoana")
    assert ran.code == 0
    assert "damaged" in ran.err
    assert "2 releases" in ran.err


def test_no_match_among_releases_that_can_not_be_searched_is_trouble(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    def refused(_: Library) -> None:
        raise LibraryError("the index can’t be written here")

    with monkeypatch.context() as patch:
        patch.setattr(Library, "catch_up", refused)
        natoread("add", samples)
        assert natoread("search", "geoana").code == 3
    assert natoread("search", "geoana").code == 0


@pytest.mark.parametrize(
    ("words", "other"), [(["--json", "--jsonl"], "--json"), (["--jsonl", "--facets"], "--facets")]
)
def test_hits_alone_and_whole_answers_exclude_each_other(
    search: "Callable[..., Ran]", words: list[str], other: str
) -> None:
    ran = search("nato", *words)
    assert (ran.code, ran.out) == (2, "")
    assert f"--jsonl prints hits alone, so it can't go with {other}." in ran.err
