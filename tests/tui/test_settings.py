"""The file of settings: read, written, and told line by line what is wrong with it."""

from pathlib import Path

import pytest
from tests.tui.story import FakeLibrary, releases_named, seen, settle, type_keys
from tests.tui.terminal import Terminal
from textual.theme import BUILTIN_THEMES

from natoread.app import NatoRead
from natoread.keyboard import Keyboard
from natoread.keys import KEYS
from natoread.librarian import Librarian
from natoread.settings import THEMES, BadConfig, Settings, read, written
from natoread_index import Sort

WHOLE = """
# mine
library = "~/press"
theme = "nord"
width = 60
sort = "newest"
mouse = false
compact = true

[keys]
next_hit = "n,ctrl+j"
"""


def file(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_not_there_is_as_usual(tmp_path: Path) -> None:
    assert read(tmp_path / "config.toml") == Settings()
    assert read(file(tmp_path, "")) == Settings()


def test_all_settings_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    found = read(file(tmp_path, "\ufeff" + WHOLE))
    assert found == Settings(
        tmp_path / "press",
        "nord",
        60,
        Sort.NEWEST,
        mouse=False,
        compact=True,
        keys={"next_hit": "n,ctrl+j"},
    )
    assert found.keyboard.called("next_hit").signs == ("n", "ctrl+j")


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    for settings in (Settings(), Settings(Path('/a "b" \\c'), "gruvbox", keys={"find": "f5"})):
        assert read(file(tmp_path, written(settings))) == settings


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\nthem = 'nord'", "2: there is no setting 'them': did you mean 'theme'?"),
        ("theme = 'norf'", "1: theme can’t be 'norf': did you mean 'nord'?"),
        ("sort = 'x'", "1: sort can’t be 'x': one of relevance, newest, oldest"),
        ("width = 5", "1: width needs a number from 20 to 160"),
        ("width = true", "1: width needs a number from 20 to 160"),
        ("mouse = 'no'", "1: mouse needs true or false"),
        ("library = 3", "1: library needs a folder in quotes"),
        ("keys = 3", "1: keys needs a table: [keys], then a line for each"),
        (
            "mouse = true\n[keys]\nfind = 'f5'\nnext_hitt = 'n'",
            "4: there is no command 'next_hitt': did you mean 'next_hit'?",
        ),
        ("[keys]\nfind = 3", '2: find needs keys with commas between them, such as "n,ctrl+j"'),
        ("[keys]\nnext_hit = 'N'", "2: 'N' is both next_hit and previous_hit in the reader"),
        ("a = \n", "1: Invalid value"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(BadConfig) as trouble:
        read(path)
    assert str(trouble.value) == f"{path}:{sentence}"


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadConfig) as trouble:
        read(file(tmp_path, "a = 1\nb = 2"))
    assert len(trouble.value.wrong) == 2


def test_a_file_of_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"theme = '\xff'")
    with pytest.raises(BadConfig, match="decode"):
        read(path)


def test_the_themes_are_textuals() -> None:
    assert set(THEMES) == set(BUILTIN_THEMES)


def test_the_usual_keys_do_not_clash() -> None:
    assert list(Keyboard().clashes()) == []
    assert Keyboard().changed == {}
    assert Keyboard().keys == KEYS


async def test_keys_width_order_and_theme_are_the_users() -> None:
    library = FakeLibrary(releases_named("Oslo", "Ottawa"))
    settings = Settings(
        theme="textual-light", width=40, sort=Sort.OLDEST, keys={"down": "ctrl+j", "help": "f2"}
    )
    librarian = Librarian(lambda: library, FakeLibrary)
    async with NatoRead(librarian, "o", settings=settings).run_test(size=(120, 150)) as pilot:
        await settle(pilot)
        assert pilot.app.theme == "textual-light"
        assert "oldest first" in seen(pilot)
        await type_keys(pilot, "j")
        assert "1 of 2" in seen(pilot)
        await type_keys(pilot, "ctrl+j")
        assert "2 of 2" in seen(pilot)
        await type_keys(pilot, "f2")
        assert "ctrl+j Go down" in " ".join(seen(pilot).split())


def test_the_app_says_what_is_wrong_and_does_not_open(tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "natoread"
    folder.mkdir(parents=True)
    file(folder, "them = 1")
    with Terminal(tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "did you mean 'theme'?" in " ".join(terminal.text.split())
