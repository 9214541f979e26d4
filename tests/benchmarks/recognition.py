"""How well releases are recognised, and whether a pack gives back what was written to it.

    python tests/benchmarks/recognition.py CORPUS [COUNT]

CORPUS is a JSONL file, plain or .xz, or a folder of them, of objects with title, body and source;
kind, speaker and date are compared where they are given. COUNT takes so many releases of each,
evenly spread.
"""

import json
import lzma
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from natoread_index.dates import Basis, Dated
from natoread_index.kinds import Kind
from natoread_index.parsing.mentions import mentions
from natoread_index.parsing.packs import releases
from natoread_index.parsing.rendering import render
from natoread_index.release import Release

KINDS = {
    **{kind.value: kind for kind in Kind},
    "remarks": Kind.SPEECH,
    "official text": Kind.STATEMENT,
    "speeches-remarks": Kind.SPEECH,
    "press-briefings": Kind.PRESS_CONFERENCE,
    "fact-sheets": Kind.OTHER,
    "legislation": Kind.OTHER,
    "articles": Kind.NEWS,
}
"""The kinds that labels mean; sections of a site that mix kinds are left out."""
SLACK = timedelta(days=3)
"""A release may speak of a day shortly before that of its publication."""
SHOWN = 20
"""Wrong dates that are shown, at most."""


@dataclass(frozen=True)
class Labelled:
    """A release, and what is known of it."""

    release: Release
    kind: Kind | None
    speakers: frozenset[str] | None
    day: date | None
    is_approximate: bool

    def is_dated_by(self, dated: Dated) -> bool:
        """Whether a date is right: it holds the day, or ends shortly before or after."""
        if self.day is None:
            return False
        slack = SLACK * (2 if self.is_approximate else 1)
        return dated.first - slack <= self.day <= dated.last + slack

    @property
    def says_its_day(self) -> bool:
        """Whether title or opening mention the day with its year."""
        said = mentions(f"{self.release.title}\n{self.release.body[:1500]}")
        spans = (mention.span for mention in said)
        return any(span and self.day and span[0] <= self.day <= span[1] for span in spans)


def corpus(path: Path) -> Iterator[Labelled]:
    """Yield the releases of a JSONL file."""
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield labelled(json.loads(line))


def labelled(known: dict[str, str]) -> Labelled:
    """Take a release and its labels from one JSON object."""
    speakers = known.get("speaker")
    day = known.get("date") or known.get("date_approx")
    return Labelled(
        release=Release(known["title"], known["body"], known["source"]),
        kind=KINDS.get(known["kind"]),
        speakers=None if speakers is None else frozenset(filter(None, speakers.split("; "))),
        day=date.fromisoformat(day) if day else None,
        is_approximate=not known.get("date"),
    )


def squeezed(text: str) -> str:
    """Return `text` with every run of blanks as one space, without zero-width characters."""
    return " ".join(text.replace("\u200b", " ").replace("\ufeff", " ").split())


def round_trip(known: list[Labelled]) -> list[Release]:
    """Write a pack, read it again, and tell what didn't come back."""
    lines = render(each.release for each in known).split("\n")
    start = time.process_time()
    read = list(releases(lines, "pack"))
    took = time.process_time() - start
    same = sum(map(is_same, (each.release for each in known), read))
    print(f"pack round trip: {same} of {len(known)} titles, sources and texts, {len(read)} read")
    print(f"speed: {len(known) / took:,.0f} releases a second of processor time")
    return read


def is_same(written: Release, read: Release) -> bool:
    """Whether title, source and text came back, but for blanks."""
    return all(
        squeezed(one) == squeezed(other)
        for one, other in (
            (written.title, read.title),
            (written.source, read.source),
            (written.body, read.body),
        )
    )


def report_kinds(pairs: list[tuple[Labelled, Release]]) -> None:
    """Print how many kinds are right, and which are taken for which."""
    judged = [(known.kind, read.kind) for known, read in pairs if known.kind]
    right = sum(known is read for known, read in judged)
    print(f"kind: {share(right, len(judged))}")
    wrong = Counter((str(known), str(read)) for known, read in judged if known is not read)
    for (known, read), count in wrong.most_common():
        print(f"    {count:5} × {known} taken for {read}")


def report_speakers(pairs: list[tuple[Labelled, Release]]) -> None:
    """Print precision and recall of names."""
    judged = [
        (known.speakers, read.speakers) for known, read in pairs if known.speakers is not None
    ]
    right = sum(len(known & set(read)) for known, read in judged)
    print(f"speakers, precision: {share(right, sum(len(read) for _, read in judged))}")
    print(f"speakers, recall:    {share(right, sum(len(known) for known, _ in judged))}")


def report_dates(pairs: list[tuple[Labelled, Release]]) -> None:
    """Print how many dates are right, by how they are known, and those that are wrong."""
    judged = [(known, read) for known, read in pairs if known.day]
    for basis in Basis:
        dated = [(known, read.dated) for known, read in judged if is_known(read, basis)]
        wrong = [(known, read) for known, read in dated if read and not known.is_dated_by(read)]
        print(f"dates {basis}, right: {share(len(dated) - len(wrong), len(dated))}")
        for known, read in wrong[:SHOWN]:
            print(f"    {known.day} not {read.start} {read.read_from!r}: {known.release.title}")
    said = [read for known, read in judged if known.says_its_day]
    print(f"days that title or opening say, found: {share(sum(map(has_date, said)), len(said))}")
    print(f"dated at all: {share(sum(has_date(read) for _, read in pairs), len(pairs))}")


def is_known(read: Release, basis: Basis) -> bool:
    """Whether a release has a date, known in that way."""
    return read.dated is not None and read.dated.basis is basis


def has_date(read: Release) -> bool:
    """Whether a release has a date."""
    return read.dated is not None


def share(part: int, whole: int) -> str:
    """Say a part of a whole: "35 of 36 = 97.2%"."""
    return f"{part:,} of {whole:,} = {part / max(whole, 1):.1%}"


def measure(path: Path, count: int) -> None:
    """Read a corpus, write it as a pack, read that, and compare."""
    known = list(corpus(path))
    known = known[:: max(len(known) // count, 1)][:count] if count else known
    read = round_trip(known)
    pairs = list(zip(known, read, strict=False))
    for report in (report_kinds, report_speakers, report_dates):
        report(pairs)


def main(path: str, count: str = "0") -> None:
    """Measure each corpus."""
    here = Path(path)
    for each in sorted(here.glob("*.jsonl*")) if here.is_dir() else [here]:
        print(each.name)
        measure(each, int(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
