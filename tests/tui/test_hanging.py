"""Lines that wrap beside their signs: in the help, menus and changes of versions."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import seen, settle, type_keys
from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions

from natoread.widgets.hanging import Hanging, Signed

LINES = [
    Signed(Content("-"), Content("It was agreed in Vilnius, and then again in Washington.")),
    Signed(Content("+"), Content("")),
    Signed(Content(""), Content("The end.")),
]


def rows(width: int) -> list[str]:
    options = RenderOptions(lambda _: Style(), {})
    return [strip.text for strip in Hanging(LINES, 2).render_strips(width, None, Style(), options)]


def test_what_wraps_stands_below_its_own_words() -> None:
    assert [row.rstrip() for row in rows(32)] == [
        "- It was agreed in Vilnius, and",
        "  then again in Washington.",
        "+",
        "  The end.",
    ]


@pytest.mark.parametrize("width", [1, 2, 3, 4, 7, 20, 57, 58, 200])
def test_it_fills_its_width_and_is_as_high_as_it_says(width: int) -> None:
    assert all(len(row) == width for row in rows(width))
    assert len(rows(width)) == Hanging(LINES, 2).get_height({}, width)
    assert "".join("".join(rows(width)).split()) == "".join(
        "".join(line.sign.plain[: min(2, width // 3)] + line.says.plain for line in LINES).split()
    )


def test_as_wide_as_it_would_like_to_be_nothing_wraps() -> None:
    assert len(rows(Hanging(LINES, 2).get_optimal_width({}, 80))) == len(LINES)


async def test_long_words_of_the_help_stand_beside_their_keys(nine: Nine) -> None:
    async with nine.app().run_test(size=(50, 20)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "question_mark")
        lines = seen(pilot).splitlines()
        at = next(row for row, line in enumerate(lines) if "Go on a page" in line)
        assert lines[at].index("Go on a page") == lines[at + 1].index("release, to the next")


async def test_a_long_choice_of_a_menu_stands_beside_its_key(nine: Nine) -> None:
    async with nine.app().run_test(size=(50, 20)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "y")
        lines = seen(pilot).splitlines()
        at = next(row for row, line in enumerate(lines) if "q  The paragraph, or" in line)
        assert lines[at].index("The paragraph") == lines[at + 1].index(
            "quotation with its citation"
        )
