"""A day's work in a minute: random keys and sizes in a real terminal.

    python -m tests.trials.day [--keys 2000] [--seed 1] [--files PACK...]

A library of the bundled releases, or of other packs, has stars, tags and a note. Then keys that
change none of those are pressed at random, words typed, the terminal made as small as 1x1 and as
large as 300x100. The app must go on, end when it is asked to, say nothing of an error, and have
lost no mark. Half as many keys again may change marks, too: then only the app itself is looked at.
The exit code is 1 if anything was wrong, and the keys that led there are printed.
"""

import argparse
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tui.terminal import Terminal

from natoread.key import Where
from natoread.keys import KEYS
from natoread.places import sample_files
from natoread_index import Library, releases
from natoread_index.queries.tags import Retagging

_LEAVE = "\x11"
_AFTER_ESCAPE = 0.5
"""Seconds after which a key that follows escape is a key of its own."""

_LEFT_OUT = {
    *("quit", "quit_here", "leave_reader"),  # q in the reader is q in the list
    *("suspend", "pipe"),
    *("palette", "palette_here"),
}
"""What ends the trial, or would hand random words to a shell; the palette gives all of that."""
_OF_MARKS = {"star", "read_or_not", "undo", "mark", "mark_all", "tag", "note", "remove", "correct"}
_WORDS = ("nato", "ukraine air d", "sisu", '"air defence"', "kind:", "date:2024-05", "(a OR", "é🙂")
_SEQUENCES = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "f5": "\x1b[15~",
    "shift+tab": "\x1b[Z",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "vertical_line": "|",
}


def main() -> int:
    """Press as many keys as asked; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--files", type=Path, nargs="*", default=[Path(str(f)) for f in sample_files()]
    )
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        home = Path(folder, "home")
        library = Path(folder, "library")
        _fill(library, asked.files)
        before = _marks(library)
        wrong = _work(home, library, chance, asked.keys, sequences(_LEFT_OUT | _OF_MARKS))
        if (after := _marks(library)) != before:
            wrong.append(f"marks were {before} and are {after}")
        wrong += _work(home, library, chance, asked.keys // 2, sequences(_LEFT_OUT))
    for sentence in wrong:
        print(sentence)
    print(f"{asked.keys} keys, then {asked.keys // 2} of all kinds: {len(wrong)} wrong")
    return bool(wrong)


def sequences(left_out: set[str]) -> list[str]:
    """What a terminal sends for each key of each command."""
    pressed = (key for key in KEYS if key.where & Where.PARTS and key.id not in left_out)
    names = (name for key in pressed for name in key.keys.split(","))
    return sorted(set(filter(None, map(_sequence, names))))


def _sequence(name: str) -> str:
    if name in _SEQUENCES:
        return _SEQUENCES[name]
    control, _, letter = name.partition("ctrl+")
    if not control and len(letter) == 1 and letter.isalpha():
        return chr(ord(letter.upper()) - ord("@"))
    return name if len(name) == 1 else ""


def _fill(folder: Path, files: list[Path]) -> None:
    with Library.open(folder) as library:
        for file in files:
            with file.open(encoding="utf-8") as lines:
                library.add(releases(lines, file.name), file.name)
        list(library.catch_up())
        first, second, *_ = [release.id for release in library]
        library.marks.star([first, second])
        library.marks.tag([second], Retagging.of(["kept"]))
        library.marks.note(first, "A note.")


def _marks(folder: Path) -> Mapping[str, object]:
    with Library.open(folder) as library:
        signs = library.marks.signs([release.id for release in library])
        return {name: (of.starred, of.tags, of.note) for name, of in signs.items() if of.starred}


def _work(
    home: Path, library: Path, chance: random.Random, keys: int, known: list[str]
) -> list[str]:
    """Press keys at random; what was wrong, as sentences."""
    programs = {"BROWSER": "true", "EDITOR": "true", "VISUAL": "true"}
    arguments = ("--library", str(library))
    pressed: list[str] = []
    with Terminal(home, *arguments, environment=programs) as terminal:
        terminal.wait_for("q quit")
        for step in _steps(chance, keys, known):
            pressed.append(str(step))
            if isinstance(step, tuple):
                terminal.resize(*step)
            else:
                terminal.type(step)
            terminal.look()
        terminal.resize(100, 30)
        terminal.look(_AFTER_ESCAPE)
        terminal.type(_LEAVE)
        try:
            code = terminal.wait_for_end()
        except subprocess.TimeoutExpired:
            return [f"it did not end:\n{terminal.text}\nthe last keys were {pressed[-40:]}"]
    if code or "Error" in terminal.text:
        return [f"exit code {code}:\n{terminal.text}\nthe last keys were {pressed[-40:]}"]
    return []


def _steps(chance: random.Random, keys: int, known: list[str]) -> Iterator[str | tuple[int, int]]:
    for _ in range(keys):
        dice = chance.random()
        if dice < 0.03:
            yield chance.randint(1, 300), chance.randint(1, 100)
        elif dice < 0.06:
            yield "/" + chance.choice(_WORDS)
        else:
            yield chance.choice(known)


if __name__ == "__main__":
    sys.exit(main())
