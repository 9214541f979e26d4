"""How much of a release comes back from a web page, by the layout of the page.

    python -m tests.benchmarks.pages CORPUS [COUNT] [LAYOUT]

CORPUS is a JSONL file, plain or .xz, of objects with title, body, date and url. COUNT takes so many
releases, evenly spread. Titles, days and texts are compared to the letter, but for blanks.
"""

import json
import lzma
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff
from html import escape
from pathlib import Path
from typing import Any

from tests.benchmarks.layouts import LAYOUTS
from tests.benchmarks.sheets import Sheet, with_one_mark

from natoread_index.errors import NoReleases
from natoread_index.reading.pages import page
from natoread_index.release import Release

OTHERS = 3
"""Other releases that a page names."""


@dataclass
class Score:
    """How many titles, days and texts came back."""

    pages: int = 0
    titles: int = 0
    days: int = 0
    texts: int = 0
    seconds: float = 0
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        shares = (100 * right / self.pages for right in (self.titles, self.days, self.texts))
        figures = "".join(f"{share:9.2f}" for share in shares)
        return f"{figures}{1000 * self.seconds / self.pages:9.1f}"


def records(path: Path, count: int) -> list[dict[str, Any]]:
    """Return the releases of a corpus that have all that a page needs, evenly spread."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        known = [json.loads(line) for line in lines]
    whole = [each for each in known if each.get("date") and each["body"].strip()]
    return whole[:: max(len(whole) // count, 1)][:count] if count else whole


def sheets(known: Sequence[dict[str, Any]]) -> Iterator[Sheet]:
    """Yield what the layouts are filled with."""
    for number, each in enumerate(known):
        others = [known[(number + ahead) % len(known)]["title"] for ahead in range(1, OTHERS + 1)]
        yield Sheet(
            title=escape(squeezed(each["title"])),
            day=date.fromisoformat(each["date"]),
            url=escape(each["url"]),
            paragraphs=tuple(part for part in each["body"].split("\n\n") if part.strip()),
            others=tuple(map(escape, others)),
        )


def squeezed(text: str) -> str:
    """Return `text` with every run of blanks as one space, without zero-width characters."""
    return " ".join(text.replace("\u200b", "").replace("\u2060", "").replace("\ufeff", "").split())


def compare(known: dict[str, Any], sheet: Sheet, html: str, score: Score) -> None:
    """Read a page, and add to the score what came back."""
    start = time.process_time()
    try:
        read = page(html)
    except NoReleases:
        read = Release("", "", "")
    score.seconds += time.process_time() - start
    score.pages += 1
    score.titles += seen(score, "title", known["title"], read.title)
    score.days += seen(score, "day", known["date"], read.dated.start if read.dated else "")
    score.texts += seen(score, known["title"], *map(with_one_mark, (known["body"], read.body)))


def seen(score: Score, what: str, wanted: str, read: str) -> bool:
    """Whether two texts are the same but for blanks; keeps how they differ."""
    if squeezed(wanted) == squeezed(read):
        return True
    one, other = (list(map(squeezed, text.split("\n"))) for text in (wanted, read))
    differ = [line for line in unified_diff(one, other, lineterm="", n=0) if line[3:].strip()]
    score.lost.append("\n".join([f"== {what}", *(line[:200] for line in differ[:10])]))
    return False


def run(known: Sequence[dict[str, Any]], layout: Callable[[Sheet], str]) -> Score:
    """Wrap releases into a layout and read them from it."""
    score = Score()
    for each, sheet in zip(known, sheets(known), strict=True):
        compare(each, sheet, layout(sheet), score)
    return score


def main(path: str, count: str = "0", only: str = "") -> None:
    """Print a row for each layout; for one alone, also what was lost."""
    known = records(Path(path), int(count))
    print(f"{len(known)} releases\n{'layout':12} titles %   days %  texts % ms a page")
    for name in [only] if only else LAYOUTS:
        score = run(known, LAYOUTS[name])
        print(f"{name:12}{score}", flush=True)
        if only:
            print("\n".join(score.lost[:40]))


if __name__ == "__main__":
    main(*sys.argv[1:])
