"""`natoread add`: what goes in, what stays out, and what is said of it."""

import gzip
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.commands.packed import pack, titles

from natoread.commands.adding import Batches
from natoread_index import Added, Library, LibraryLocked, Release

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

NO_COUNTS: dict[str, Any] = dict.fromkeys(
    ("added", "updated", "unchanged", "duplicates", "repaired", "left_out", "failed"), 0
)


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
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "a picture"),
        ("binary.txt", bytes(range(256)) * 9, "not a text"),
        ("empty.txt", b"", "empty"),
        ("prose.txt", b"Only prose.\n", "no release found"),
        ("absent.txt", None, "No such file"),
        ("none*.txt", None, "no file matches"),
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


def test_a_file_that_turns_bad_half_way_leaves_nothing(
    natoread: "CommandLine", tmp_path: Path
) -> None:
    whole = gzip.compress(pack(*map(str, range(1000))).encode(), 1)
    (tmp_path / "bad.txt.gz").write_bytes(whole[: len(whole) // 2])
    ran = natoread("add", tmp_path / "bad.txt.gz")
    assert ran.code == 3
    assert "bad.txt.gz: damaged" in ran.err
    assert titles(natoread) == set()


def test_verbose_reports_each_file(natoread: "CommandLine", folder: Path) -> None:
    lines = natoread("add", "--verbose", folder).out.splitlines()
    assert lines == [f"{folder}/one.txt: 1 added", f"{folder}/deep/two.TXT: 2 added", "3 added"]


def test_a_dry_run_stores_nothing(natoread: "CommandLine", folder: Path, home: Path) -> None:
    ran = natoread("add", "--dry-run", folder)
    assert ran.out == "3 added (dry run: nothing was stored)\n"
    assert not home.exists()
    natoread("add", folder / "one.txt")
    assert natoread("add", "--dry-run", folder).out.startswith("2 added, 1 unchanged (")


def test_json(natoread: "CommandLine", folder: Path) -> None:
    broken = folder / "zz.txt"
    broken.write_bytes(b"\0\1\2" * 99)
    ran = natoread("add", "--json", folder)
    assert ran.code == 3
    failed = {**NO_COUNTS, "failed": 1, "error": f"{broken}: not a text"}
    assert ran.json == {
        "format": 1,
        **NO_COUNTS,
        "added": 3,
        "failed": 1,
        "files": [
            {"path": f"{folder}/one.txt", **NO_COUNTS, "added": 1, "error": None},
            {"path": str(broken), **failed},
            {"path": f"{folder}/deep/two.TXT", **NO_COUNTS, "added": 2, "error": None},
        ],
    }


def test_a_bar_is_drawn_for_a_terminal_alone(natoread: "CommandLine", samples: str) -> None:
    assert natoread("add", samples).err == ""
    shutil.rmtree(natoread.home)
    shown = natoread("add", samples, terminal=True)
    assert "Reading" in shown.err
    assert "Indexing" in shown.err
    assert shown.out == "9 added\n"


def test_a_large_text_goes_in_by_batches() -> None:
    found = [Release(f"Title {n}", "x" * 10, "NATO") for n in range(5)]
    batches = Batches(iter(found), 25)
    assert [[r.title[-1] for r in batch] for batch in batches] == [["0", "1", "2"], ["3", "4"]]
    assert (batches.taken, batches.over) == (5, True)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each release is a batch of its own."""
    monkeypatch.setattr(Batches.__init__, "__defaults__", (1,))


@pytest.mark.usefixtures("small_batches")
def test_what_a_stopped_large_file_left_is_continued(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    large.write_text(pack(*"ABCD"))
    add_two = iter([Library.add, Library.add])

    def interrupted(library: Library, *args: Any, **kwargs: Any) -> Added:
        if following := next(add_two, None):
            return following(library, *args, **kwargs)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Library, "add", interrupted)
        stopped = natoread("add", "--verbose", large)
    assert (stopped.code, stopped.out) == (130, f"{large}: 2 added so far\n2 added\n")
    assert titles(natoread) == {"A", "B"}
    rest = natoread("add", large, "--json").json
    assert (rest["unchanged"], rest["added"]) == (2, 2)
    assert titles(natoread) == set("ABCD")


@pytest.mark.usefixtures("small_batches")
def test_what_was_taken_is_not_compared_again(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "large.txt").write_text(pack(*"ABCD"))
    natoread("add", tmp_path / "large.txt")
    with monkeypatch.context() as patch:
        patch.setattr(Library, "add", None)
        assert natoread("add", tmp_path / "large.txt").out == "4 unchanged\n"
        assert natoread("add", "--dry-run", tmp_path / "large.txt").out.startswith("4 unchanged")


def test_a_file_that_changed_is_read_again(natoread: "CommandLine", tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(pack("A"))
    natoread("add", tmp_path / "one.txt")
    (tmp_path / "one.txt").write_text(pack("A", "B"))
    assert natoread("add", tmp_path / "one.txt").out == "1 added, 1 unchanged\n"


def test_an_interrupt_keeps_what_is_stored_and_says_so(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    add_one = iter([Library.add])

    def interrupted(library: Library, *args: Any, **kwargs: Any) -> Added:
        if following := next(add_one, None):
            return following(library, *args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "add", interrupted)
    ran = natoread("add", folder)
    assert ran.code == 130
    assert ran.out == "1 added\n"
    assert "What was stored stays" in ran.err


def test_a_locked_library_is_told_after_what_went_in(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch, samples: str
) -> None:
    def locked(*_: object, **__: object) -> Added:
        raise LibraryLocked("“natoread add” is writing to the library")

    monkeypatch.setattr(Library, "add", locked)
    ran = natoread("add", samples)
    assert (ran.code, ran.out) == (3, "no releases\n")
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
