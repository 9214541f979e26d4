"""Where a release begins, and where something only looks as if one did."""

from tests.index.packs import pack, read, stays_in_its_text, titles


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


def test_a_title_over_several_lines_is_one() -> None:
    lines = "Media\nStatement\nby\nthe Chair, Lord Bloggs\nfollowing the Meeting of the Council"
    one = lines.replace("\n", " ")
    assert titles(f"{lines}\n\nSource: NATO\n\nText.") == [one]
    assert titles(f"{pack('Text.')}\n{lines}\n\nSource: NATO\n\nMore.")[1:] == [one]


def test_lines_that_end_a_text_are_no_title_of_several_lines() -> None:
    assert stays_in_its_text("Thank you.\nThat is all", "Source: NATO")
    assert stays_in_its_text("Ports that take part:\nNorth and South", "Source: NATO")
    assert stays_in_its_text("Ports\n- North\n- South", "Source: NATO")


def test_a_title_in_two_paragraphs_is_one() -> None:
    halves = "Doorstep statement\n\nby Secretary General Jo Bloggs ahead of the meeting"
    whole = halves.replace("\n\n", " ")
    assert titles(f"{halves}\n\nSource: NATO\n\nText.") == [whole]
    first, second = read(f"{pack('The end.')}\n{halves}\n\nSource: NATO\n\nMore.")
    assert (first.body, second.title) == ("The end.", whole)


def test_half_a_title_is_joined_to_nothing_else() -> None:
    half = "by the Deputy Secretary General at the annual session"
    first, second = read(pack("They spoke.\n\nMedia coverage") + f"\n{half}\n\nSource: NATO\n")
    assert (first.body, second.title) == ("They spoke.\n\nMedia coverage", half)


def test_a_title_may_have_been_printed_above_its_text_too() -> None:
    (block,) = read("Ships sail\n\nSource: NATO\n\nShips sail\n\nThey left.\nRead more")
    assert block.paragraphs == ["Ships sail", "They left.\nRead more"]


def test_a_title_with_a_colon_is_no_label() -> None:
    title = "NATO Secretary General: ships need piers: a report"
    assert titles(f"{pack('Text.')}\n{title}\n\nSource: NATO\n\nMore.")[1:] == [title]


def test_end_marks_and_credits_stay_in_their_text() -> None:
    for line in ("###", "ENDS", "-30-", "----", "[1] https://harbour.example/1", "Read more"):
        first, second = read(pack(f"They left.\n\n{line}", "Text."))
        assert (first.body, second.body) == (f"They left.\n\n{line}", "Text.")
