"""The manual page says what `--help` says.

After a change of a verb, NATOREAD_DRAW=1 writes the page anew.
"""

import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from natoread.commands.manual import manual
from natoread.commands.tree import VERBS, natoread

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "tui" / "natoread" / "natoread.1"
DRAWN_ANEW = "NATOREAD_DRAW" in os.environ  # asked now, since no test sees the user's variables


def test_the_page_is_made_of_the_help_that_holds() -> None:
    page = manual(natoread)
    if DRAWN_ANEW:
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, "NATOREAD_DRAW=1 writes the page anew"


def test_each_verb_has_its_part_with_options_and_examples() -> None:
    page = manual(natoread)
    assert [line[4:] for line in page.splitlines() if line.startswith(".SS ")] == list(VERBS)
    assert r".B natoread search" in page
    assert r"\-\-batch" in page
    assert "natoread search '\"air defence\" since:2024\\-05'" in page


def test_no_line_of_help_is_taken_for_an_instruction() -> None:
    known = {".TH", ".SH", ".SS", ".B", ".PP", ".TP", ".nf", ".fi"}
    lines = manual(natoread).splitlines()
    assert {line.split()[0] for line in lines if line.startswith((".", "'"))} <= known


def test_the_wheel_brings_the_page() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"tui/natoread/natoread.1": "share/man/man1/natoread.1"}


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff")
def test_groff_reads_it_without_a_warning() -> None:
    words = ["groff", "-man", "-Tutf8", "-ww", "-Kutf8", str(PAGE)]
    ran = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    assert ran.stderr == ""
    assert "says where everything lies" in ran.stdout
