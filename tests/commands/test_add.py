"""`natoread add`: what goes in, what stays out, and what is said of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from natoread.commands import add, adding
from natoread.commands.adding import Outcome, pieces
from natoread_index import Added, LibraryLocked, Release

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

NO_COUNTS = {"added": 0, "updated": 0, "unchanged": 0, "duplicates": 0, "failed": 0}


def pack(*titles: str) -> str:
    """A text with one release for each title."""
    return "\n\n".join(f"{title}\n\nSource: NATO\n\nThe text of {title}." for title in titles)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two texts, one of them in a folder of its own, and a file of another kind."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "one.txt").write_text(pack("One"))
    (tmp_path / "in" / "deep" / "two.TXT").write_text(pack("Two", "Three"))
    (tmp_path / "in" / "notes.md").write_text(pack("Notes"))
    return tmp_path / "in"


def titles(natoread: "CommandLine") -> set[str]:
    return {line["title"] for line in natoread("list", "--jsonl").lines}


def test_nine_are_added_and_then_unchanged(natoread: "CommandLine", samples: str) -> None:
    assert natoread("add", samples).out == "9 added\n"
    again = natoread("add", samples)
    assert (again.code, again.out, again.err) == (0, "9 unchanged\n", "")


def test_what_was_added_can_be_searched(natoread: "CommandLine", samples: str) -> None:
    natoread("add", samples)
    assert natoread("search", "geoana", "--json").json["total"] == 2


def test_the_same_words_in_other_spacing_are_a_duplicate(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin=pack("One"))
    assert natoread("add", "-", stdin=pack("One").replace("text of", "text  of")).out == (
        "1 duplicate\n"
    )


def test_a_folder_is_searched_for_texts(natoread: "CommandLine", folder: Path) -> None:
    assert natoread("add", folder).out == "3 added\n"
    assert titles(natoread) == {"One", "Two", "Three"}


def test_a_pattern_that_the_shell_left_alone(natoread: "CommandLine", folder: Path) -> None:
    assert natoread("add", f"{folder}/**/*.TXT").out == "2 added\n"


def test_a_relative_pattern(
    natoread: "CommandLine", folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert natoread("add", "*.txt").out == "1 added\n"


def test_a_file_with_brackets_in_its_name(natoread: "CommandLine", tmp_path: Path) -> None:
    (tmp_path / "may[1].txt").write_text(pack("One"))
    assert natoread("add", tmp_path / "may[1].txt").out == "1 added\n"


def test_a_file_named_twice_is_read_once(natoread: "CommandLine", folder: Path) -> None:
    ran = natoread("add", "--verbose", folder, folder / "one.txt", folder / "one.txt")
    assert ran.out.count("one.txt") == 1


def test_stdin(natoread: "CommandLine") -> None:
    assert natoread("add", "-", stdin=pack("One", "Two")).out == "2 added\n"


def test_a_byte_order_mark_is_no_letter_of_the_title(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin=b"\xef\xbb\xbf" + pack("One").encode())
    assert titles(natoread) == {"One"}


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems(natoread: "CommandLine", ending: str) -> None:
    natoread("add", "-", stdin=pack("One", "Two").replace("\n", ending))
    assert titles(natoread) == {"One", "Two"}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_text_in_another_encoding(natoread: "CommandLine", encoding: str) -> None:
    natoread("add", "-", stdin=pack("Déjà vu – “once”").encode(encoding))
    assert titles(natoread) == {"Déjà vu – “once”"}


def test_a_text_that_was_read_wrongly_before(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin=pack("The Alliance’s café").encode().decode("cp1252").encode())
    assert titles(natoread) == {"The Alliance’s café"}


def test_a_line_separator_within_a_line_ends_none(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin="One\n\nSource: NATO\n\nFirst\u2028second.\n")
    name = natoread("list").out.split()[0]
    assert natoread("show", name, "--json").json["body"] == "First\u2028second."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "not a text"),
        ("empty.txt", b"", "no release found"),
        ("prose.txt", b"Only prose.\n", "no release found"),
        ("absent.txt", None, "No such file"),
        ("none*.txt", None, "No such file"),
    ],
)
def test_a_file_that_fails_is_named_with_the_reason_and_the_rest_goes_in(
    natoread: "CommandLine", folder: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (folder.parent / name).write_bytes(content)
    ran = natoread("add", folder.parent / name, folder)
    assert ran.code == 3
    assert f"{folder.parent / name}: " in ran.err
    assert reason in ran.err
    assert ran.out == "3 added, 1 file failed\n"


def test_a_folder_without_texts_fails(natoread: "CommandLine", tmp_path: Path) -> None:
    ran = natoread("add", tmp_path)
    assert ran.code == 3
    assert "no text file (*.txt)" in ran.err
    assert ran.out == "1 file failed\n"


def test_a_file_that_turns_bad_half_way_leaves_nothing(
    natoread: "CommandLine", tmp_path: Path
) -> None:
    text = f"{pack('One')}\n\nTwo\n\nSource: NATO\n\n{'word ' * 300_000}".encode() + bytes(100_000)
    (tmp_path / "bad.txt").write_bytes(text)
    assert natoread("add", tmp_path / "bad.txt").code == 3
    assert titles(natoread) == set()


def test_a_name_that_is_no_text(natoread: "CommandLine", tmp_path: Path) -> None:
    name = (str(tmp_path).encode() + b"/\xff.txt").decode("utf-8", "surrogateescape")
    Path(name).write_text(pack("One"))
    assert natoread("add", "--verbose", name).code == 0
    assert titles(natoread) == {"One"}


def test_verbose_reports_each_file(natoread: "CommandLine", folder: Path) -> None:
    lines = natoread("add", "--verbose", folder).out.splitlines()
    assert lines == [f"{folder}/deep/two.TXT: 2 added", f"{folder}/one.txt: 1 added", "3 added"]


def test_a_dry_run_stores_nothing(natoread: "CommandLine", folder: Path, home: Path) -> None:
    ran = natoread("add", "--dry-run", folder)
    assert ran.out == "3 added (dry run: nothing was stored)\n"
    assert not home.exists()
    natoread("add", folder / "one.txt")
    assert natoread("add", "--dry-run", folder).out.startswith("2 added, 1 unchanged (")


def test_json(natoread: "CommandLine", folder: Path) -> None:
    picture = folder / "zz.txt"
    picture.write_bytes(bytes(100))
    ran = natoread("add", "--json", folder)
    assert ran.code == 3
    counts: dict[str, Any] = {"added": 3, "updated": 0, "unchanged": 0, "duplicates": 0}
    failed = {**NO_COUNTS, "failed": 1, "error": f"{picture}: not a text"}
    assert ran.json == {
        "format": 1,
        **counts,
        "failed": 1,
        "files": [
            {"path": f"{folder}/deep/two.TXT", **NO_COUNTS, "added": 2, "error": None},
            {"path": f"{folder}/one.txt", **NO_COUNTS, "added": 1, "error": None},
            {"path": str(picture), **failed},
        ],
    }


def test_a_bar_is_drawn_for_a_terminal_alone(natoread: "CommandLine", samples: str) -> None:
    assert natoread("add", samples).err == ""
    shutil.rmtree(natoread.home)
    shown = natoread("add", samples, terminal=True)
    assert "Reading" in shown.err
    assert "Indexing" in shown.err
    assert shown.out == "9 added\n"


def test_a_large_text_goes_in_by_pieces() -> None:
    found = [Release(f"Title {n}", "x" * 10, "NATO") for n in range(5)]
    assert [[r.title[-1] for r in piece] for piece in pieces(iter(found), 25)] == [
        ["0", "1", "2"],
        ["3", "4"],
    ]


def test_what_a_stopped_large_file_left_is_continued(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(adding.pieces, "__defaults__", (1,))
    text = pack(*"ABCD").encode()
    (tmp_path / "large.txt").write_bytes(text + b"\nword" * 300_000 + bytes(100_000))
    stopped = natoread("add", tmp_path / "large.txt")
    kept = titles(natoread)
    assert stopped.code == 3
    (tmp_path / "large.txt").write_bytes(text)
    rest = natoread("add", tmp_path / "large.txt", "--json").json
    assert (rest["unchanged"], rest["added"]) == (len(kept), 4 - len(kept))
    assert titles(natoread) == set("ABCD")


def test_an_interrupt_keeps_what_is_stored_and_says_so(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    def interrupted(*_: object) -> Iterator[Outcome]:
        yield Outcome("one.txt", Added(added=1))
        raise KeyboardInterrupt

    monkeypatch.setattr(add, "outcomes", interrupted)
    ran = natoread("add", samples)
    assert ran.code == 130
    assert ran.out == "1 added\n"
    assert "What was stored stays" in ran.err


def test_a_locked_library_is_told_after_what_went_in(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    def locked(*_: object) -> Iterator[Outcome]:
        yield Outcome("one.txt", Added(added=1))
        raise LibraryLocked("“natoread add” is writing to the library")

    monkeypatch.setattr(add, "outcomes", locked)
    ran = natoread("add", samples)
    assert (ran.code, ran.out) == (3, "1 added\n")
    assert "is writing" in ran.err


def test_a_damaged_library_reports_nothing_added_as_json(
    natoread: "CommandLine", samples: str, home: Path
) -> None:
    folder = home / "library"
    folder.mkdir(parents=True)
    (folder / "library.db").write_bytes(b"no database" * 100)
    ran = natoread("--library", folder, "add", samples, "--json")
    assert (ran.code, ran.out) == (3, "")
    assert "damaged" in ran.err
