"""Segments as they are written and read: where each word leads."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import LIBRARY, documents, release, write

from natoread_index import Release
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.schema import PREFIXES, MappedStorage, PackedPositions
from natoread_index.words import postings

letters = st.text("abé -’.", max_size=12)
few = st.lists(st.builds(release, letters, letters), min_size=1, max_size=5)


@given(few, few)
def test_every_word_leads_to_its_documents_and_places(
    some: list[Release], others: list[Release]
) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), some)
        write(Path(folder), others, first=len(some) + 1)
        index = IndexReader(Path(folder), LIBRARY)
        for field in ("title", "body"):
            expected = [postings(getattr(one, field))[0] for one in (*some, *others)]
            for word in {word for places in expected for word in places}:
                where = {at: places[word] for at, places in enumerate(expected) if word in places}
                found = index.places(field, word, BitMap(range(len(expected))))
                assert {at: places.tolist() for at, places in found.items()} == where
                assert documents(index, field, word) == sorted(where)


@given(few, st.text("abé", min_size=1, max_size=6))
def test_a_beginning_leads_to_all_words_that_begin_so(some: list[Release], prefix: str) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), some)
        index = IndexReader(Path(folder), LIBRARY)
        for field in ("any", "title"):
            words = index.words(field, prefix)
            expected = BitMap().union(*(index.documents(field, word) for word in words))
            assert index.beginning(field, prefix) == expected


def test_short_beginnings_are_read_in_one_step_and_long_ones_from_their_words(
    tmp_path: Path,
) -> None:
    write(tmp_path, [release("defence"), release("defend"), release("deter")])
    index = IndexReader(tmp_path, LIBRARY)
    assert index.holds("start", "defe"[:PREFIXES])
    assert not index.holds("start", "defen")
    assert list(index.beginning("any", "defen")) == [0, 1]
    assert list(index.beginning("any", "de")) == [0, 1, 2]


def test_a_word_of_many_documents_is_found_in_all_of_them(tmp_path: Path) -> None:
    some = [release("common " * (1 + n % 3) + f"word{n}") for n in range(300)]
    write(tmp_path, some)
    write(tmp_path, some[:150], first=301)
    index = IndexReader(tmp_path, LIBRARY)
    assert documents(index, "any", "common") == list(range(450))
    assert list(index.places("body", "common", BitMap([2, 129, 449]))) == [2, 129, 449]
    having, counts = index.counts("any", "common")
    assert having.tolist() == list(range(450))
    assert counts.tolist() == [1 + n % 3 for n in [*range(300), *range(150)]]
    assert index.numbers.tolist() == list(range(1, 451))


def test_lengths_are_known_to_within_a_tenth(tmp_path: Path) -> None:
    write(tmp_path, [release("word " * length, title="") for length in (0, 1, 10, 500, 0)])
    index = IndexReader(tmp_path, LIBRARY)
    lengths = [index.length("body", document) for document in range(5)]
    assert lengths == pytest.approx([0, 1, 10, 500, 0], rel=0.1)
    assert {index.length("title", document) for document in range(5)} == {0}
    assert index.mean_length("body") == pytest.approx(511 / 5)


def test_a_reader_is_freed_with_its_last_user(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    index = IndexReader(tmp_path, LIBRARY)
    assert documents(index, "any", "old") == list(index.beginning("any", "o"))
    freed = weakref.ref(index)
    gc.disable()
    try:
        del index
        assert freed() is None
    finally:
        gc.enable()


def test_files_are_mapped_and_not_copied(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"natoread")
    with MappedStorage(str(tmp_path)).open_file("file") as file:
        assert type(file.raw_file()).__name__ == "mmap"
        assert file.get(4, 4) == b"read"


def test_an_empty_file_can_be_opened_though_it_can_not_be_mapped(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with MappedStorage(str(tmp_path)).open_file("file") as file:
        assert file.read() == b""


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_places_are_read_as_they_were_written(places: list[int]) -> None:
    packed = PackedPositions()
    value = packed.encode(places)
    assert packed.decode_positions(value) == places
    assert packed.decode_frequency(value) == len(places)


def test_whoosh_is_compiled_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-X", f"pycache_prefix={tmp_path}"]
    subprocess.run([*command, "-c", "import natoread_index.engine"], check=True)
