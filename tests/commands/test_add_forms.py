"""`natoread add ANYTHING`: files of every form from where they lie to what is told of them."""

import gzip
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.index.reading.files import PACK, PAGE, RECORD, tarred, zipped

from natoread.commands import progress
from natoread.commands.progress import ReadingBar

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder with a page as a browser saved it, and with what an archive of others holds."""
    (tmp_path / "saved" / "page_files").mkdir(parents=True)
    (tmp_path / "saved" / "page.html").write_text(PAGE)
    (tmp_path / "saved" / "page_files" / "frame.html").write_text(PAGE.replace("Allies", "Ads"))
    (tmp_path / "saved" / "press_files").mkdir()
    other = PAGE.replace("Allies", "Ministers")
    (tmp_path / "saved" / "press_files" / "more.zip").write_bytes(zipped({"a/b": other.encode()}))
    return tmp_path / "saved"


def titles(natoread: "CommandLine") -> set[str]:
    return {line["title"] for line in natoread("list", "--jsonl").lines}


def test_pages_go_in_without_what_browsers_save_beside_them(
    natoread: "CommandLine", saved: Path
) -> None:
    ran = natoread("add", "--verbose", saved)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"{saved}/page.html: 1 added",
        f"{saved}/press_files/more.zip/a/b: 1 added",
        "2 added",
    ]
    assert titles(natoread) == {"Allies meet in Brussels", "Ministers meet in Brussels"}


def test_what_an_archive_brought_is_unchanged_the_next_time(
    natoread: "CommandLine", saved: Path
) -> None:
    natoread("add", saved)
    assert natoread("add", saved).out == "2 unchanged\n"


def test_what_was_taken_out_comes_back(natoread: "CommandLine", saved: Path) -> None:
    natoread("add", saved)
    natoread("remove", "--from", saved / "press_files" / "more.zip")
    assert len(titles(natoread)) == 1
    assert natoread("add", saved).out == "1 added, 1 unchanged\n"


def test_a_pattern_finds_files_of_any_form(natoread: "CommandLine", tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([RECORD]))
    (tmp_path / "b.gz").write_bytes(gzip.compress(PACK.replace("Allies", "Others").encode()))
    assert natoread("add", f"{tmp_path}/*").out == "2 added\n"


def test_an_archive_from_stdin(natoread: "CommandLine") -> None:
    ran = natoread("add", "--verbose", "-", stdin=tarred({"a.txt": PACK.encode()}, "w:gz"))
    assert ran.out == "-/a.txt: 1 added\n1 added\n"


def test_fields_of_other_names(natoread: "CommandLine", tmp_path: Path) -> None:
    table = tmp_path / "export.csv"
    table.write_text("Betreff;Inhalt;Tag\nAllies meet;They met.;2024-05-28\n;;\n")
    ran = natoread("add", table)
    assert ran.code == 3
    assert "fields (Betreff, Inhalt, Tag)" in ran.err
    names = "--map", "title=Betreff", "--map", "body=Inhalt", "--map", "date=Tag"
    assert natoread("add", *names, table).out == "1 added, 1 record left out\n"
    assert natoread("list", "--jsonl").lines[0]["date"] == "2024-05-28"


def test_a_mapping_that_makes_no_sense_is_wrong_usage(natoread: "CommandLine") -> None:
    ran = natoread("add", "--map", "colour=red", "-")
    assert ran.code == 2
    assert "title, body, date" in ran.err


def test_the_same_file_is_read_again_for_other_fields(
    natoread: "CommandLine", tmp_path: Path
) -> None:
    table = tmp_path / "export.csv"
    table.write_text("title,body,teaser\nAllies meet,They met.,They met again and again.\n")
    natoread("add", table)
    assert natoread("add", "--map", "body=teaser", table, "--json").json["unchanged"] == 0


def test_repaired_files_are_counted(natoread: "CommandLine", tmp_path: Path) -> None:
    damaged = PACK.replace("met.", "met – “in Brussels”.").encode().decode("cp1252", "ignore")
    (tmp_path / "damaged.txt").write_text(damaged)
    assert natoread("add", tmp_path / "damaged.txt").out == "1 added, 1 file repaired\n"


def test_a_list_of_feeds_says_what_to_do_with_it(natoread: "CommandLine", tmp_path: Path) -> None:
    (tmp_path / "f.opml").write_text("<opml><outline xmlUrl='https://example.org/rss'/></opml>")
    ran = natoread("add", tmp_path / "f.opml")
    assert ran.code == 3
    assert f"follow them with natoread follow {tmp_path}/f.opml" in ran.err


def test_a_bar_says_how_fast_releases_come(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.5, 2.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    with ReadingBar(100) as bar:
        list(bar.counted([]))
        assert bar._pace() == ""
        bar.releases = 3000
        assert bar._pace() == "1,500 releases/s"


def test_a_bar_comes_to_its_end_though_some_files_are_not_read(
    natoread: "CommandLine", saved: Path
) -> None:
    natoread("add", saved)
    shown = natoread("add", saved, terminal=True)
    assert re.findall(r"Reading.*?(\d+)%", shown.err)[-1] == "100"
