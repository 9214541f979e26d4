"""Data on stdout, talk on stderr; safe on a terminal, untouched in a pipe."""

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from natoread.commands.printing import marked, put_json
from natoread_index import Span

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

HOSTILE = "Ships\x1b[2J sail\u202e at\x90 dawn"
PACK = f"{HOSTILE}\n\nSource: NATO\n\nThe ships \x1b]0;title\x07 sail.\n"
BOLD = "\x1b[1m"


@pytest.fixture
def hostile(natoread: "CommandLine") -> "CommandLine":
    """A library with a release that would drive a terminal."""
    assert natoread("add", "-", stdin=PACK).code == 0
    return natoread


@pytest.mark.parametrize("words", [["list"], ["search", "ships"], ["show", "-"], ["stats"]])
def test_a_release_drives_no_terminal(hostile: "CommandLine", words: list[str]) -> None:
    name = hostile("list").out.split()[0]
    out = hostile(*words, terminal=True, stdin=name).out
    left = out.replace(BOLD, "").replace("\x1b[22m", "")
    assert not set(left) & set("\x1b\x07\x90\u202e")


def test_a_pipe_gets_what_was_published(hostile: "CommandLine") -> None:
    assert HOSTILE in hostile("list").out


def test_what_was_found_is_bold_on_a_terminal(hostile: "CommandLine") -> None:
    assert f"{BOLD}Ships\x1b[22m" in hostile("search", "ships", terminal=True).out


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_nothing_is_bold_for_who_wants_it_plain(
    hostile: "CommandLine", monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert BOLD not in hostile("search", "ships", terminal=True).out


def test_nothing_is_bold_in_a_pipe(hostile: "CommandLine") -> None:
    assert BOLD not in hostile("search", "ships").out


def test_an_encoding_without_the_letters_stops_nothing(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin="Geoană spoke\n\nSource: NATO\n\nHe spoke.\n")
    assert "Geoan? spoke" in natoread("list", encoding="ascii").out


def test_json_keeps_its_letters_in_any_encoding(natoread: "CommandLine") -> None:
    natoread("add", "-", stdin="Geoană spoke\n\nSource: NATO\n\nHe spoke.\n")
    for encoding in ("ascii", "latin-1", "utf-8"):
        ran = natoread("list", "--jsonl", encoding=encoding)
        assert ran.lines[0]["title"] == "Geoană spoke"


def test_json_is_one_line_whatever_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    value = {"text": "a\u2028b\x85c\x9bd\u202ee\nf"}
    stdout = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stdout)
    put_json(value)
    out = stdout.getvalue()
    assert len(out.splitlines()) == 1
    assert not set(out) & set("\x85\x9b\u2028\u202e")
    assert json.loads(out) == {"format": 1, **value}


def test_marks_go_around_each_span() -> None:
    spans = (Span(0, 3), Span(4, 11))
    assert marked("air defence now", spans, "<", ">") == "<air> <defence> now"
    assert marked("air", (), "<", ">") == "air"
