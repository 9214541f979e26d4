"""The app in a real terminal: what only a keyboard that types faster than the screen can show."""

from pathlib import Path

import pytest
from tests.tui.terminal import Terminal

from natoread_index import Library, Release


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of a newcomer, who has no library yet."""
    return tmp_path / "home"


def test_a_newcomer_sees_the_samples_reads_and_quits(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("9 sample releases. Add yours: natoread add FILE")
        assert "1 of 9 · newest first" in terminal.text
        terminal.type("jj\r")
        terminal.wait_for("n next hit")
        terminal.type("qq")
        assert terminal.wait_for_end() == 0


def test_a_burst_of_keys_ends_whole_in_the_search_box(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("1 of 9")
        terminal.type("/finland")
        terminal.wait_for("/ finland")
        terminal.wait_for("1 of 2 · best first")


def test_keys_typed_before_the_screen_is_there_are_not_lost(home: Path) -> None:
    with Terminal(home, typed="/finland") as terminal:
        terminal.wait_for("/ finland")
        terminal.wait_for("1 of 2 · best first")


def test_keys_of_one_burst_are_obeyed_in_their_order(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("1 of 9")
        terminal.type("jj\rjqj/nato\rqk")
        terminal.wait_for("/ nato")
        terminal.wait_for("q quit")


def test_a_burst_that_leaves_the_box_goes_on_where_it_went(home: Path) -> None:
    with Terminal(home, "peace") as terminal:
        terminal.wait_for("best first")
        terminal.type("/nato\r")
        terminal.wait_for("/ nato")
        terminal.wait_for("hit 1/4")  # of the new release: the old one has five
        terminal.type("nn")
        terminal.wait_for("hit 3/")


def test_a_hit_asked_for_before_the_reader_shows_is_the_one_it_shows(home: Path) -> None:
    with Terminal(home, "finland", size=(70, 24)) as terminal:
        terminal.wait_for("hit 1/")
        terminal.type("\rnn")
        terminal.wait_for("hit 3/")


def test_the_keys_for_spellings_come_through_the_terminal(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("1 of 9")
        terminal.type("/Stoltenburg ukraine")
        terminal.wait_for("shown: Stoltenberg · ctrl+y takes it")
        terminal.type("\x19")
        terminal.wait_for("/ Stoltenberg ukraine")
        terminal.type("\x0f")
        terminal.wait_for("exactly as typed")
        terminal.type("\x0f\x11")
        assert terminal.wait_for_end() == 0


def test_a_query_of_the_command_line_is_searched(home: Path) -> None:
    with Terminal(home, "air", "defence") as terminal:
        terminal.wait_for("/ air defence")
        terminal.wait_for("best first")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0


def test_the_screen_follows_the_terminal(home: Path) -> None:
    with Terminal(home, size=(120, 30)) as terminal:
        terminal.wait_for("1 of 9 · newest first")
        terminal.resize(50, 12)
        terminal.wait_for(lambda text: "1 of 9" in text and "newest first" not in text)
        terminal.resize(10, 3)
        terminal.wait_for("Terminal t")
        terminal.resize(120, 30)
        terminal.wait_for("1 of 9 · newest first")


def test_a_spoilt_screen_is_drawn_again(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("1 of 9")
        terminal.spoil()
        assert "1 of 9" not in terminal.text
        terminal.type("\x0c")
        terminal.wait_for("1 of 9")
        terminal.wait_for("/ search")


def test_without_colours_the_cursor_and_the_hit_still_show(home: Path) -> None:
    with Terminal(home, "finland", environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("hit 1/")
        assert terminal.marked("▌• NATO")
        assert terminal.marked("Finland")


def test_what_is_not_indexed_yet_is_indexed_behind_the_open_app(home: Path) -> None:
    folder = home / "unindexed"
    with Library.open(folder) as library:
        library.add([Release(f"Visit {number}", "To Finland.", "NATO") for number in range(40)])
    with Terminal(home, "--library", str(folder), "finland") as terminal:
        terminal.wait_for("1 of 40 · best first")
        terminal.wait_for(lambda text: "indexing" not in text)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
