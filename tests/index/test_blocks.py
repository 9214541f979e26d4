"""Where a release begins in a pack, and where something only looks as if one did."""

from natoread_index.blocks import Block, blocks, paragraphs, sound


def read(text: str) -> list[Block]:
    return list(blocks(text.split("\n")))


def titles(text: str) -> list[str]:
    return [block.title for block in read(text)]


def pack(*bodies: str, source: str = "NATO") -> str:
    """A pack of releases called First story, Second story, … with these texts."""
    names = ("First", "Second", "Third", "Fourth", "Fifth")
    return "\n".join(
        f"{name} story of the week\n\nSource: {source}\n\n{body}\n"
        for name, body in zip(names, bodies, strict=False)
    )


def stays_in_its_text(
    line_above: str, source_line: str, below: str = "And so the text goes on."
) -> bool:
    """Whether these lines in the middle of the first of two releases stay there."""
    suspect = f"{line_above}\n\n{source_line}\n\n{below}"
    first, *others = read(pack(f"The ministers met.\n\n{suspect}", "They met again."))
    return len(others) == 1 and first.body.endswith(suspect)


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


def test_a_figure_says_where_its_numbers_are_from() -> None:
    assert stays_in_its_text("Figure 3: Ships by class", "Source: Harbour Office")
    assert stays_in_its_text("Table 12", "Source: Harbour Office")
    assert stays_in_its_text("Chart B. Ships by class", "Source: NATO")
    assert stays_in_its_text("Ships by class", "Source: Harbour Office data")
    assert stays_in_its_text(
        "Ships by class", "Source: Harbour Office, at: https://harbour.example/ships"
    )
    assert stays_in_its_text("Ships by class", "Source: HO,\u00a0<https://harbour.example/ships>")
    assert stays_in_its_text("Ships by class", "Source: Harbour Office, Register Unit (May 2019)")
    assert stays_in_its_text("Ships by class", "Source: Harbour Office, “Report on Ships”")
    assert stays_in_its_text("Ships by class", 'Source: Harbour Office, "Report on Ships"')
    assert stays_in_its_text("Ships by class", "Source: News from the Harbour Office.")
    assert stays_in_its_text("Ships by class", "Source: calculations of the Harbour Office")
    assert stays_in_its_text("Ships by class", "Source: Office" + " of the Harbour" * 9)


def test_a_table_row_is_no_title() -> None:
    source = "Source: 27 Plans Handed In to the Harbour Office"
    assert stays_in_its_text("<table> <tr> <td>Anchor</td> <td>5</td> </tr> </table>", source)
    assert stays_in_its_text("| Anchor | 5 |", source)
    assert stays_in_its_text("Anchor\t5\t12", source)
    assert stays_in_its_text("Anchor      5      12", source)
    assert stays_in_its_text("2019 2020 2021", source)
    assert stays_in_its_text("Ports that take part", source, below="###")
    assert stays_in_its_text("Ports that take part", source, below="- 30 -")


def test_a_list_item_or_a_paragraph_is_no_title() -> None:
    source = "Source: Harbour Office"
    assert stays_in_its_text("• Anchors", source)
    assert stays_in_its_text("- Anchors", source)
    assert stays_in_its_text("> Anchors", source)
    assert stays_in_its_text("Anchors were counted\nin all ports", source)
    assert stays_in_its_text("All anchors were counted.", source)
    assert stays_in_its_text("These were the numbers:", source)
    assert stays_in_its_text("He said: “We counted them all.”", source)
    assert stays_in_its_text("anchors" + " and ropes" * 40, source)


def test_a_source_line_stands_alone_at_the_left_edge() -> None:
    title = "Ports that take part"
    assert stays_in_its_text(title, " Source : DIMA")
    assert stays_in_its_text(title, " Source: Harbour Register System")
    assert stays_in_its_text(title, "* Source: Press note of a senator, 1 May 1995.")
    assert stays_in_its_text(title, "[Source: HO, https://harbour.example]")
    assert stays_in_its_text(title, "source: Harbour Office")
    assert stays_in_its_text(title, "Source: Harbour Office\nand the ports themselves")
    assert stays_in_its_text(title, "Sources: Harbour Office, ports")


def test_one_pack_may_have_many_sources() -> None:
    sources = [
        "NATO",
        "New Island Government",
        "Greens",
        "Office of the Prime Minister, 3 Low Street",
    ]
    text = "\n".join(f"What {source} says\n\nSource: {source}\n\nText.\n" for source in sources)
    assert [block.source for block in read(text)] == sources


def test_a_source_may_be_a_headline() -> None:
    headline = "Teachers ask why the guidelines were changed before the holidays"
    text = pack("Text.") + f"\nTeachers speak up\n\nSource: {headline}\n\nMore.\n"
    assert [block.source for block in read(text)] == ["NATO", headline]


def test_titles_of_all_sorts_begin_a_release() -> None:
    sorts = [
        "B-52 FAQ",
        "Inaugural Address by President Jo R. Bloggs, Jr.",
        "First Lady Visits the Children’s Hospital of Springfield, D.C.",
        "What Now?",
        "“We respect neutrality”, says the Chair of the Committee",
        "1958 - 2018: The programme is sixty",
        "Secretary General: ''Nobody wins''",
        "by the Deputy Secretary General at the annual session",
        "Remarks at a Reception | Springfield, NY",
        "Press Release: Bills Signed: "
        + ", ".join(f"H.R. {number}" for number in range(1000, 1030)),
    ]
    text = "\n".join(f"{title}\n\nSource: NATO\n\nText.\n" for title in sorts)
    assert titles(text) == sorts


def test_a_known_source_begins_a_release_even_under_a_sentence() -> None:
    title = "The plan has changed the lives of many people. Here is how the new law helps."
    text = pack("Text.") + f"\n{title}\n\nSource: NATO\n\nMore.\n"
    assert titles(text) == ["First story of the week", title]


def test_a_long_sentence_is_no_title_even_above_a_known_source() -> None:
    sentence = "They said that all of this had been agreed a long time ago " * 4 + "and left."
    assert stays_in_its_text(sentence, "Source: NATO")


def test_a_pack_may_begin_with_a_title_like_a_sentence() -> None:
    assert titles("It is done.\n\nSource: NATO\n\nText.") == ["It is done."]
    assert titles("Noise above.\n\nIt is done.\n\nSource: NATO\n\nText.") == []


def test_a_pack_of_one_source_wants_more_of_a_title_under_another() -> None:
    same = "\n".join(f"Story number {number}\n\nSource: NATO\n\nText.\n" for number in range(20))
    figure = same + "\nShips by class\n\nSource: Harbour Office\n\nMore.\n"
    assert len(read(figure)) == 20
    story = same + "\nThe Harbour Office opens a new pier\n\nSource: Harbour Office\n\nMore.\n"
    assert read(story)[-1].source == "Harbour Office"


def test_a_source_that_was_seen_counts_from_then_on() -> None:
    two = pack("Text.") + "\n" + pack("Text.", source="Harbour Office")
    assert [
        block.source for block in read(two + "\nShips by class\n\nSource: Harbour Office\n\nMore.")
    ] == [
        "NATO",
        "Harbour Office",
        "Harbour Office",
    ]


def test_broken_characters_are_mended() -> None:
    assert sound("a\0b") == "ab"
    assert sound("half \ud83d of a pair") == "half \ufffd of a pair"
    assert sound("both halves \ud83d\ude00") == "both halves 😀"
    assert titles("Half \udce4 a title\n\nSource: NA\0TO\n\nText.") == ["Half \ufffd a title"]


def test_control_characters_stay_in_a_text() -> None:
    (block,) = read(pack("A bell \x07 and an escape \x1b[31m red"))
    assert block.body == "A bell \x07 and an escape \x1b[31m red"
