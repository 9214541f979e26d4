"""A reader finds words in the open release: live, over line ends, round and round."""

import re

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, lit, main, seen, settle, title, top, type_keys

from natoread.page import Page
from natoread.sheet import Sheet
from natoread_index import Release

PARAGRAPHS = "\n\n".join(f"Paragraph {number} speaks of peace." for number in range(1, 60))
LONG = Release("A long speech", PARAGRAPHS, "NATO")
SHORT = Release("A short note", "All is calm; peace\nreigns.", "NATO")


def foot(pilot: Reader) -> str:
    return seen(pilot).splitlines()[-1]


async def test_matches_light_up_as_one_types() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"speak")
        assert foot(pilot).split() == ["/", "speak", "1/59"]
        assert set(lit(pilot)) == {"speak"}
        await type_keys(pilot, *"s of p")
        assert set(lit(pilot)) == {"speaks of p"}
        await type_keys(pilot, *"xx")
        assert foot(pilot).endswith("no match")
        assert lit(pilot) == []


async def test_n_goes_on_from_match_to_match_and_round() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"peace", "enter", "n", "n")
        assert foot(pilot).endswith(" 3/59")
        assert main(pilot).focused is main(pilot).reader
        await type_keys(pilot, "N", "N", "N")
        assert foot(pilot).endswith(" 59/59")
        await type_keys(pilot, "n")
        assert foot(pilot).endswith(" 1/59")


async def test_arrows_walk_while_the_words_are_still_typed() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"peace", "down", "down", "up")
        assert foot(pilot).endswith(" 2/59")
        await type_keys(pilot, "pagedown", "down")
        assert int(foot(pilot).split()[-1].partition("/")[0]) > 8


async def test_a_find_begins_where_the_reader_is_and_goes_back_there_while_it_grows() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "space", "space")
        place = top(pilot)
        await type_keys(pilot, "/", *"paragraph 1")
        assert foot(pilot).endswith(" 1/11"), "there is none below, so it begins again"
        await type_keys(pilot, *"x")
        assert top(pilot) == place


async def test_a_match_stands_in_the_middle_third() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 33)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"paragraph 3", "enter")
        reader = main(pilot).reader
        for _ in range(12):
            row = reader.page.row_of(reader.page.lights[reader.hit].start) - reader.scroll_offset.y
            assert reader.size.height // 3 <= row < reader.size.height * 2 / 3 or not reader.hit
            await type_keys(pilot, "n")


async def test_escape_ends_the_find_and_then_leads_to_the_list() -> None:
    async with app_on(FakeLibrary([LONG]), words="speaks").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"paragraph 30", "enter")
        place = top(pilot)
        await type_keys(pilot, "escape")
        assert set(lit(pilot)) == {"speaks"}
        assert top(pilot) == place
        assert main(pilot).focused is main(pilot).reader
        await type_keys(pilot, "escape")
        assert main(pilot).focused is main(pilot).releases


async def test_escape_in_the_line_ends_the_find_where_it_came_to() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"paragraph 40", "escape")
        assert "Paragraph 40" in seen(pilot)
        assert lit(pilot) == []
        assert main(pilot).focused is main(pilot).reader


async def test_without_a_find_n_walks_the_hits_of_the_search() -> None:
    async with app_on(FakeLibrary([LONG]), words="speaks").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"peace", "enter", "n", "escape", "n")
        assert foot(pilot).endswith(" hit 3/59")


async def test_a_find_goes_along_to_the_next_release_and_ends_with_the_reading() -> None:
    async with app_on(FakeLibrary([LONG, SHORT])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"peace", "enter", "J")
        assert title(pilot) == SHORT.title
        assert lit(pilot) == ["peace"]
        assert foot(pilot).endswith(" 1/1")
        await type_keys(pilot, "q")
        assert lit(pilot) == []


async def test_a_find_is_no_search() -> None:
    library = FakeLibrary([LONG, SHORT])
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"peace", "enter")
        assert library.asked == [""]
        assert main(pilot).search_bar.value == ""


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (140, 40)])
async def test_the_find_line_has_room_on_any_screen(nine: Nine, size: tuple[int, int]) -> None:
    async with nine.app().run_test(size=size) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "/", *"nato")
        assert re.fullmatch(r"/ nato +\d+/\d+", foot(pilot))


# Some that stand over paragraphs, lists and quotes, some that are typed otherwise than written.
PHRASES = """
ukraine's most urgent need|patriot|air and missile defence|military committee|transport group
secretary general|euro-atlantic|indo pacific|indopacific|geoana|rovajarvi|deputy secretary general
the challenges we face are global|good morning|defence and security|support to ukraine
27 to 29 may|28 may 2024|on thursday (30 may 2024)|republic of korea|european union
member states|the alliance|long-term|more air defence|chair of the nato military committee
united states|security in europe|president zelenskyy|northern europe|nordic response
freedom and democracy|stronger together|foreign affairs council|finland has 31 allies
sisu|hybrid|cyber|critical undersea|transatlantic|stoltenberg|admiral rob bauer|visit to
washington summit|ministers of defence|military aid|in the east|new members|their right to
ahead of|in brussels
""".replace("\n", "|").strip("|")


def _plainly(text: str) -> str:
    """The letters of a text alone, which is how phrases are counted by other means."""
    marks = str.maketrans("ăä’–", "aa'-")
    return re.sub(r"[-\s]+", " ", text.lower().translate(marks))


def test_fifty_phrases_are_found_at_any_width(nine_releases: list[Release]) -> None:
    phrases = PHRASES.split("|")
    assert len(phrases) >= 50
    for release in nine_releases:
        sheet = Sheet.of(release)
        for phrase in phrases:
            lights = sheet.findable.spans(phrase)
            assert len(lights) >= _plainly(sheet.text).count(phrase.replace("-", " ")), phrase
            _assert_shown_whole(sheet, phrase)


def _assert_shown_whole(sheet: Sheet, phrase: str) -> None:
    """On a page of any width, each match is lit from its first letter to its last."""
    lights = sheet.findable.spans(phrase)
    for width in range(20, 121, 1 if lights else 50):
        page = Page.of(sheet.text, width, lights)
        lit = [""] * len(lights)
        for row in range(len(page)):
            for start, end, match in page.lit(row):
                lit[match] += page[row][start:end]
        assert ["".join(said.split()) for said in lit] == [
            "".join(sheet.text[start:end].split()) for start, end in lights
        ]
