"""Who may know whom: read from the imports as written, and from what a run really loads."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import natoread
import natoread_index
from natoread.commands.tree import VERBS

INDEX = Path(natoread_index.__path__[0])
TUI = Path(natoread.__path__[0])
MODULES = [
    ".".join(path.relative_to(root.parent).with_suffix("").parts).removesuffix(".__init__")
    for root in (INDEX, TUI)
    for path in sorted(root.rglob("*.py"))
    if path.name != "__main__.py"
]
SCREENS = {"textual", "rich", "click", "platformdirs"}
_WORDS = {
    "add": ["-"],
    "completion": ["bash"],
    "config": ["show"],
    "edit": ["x", "--title", "x"],
    "remove": ["x"],
    "restore": ["-"],
    "search": ["x"],
    "show": ["x"],
    "unfollow": ["x"],
}
"""What a verb can't do without."""


def trees(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(root.rglob("*.py")):
        yield str(path.relative_to(root.parent)), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def importers(root: Path, *packages: str) -> list[str]:
    """The files below `root` that import one of `packages`, anywhere in them."""
    return [
        path
        for path, tree in trees(root)
        if any(name.partition(".")[0] in packages for name in imported(tree))
    ]


def loaded(*words: str | Path, home: Path) -> set[str]:
    """The top-level packages that a command line has loaded when it ends."""
    program = (
        "import sys, json\n"
        "from natoread.__main__ import run\n"
        "run(sys.argv[1:])\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))\n"
    )
    command = [sys.executable, "-c", program, *map(str, words)]
    out = subprocess.run(
        command, capture_output=True, encoding="utf-8", env={"HOME": str(home)}, check=True
    ).stdout
    return set(json.loads(out.splitlines()[-1]))


def test_the_index_knows_no_screen() -> None:
    assert importers(INDEX, "natoread", *SCREENS) == []


def test_the_index_reads_no_environment_and_no_user_folder() -> None:
    asked = [
        f"{path}:{node.lineno} {node.attr}"
        for path, tree in trees(INDEX)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"environ", "getenv", "expanduser", "home", "getcwd", "cwd"}
    ]
    assert asked == []


def test_only_the_engine_knows_whoosh() -> None:
    outside = [
        path for path in importers(INDEX, "whoosh") if not path.startswith("natoread_index/engine/")
    ]
    assert outside == []
    assert importers(TUI, "whoosh") == []


def test_only_following_knows_the_web() -> None:
    outside = [
        path
        for path in importers(INDEX, "httpx")
        if not path.startswith("natoread_index/following/")
    ]
    assert outside == []
    assert importers(TUI, "httpx") == []


def test_the_app_goes_through_no_private_door_of_the_index() -> None:
    private = [
        f"{path}: {name}"
        for path, tree in trees(TUI)
        for name in imported(tree)
        if name.startswith("natoread_index.") and ("._" in name or ".engine" in name)
    ]
    assert private == []


def test_a_verb_imports_no_screen() -> None:
    assert importers(TUI / "commands", "textual", "rich") == []


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "serve"])  # it does not end
def test_no_verb_loads_a_screen(verb: str, tmp_path: Path) -> None:
    words = _WORDS.get(verb, [])
    assert not loaded("--library", tmp_path / "L", verb, *words, home=tmp_path) & {
        "textual",
        "rich",
    }


def test_the_app_starts_without_what_reads_files_or_writes_notes() -> None:
    program = "import json, sys, natoread.app; print(json.dumps([*sys.modules]))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert not {*json.loads(ran.stdout)} & {
        "natoread_index.parsing.dating",
        "natoread_index.reading.documents",
        "textual.widgets._text_area",
        "httpx",
        "lxml",
        "trafilatura",
    }


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["list"], ["show", "x"], ["paths"]])
def test_what_needs_no_search_loads_no_engine(words: list[str], tmp_path: Path) -> None:
    assert not loaded(*words, home=tmp_path) & {"whoosh", "textual", "rich"}


def test_who_follows_nothing_or_only_looks_loads_no_web(tmp_path: Path) -> None:
    for words in (["sync"], ["follow", "https://nato.example/rss"], ["follow"]):
        assert not loaded("--library", tmp_path / "L", *words, home=tmp_path) & {
            "httpx",
            "feedparser",
            "whoosh",
        }


def test_importing_everything_creates_nothing(tmp_path: Path) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    program = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    subprocess.run(
        [sys.executable, "-B", "-c", program, *MODULES],
        cwd=here,
        env={"HOME": str(home), "TMPDIR": str(here)},
        check=True,
    )
    assert list(home.iterdir()) == []
    assert list(here.iterdir()) == []


def test_looking_creates_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for words in (["list"], ["search", "x"], ["show", "x"], ["stats"], ["paths"], ["doctor"]):
        loaded(*words, home=home)
    assert list(home.iterdir()) == []
