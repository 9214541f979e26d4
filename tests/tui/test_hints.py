"""Whoever has keys of his own is told of them wherever a screen names a key."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, seen, settle, told, type_keys
from tests.tui.test_difference import FIRST, SECOND, THIRD
from tests.tui.test_looking import dated

import natoread
from natoread.keyboard import Keyboard
from natoread.keys import KEYS
from natoread.settings import Settings
from natoread_index import Related

ROOT = Path(natoread.__path__[0])
OWN = Settings(keys={key.id: f"f{number}" for number, key in enumerate(KEYS, 101)})
"""Another key for every command, such as no keyboard has."""

SHOWN = [ROOT / "app.py", *ROOT.glob("screens/*.py"), *ROOT.glob("widgets/*.py")]
"""Where all that the app says is written, but for what Textual's palette is asked by its keys."""


def own(key_id: str) -> str:
    """The only key that a command has in these tests."""
    return OWN.keyboard.called(key_id).keys


def library() -> FakeLibrary:
    """Three releases: one with versions, the first of which others belong beside."""
    made = dated("2024-05-03", "2024-06-04")
    made.releases.insert(0, THIRD)
    made.older = {THIRD.id: [FIRST, SECOND, THIRD]}
    made.beside = {0: Related(event=(1,))}
    made.slips = {"tittle": "title"}
    return made


@pytest.mark.parametrize(
    ("commands", "hints"),
    [
        (["facets"], {"toggle_facet": "narrows", "close_facets": "closes"}),
        (["related"], {"choose": "reads", "close": "closes"}),
        (["saved"], {"choose": "opens", "save_search": "saves this search"}),
        (["saved"], {"rename_search": "renames", "delete_search": "deletes"}),
        (["difference"], {"close": "closes", "newer": "other versions"}),
        (["difference"], {"older": f"{own('newer')} other versions"}),
        (["note"], {"close": "keeps it", "undo": "takes it back"}),
        (["correct"], {"take_line": "keeps it", "undo": "takes it back"}),
        (["mark_all", "remove"], {"undo": "undoes it"}),
        (["timeline", "previous_bar"], {"read": "narrows"}),
        (["help"], {"find_help": "finds a key by its words", "search": "Go to the search box"}),
        ([], {"search": "search", "sort": "sort", "facets": "facets", "star": "star"}),
        (["read"], {"find": "find", "next_hit": "next hit", "leave_reader": "list"}),
    ],
)
async def test_each_screen_names_the_keys_of_the_user(
    commands: list[str], hints: dict[str, str]
) -> None:
    async with app_on(library(), settings=OWN).run_test(size=(140, 60)) as pilot:
        await settle(pilot)
        for command in commands:
            await type_keys(pilot, own(command))
        shown = " ".join(seen(pilot).split())
        for command, does in hints.items():
            assert f"{own(command)} {does}" in shown


async def test_the_spelling_is_taken_by_the_key_that_is_named() -> None:
    async with app_on(library(), settings=OWN).run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, own("search"), *"tittle")
        assert f"{own('take_spelling')} takes it" in seen(pilot)
        await type_keys(pilot, own("take_spelling"))
        assert main(pilot).search_bar.value == "title"


async def test_what_was_done_is_undone_by_the_key_that_is_named() -> None:
    async with app_on(library(), settings=OWN).run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, own("remove"), "y")
        assert told(pilot)[-1] == f"Removed 1 release; {own('undo')} undoes it"


def test_a_hint_names_the_first_of_several_keys() -> None:
    assert Keyboard().sign("undo") == "u"
    assert Keyboard.of({"undo": "ctrl+down,u"}).sign("undo") == "ctrl+↓"


def test_no_sentence_of_the_app_names_a_key_that_may_be_another() -> None:
    assert list(named_keys()) == []


def named_keys() -> Iterator[tuple[str, str]]:
    """Yield the files and phrases in which a word is the sign of a key, or that are its name."""
    signs = {sign for key in KEYS for sign in key.signs}
    for path in set(SHOWN) - {ROOT / "screens" / "palette.py"}:
        for phrase in phrases(ast.parse(path.read_text(encoding="utf-8"))):
            words = {word.strip(".,;:!?()“”") for word in phrase.split()}
            if any(len(words) > 1 or len(sign) > 1 for sign in signs & words):
                yield path.name, phrase


def phrases(tree: ast.AST) -> Iterator[str]:
    """Yield what is written in the code to be read as words, and so no docstring."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in told and isinstance(node.value, str):
            yield node.value
