"""The releases of a pack, line by line."""

from tests.index.packs import pack, read, titles

from natoread_index.parsing.blocks import Block, blocks, paragraphs
from natoread_index.parsing.lines import sound


def test_a_pack_is_read_in_its_order() -> None:
    first, second = read(pack("The ministers met.", "They met again."))
    assert first == Block("First story of the week", "NATO", ["The ministers met."])
    assert second == Block("Second story of the week", "NATO", ["They met again."])


def test_a_pack_may_end_anywhere() -> None:
    for end in ("", "\n", "\n\n\n\n", "\r\n\r\n", "\n\u00a0\n"):
        assert [block.body for block in read(pack("The end.").rstrip() + end)] == ["The end."]


def test_paragraphs_keep_their_lines() -> None:
    (block,) = read(pack("Good evening.\nIt has been a long day.\n\nThank you."))
    assert block.paragraphs == ["Good evening.\nIt has been a long day.", "Thank you."]
    assert block.body == "Good evening.\nIt has been a long day.\n\nThank you."


def test_a_line_of_nothing_but_a_no_break_space_is_blank() -> None:
    gap = "\n\u00a0\n\n"
    first, second = read(
        f"First story{gap}Source: NATO{gap}The end of it.\u00a0{gap}Second story{gap}Source: NATO"
    )
    assert first.body == "The end of it."
    assert second.title == "Second story"


def test_a_line_of_zero_width_characters_is_blank() -> None:
    assert list(
        paragraphs(["one", "\u200b\u200b", "two", "\ufeff", "three", "\u2060 \u00ad", "four"])
    ) == [
        "one",
        "two",
        "three",
        "four",
    ]


def test_spaces_at_line_ends_go_and_those_at_line_starts_stay() -> None:
    (block,) = read(pack("  • indented \u00a0\n\tand tabbed\t "))
    assert block.body == "  • indented\n\tand tabbed"


def test_runs_of_blank_lines_count_as_one() -> None:
    (block,) = read(pack("One.\n\n\n\n\u00a0\n\nTwo."))
    assert block.body == "One.\n\nTwo."


def test_windows_line_ends_are_line_ends() -> None:
    text = pack("Good evening.\nThank you.", "More.").replace("\n", "\r\n")
    assert [block.body for block in read(text)] == ["Good evening.\nThank you.", "More."]


def test_lines_may_carry_their_ends() -> None:
    text = pack("Good evening.\nThank you.", "More.")
    assert list(blocks(text.splitlines(keepends=True))) == read(text)


def test_a_line_separator_ends_no_line() -> None:
    (block,) = read(pack("Joint Command\u20282031-01-S-001\u2028For release"))
    assert block.body == "Joint Command\u20282031-01-S-001\u2028For release"


def test_a_byte_order_mark_is_no_part_of_a_title() -> None:
    assert titles("\ufeff" + pack("Text.")) == ["First story of the week"]
    joined = pack("Text.") + "\n\ufeff" + pack("Text.").replace("First", "Second")
    assert titles(joined) == ["First story of the week", "Second story of the week"]


def test_a_title_is_trimmed_and_otherwise_as_published() -> None:
    (block,) = read("  The White\u00a0House speaks \u00a0\n\nSource:\u00a0 NATO \n\nText.")
    assert (block.title, block.source) == ("The White\u00a0House speaks", "NATO")


def test_what_stands_before_the_first_title_is_left_out() -> None:
    text = "News of the day\n\nBack to the start page\n\nLog in\n\n" + pack("The ministers met.")
    assert titles(text) == ["First story of the week"]


def test_a_text_without_a_source_line_has_no_release() -> None:
    assert read("") == []
    assert read("A title\n\nA text, but from nowhere.") == []
    assert read("Source: NATO\n\nA text, but without a title.") == []
    assert read("A title\n\nSource:\n\nA source without a name.") == []
    assert read("A title\n\nSource: \u200b\u00a0\n\nA source without a visible name.") == []


def test_a_release_may_have_no_text() -> None:
    first, second = read(
        "A picture of the week\n\nSource: NATO\n\nA second picture\n\nSource: NATO\n\nText."
    )
    assert (first.body, second.body) == ("", "Text.")
    (last,) = read("A picture of the week\n\nSource: NATO")
    assert last.body == ""


def test_lines_that_look_like_titles_stay_in_their_text() -> None:
    advisory = (
        "The press is not invited.\n\nMedia coverage\n\nPhotographs will be published.\n \n\n"
        "For further details:\nCall the Press Service\n\nFollow us (@ALLIES@thechair and @PRESS).\n"
    )
    first, second = read(pack(advisory, "Text."))
    assert "Media coverage" in first.paragraphs
    assert first.body.endswith("(@ALLIES@thechair and @PRESS).")
    assert second.title == "Second story of the week"


def test_a_text_may_end_like_a_title() -> None:
    first, second = read(pack("They spoke.\n\n> Loading…", "Text."))
    assert first.body == "They spoke.\n\n> Loading…"
    assert second.body == "Text."


def test_broken_characters_are_mended() -> None:
    assert sound("a\0b") == "ab"
    assert sound("half \ud83d of a pair") == "half \ufffd of a pair"
    assert sound("both halves \ud83d\ude00") == "both halves 😀"
    assert titles("Half \udce4 a title\n\nSource: NA\0TO\n\nText.") == ["Half \ufffd a title"]


def test_control_characters_stay_in_a_text() -> None:
    (block,) = read(pack("A bell \x07 and an escape \x1b[31m red"))
    assert block.body == "A bell \x07 and an escape \x1b[31m red"
