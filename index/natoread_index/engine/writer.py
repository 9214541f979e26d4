"""Writes releases into new segments of the index, and makes these known to its readers."""

from __future__ import annotations

import shutil
import uuid
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import pairwise, starmap
from pathlib import Path
from typing import Any, NamedTuple

from pyroaring import BitMap
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC, clean_files

from natoread_index.engine import manifest
from natoread_index.engine.codec import Codec, FieldWriter
from natoread_index.engine.facts import age, facts, measures
from natoread_index.engine.manifest import Manifest, Measure
from natoread_index.engine.pairs import Words, least_known, pairs
from natoread_index.engine.schema import (
    COLUMN,
    COLUMNS,
    NAME,
    VERSION,
    MappedStorage,
    column,
    schema,
)
from natoread_index.engine.texts import NOTHING, Lists, Reading, Writing
from natoread_index.release import Release

_UNFINISHED = "unfinished"
"""The folder, beside the index's files, in which segments are written."""

_Facts = defaultdict[str, defaultdict[str, BitMap]]


class Written(NamedTuple):
    """A segment that is written: its folder, its name and how many documents it has."""

    folder: Path
    name: str
    size: int


class SegmentWriter:
    """Writes one segment into a folder of its own, where no reader looks; may raise `OSError`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _UNFINISHED / uuid.uuid4().hex
        self._folder.mkdir(parents=True)
        self._columns = {name: array("I") for name in COLUMNS}
        self._writing = Writing()
        self._facts: _Facts = defaultdict(partial(defaultdict, BitMap))

    def add(self, number: int, release: Release) -> None:
        """Add a release of the library as the next document."""
        document = len(self._writing.texts)
        words = self._writing.add(release.title, release.body)
        told = {"number": number, "words": words, **dict(measures(release))}
        for name, values in self._columns.items():
            values.append(told.get(name, 0))
        for field, word in facts(release):
            self._facts[field][word].add(document)

    def close(self) -> Written:
        """Write what was added, and return it for `commit`."""
        storage, codec = MappedStorage(str(self._folder)), Codec()
        segment = codec.new_segment(storage, NAME)
        self._write_columns(codec.per_document_writer(storage, segment))
        self._write_fields(codec.field_writer(storage, segment))
        shutil.rmtree(self._folder / f"{NAME}.tmp", ignore_errors=True)
        return Written(self._folder, segment.segment_id(), len(self._writing.texts))

    def _write_columns(self, documents: Any) -> None:
        for document, values in enumerate(zip(*self._columns.values(), strict=True)):
            documents.start_doc(document)
            for name, value in zip(self._columns, values, strict=True):
                documents.add_column_value(name, COLUMN, value)
            documents.finish_doc()
        documents.close()

    def _write_fields(self, fields: FieldWriter) -> None:
        self._writing.settle()
        self._write_words(fields)
        for field in schema().names():
            if field not in ("any", "title"):
                fields.write(field, self._facts[field])
        fields.write_texts(self._writing.texts)
        days = zip(self._columns["first"], self._columns["number"], strict=True)
        newest_first = all(a > b for a, b in pairwise(starmap(age, days)))
        fields.write_facts(newest_first=newest_first, least=self._least)
        fields.close()

    @property
    def _least(self) -> int:
        """How many documents have both words of a pair of which it is known."""
        return least_known(len(self._writing.texts))

    def _write_words(self, fields: FieldWriter) -> None:
        writing, readings = self._writing, self._writing.readings
        chunks = {symbol: said for symbol, said in readings.items() if len(said) > 1}
        for field, place in ("cut", 0), ("chunks", -1):
            read = {symbol: (said[place],) for symbol, said in chunks.items()}
            fields.write(field, Having(writing.documents, _said(read)))
        for field, lists in ("title", writing.titled), ("any", writing.documents):
            symbols = _symbols({symbol: readings[symbol] for symbol in lists})
            fields.write(field, having := Having(lists, symbols), symbols)
        words = Words(having, symbols, self._least)
        for lists in writing.titled, writing.documents:
            lists.clear()  # whatever is not needed any more is let go: several processes do this
        del having, symbols
        fields.write_pairs(pairs(writing.texts, readings, words))


class Having(Mapping[str, BitMap]):
    """Which documents have each word, by the symbols that stand for it and the `lists` of these.

    That is worked out whenever it is asked for: held for all words, it would take most memory.
    """

    def __init__(self, lists: Lists, symbols: Mapping[str, str]) -> None:
        self._lists, self._symbols = lists, symbols

    def __getitem__(self, word: str) -> BitMap:
        first, *others = filter(None, map(self._lists.get, self._symbols[word]))
        return BitMap(first).union(*map(BitMap, others)) if others else BitMap(first)

    def __iter__(self) -> Iterator[str]:
        return iter(self._symbols)

    def __len__(self) -> int:
        return len(self._symbols)


def _said(readings: Mapping[str, Reading]) -> dict[str, str]:
    """Return for each word the symbols as which it is read."""
    found: defaultdict[str, str] = defaultdict(str)
    for symbol, reading in readings.items():
        for word in reading:
            found[word] += symbol
    return found


def _symbols(readings: Mapping[str, Reading]) -> dict[str, str]:
    """Return for each word its own symbol, or `NOTHING`, and the others that stand for it."""
    own = {reading[0]: symbol for symbol, reading in readings.items() if len(reading) == 1}
    others = _said({s: reading for s, reading in readings.items() if len(reading) > 1})
    return {word: own.get(word, NOTHING) + others.get(word, "") for word in own | others}


def commit(
    folder: Path,
    library: str,
    addition: str,
    new: Iterable[Written] = (),
    *,
    instead_of: Collection[str] = (),
    gone: BitMap | None = None,
) -> None:
    """Make segments known to readers, in place of those named, and releases that are `gone`.

    Readers see all of it at the end or, if anything fails or the process dies, nothing. Raises
    `OSError` where the disk does.
    """
    storage = MappedStorage(str(folder)).create()
    before = TOC._latest_generation(storage, NAME)
    held = TOC.read(storage, NAME, gen=before).segments if before > 0 else []
    kept = [segment for segment in held if segment.segment_id() not in instead_of]
    if gone:
        for segment in kept:
            _forget(storage, segment, gone)
    segments = kept + [_taken_in(folder, done) for done in new]
    generation = max(before, 0) + 1
    table = folder / TOC._filename(NAME, generation)
    partial = table.with_suffix(".toc.part")
    partial.write_bytes(_table_of_contents(segments, generation))
    files = _measured(folder, {segment.segment_id() for segment in segments}, generation - 1)
    (files[table.name],) = manifest.measured(folder, [partial.name]).values()
    Manifest(VERSION, library, addition, generation, files).write(folder)
    partial.replace(table)
    clean_files(storage, NAME, generation, segments)
    manifest.remove_others(folder, generation)
    for stray in folder.glob(f"_{NAME}_*.toc.*"):
        stray.unlink(missing_ok=True)


def _table_of_contents(segments: list[Any], generation: int) -> bytes:
    """Return what Whoosh itself would neither flush nor sum."""
    memory = RamStorage()
    TOC(schema(), segments, generation).write(memory, NAME)
    return bytes(memory.files[TOC._filename(NAME, generation)])


def _forget(storage: MappedStorage, segment: Any, gone: BitMap) -> None:
    """Mark the documents of releases that are gone as deleted."""
    numbers = column(storage, segment, "number")
    for document, number in enumerate(numbers):
        if number in gone:
            segment.delete_document(document)


def _taken_in(folder: Path, written: Written) -> Any:
    """Move the files of a segment to where readers look."""
    for path in written.folder.iterdir():
        path.replace(folder / path.name)
    written.folder.rmdir()
    with suppress(OSError):  # other segments are still being written there
        written.folder.parent.rmdir()
    return W3Segment(Codec(), NAME, written.size, written.name.removeprefix(f"{NAME}_"))


def _measured(folder: Path, segments: Collection[str], generation: int) -> dict[str, Measure]:
    """Measure the files of `segments`; older ones keep theirs, lest damage goes for sound."""
    before = manifest.read(folder, generation)
    known = before.files if before else {}
    names = {path.name for path in folder.iterdir() if path.name.split(".")[0] in segments}
    return manifest.measured(folder, sorted(names - known.keys())) | {
        name: measure for name, measure in known.items() if name.split(".")[0] in segments
    }


def condemn(folder: Path, generation: int) -> None:
    """Make sure that nobody opens a damaged generation again; its files go with the next."""
    for path in manifest.path_of(folder, generation), folder / TOC._filename(NAME, generation):
        path.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove segments that were never finished."""
    shutil.rmtree(folder / _UNFINISHED, ignore_errors=True)


def remove_index(folder: Path) -> None:
    """Remove all files of an index, and nothing else that lies in `folder`."""
    remove_unfinished(folder)
    manifest.remove_others(folder, generation=-1)
    for path in [*folder.glob(f"{NAME}_*"), *folder.glob(f"_{NAME}_*")]:
        path.unlink(missing_ok=True)
