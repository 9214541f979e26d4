"""`tag`, `dump` and `restore`: what the user made, from the shell."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natoread_index import Library, Place, Retagging

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


@pytest.fixture
def mine(natoread: "CommandLine", samples: str, tmp_path: Path) -> Path:
    """A library of nine releases that a test may mark."""
    natoread("--library", tmp_path / "mine", "add", samples)
    return tmp_path / "mine"


def total(natoread: "CommandLine", library: Path, query: str) -> int:
    found: int = natoread("--library", library, "search", query, "--json").json["total"]
    return found


def test_tags_go_on_what_answers_and_off(natoread: "CommandLine", mine: Path) -> None:
    ran = natoread("--library", mine, "tag", "+Summit", "+x", "ukraine")
    assert (ran.code, ran.out, ran.err) == (0, "", "+Summit +x: 5 releases changed, of 5\n")
    ran = natoread("--library", mine, "tag", "-x", "+y", "ukraine", "-drill", "by:stoltenberg")
    assert ran.err.startswith("+y -x: ")
    assert total(natoread, mine, "tag:summit") == 5
    assert total(natoread, mine, "tag:y -tag:x") == total(natoread, mine, "tag:y") > 0


def test_tags_without_words_are_listed(natoread: "CommandLine", mine: Path) -> None:
    assert natoread("--library", mine, "tag").out == ""
    natoread("--library", mine, "tag", "+b", "+a", "ukraine")
    natoread("--library", mine, "tag", "+a", "date:none")
    many = total(natoread, mine, "tag:a")
    assert natoread("--library", mine, "tag").out == f"{many:>9}  a\n        5  b\n"
    assert natoread("--library", mine, "tag", "--json").json["tags"] == {"a": many, "b": 5}


def test_marks_are_searched_with_facets_line_by_line_and_half_typed(
    natoread: "CommandLine", mine: Path
) -> None:
    natoread("--library", mine, "tag", "+summit", "ukraine")
    asked = ["tag:summit", "tag:sum", "is:unread -tag:summit", "is:", "note:pledge", "is:starred"]
    words = ["search", "--batch", "--typing", "--facets"]
    ran = natoread("--library", mine, *words, stdin="\n".join(asked))
    answers = {line["query"]: line for line in ran.lines}
    assert [answers[query]["total"] for query in asked] == [5, 5, 4, 9, 0, 0]
    assert sum(answers["tag:summit"]["facets"]["kind"].values()) == 5


def test_a_release_is_tagged_by_its_id(natoread: "CommandLine", mine: Path) -> None:
    one = natoread("--library", mine, "list", "--jsonl").lines[0]
    natoread("--library", mine, "tag", "+x", one["id"][:8])
    hits = natoread("--library", mine, "search", "tag:x", "--json").json["hits"]
    assert [hit["id"] for hit in hits] == [one["id"]]


def test_a_dry_run_changes_nothing(natoread: "CommandLine", mine: Path) -> None:
    ran = natoread("--library", mine, "tag", "--dry-run", "+x", "ukraine")
    assert ran.err == "+x: would be for 5 releases\n"
    assert natoread("--library", mine, "tag").out == ""


def test_what_nothing_answers_is_exit_1(natoread: "CommandLine", mine: Path) -> None:
    ran = natoread("--library", mine, "tag", "+x", "zanzibar", "--json")
    assert (ran.code, ran.json) == (1, {"format": 1, "releases": 0, "changed": 0})


@pytest.mark.parametrize("words", [["+x"], ["ukraine"], ["+", "ukraine"]])
def test_tags_without_a_query_or_a_query_without_tags_are_a_mistake(
    natoread: "CommandLine", mine: Path, words: list[str]
) -> None:
    assert natoread("--library", mine, "tag", *words).code == 2


def make_things(folder: Path) -> None:
    """Put something of every kind into a library."""
    with Library.open(folder) as library:
        one, two, *_ = library.newest
        ids = list(library.ids([one, two]).values())
        library.marks.read(ids)
        library.marks.star(ids[:1])
        library.marks.tag(ids, Retagging.of(["+Vilnius-Summit"]))
        library.marks.note(ids[1], "A “pledge”,\nin two lines \u202e.")
        library.searches.save("East", "poland OR estonia")
        library.searches.note_asked("ukraine")
        library.places.keep({ids[0]: Place(3, 7)})
        library.feeds.follow("https://example.org/feed", "A feed")


def test_a_dump_is_plain_lines_and_fills_another_library(
    natoread: "CommandLine", mine: Path, samples: str, tmp_path: Path
) -> None:
    make_things(mine)
    dump = natoread("--library", mine, "dump")
    assert all(line["format"] == 1 for line in dump.lines)
    kinds = {line["what"] for line in dump.lines}
    assert kinds == {"read", "star", "tag", "note", "search", "asked", "place", "feed"}
    other = tmp_path / "other"
    ran = natoread("--library", other, "restore", "-", stdin=dump.out)
    assert (ran.code, ran.out) == (0, f"{len(dump.lines)} restored\n")
    natoread("--library", other, "add", samples)
    assert total(natoread, other, "is:read tag:vilniussummit") == 2
    assert natoread("--library", other, "dump").out == dump.out
    again = natoread("--library", other, "restore", "-", "--json", stdin=dump.out)
    assert again.json["unchanged"] == len(dump.lines)


def test_the_newer_of_two_stays(natoread: "CommandLine", mine: Path, tmp_path: Path) -> None:
    make_things(mine)
    lines = natoread("--library", mine, "dump").lines
    (note,) = (line for line in lines if line["what"] == "note")
    old = note | {"note": "Old.", "since": "2001-01-01T00:00:00+00:00"}
    new = note | {"note": "New.", "since": "2999-01-01T00:00:00+00:00"}
    file = tmp_path / "notes.jsonl"
    file.write_text(json.dumps(old) + "\n\n")
    assert natoread("--library", mine, "restore", file).out == "1 older than yours\n"
    file.write_text(json.dumps(new))
    assert natoread("--library", mine, "restore", file).out == "1 restored\n"
    with Library.open(mine) as library:
        assert library.marks.signs([note["id"]])[note["id"]].note == "New."
        library.undo()
        assert library.marks.signs([note["id"]])[note["id"]].note == note["note"]


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        "{}",
        '{"what": "star"}',
        '{"what": "star", "id": 7, "since": ""}',
        '{"what": "place", "id": "a", "paragraph": "1", "offset": 2}',
        '{"what": "feed", "url": null, "title": ""}',
    ],
)
def test_what_is_no_dump_is_told_with_its_line_and_leaves_all_as_it_is(
    natoread: "CommandLine", mine: Path, line: str
) -> None:
    good = '{"what": "star", "id": "a", "since": "2024-05-28T00:00:00+00:00"}'
    ran = natoread("--library", mine, "restore", "-", stdin=f"{good}\n\n{line}\n")
    assert ran.code == 3
    assert "line 3 is none that dump prints; nothing was restored" in ran.err
    assert natoread("--library", mine, "dump").out == ""


def test_what_a_newer_natoread_knows_is_passed_over(natoread: "CommandLine", mine: Path) -> None:
    ran = natoread("--library", mine, "restore", "-", stdin='{"what": "dream", "id": "a"}')
    assert (ran.code, ran.out) == (0, "1 of a newer natoread, passed over\n")


def test_a_dump_of_nothing_is_nothing_and_makes_nothing(
    natoread: "CommandLine", tmp_path: Path
) -> None:
    assert natoread("--library", tmp_path / "L", "dump").out == ""
    assert not (tmp_path / "L").exists()
    assert natoread("--library", tmp_path / "L", "restore", "-").out == "nothing to restore\n"
