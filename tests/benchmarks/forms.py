"""Whether packs in every form that they are found in give back what was written to them.

    python -m tests.benchmarks.forms CORPUS [COUNT]

CORPUS is a JSONL file, plain or .xz, or a folder of them, of objects with title, body and source.
Its releases are laid out in each form, and the bytes are read as `natoread add` reads them. COUNT
takes so many of each file, evenly spread.

Titles must come back to the letter, and so must bodies, but that spaces at the ends of lines and
runs of blank lines don't count. A form marked * has lost more of the bodies: what breaks were
between their lines and paragraphs. There, they are compared with all white space as one space.
Encodings of single bytes are tried with the releases that they can write.
"""

import io
import sys
import textwrap
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import ftfy.bad_codecs
from tests.trials.corpus import Item, items

from natoread_index.parsing.blocks import Block, blocks, paragraphs
from natoread_index.reading.encodings import Decoded

ftfy.bad_codecs.ok()
WIDTH = 72
SHOWN = 3


class Form(NamedTuple):
    """A way in which a pack may be found."""

    name: str
    lay_out: Callable[[list[Item]], bytes]
    loses_breaks: bool = False
    encoding: str = "utf-8"


def plain(releases: Iterable[Item]) -> str:
    """Lay out releases as the samples are."""
    return "\n\n".join(f"{title}\n\nSource: {source}\n\n{body}" for title, source, body in releases)


def changed(change: Callable[[str], str]) -> Callable[[list[Item]], bytes]:
    """Return a layout that is the plain one, changed."""
    return lambda releases: change(plain(releases)).encode()


def encoded(encoding: str, mark: bytes = b"") -> Callable[[list[Item]], bytes]:
    """Return the plain layout in an encoding."""
    return lambda releases: mark + plain(releases).encode(encoding)


def without_blank_lines(text: str) -> str:
    """Leave out the blank lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def half_tight(releases: list[Item]) -> bytes:
    """Lay out releases with no blank line between title and source."""
    return plain(releases).replace("\n\nSource: ", "\nSource: ").encode()


def trailing_spaces(text: str) -> str:
    """Put spaces at the ends of lines."""
    return "\n".join(f"{line}  " for line in text.split("\n"))


def no_break_spaces(text: str) -> str:
    """Put a no-break space on each blank line."""
    return "\n".join(line or "\u00a0" for line in text.split("\n"))


def wrapped(text: str) -> str:
    """Break lines as most mail programs and editors do."""
    return "\n".join(textwrap.fill(line, WIDTH) for line in text.split("\n"))


def folded(text: str) -> str:
    """Break lines as `fold -s` does: only at spaces, which stay."""
    lines = (
        textwrap.wrap(line, WIDTH, break_on_hyphens=False, drop_whitespace=False) or [""]
        for line in text.split("\n")
    )
    return "\n".join(line for broken in lines for line in broken)


def listed(releases: list[Item]) -> bytes:
    """Lay out releases as the indented list of an aggregator."""
    return "\n\n".join(
        f"  • {title}\n\n    Source: {source}\n\n{textwrap.indent(body, '    ')}"
        for title, source, body in releases
    ).encode()


def misread(encoding: str, errors: str) -> Callable[[list[Item]], bytes]:
    """Return the plain layout, as UTF-8 that was read as something else and saved again."""
    return lambda releases: plain(releases).encode().decode(encoding, errors).encode()


def partly_misread(releases: list[Item]) -> bytes:
    """Lay out releases of which every second one was misread."""
    sound, damaged = plain(releases[::2]), plain(releases[1::2])
    return f"{sound}\n\n{damaged.encode().decode('sloppy-windows-1252')}".encode()


FORMS = (
    Form("plain", changed(str)),
    Form("CRLF", changed(lambda text: text.replace("\n", "\r\n"))),
    Form("CR", changed(lambda text: text.replace("\n", "\r"))),
    Form("blank lines at the end", changed(lambda text: text + "\n\n\n\n")),
    Form("more blank lines", changed(lambda text: text.replace("\n\n", "\n\n\n"))),
    Form("UTF-8 with a mark", encoded("utf-8-sig")),
    Form("UTF-16 with a mark", encoded("utf-16")),
    Form("UTF-16 BE with a mark", encoded("utf-16-be", b"\xfe\xff")),
    Form("UTF-16 without a mark", encoded("utf-16-le")),
    Form("cp1252", encoded("cp1252"), encoding="cp1252"),
    Form("Latin-1", encoded("latin-1"), encoding="latin-1"),
    Form("trailing spaces", changed(trailing_spaces)),
    Form("NBSP on blank lines", changed(no_break_spaces)),
    Form("both", changed(lambda text: trailing_spaces(no_break_spaces(text)))),
    Form("no blank lines", changed(without_blank_lines), loses_breaks=True),
    Form("none below titles", half_tight),
    Form("wrapped at 72", changed(wrapped), loses_breaks=True),
    Form("folded at 72", changed(folded), loses_breaks=True),
    Form("indented list", listed),
    Form("decomposed", changed(lambda text: unicodedata.normalize("NFD", text))),
    Form("UTF-8 as cp1252", misread("sloppy-windows-1252", "strict")),
    Form("UTF-8 as Latin-1", misread("latin-1", "strict")),
    Form("UTF-8 as cp1252, cut", misread("cp1252", "replace")),
    Form("partly UTF-8 as cp1252", partly_misread),
)


def measure(form: Form, known: list[Item]) -> None:
    """Lay out, read again, and print what came back."""
    content = form.lay_out(known)
    start = time.process_time()
    found = [Item(block.title, block.source, block.body) for block in read(content)]
    took = time.process_time() - start
    expected = [as_expected(release, form) for release in known]
    found = [of_breaks(release) if form.loses_breaks else release for release in found]
    titles = missing((one.title for one in expected), (one.title for one in found))
    bodies = missing((one.body for one in expected), (one.body for one in found))
    mark = "*" if form.loses_breaks else " "
    print(
        f"{form.name:24}{mark} titles {1 - len(titles) / len(known):8.2%}"
        f"  bodies {1 - len(bodies) / len(known):8.2%}"
        f"  {len(found):6,} read  {len(content) / took / 1e6:5.1f} MB/s"
    )
    for text in [*titles[:SHOWN], *bodies[:SHOWN]]:
        print(f"    {text[:100]!r}")


def read(content: bytes) -> Iterator[Block]:
    """Read bytes as `natoread add` does."""
    return blocks(Decoded(io.BytesIO(content)))


def is_written_in(encoding: str, release: Item) -> bool:
    """Whether an encoding has all the characters of a release."""
    try:
        "".join(release).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def as_expected(release: Item, form: Form) -> Item:
    """Return what can be read again of a release in a form."""
    title, source, body = (unicodedata.normalize("NFC", part) for part in release)
    expected = Item(title.strip(), source.strip(), "\n\n".join(paragraphs(body.split("\n"))))
    return of_breaks(expected) if form.loses_breaks else expected


def of_breaks(release: Item) -> Item:
    """Return a release with all white space of its body as one space."""
    return release._replace(body=" ".join(release.body.split()))


def missing(expected: Iterable[str], found: Iterable[str]) -> list[str]:
    """Return what was not found again, each as often as it is missing."""
    return list((Counter(expected) - Counter(found)).elements())


def main(path: str, count: str = "0") -> None:
    """Measure all forms with each corpus."""
    here = Path(path)
    for corpus in sorted(here.glob("*.jsonl*")) if here.is_dir() else [here]:
        known = list(items(corpus))
        known = known[:: max(len(known) // int(count), 1)][: int(count)] if int(count) else known
        print(f"{corpus.name}: {len(known):,} releases")
        for form in FORMS:
            if some := [each for each in known if is_written_in(form.encoding, each)]:
                measure(form, some)


if __name__ == "__main__":
    main(*sys.argv[1:])
