"""Add a whole corpus in every form there is; look whether every file is told of and all is found.

    python -m tests.trials.forms CORPUS [--library DIR] [--alone 150]

CORPUS is a folder of JSON-lines files (.jsonl, .jsonl.xz) of objects with title, source, body,
date and url. Its releases are dealt into packs, pages, feeds, e-mails, tables, JSON, Markdown,
compressed files and archives: --alone of them each into the forms that hold one release a file,
the rest evenly. One `natoread add` takes the folder. Then every document must be told of without
an error, the counts must add up, and a search for its title must find each release. The exit code
is 1 if any of it fails. Printed is, form by form, how many releases were found, and how many have
every word of their text.
"""

import argparse
import bz2
import gzip
import json
import lzma
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from backports import zstd
from tests.trials import writers
from tests.trials.writers import Item, items

from natoread_index import Library, Release

_QUOTES = re.compile('["“”„«»]')
NATOREAD = [sys.executable, "-m", "natoread"]
Files = dict[str, bytes]
Write = Callable[[list[Item]], Files]


def each(write: Callable[[Item], bytes], suffix: str) -> Write:
    """A writer of a file for each release."""
    return lambda some: {f"{n:04}{suffix}": write(item) for n, item in enumerate(some)}


def one(write: Callable[[list[Item]], bytes], name: str) -> Write:
    """A writer of one file with all releases."""
    return lambda some: {name: write(some)}


ALONE: dict[str, Write] = {
    "pages": each(writers.page, ".html"),
    "pages without a suffix": each(writers.page, ""),
    "web archives": each(writers.web_archive, ".mhtml"),
    "messages": each(writers.mail, ".eml"),
    "Markdown": each(writers.markdown, ".md"),
    "pages in zip": one(lambda some: writers.zipped(each(writers.page, ".html")(some)), "p.zip"),
    "Markdown in tar": one(lambda some: writers.tarred(each(writers.markdown, "")(some)), "m.tgz"),
}
TOGETHER: dict[str, Write] = {
    "pack": one(writers.pack, "pack.txt"),
    "pack in UTF-16": one(lambda some: writers.pack(some).decode().encode("utf-16"), "pack16.txt"),
    "pack with CRLF": one(lambda some: writers.pack(some).replace(b"\n", b"\r\n"), "crlf.text"),
    "pack in gzip": one(lambda some: gzip.compress(writers.pack(some)), "pack.txt.gz"),
    "pack in bzip2": one(lambda some: bz2.compress(writers.pack(some)), "pack.txt.bz2"),
    "pack in xz": one(lambda some: lzma.compress(writers.pack(some)), "pack.txt.xz"),
    "pack in zstd": one(lambda some: zstd.compress(writers.pack(some)), "pack.txt.zst"),
    "zip in zip": one(
        lambda some: writers.zipped({"in.zip": writers.zipped({"a.txt": writers.pack(some)})}),
        "twice.zip",
    ),
    "JSON lines": one(writers.json_lines, "lines.jsonl"),
    "JSON": one(writers.json_array, "array.json"),
    "CSV": one(writers.table, "table.csv"),
    "TSV": one(lambda some: writers.table(some, "\t"), "table.tsv"),
    "feed": one(writers.rss, "feed.xml"),
    "mailbox": one(writers.mailbox, "box.mbox"),
}


def main() -> int:
    """Write, add and look; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--alone", type=int, default=150)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        home = asked.library or Path(folder) / "library"
        dealt = deal(list(items(asked.corpus)), asked.alone)
        documents = written(dealt, Path(folder) / "in")
        wrong = [*added(home, Path(folder) / "in", documents, dealt), *looked_for(home, dealt)]
    for trouble in wrong:
        print(f"wrong: {trouble}")
    return 1 if wrong else 0


def deal(releases: list[Item], alone: int) -> dict[str, list[Item]]:
    """Deal releases to the forms, by their names."""
    dealt: dict[str, list[Item]] = {}
    for n, form in enumerate(ALONE):
        dealt[form] = releases[n :: len(ALONE)][:alone]
    taken = {id(item) for some in dealt.values() for item in some}
    rest = [item for item in releases if id(item) not in taken]
    return dealt | {form: rest[n :: len(TOGETHER)] for n, form in enumerate(TOGETHER)}


def written(dealt: dict[str, list[Item]], folder: Path) -> int:
    """Write the files of all forms; how many documents they hold."""
    documents = 0
    for form, some in dealt.items():
        (folder / form).mkdir(parents=True)
        for name, data in (ALONE | TOGETHER)[form](some).items():
            (folder / form / name).write_bytes(data)
        documents += len(some) if form in ALONE else 1
    return documents


def added(home: Path, folder: Path, documents: int, dealt: dict[str, list[Item]]) -> Iterator[str]:
    """Add the folder, twice; what is wrong with what is told."""
    releases = sum(map(len, dealt.values()))
    for _ in range(2):
        started = time.perf_counter()
        command = [*NATOREAD, "--library", str(home), "add", "--json", str(folder)]
        told = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
        counts = {name: told[name] for name in told if name not in ("files", "format")}
        print(f"{documents} documents, {releases} releases: {counts}")
        print(f"{time.perf_counter() - started:.0f} s")
        yield from (file["error"] for file in told["files"] if file["error"])
        if len(told["files"]) != documents:
            yield f"{len(told['files'])} documents told of, not {documents}"
        if sum(told[of] for of in ("added", "updated", "unchanged", "duplicates")) != releases:
            yield "the counts don't add up"


def looked_for(home: Path, dealt: dict[str, list[Item]]) -> Iterator[str]:
    """Search for every title; those that nothing answers."""
    with Library.open(home) as library:
        for form, some in dealt.items():
            missing = [
                item.title
                for item, hits in zip(some, found(home, some), strict=True)
                if squeezed(item.title) not in hits
            ]
            exact = sum(Release(i.title, i.body, i.source).id in library for i in some)
            print(
                f"{form:<24} {len(some):5} releases, {len(some) - len(missing):5} found,"
                f" {exact:5} to the word"
            )
            yield from (f"{form}: {title} is not found" for title in missing)


def found(home: Path, some: list[Item]) -> Iterator[set[str]]:
    """For each release the titles of what a search for its own finds."""
    command = [*NATOREAD, "--library", str(home), "search", "--batch", "--limit", "400"]
    asked = "".join(f'title:"{_QUOTES.sub(" ", item.title)}"\n' for item in some)
    ran = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    for line in ran.stdout.splitlines():
        yield {squeezed(hit["title"]) for hit in json.loads(line)["hits"]}


def squeezed(title: str) -> str:
    """The words of a title, with one space between."""
    return " ".join(re.findall(r"\w+", title.casefold()))


if __name__ == "__main__":
    sys.exit(main())
