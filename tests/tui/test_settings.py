"""The file of settings: read, written, and told line by line what is wrong with it."""

from pathlib import Path

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import releases_named, seen, settle, type_keys
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
    for settings in (Settings(), Settings(Path('/a "b" \\c'), "gruvbox", keys={"find": "f6"})):
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
            "mouse = true\n[keys]\nfind = 'f6'\nnext_hitt = 'n'",
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


@pytest.mark.parametrize(
    ("changed", "sentences"),
    [
        ({"star": "n"}, ["'n' is both star and next_hit in the reader"]),
        ({"star": "question_mark"}, ["'?' is both star and help_here in the list, reader"]),
        ({"star": "space"}, ["'space' is both star and onward in the list, reader"]),
        ({"palette": "ctrl+y"}, ["'ctrl+y' is both palette and take_spelling in the search box"]),
        ({"find": "f5"}, ["'f5' is both find and sync in the reader"]),
        (
            {"palette": "f1"},
            [
                "'f1' is both palette and help everywhere",
                "'f1' is both palette and close_help in the help",
            ],
        ),
        ({"close": "ctrl+n"}, ["'ctrl+n' is both close and history_down in the search history"]),
        (
            {"choose": "backspace"},
            ["'backspace' is both choose and close_related in the related releases"],
        ),
        ({"older": "ctrl+u"}, ["'ctrl+u' is both older and half_up in the changes"]),
        (
            {"delete_word": "ctrl+s,f5"},
            ["'f5' is both delete_word and sync in the search box, find line, other lines"],
        ),
        ({"next_fact": "ctrl+w"}, ["'ctrl+w' is both next_fact and delete_word in the correction"]),
        ({"quit": "Q"}, ["'Q' can’t be the key of quit in the search box: it is typed there"]),
        (
            {"take_find": "i"},
            ["'i' can’t be the key of take_find in the find line: it is typed there"],
        ),
        ({"close": "x"}, ["'x' can’t be the key of close in the other lines: it is typed there"]),
    ],
)
def test_a_key_of_two_commands_at_once_is_told(
    changed: dict[str, str], sentences: list[str]
) -> None:
    told = list(Keyboard.of(changed).clashes())
    assert [sentence for _, sentence in told] == sentences
    assert {key_id for key_id, _ in told} == set(changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"star": "r", "read_or_not": "s"},
        {"sync": "F,f5"},
        {"star": "f1,S", "help": "f2", "sort": "s", "close_help": "f2"},
        {"down": "j,down,f3", "list_down": "f3"},
        {"palette": "ctrl+g", "history_up": "up,ctrl+g"},
    ],
)
def test_keys_that_never_work_at_the_same_time_do_not_clash(changed: dict[str, str]) -> None:
    assert list(Keyboard.of(changed).clashes()) == []


def test_the_usual_keys_do_not_clash_but_where_one_is_meant_to_go_first() -> None:
    assert list(Keyboard().clashes()) == []
    meant = {(key.id, key.instead_of) for key in KEYS if key.instead_of}
    for key_id, other in meant:
        shared = {*Keyboard().called(key_id).names} & {*Keyboard().called(other).names}
        assert shared, f"{key_id} takes nothing from {other}"
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


def test_the_app_says_which_keys_clash_and_does_not_open(tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "natoread"
    folder.mkdir(parents=True)
    file(folder, "[keys]\npalette = 'ctrl+y'")
    with Terminal(tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        told = " ".join(terminal.text.split())
        assert "'ctrl+y' is both palette and take_spelling in the search box" in told


def test_the_app_says_what_is_wrong_and_does_not_open(tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "natoread"
    folder.mkdir(parents=True)
    file(folder, "them = 1")
    with Terminal(tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "did you mean 'theme'?" in " ".join(terminal.text.split())
