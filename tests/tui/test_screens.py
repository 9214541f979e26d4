"""The main screens, as they were last looked at and found good.

After a change that is meant, NATOREAD_DRAW=1 draws them anew; then look at tests/screens/*.svg.
"""

import os
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import Reader, settle, type_keys
from textual.widgets import Input, TextArea

from natoread.app import NatoRead
from natoread.places import sample_files
from natoread.screens import searching
from natoread_index import Library, Retagging, releases

THEMES = {"light": "textual-light", "ansi": "ansi-dark"}
SCREENS = Path(__file__).parents[1] / "screens"


@pytest.fixture(autouse=True)
def _at_leisure(monkeypatch: pytest.MonkeyPatch) -> None:
    """No search is told to be slow for how long a picture takes."""
    monkeypatch.setattr(searching, "BUSY_AFTER", 3600.0)


async def assert_drawn(name: str, app: NatoRead, size: tuple[int, int], *keys: str) -> None:
    """Compare a screen, after some keys, with the one that is kept under a name."""
    app.theme = THEMES.get(name.split("-")[0], "textual-dark")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await type_keys(pilot, key)  # a picture is of what each key has led to
        await still(pilot)
        drawn = app.export_screenshot(simplify=True)
    kept = SCREENS / f"{name}.svg"
    if os.environ.get("NATOREAD_DRAW"):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8"), f"{kept} shows another screen"


async def still(pilot: Reader) -> None:
    """Have no cursor blink while the picture is made."""
    for line in pilot.app.screen.query(Input):
        line.cursor_blink = False
    for text in pilot.app.screen.query(TextArea):
        text.cursor_blink = False
    await pilot.pause()


@pytest.mark.parametrize(
    ("name", "words", "size", "keys"),
    [
        ("wide", "ukraine air defence", (140, 40), []),
        ("usual", "", (80, 24), ["j", "j"]),
        ("reader", "finland", (80, 24), ["enter", "n"]),
        ("narrow", "geoana", (50, 15), []),
        ("facets", "ukraine", (120, 30), ["t", "f", "j", "j"]),
        ("smallest", "geoana", (20, 5), []),
        ("no-hits", "[zanzibar]", (100, 24), []),
        ("light", "ukraine", (120, 36), ["j"]),
        ("light-menu", "", (80, 24), ["y"]),
        ("ansi", "ukraine", (80, 24), ["j"]),
        ("ansi-menu", "", (80, 24), ["x", "j"]),
        ("ansi-facets", "ukraine", (80, 24), ["f"]),
        ("help", "", (80, 40), ["enter", "question_mark"]),
        ("help-search", "", (80, 24), ["question_mark", "slash", *"narrow"]),
        ("find", "ukraine", (100, 30), ["enter", "J", "slash", *"air defence"]),
        ("zen", "finland", (100, 30), ["enter", "z", "n"]),
        ("related", "finland", (120, 30), ["enter", "R", "j"]),
        ("held", "", (120, 30), ["j", "enter", "w", "J"]),
        ("bars-narrowed", "defence", (100, 24), ["t", "left_square_bracket", "enter"]),
        ("palette", "", (80, 24), ["ctrl+p", *"sort"]),
        ("palette-titles", "", (80, 24), ["ctrl+p", *"visits fin"]),
    ],
)
async def test_the_screen_is_as_it_was(
    nine: Nine, name: str, words: str, size: tuple[int, int], keys: list[str]
) -> None:
    await assert_drawn(name, nine.app(words), size, *keys)


async def test_the_samples_are_as_a_newcomer_sees_them(nine: Nine, tmp_path: Path) -> None:
    await assert_drawn("samples", nine.app_of_newcomer(tmp_path), (100, 30))


async def test_what_changed_stands_out(nine: Nine) -> None:
    with nine.open() as library:
        before = library.release(next(iter(library.newest)))
        changed = before.body.replace("several practical", "many practical")
        library.add([replace(before, body=changed)])
        list(library.catch_up())
    await assert_drawn("changes", nine.app(), (100, 30), "d")


@pytest.fixture
def marked(tmp_path: Path) -> Nine:
    """A library in which somebody has read, starred, tagged, noted and saved."""
    folder = tmp_path / "marked"
    with Library.open(folder) as library:
        for file in sample_files():
            library.add(releases(StringIO(file.read_text(encoding="utf-8-sig")), file.name))
        list(library.catch_up())
        ids = list(library.ids(library.newest).values())
        library.marks.read(ids[1:4])
        library.marks.star([ids[0], ids[2], ids[5]])
        library.marks.tag(ids[2:5], Retagging.of(["summit", "Indo-Pacific"]))
        library.marks.note(ids[2], "Compare with the wording of Vilnius.\nAsk the press office.")
        library.searches.save("Air defence", '"air defence" OR patriot')
        library.searches.note_asked("kind:speech by:stoltenberg")
        library.searches.note_asked("summit -washington")
    return Nine(folder)


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("marked", (140, 40), ["m", "j", "m", "k"]),
        ("marked-narrow", (40, 12), ["j", "j"]),
        ("note", (100, 24), ["j", "j", "e"]),
        ("tags", (80, 24), ["j", "j", "T"]),
        ("correct", (80, 24), ["E"]),
        ("saved", (100, 24), ["v", "j"]),
        ("history", (80, 24), ["slash", "ctrl+r", *"s"]),
    ],
)
async def test_what_the_user_makes_looks_as_it_did(
    marked: Nine,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
    keys: list[str],
) -> None:
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    await assert_drawn(name, marked.app(), size, *keys)
