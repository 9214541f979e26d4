"""`natoread remove`: by id, by query, by file; asked on a terminal, and undone by `add`."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natoread_index import Library, LibraryLocked

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


@pytest.fixture(autouse=True)
def nine_held(natoread: "CommandLine", samples: str) -> None:
    """A library of the nine samples, which may be changed."""
    natoread("add", samples)


def held(natoread: "CommandLine") -> list[str]:
    return [line["id"] for line in natoread("list", "--jsonl").lines]


def test_by_ids_which_may_be_cut(natoread: "CommandLine") -> None:
    ids = held(natoread)
    ran = natoread("remove", ids[0][:8], ids[3])
    assert (ran.code, ran.err) == (0, "2 releases removed.\n")
    assert [line.split()[0] for line in ran.out.splitlines()] == [ids[0][:10], ids[3][:10]]
    assert held(natoread) == [*ids[1:3], *ids[4:]]


def test_by_what_a_query_finds(natoread: "CommandLine") -> None:
    found = {hit["id"] for hit in natoread("search", "geoana", "--json").json["hits"]}
    assert natoread("remove", "geoana", "-kangaroo").err == "2 releases removed.\n"
    assert not found & set(held(natoread))
    assert natoread("search", "geoana").code == 1
    assert natoread("doctor").code == 0


def test_a_word_that_could_be_an_id_and_is_none_is_searched(natoread: "CommandLine") -> None:
    assert natoread("search", "faced").code == natoread("remove", "faced").code
    assert natoread("remove", "decade").err.endswith(".\n")


def test_what_can_only_be_an_id_is_not_searched(natoread: "CommandLine") -> None:
    ran = natoread("remove", "0123456789abcdef")
    assert (ran.code, ran.err) == (1, "no release has the id 0123456789abcdef\n")
    assert len(held(natoread)) == 9


def test_all_that_one_add_brought(
    natoread: "CommandLine", samples: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = Path(samples).read_text(encoding="utf-8")
    more = "\n\nAnother title\n\nSource: NATO\n\nAnother text.\n"
    (tmp_path / "more.txt").write_text(text + more, encoding="utf-8")
    natoread("add", tmp_path / "more.txt")
    monkeypatch.chdir(tmp_path)
    ran = natoread("remove", "--from", "more.txt")
    assert ran.out.endswith("Another title\n")
    assert ran.err == (
        "9 of its releases stay: they came from other files, too.\n1 release removed.\n"
    )
    assert natoread("remove", "--from", "nowhere.txt").code == 1
    assert natoread("add", "more.txt").out == "1 added, 9 unchanged\n"


def test_what_came_packed_is_from_the_packed_file(
    natoread: "CommandLine", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    packed = gzip.compress(b"A title\n\nSource: NATO\n\nA text.")
    Path("one.txt.gz").write_bytes(packed)
    assert natoread("add", "--verbose", "one.txt.gz").out == "one.txt.gz: 1 added\n1 added\n"
    assert natoread("remove", "--from", "one.txt.gz").err == "1 release removed.\n"


def test_what_came_on_stdin_is_from_the_dash(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin="A title\n\nSource: NATO\n\nA text.")
    assert natoread("remove", "--from", "-").err == "1 release removed.\n"


def test_add_undoes_it(natoread: "CommandLine", samples: str) -> None:
    ids = held(natoread)
    assert natoread("remove", "--from", samples).err == "9 releases removed.\n"
    assert held(natoread) == []
    assert natoread("add", samples).out == "9 added\n"
    assert held(natoread) == ids
    assert natoread("search", "geoana", "--json").json["total"] == 2


def test_a_dry_run_only_says_what_would_go(natoread: "CommandLine") -> None:
    ran = natoread("remove", "--dry-run", "geoana")
    assert (ran.code, ran.out.count("\n")) == (0, 2)
    assert ran.err == "Nothing was removed: 2 releases would be.\n"
    assert len(held(natoread)) == 9
    shape = natoread("remove", "--dry-run", "--json", "geoana").json
    assert (shape["removed"], len(shape["releases"])) == (0, 2)


@pytest.mark.parametrize(("typed", "left"), [("y\n", 7), ("YES\n", 7), ("n\n", 9), ("", 9)])
def test_on_a_terminal_it_asks_first(natoread: "CommandLine", typed: str, left: int) -> None:
    ran = natoread("remove", "geoana", stdin=typed, terminal=True)
    assert "Remove 2 releases? Type y for yes.\n" in ran.err
    assert len(held(natoread)) == left


def test_it_need_not_ask(natoread: "CommandLine") -> None:
    assert "?" not in natoread("remove", "--yes", "geoana", terminal=True).err
    assert len(held(natoread)) == 7


def test_json_tells_what_went(natoread: "CommandLine") -> None:
    name = held(natoread)[0]
    shape = natoread("remove", name, "--json").json
    assert (shape["format"], shape["removed"], shape["releases"][0]["id"]) == (1, 1, name)


@pytest.mark.parametrize("words", [[], [""], ["--from", "a.txt", "geoana"]])
def test_it_must_be_told_what(natoread: "CommandLine", words: list[str]) -> None:
    assert natoread("remove", *words).code == 2


def test_nothing_found_is_exit_1(natoread: "CommandLine") -> None:
    ran = natoread("remove", "kangaroo")
    assert (ran.code, ran.out, ran.err) == (1, "", "No release to remove.\n")


def test_a_program_that_is_indexing_does_not_stop_it(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Library) -> None:
        raise LibraryLocked("another program is writing")

    name = held(natoread)[0]
    monkeypatch.setattr(Library, "catch_up", locked)
    ran = natoread("remove", name)
    assert (ran.code, len(held(natoread))) == (0, 8)
    assert "another program is writing" in ran.err
