"""End `natoread sync` by kill -9, or by Ctrl-C, at random moments; look at what is left.

    python -m tests.trials.kill_sync [--times 50] [--hosts 6] [--pages 5] [--seed 1]
                                     [--signal KILL|INT|TERM|both]

Each host, an address of this machine, has a feed: some items are whole, of the others there are
teasers and pages. After each kill the library must open, each release must be as it was published,
none may be there twice, and search must find them all once they are indexed; a last `sync` that
nobody kills must bring in the rest, and one after it nothing. No page whose release was stored may
be asked for again. The exit code is 1 if any of it fails.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.index.following.made_feeds import Entry, article, rss, teaser, whole
from tests.index.following.site import Site, serving
from tests.trials.kill import _heed_ctrl_c

NATOREAD = [sys.executable, "-m", "natoread"]
Texts = dict[str, str]
"""The last words of each release, by its title."""


def main() -> int:
    """Kill and look as often as asked; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value in (("times", 50), ("hosts", 6), ("pages", 5), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--signal", default="KILL", choices=("KILL", "INT", "TERM", "both"))
    asked = parser.parse_args()
    signals = cycle(("KILL", "INT") if asked.signal == "both" else (asked.signal,))
    random.seed(asked.seed)
    with TemporaryDirectory() as folder, ExitStack() as serves:
        sites = [serves.enter_context(serving(f"127.0.0.{n + 1}")) for n in range(asked.hosts)]
        texts = publish(sites, asked.pages)
        longest = seconds_to_sync(Path(folder) / "whole", sites)
        print(f"{len(sites)} feeds, {len(texts)} releases: {longest:.1f} s to sync undisturbed")
        homes = [Path(folder) / str(n) for n in range(asked.times)]
        wrong = [
            trouble
            for home, sent in zip(homes, signals, strict=False)
            for trouble in trial(home, sites, texts, longest, sent)
        ]
    print(f"{asked.times} kills, {len(wrong)} wrong")
    return 1 if wrong else 0


def publish(sites: list[Site], pages: int) -> Texts:
    """Write feeds and pages; how each release ends."""
    texts: Texts = {}
    for at, site in enumerate(sites):
        entries: list[Entry] = []
        for number in range(at * 2 * pages, (at + 1) * 2 * pages):
            url = site.put(f"/{number}.html", article(number), Content_Type="text/html")
            entry = whole(number, url) if number % 2 else teaser(number, url)
            entries.append(entry)
            texts[entry.title] = f"This is {'text' if number % 2 else 'page'} {number}."
        site.put("/feed", rss(*entries), ETag="one")
    return texts


def natoread(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [*NATOREAD, "--library", str(home), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def follow(home: Path, sites: list[Site]) -> None:
    natoread(home, "follow", *(f"{site.url}/feed" for site in sites))


def seconds_to_sync(home: Path, sites: list[Site]) -> float:
    follow(home, sites)
    started = time.perf_counter()
    natoread(home, "sync")
    return time.perf_counter() - started


def trial(home: Path, sites: list[Site], texts: Texts, longest: float, sent: str) -> Iterator[str]:
    """Kill once; what is wrong after it."""
    follow(home, sites)
    moment = random.uniform(0.1, longest)
    process = subprocess.Popen(
        [*NATOREAD, "--library", str(home), "sync"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_heed_ctrl_c,
    )
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.Signals[f"SIG{sent}"])
        process.wait()
    kept = bodies(home)
    for site in sites:
        site.asked.clear()
    for trouble in (*spoilt(kept, texts), *unfinished(home, sites, kept, texts)):
        print(f"  wrong: {trouble}")
        yield trouble
    print(f"{sent} after {moment:5.2f} s: {len(kept)} releases, code {process.returncode}")


def bodies(home: Path) -> list[tuple[str, str]]:
    """Title and text of each release."""
    listed = natoread(home, "list", "--jsonl").stdout.splitlines()
    ids = "\n".join(json.loads(line)["id"] for line in listed)
    shown = subprocess.run(
        [*NATOREAD, "--library", str(home), "show", "-", "--json"],
        input=ids,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    found = map(json.loads, shown)
    return [(release["title"], release["body"]) for release in found]


def spoilt(kept: list[tuple[str, str]], texts: Texts) -> Iterator[str]:
    """What is half, twice, or not published."""
    for title, count in Counter(title for title, _ in kept).items():
        if count > 1:
            yield f"{count} times {title}"
    for title, body in kept:
        if texts.get(title, "\0") not in body:
            yield f"not as published: {title}"


def unfinished(
    home: Path, sites: list[Site], kept: list[tuple[str, str]], texts: Texts
) -> Iterator[str]:
    """Sync once more, in peace, and let the doctor look."""
    natoread(home, "sync")
    again = {asked.path for site in sites for asked in site.asked}
    for title, _ in kept:
        if f"/{title.split()[2]}.html" in again:
            yield f"asked again for {title}"
    whole = bodies(home)
    yield from spoilt(whole, texts)
    if missing := texts.keys() - {title for title, _ in whole}:
        yield f"{len(missing)} releases don't come in any more"
    found = natoread(home, "search", "deterrence", "--jsonl", "--limit", "0").stdout.splitlines()
    if len(found) != len(whole):
        yield f"{len(found)} of {len(whole)} are found"
    if (last := natoread(home, "sync")).stdout != "nothing new\n":
        yield f"still new: {last.stdout}{last.stderr}"
    doctor = natoread(home, "doctor")
    if doctor.returncode:
        yield doctor.stdout + doctor.stderr


if __name__ == "__main__":
    sys.exit(main())
