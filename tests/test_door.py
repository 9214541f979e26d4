"""The public door of the index, and what README.md says of the command line."""

import re
from pathlib import Path

import pytest

import natoread_index
from natoread.commands.tree import VERBS

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
DOOR = [
    "Added",
    "Basis",
    "Dated",
    "Findable",
    "Hits",
    "IndexTrouble",
    "Kind",
    "Left",
    "Library",
    "LibraryError",
    "LibraryLocked",
    "NatoReadError",
    "NoReleases",
    "NoSuchRelease",
    "Place",
    "Query",
    "Release",
    "ReleaseId",
    "Row",
    "Snippet",
    "Sort",
    "Span",
    "Stats",
    "Trouble",
    "Unreadable",
    "releases",
    "render",
    "stoppable",
]


def test_the_door_is_sorted_and_complete() -> None:
    assert sorted(natoread_index.__all__) == list(natoread_index.__all__)
    assert set(DOOR) <= set(natoread_index.__all__)


@pytest.mark.parametrize("name", natoread_index.__all__)
def test_all_that_the_door_names_is_there_and_documented(name: str) -> None:
    assert getattr(natoread_index, name).__doc__


@pytest.mark.parametrize("verb", VERBS)
def test_the_readme_names_every_verb(verb: str) -> None:
    assert f"natoread {verb}" in README


def test_the_readme_has_two_lines_to_start_with() -> None:
    assert re.findall(r"^python3 -m venv.*$", README, re.MULTILINE) == [
        "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/natoread",
        "python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[test]' && .venv/bin/pytest",
    ]
