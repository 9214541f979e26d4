"""Writes releases into a new segment of the index, posting lists in bulk.

Whoosh's own writer takes every posting one by one through a sorted pool on disk. Here a segment's
postings are kept in dictionaries and handed to Whoosh's block writer list by list.
"""

from __future__ import annotations

import shutil
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3PostingsWriter
from whoosh.index import TOC, FileIndex
from whoosh.writing import SegmentWriter

from natoread_index.engine import manifest
from natoread_index.engine.manifest import Manifest, Measure
from natoread_index.engine.schema import (
    NAME,
    NUMBER,
    PREFIXES,
    VERSION,
    MappedStorage,
    schema,
)
from natoread_index.release import Release
from natoread_index.words import postings

_BLOCK = 128
_ONES = array("f", [1.0]) * _BLOCK
_PATIENCE = 10.0


_Places = dict[str, list[int]]


class _Postings:
    """The posting list of one word: its documents, and where it stands in each, if that is kept."""

    __slots__ = ("counts", "documents", "places")

    def __init__(self) -> None:
        self.documents = array("I")
        self.counts = array("f")
        self.places: list[bytes] = []


class _BulkWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer of posting blocks, fed a list at a time."""

    def extend(self, postings: _Postings) -> None:
        """Add a whole posting list to the term that was started."""
        for at in range(0, len(postings.documents), _BLOCK):
            if at:
                self._write_block()
            self._ids = postings.documents[at : at + _BLOCK]
            self._values = postings.places[at : at + _BLOCK]
            self._weights = postings.counts[at : at + _BLOCK] or _ONES[: len(self._ids)]
            self._maxweight = max(self._weights)

    def _mini_weights(self) -> tuple[float, ...] | None:
        return None if self._maxweight == 1 else tuple(self._weights)


class _Pool:
    """The postings of the segment being written, by field and word."""

    def __init__(self) -> None:
        self._fields: dict[str, defaultdict[str, _Postings]] = {}

    def place(self, field: str, document: int, places: dict[str, list[int]]) -> None:
        """Note where each word stands in a field of a document."""
        words = self._words(field)
        for word, positions in places.items():
            found = words[word]
            found.documents.append(document)
            found.counts.append(len(positions))
            found.places.append(array("I", positions).tobytes())

    def note(self, field: str, document: int, words: Iterable[str]) -> None:
        """Note that each of `words`, named once, is in a field of a document."""
        found = self._words(field)
        for word in words:
            found[word].documents.append(document)

    def count(self, field: str, document: int, counts: Iterable[tuple[str, int]]) -> None:
        """Note how often each word is in a field of a document."""
        found = self._words(field)
        for word, count in counts:
            postings = found[word]
            postings.documents.append(document)
            postings.counts.append(count)

    def write(self, fields: Any, of_schema: Any) -> None:
        """Hand all postings to Whoosh's field writer, fields and words in order."""
        for name, words in sorted(self._fields.items()):
            fields.start_field(name, of_schema[name])
            fields._postwriter = _BulkWriter(fields._postfile, _BLOCK)
            for word in sorted(words, key=str.encode):
                fields.start_term(word.encode())
                fields._postwriter.extend(words[word])
                fields.finish_term()
            fields.finish_field()

    def cleanup(self) -> None:
        """Do nothing: unlike Whoosh's own pool, this one leaves no files."""

    def _words(self, field: str) -> defaultdict[str, _Postings]:
        return self._fields.setdefault(field, defaultdict(_Postings))


class _SegmentWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer, with the pool above and a manifest written before each commit."""

    def __init__(self, index: FileIndex, library: str, addition: str) -> None:
        super().__init__(index, compound=False, timeout=_PATIENCE)
        self.pool = _Pool()
        self._library, self._addition = library, addition

    def add(self, number: int, release: Release) -> None:
        """Add a release of the library as the next document."""
        self.perdocwriter.start_doc(self.docnum)
        self.perdocwriter.add_column_value("number", NUMBER, number)
        title, title_words = postings(release.title)
        body, body_words = postings(release.body)
        self._place("title", title, title_words)
        self._place("body", body, body_words)
        both = {**title, **body}
        self.pool.count("any", self.docnum, _counts(title, body))
        self.pool.note("start", self.docnum, beginnings(both))
        self.pool.note("title_start", self.docnum, beginnings(title))
        self._note_facts(release)
        self.perdocwriter.finish_doc()
        self.docnum += 1
        self._added = True

    def _place(self, field: str, places: dict[str, list[int]], length: int) -> None:
        self.pool.place(field, self.docnum, places)
        self.perdocwriter.add_field(field, self.schema[field], None, length)

    def _note_facts(self, release: Release) -> None:
        speakers = " ".join(release.speakers)
        kind = release.kind.replace(" ", "-")
        for field, fact in ("kind", kind), ("source", release.source), ("by", speakers):
            self.pool.note(field, self.docnum, postings(fact)[0])

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self.pool.write(self.fieldwriter, self.schema)
        self.fieldwriter.close()

    def _commit_toc(self, segments: list[Any]) -> None:
        folder = Path(self.storage.folder)
        files = self._measured(folder, {segment.segment_id() for segment in segments})
        written = VERSION, self._library, self._addition, self.generation
        Manifest(*written, files).write(folder)
        super()._commit_toc(segments)
        manifest.remove_others(folder, self.generation)
        for partial in folder.glob(f"_{NAME}_*.toc.*"):
            partial.unlink(missing_ok=True)

    def _measured(self, folder: Path, segments: Collection[str]) -> dict[str, Measure]:
        """Measure the files of `segments`; older ones keep theirs, lest damage goes for sound."""
        before = manifest.read(folder, self.generation - 1)
        known = before.files if before else {}
        names = {name for name in self.storage if name.split(".")[0] in segments}
        return manifest.measured(folder, sorted(names - known.keys())) | {
            name: measure for name, measure in known.items() if name.split(".")[0] in segments
        }

    def abandon(self) -> None:
        """Let go of lock and files after a failure, whatever state they are in."""
        closing = self.perdocwriter.close, self.fieldwriter.close, self._tempstorage.destroy
        for let_go in (*closing, self.writelock.release):
            with suppress(Exception):  # Whoosh itself raises bare `Exception`
                let_go()


def _counts(title: _Places, body: _Places) -> Iterator[tuple[str, int]]:
    """Yield how often each word stands in title and body together."""
    for word, positions in body.items():
        yield word, len(positions) + len(title.get(word, ()))
    for word in title.keys() - body.keys():
        yield word, len(title[word])


def beginnings(words: Iterable[str]) -> set[str]:
    """Return the first one to `PREFIXES` letters of each word."""
    return {word[:length] for length in range(1, PREFIXES + 1) for word in words}


@contextmanager
def new_segment(
    folder: Path, library: str, addition: str, instead_of: Collection[str] = ()
) -> Iterator[Callable[[int, Release], None]]:
    """Write one new segment, in place of those named: call what is yielded for each release.

    Readers see all of it at the end or, if anything fails or the process dies, nothing. Raises
    `OSError` where the disk does.
    """
    storage = MappedStorage(str(folder)).create()
    if not storage.index_exists(NAME):
        FileIndex.create(storage, schema(), NAME)
    writer = _SegmentWriter(FileIndex(storage, indexname=NAME), library, addition)
    try:
        yield writer.add
        writer.commit(mergetype=lambda _, old: [s for s in old if s.segment_id() not in instead_of])
    except BaseException:
        writer.abandon()
        raise


def condemn(folder: Path, generation: int) -> None:
    """Make sure that nobody opens a damaged generation again; its files go with the next."""
    for path in manifest.path_of(folder, generation), folder / TOC._filename(NAME, generation):
        path.unlink(missing_ok=True)


def remove_index(folder: Path) -> None:
    """Remove all files of an index, and nothing else that lies in `folder`."""
    manifest.remove_others(folder, generation=-1)
    for path in [*folder.glob(f"{NAME}_*"), *folder.glob(f"_{NAME}_*")]:
        path.unlink(missing_ok=True)
    shutil.rmtree(folder / f"{NAME}.tmp", ignore_errors=True)
