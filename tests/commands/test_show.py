"""`natoread show`: a release as text, Markdown and JSON."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natoread.exports.markdown import markdown
from natoread_index import Release

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

SHOWN = [
    "format", "id", "title", "kind", "source", "date", "date_end", "date_basis", "speakers", "url",
    "words", "body", "date_read_from", "version", "versions", "origins",
]  # fmt: skip


@pytest.fixture
def ids(natoread: "CommandLine", nine: Path) -> list[str]:
    """The ids of the nine samples."""
    return [line["id"] for line in natoread("--library", nine, "list", "--jsonl").lines]


@pytest.fixture
def haul(natoread: "CommandLine", nine: Path) -> str:
    """The id of one release."""
    found = natoread("--library", nine, "search", "haul", "--json").json["hits"]
    return str(found[0]["id"])


def test_the_text_is_laid_out_as_published(natoread: "CommandLine", nine: Path, haul: str) -> None:
    ran = natoread("--library", nine, "show", haul)
    assert ran.code == 0
    title, _, source, _, opening, *_ = ran.out.splitlines()
    assert title.endswith("for the long haul")
    assert source == "Source: NATO"
    assert opening.startswith("NATO Deputy Secretary General Mircea Geoană chaired")


def test_what_show_prints_add_knows(natoread: "CommandLine", nine: Path, ids: list[str]) -> None:
    text = natoread("--library", nine, "show", *ids).out
    assert natoread("--library", nine, "add", "--dry-run", "-", stdin=text).out.startswith(
        "9 unchanged"
    )


def test_a_terminal_is_told_the_facts_first(natoread: "CommandLine", nine: Path, haul: str) -> None:
    ran = natoread("--library", nine, "show", haul, terminal=True)
    assert ran.err.startswith("28 May 2024 · news · NATO · ")
    assert "28 May 2024 · " not in ran.out


def test_an_id_may_be_cut(natoread: "CommandLine", nine: Path, haul: str) -> None:
    assert natoread("--library", nine, "show", haul[:8]).out.startswith("Deputy Secretary")


def test_an_ambiguous_start_and_an_unknown_id_are_exit_1(
    natoread: "CommandLine", nine: Path
) -> None:
    for name in ("", "zzzz"):
        ran = natoread("--library", nine, "show", name)
        assert (ran.code, ran.out) == (1, "")
        assert len(ran.err.splitlines()) == 1


def test_an_empty_library_has_no_release(natoread: "CommandLine", home: Path) -> None:
    assert natoread("show", "abc").code == 1
    assert not home.exists()


def test_json(natoread: "CommandLine", nine: Path, haul: str) -> None:
    release = natoread("--library", nine, "show", haul, "--json").json
    assert list(release) == SHOWN
    assert release["id"] == haul
    assert release["words"] == len(release["body"].split())
    assert release["date"] == "2024-05-28"
    assert release["date_read_from"] in release["body"]


def test_ids_on_stdin_are_answered_a_line_each(
    natoread: "CommandLine", nine: Path, ids: list[str]
) -> None:
    ran = natoread("--library", nine, "show", "-", stdin="\n".join([*ids, "", "zzzz"]))
    assert ran.code == 1
    assert [release["id"] for release in ran.lines] == ids
    assert "zzzz" in ran.err


def test_several_ids_with_one_unknown(natoread: "CommandLine", nine: Path, haul: str) -> None:
    ran = natoread("--library", nine, "show", "zzzz", haul)
    assert ran.code == 1
    assert "long haul" in ran.out


def test_markdown(natoread: "CommandLine", nine: Path, haul: str) -> None:
    lines = natoread("--library", nine, "show", haul, "--markdown").out.splitlines()
    assert lines[0].startswith("# Deputy Secretary General: Ukraine can count")
    assert lines[2].startswith("*28 May 2024 · news · NATO · ")
    assert lines[4].startswith("NATO Deputy Secretary General Mircea Geoană chaired")


def test_markdown_shows_signs_as_they_were_published() -> None:
    body = "5 * 3 [sic] <b>\n# one\n\n---\n\nsnake_case _so_ AT&amp;T C:\\x"
    assert markdown(Release("A `title`", body, "NATO")).split("\n\n", 2)[2] == (
        "5 \\* 3 \\[sic\\] \\<b\\>  \n\\# one\n\n\\---\n\nsnake_case \\_so\\_ AT\\&amp;T C:\\\\x"
    )
    assert markdown(Release("A `title`", body, "NATO")).startswith("# A \\`title\\`\n\n")


def test_markdown_links_to_where_it_was_published() -> None:
    release = Release("Title", "Text.", "NATO", url="https://nato.int/x")
    assert "\n\n<https://nato.int/x>\n\nText." in markdown(release)


TEXT = "Ministers meet\n\nSource: NATO\n\n" + "\n\n".join(
    f"They spoke at length about the {what}, and agreed to go on with it for as long as need be."
    for what in ("first point", "second point", "third point", "fourth point")
)


@pytest.fixture
def reissued(natoread: "CommandLine", tmp_path: Path) -> str:
    """The id of a release that has two versions."""
    for name, text in ("old.txt", TEXT), ("new.txt", TEXT.replace("go on with", "continue")):
        (tmp_path / name).write_text(text)
        out = natoread("add", tmp_path / name).out
    assert out == "1 updated\n"
    (line,) = natoread("list", "--jsonl").lines
    return str(line["id"])


def test_json_tells_versions_and_origins(
    natoread: "CommandLine", reissued: str, tmp_path: Path
) -> None:
    shown = natoread("show", reissued, "--json").json
    assert (shown["version"], shown["versions"]) == (2, 2)
    assert shown["origins"] == [str(tmp_path / "old.txt"), str(tmp_path / "new.txt")]
    assert "continue" in shown["body"]
    first = natoread("show", reissued, "--json", "--version", "1").json
    assert (first["version"], first["versions"], first["id"]) == (1, 2, reissued)
    assert "continue" not in first["body"]


def test_a_version_is_shown_as_it_was(natoread: "CommandLine", reissued: str) -> None:
    assert "go on with" in natoread("show", reissued, "--version", "1").out
    assert "continue" in natoread("show", reissued, "--version", "2", "--markdown").out
    ran = natoread("show", reissued, "--version", "3")
    assert (ran.code, ran.out, ran.err) == (1, "", f"{reissued} has 2 versions\n")


def test_the_difference_is_shown_line_by_line(natoread: "CommandLine", reissued: str) -> None:
    ran = natoread("show", reissued[:8], "--diff")
    assert ran.err == "Version 2 of 2: 4 lines changed\n"
    head, *lines = ran.out.splitlines()
    assert head == "..."
    assert [line[:2] for line in lines] == ["  ", *["- ", "+ "] * 4]
    shape = natoread("show", reissued, "--diff", "--json").json
    assert (shape["version"], shape["versions"], shape["changed"]) == (2, 2, 4)
    assert [line["sign"] for line in shape["lines"]] == [" ", " ", *"-+" * 4]


def test_the_words_that_changed_are_bold_on_a_terminal(
    natoread: "CommandLine", reissued: str
) -> None:
    assert "\x1b[1mcontinue\x1b[22m" in natoread("show", reissued, "--diff", terminal=True).out


def test_a_release_of_one_version_has_no_difference(
    natoread: "CommandLine", nine: Path, haul: str
) -> None:
    ran = natoread("--library", nine, "show", haul, "--diff")
    assert (ran.code, ran.err) == (1, f"{haul} has no version before this one\n")
    assert natoread("--library", nine, "show", haul, "--version", "0").code == 2
