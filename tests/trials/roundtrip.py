"""Add a corpus as one text pack, and compare what the library gives back with the corpus.

    python -m tests.trials.roundtrip CORPUS [--most 1000]

Titles and bodies must come back letter for letter. Spaces at line ends and runs of blank lines
say nothing in a text pack, so both sides are compared without them. A release that is not there
is printed; the exit code is 1 if there is any.
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.trials.corpus import Item, items, pack

from natoread.__main__ import run
from natoread_index import Library


def main() -> int:
    """Compare; 1 if anything is missing or was made up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=None)
    asked = parser.parse_args()
    published = [plain(item) for item in items(asked.corpus, asked.most)]
    with TemporaryDirectory() as folder:
        given = stored(Path(folder), published)
    return report(Counter(published), Counter(given))


def plain(item: Item) -> Item:
    """An item without spaces at line ends, nor more than one blank line in a row."""
    lines = "\n".join(line.rstrip() for line in item.body.split("\n")).strip()
    return Item(" ".join(item.title.split()), item.source, re.sub(r"\n{3,}", "\n\n", lines))


def stored(folder: Path, published: list[Item]) -> list[Item]:
    """Add `published` by the command line, and read them from the library again."""
    text = folder / "pack.txt"
    text.write_text(pack(published), encoding="utf-8")
    run(["--library", str(folder / "library"), "add", str(text)])
    with Library.open(folder / "library") as library:
        return [plain(Item(one.title, one.source, one.body)) for one in library]


def report(published: Counter[Item], given: Counter[Item]) -> int:
    """Print what differs. A release that the corpus has twice is kept once."""
    missing, made_up = set(published) - set(given), set(given) - set(published)
    for name, items_ in (("missing", missing), ("made up", made_up)):
        for item in sorted(items_):
            print(f"{name}: {item.title[:90]!r} {len(item.body)} characters")
    same = len(set(published) & set(given))
    print(f"{same} of {len(set(published))} came back letter for letter")
    return 1 if missing or made_up else 0


if __name__ == "__main__":
    sys.exit(main())
