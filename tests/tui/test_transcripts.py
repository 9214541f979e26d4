"""Transcripts in the reader: turns set off and walked through; and the text alone."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, main, seen, settle, top, type_keys

from natoread_index import Release

LONG = "\n\n".join(f"This is point {number} of the answer." for number in range(1, 20))
BRIEFING = Release(
    "Press briefing",
    "(As delivered)\n\nGood day to all.\n\nMore of it.\n\n"
    f"MS. LEAVITT:\xa0 Good afternoon.  (Laughter.)\n\n{LONG}\n\n"
    f"Q\xa0\xa0\xa0 Will he go?\n\nMS. LEAVITT:\xa0 Yes.\n\n{LONG}\n\nQ    Why?\n\n"
    f"PRESIDENT TRUMP:\xa0 I will.\n\n{LONG}",
    "NATO",
)
SPEECH = Release("A speech", LONG, "NATO")


def painted(pilot: Reader, words: str) -> set[str]:
    """The component styles that some words of the reader stand in."""
    reader = main(pilot).reader
    at = reader.page.text.index(words)
    row = reader.page.row_of(at)
    column = at - reader.page.rows[row].start
    return {c.component for c in reader.coats(row) if c.start <= column < c.end}


async def test_speakers_and_questions_are_set_off_and_notes_are_drawn_as_facts() -> None:
    async with app_on(FakeLibrary([BRIEFING])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert painted(pilot, "MS. LEAVITT") == {"reader--speaker"}
        assert painted(pilot, "Q\xa0") == {"reader--question"}
        assert painted(pilot, "(As delivered)") == {"reader--facts"}
        assert painted(pilot, "(Laughter.)") == {"reader--facts"}
        assert painted(pilot, "Good day") == set()
        assert "(As delivered)" in seen(pilot), "it stays in the text"


async def test_a_label_can_be_a_hit_as_well() -> None:
    async with app_on(FakeLibrary([BRIEFING]), words="leavitt").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert painted(pilot, "LEAVITT") == {"reader--speaker", "reader--hit"}
        assert painted(pilot, "MS.") == {"reader--speaker"}


async def test_braces_walk_from_turn_to_turn() -> None:
    async with app_on(FakeLibrary([BRIEFING])).run_test(size=(100, 12)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        walked = []
        for key in "}}}}}}}}{{{":
            await type_keys(pilot, key)
            walked.append(top(pilot)[:12].strip().replace("\xa0", " "))
        turns = ["MS. LEAVITT:", "Q    Will he", "MS. LEAVITT:", "Q    Why?"]
        assert walked[2:8] == ["Good day to", "More of it.", *turns]
        assert walked[8:] == ["MS. LEAVITT:", "Q    Will he", "MS. LEAVITT:"]


async def test_without_turns_braces_walk_by_paragraph() -> None:
    async with app_on(FakeLibrary([SPEECH])).run_test(size=(100, 12)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", *"}}}}")
        assert top(pilot).startswith("This is point 3")


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 12), (20, 5)])
async def test_zen_shows_nothing_but_the_text(nine: Nine, size: tuple[int, int]) -> None:
    async with nine.app("finland").run_test(size=size) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "g")
        before = seen(pilot)
        await type_keys(pilot, "z")
        shown = " ".join(seen(pilot).split())
        assert shown.startswith("NATO Transport")
        assert "hit" not in shown.split()
        assert "next hit" not in shown
        await type_keys(pilot, "z")
        assert seen(pilot) == before


async def test_the_width_and_the_find_work_in_zen() -> None:
    async with app_on(FakeLibrary([SPEECH])).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "z", "+", "+")
        assert main(pilot).reader.page.width == 86
        await type_keys(pilot, "/", *"point 7")
        assert seen(pilot).splitlines()[-1].split() == ["/", "point", "7", "1/1"]
        await type_keys(pilot, "enter")
        assert "1/1" not in seen(pilot)


@pytest.mark.parametrize("keys", [["q"], ["tab"], ["escape", "escape"]])
async def test_zen_ends_with_the_reading(keys: list[str]) -> None:
    async with app_on(FakeLibrary([SPEECH])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "z", *keys)
        assert not main(pilot).zen
        assert "search" in seen(pilot).splitlines()[-1] or keys == ["tab"]


async def test_escape_ends_zen_first() -> None:
    async with app_on(FakeLibrary([SPEECH])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "z", "escape")
        assert main(pilot).focused is main(pilot).reader
        assert not main(pilot).zen


async def test_quotes_in_other_scripts_keep_their_columns_and_their_letters() -> None:
    quotes = "“שלום עליכם”, “السلام عليكم”, “平和を” and “Zu\u0308rich”. " * 9
    release = Release("Quotes", quotes, "NATO")
    async with app_on(FakeLibrary([release]), words="zürich").run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {60}
        for quote in ("שלום", "السلام", "平和を", "Zu\u0308rich"):
            assert seen(pilot).count(quote) > 3
