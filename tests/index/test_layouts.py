"""Packs that are laid out in other ways than the samples."""

import textwrap
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.index.packs import pack, read, stays_in_its_text, titles

from natoread_index.parsing.blocks import Block
from natoread_index.parsing.layouts import Layout, usual

TITLES = [
    "Doorstep statement by the Secretary General ahead of the meeting of the Council of Harbours",
    "NATO Secretary General: ships need more piers, and piers need more ships than ever before",
    "A short title",
]
BODIES = [
    (
        "Good morning.\nIt is good to see so many of you on this pier, and I am looking forward to"
        " the meetings, to which the harbour masters of all the thirty-two ports have come at last."
        "\n\nWe will speak about anchors: old ones, new ones, and those that nobody has seen long."
    ),
    (
        "The harbours agreed on three aims, which they hold to be within their reach this year:\n"
        "  • more piers, and better ones, wherever ships have waited for longer than one day;\n"
        "  • fewer anchors.\n\n"
        "The long-term aim is a well-known one. Pre- and post-war harbours differ; see below.\n"
        "Media coverage"
    ),
    "There will be no media opportunity.\n\nFollow us (@ALLIES@thechair and @PRESS) for more.",
]
SPEECH = "Friends,\nLadies and gentlemen,\n\nwe met,\nwe spoke,\nand we left for the harbour."
RELEASES = [
    Block(title, "NATO", body.split("\n\n")) for title, body in zip(TITLES, BODIES, strict=True)
]


def laid_out(title: str = "{}", source: str = "Source: {}", body: str = "{}") -> str:
    return "\n\n".join(
        f"{title.format(block.title)}\n\n{source.format(block.source)}\n\n"
        f"{textwrap.indent(block.body, body.partition('{}')[0])}"
        for block in RELEASES
    )


def words(block: Block) -> tuple[str, str, list[str]]:
    return block.title, block.source, block.body.split()


def wrapped(text: str, width: int = 72) -> str:
    return "\n".join(textwrap.fill(line, width, subsequent_indent="") for line in text.split("\n"))


def tight(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line)


def test_the_usual_layout_is_left_as_it_is() -> None:
    text = laid_out()
    assert read(text) == RELEASES
    assert list(usual(text.split("\n"))) == text.split("\n")


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0", " \u00a0 ", "\u200b", "\t"])
def test_what_is_on_blank_lines_and_at_line_ends_is_nothing(blank: str) -> None:
    lines = [(line + "  " if line else blank) for line in laid_out().split("\n")]
    assert read("\n".join(lines)) == RELEASES


def test_a_pack_without_blank_lines() -> None:
    read_again = read(tight(laid_out()))
    assert list(map(words, read_again)) == list(map(words, RELEASES))
    assert "Media coverage" in read_again[1].paragraphs


def test_a_release_without_blank_lines() -> None:
    (block,) = read("A story\nSource: NATO\nOn a day, they met.\nThey spoke.\nThey left.")
    assert block == Block("A story", "NATO", ["On a day, they met.", "They spoke.", "They left."])


def test_blank_lines_only_between_releases() -> None:
    text = "\n\n".join(
        f"{block.title}\nSource: NATO\n" + block.body.replace("\n\n", "\n") for block in RELEASES
    )
    assert list(map(words, read(text))) == list(map(words, RELEASES))


@pytest.mark.parametrize("gaps", ["\n\n\n", "\n\n\n\n", "\n\n \n"])
def test_more_blank_lines(gaps: str) -> None:
    assert read(laid_out().replace("\n\n", gaps)) == RELEASES


def test_titles_stand_right_above_their_source() -> None:
    assert read(laid_out().replace("\n\nSource: ", "\nSource: ")) == RELEASES


def test_texts_stand_right_below_their_source() -> None:
    assert read(laid_out().replace("Source: NATO\n\n", "Source: NATO\n")) == RELEASES


@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_and_titles_that_were_broken_are_joined(width: int) -> None:
    assert read(wrapped(laid_out(), width)) == RELEASES


def test_a_broken_pack_may_lack_blank_lines_about_its_sources() -> None:
    text = wrapped(laid_out()).replace("\n\nSource: NATO\n\n", "\nSource: NATO\n")
    assert read(text) == RELEASES


def test_lines_of_a_speech_are_not_joined() -> None:
    text = wrapped(laid_out() + f"\n\nA speech\n\nSource: NATO\n\n{SPEECH}")
    assert read(text)[-1].body == SPEECH
    assert read(pack(SPEECH, SPEECH))[0].body == SPEECH


def test_words_are_joined_where_they_were_broken() -> None:
    address = "https://harbour.example/" + "of-a-very-long-name/" * 5
    body = f"{BODIES[0]} All of that is told at {address} and in well-known, long-term books."
    block, _ = read(wrapped(pack(body, body)))
    assert block.body == body


def test_a_hyphen_before_an_and_keeps_its_space() -> None:
    body = f"{'Harbour ' * 8}a pre- and post-war one."
    text = f"{laid_out()}\n\nA story\n\nSource: NATO\n\n{body}"
    assert "a pre- and post-war one." in read(wrapped(text))[-1].body


@pytest.mark.parametrize("mark", ["•", "*", "-", "–", "◦"])
def test_the_indented_list_of_an_aggregator(mark: str) -> None:
    assert read(laid_out(f"  {mark} {{}}", "    Source: {}", "    {}")) == RELEASES


def test_a_numbered_list() -> None:
    lines = laid_out(" 0. {}", "    Source: {}", "    {}")
    for number in range(9, 12):
        lines = lines.replace(" 0. ", f"{number:2}. ", 1)
    assert read(lines) == RELEASES


def test_an_indented_list_whose_lines_were_broken() -> None:
    text = laid_out(source="Source: {}")
    lines = wrapped(text).split("\n")
    starts = tuple(textwrap.wrap(title, 72)[0] for title in TITLES)
    listed = [("  • " if line in starts else "    ") + line if line else "" for line in lines]
    assert read("\n".join(listed)) == RELEASES


def test_a_pack_that_is_indented_as_a_whole() -> None:
    assert read(textwrap.indent(laid_out(), "    ")) == RELEASES
    assert read(textwrap.indent(laid_out(), "\t")) == RELEASES


def test_an_indented_source_further_on_changes_nothing() -> None:
    for line in ("  Source: Harbour Office", "Ports\n  Source: Harbour Office"):
        assert stays_in_its_text("Ports that take part", line)


def test_a_layout_is_told_by_what_comes_first() -> None:
    assert Layout.of([]) == Layout(has_blank_lines=False)
    assert Layout.of(["  • One", "", "    Source: NATO", "", "    Text."]).item == "  • "
    assert Layout.of(["One", "", "Source: NATO", "", "Text."]) == Layout()


def test_noise_above_the_first_title_may_be_long() -> None:
    noise = "\n\n".join(f"Log in to read line {number}" for number in range(900))
    assert titles(f"{noise}\n\n{tight(laid_out())}") == TITLES


def test_a_broken_pack_may_begin_with_many_short_lines() -> None:
    verses = "\n".join(f"Line {number} of the verse," for number in range(150))
    assert titles(wrapped(f"A poem\n\nSource: NATO\n\n{verses}\n\n{laid_out()}"))[-3:] == TITLES


def test_a_layout_is_told_without_reading_everything() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield from ["A story", "", "Source: NATO", "", "They met on that day.", ""]

    list(islice(usual(endless()), 10))
    assert taken < 50


@given(
    st.lists(st.sampled_from(["", " ", "a", "Source: b", "  Source: c", "• d", "e " * 30, "f-"]))
)
def test_no_words_are_lost_or_made_up(lines: list[str]) -> None:
    told = "".join("".join(usual(lines)).split()).replace("•", "")
    assert told == "".join("".join(lines).split()).replace("•", "")
