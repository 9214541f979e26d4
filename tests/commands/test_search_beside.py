"""`natoread search`: what was searched beside the words, and what is counted of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natoread_index import (
    Hits,
    Library,
    Query,
    Sort,
)

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine, Ran


ANSWER = ["format", "query", "total", "ms", "corrected", "also", "hits"]


@pytest.fixture
def with_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that knows another name of “Geoană”, and no “Geaona”."""
    searched = Library.search

    def search(library: Library, query: Query, sort: Sort = Sort.RELEVANCE) -> Hits:
        named = Query.parse("title:haul OR title:mauritania")
        corrected = ((query.text, "geoana"),) if query.text.lower() == "geaona" else ()
        hits = searched(library, named, sort)
        return replace(hits, query=named, also=("haul", "de\u2028fense"), corrected=corrected)

    monkeypatch.setattr(Library, "search", search)


@pytest.mark.usefixtures("with_names")
def test_what_was_searched_beside_the_words_is_said_after_the_total(
    search: "Callable[..., Ran]",
) -> None:
    ran = search("geoana")
    assert ran.err == "2 releases\nAlso searched: haul, de fense\n"
    ran = search("Geaona", "--jsonl")
    assert ran.err.splitlines() == [
        "2 releases",
        "Also searched: haul, de fense",
        "No release has “Geaona”: searched for Geoana",
    ]


@pytest.mark.usefixtures("with_names")
def test_json_tells_what_was_typed_and_what_was_searched(search: "Callable[..., Ran]") -> None:
    answer = search("geaona", "--json").json
    assert answer["query"] == "geaona"
    assert answer["also"] == ["haul", "de\u2028fense"]
    assert answer["corrected"] == [["geaona", "geoana"]]
    assert answer["total"] == 2


@pytest.mark.usefixtures("with_names")
def test_a_terminal_shows_in_bold_what_was_searched(natoread: "CommandLine", nine: Path) -> None:
    ran = natoread("--library", nine, "search", "geaona", terminal=True)
    assert "long \x1b[1mhaul\x1b[22m" in ran.out
    assert "with \x1b[1mMauritania\x1b[22m" in ran.out


@pytest.mark.usefixtures("with_names")
def test_facets_count_what_was_searched(search: "Callable[..., Ran]") -> None:
    assert search("geaona", "--json", "--facets").json["facets"]["month"] == {"2024-05": 2}


def test_facets_count_all_hits_and_not_only_those_on_show(search: "Callable[..., Ran]") -> None:
    answer = search("nato", "--json", "--facets", "--limit", "1").json
    assert list(answer) == [*ANSWER, "facets"]
    facets = answer["facets"]
    assert list(facets) == ["kind", "source", "by", "month"]
    assert facets["source"] == {"NATO": answer["total"]}
    assert sum(facets["kind"].values()) == sum(facets["month"].values()) == answer["total"]
    assert facets["month"]["none"] == 2
    assert "facets" not in search("nato", "--json").json


def test_facets_for_people_are_small_tables(search: "Callable[..., Ran]") -> None:
    ran = search("stoltenberg", "--facets", "--limit", "1")
    tables = ran.out.partition("\nBy kind\n")[2].split("\n\n")
    assert [table.splitlines()[0] for table in tables[1:]] == [
        "By source",
        "By speaker",
        "By month",
    ]
    assert "        1  speech" in tables[0].splitlines()
    assert "        2  none" in tables[3].splitlines()
    assert search("zanzibar", "--facets").out == ""


def test_a_long_table_is_cut_and_says_how_much_it_left_out(
    natoread: "CommandLine", home: Path
) -> None:
    release = "Release {0}\n\nSource: S{0}\n\nText.\n\n"
    twice = release.format(0).replace("Release 0", "Once more")
    text = "".join(release.format(number) for number in range(13)) + twice
    natoread("add", "-", stdin=text)
    sources = natoread("search", "text", "--facets").out.partition("By source\n")[2]
    rows = sources.partition("\n\n")[0].splitlines()
    assert rows[0] == "        2  S0"
    assert len(rows) == 11
    assert rows[10] == "        3  (3 others)"
