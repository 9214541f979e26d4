"""The main screens, as they were last looked at and found good.

After a change that is meant, NATOREAD_DRAW=1 draws them anew; then look at tests/screens/*.svg.
"""

import os
from pathlib import Path

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import settle, type_keys

from natoread.app import NatoRead

SCREENS = Path(__file__).parents[1] / "screens"


async def assert_drawn(name: str, app: NatoRead, size: tuple[int, int], *keys: str) -> None:
    """Compare a screen, after some keys, with the one that is kept under a name."""
    app.theme = "textual-light" if name == "light" else "textual-dark"
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await type_keys(pilot, *keys)
        drawn = app.export_screenshot(simplify=True)
    kept = SCREENS / f"{name}.svg"
    if os.environ.get("NATOREAD_DRAW"):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8"), f"{kept} shows another screen"


@pytest.mark.parametrize(
    ("name", "words", "size", "keys"),
    [
        ("wide", "ukraine air defence", (140, 40), []),
        ("usual", "", (80, 24), ["j", "j"]),
        ("reader", "finland", (80, 24), ["enter", "n"]),
        ("narrow", "geoana", (50, 15), []),
        ("smallest", "geoana", (20, 5), []),
        ("no-hits", "[zanzibar]", (100, 24), []),
        ("light", "ukraine", (120, 36), ["j"]),
        ("help", "", (80, 40), ["enter", "question_mark"]),
    ],
)
async def test_the_screen_is_as_it_was(
    nine: Nine, name: str, words: str, size: tuple[int, int], keys: list[str]
) -> None:
    await assert_drawn(name, nine.app(words), size, *keys)


async def test_the_samples_are_as_a_newcomer_sees_them(nine: Nine, tmp_path: Path) -> None:
    await assert_drawn("samples", nine.app_of_newcomer(tmp_path), (100, 30))
