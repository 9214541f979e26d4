"""Segments as they are written and read: what each word leads to, commits, failures, damage."""

import errno
import gc
import os
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import file_of, numbered, release, zero

from natoread_index import Release
from natoread_index.engine import manifest, reader
from natoread_index.engine.reader import IndexReader, Missing, Unusable, opened, state
from natoread_index.engine.schema import PREFIXES, MappedStorage, PackedPositions
from natoread_index.engine.writer import condemn, new_segment, remove_index
from natoread_index.words import postings

LIBRARY = "a library"


def write(folder: Path, releases: Sequence[Release], first: int = 1, **options: list[str]) -> None:
    with new_segment(folder, LIBRARY, "", **options) as add:
        for number, some in enumerate(releases, first):
            add(number, some)


def documents(index: IndexReader, field: str, word: str) -> list[int]:
    return list(index.documents(field, word))


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


def test_a_new_segment_may_take_the_place_of_others(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    write(tmp_path, [release("kept")], first=2)
    old = IndexReader(tmp_path, LIBRARY).segments[0].name
    write(tmp_path, [release("new")], instead_of=[old])
    index = IndexReader(tmp_path, LIBRARY)
    assert [documents(index, "any", word) for word in ("old", "kept", "new")] == [[], [0], [1]]
    assert index.numbers.tolist() == [2, 1]
    assert not list(tmp_path.glob(f"{old}*"))


def test_nothing_of_a_segment_is_seen_when_its_releases_fail(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])

    def fail() -> None:
        with new_segment(tmp_path, LIBRARY, "") as add:
            add(2, release("new"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert not IndexReader(tmp_path, LIBRARY).holds("any", "new")
    write(tmp_path, [release("newer")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1, 2]
    assert len(list(tmp_path.glob("*.trm"))) == 2


def full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("failing", ["fsync", "replace", "rename"])
def test_a_full_disk_leaves_the_index_as_it_was_and_unlocked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    write(tmp_path, [release("old")])
    with monkeypatch.context() as patch:
        patch.setattr(os, failing, full)
        with pytest.raises(OSError, match="No space"):
            write(tmp_path, [release("new")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1]
    write(tmp_path, [release("new")], first=2)
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1, 2]


def test_what_a_killed_writer_leaves_goes_with_the_next_commit(tmp_path: Path) -> None:
    write(tmp_path, [release("old")])
    strays = [
        "_natoread_2.toc.1700000000.0", "natoread_abc.trm", "manifest-2.part", "manifest-0.json"
    ]  # fmt: skip
    for name in strays:
        (tmp_path / name).write_text("half")
    write(tmp_path, [release("new")], first=2)
    assert [name for name in strays if (tmp_path / name).exists()] == []


def test_an_open_index_goes_on_when_its_files_are_gone(tmp_path: Path) -> None:
    write(tmp_path, [release("old words", title="Old title"), release("old")])
    index = IndexReader(tmp_path, LIBRARY)
    expected = [index.length("body", document) for document in range(2)]
    names = [segment.name for segment in index.segments]
    write(tmp_path, [release("new")], first=3, instead_of=names)
    assert documents(index, "any", "old") == [0, 1]
    assert list(index.places("body", "words", BitMap([0, 1]))) == [0]
    assert index.words("body", "w") == {"words"}
    fresh = IndexReader(tmp_path, LIBRARY)
    assert [index.length("body", document) for document in range(2)] == expected
    assert fresh.numbers.tolist() == [3]


def test_an_index_replaced_while_it_is_opened_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [release("old")])
    real = manifest.read

    def commit_first(folder: Path, generation: int) -> manifest.Manifest | None:
        monkeypatch.setattr(manifest, "read", real)
        write(tmp_path, [release("new")], first=2)
        return real(folder, generation)

    monkeypatch.setattr(manifest, "read", commit_first)
    assert opened(tmp_path, LIBRARY).numbers.tolist() == [1, 2]


def test_files_that_vanish_while_they_are_opened_are_looked_for_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [release("old")])
    old = IndexReader(tmp_path, LIBRARY).segments[0].name
    real = reader._segments

    def commit_first(folder: Path, generation: int) -> object:
        monkeypatch.setattr(reader, "_segments", real)
        write(tmp_path, [release("new")], first=2, instead_of=[old])
        return real(folder, generation)

    monkeypatch.setattr(reader, "_segments", commit_first)
    assert opened(tmp_path, LIBRARY).numbers.tolist() == [2]


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


READINGS: dict[str, Callable[[IndexReader], object]] = {
    "documents": lambda index: index.documents("any", "common"),
    "beginning": lambda index: index.beginning("any", "com"),
    "counts": lambda index: index.counts("any", "common"),
    "places": lambda index: index.places("body", "common", BitMap(range(200))),
}


@pytest.mark.parametrize("asked", READINGS)
@pytest.mark.parametrize("start", range(0, 3000, 600))
def test_postings_of_zeros_are_never_read_as_an_answer(
    tmp_path: Path, asked: str, start: int
) -> None:
    read = READINGS[asked]
    write(tmp_path, numbered(200))
    expected = read(IndexReader(tmp_path, LIBRARY))
    zero(file_of(tmp_path, ".pst"), start, 600)
    with suppress(Unusable):
        assert read(IndexReader(tmp_path, LIBRARY)) == expected


@pytest.mark.parametrize("asked", READINGS)
def test_postings_that_are_gone_are_told_as_damage(tmp_path: Path, asked: str) -> None:
    write(tmp_path, numbered(200))
    zero(file_of(tmp_path, ".pst"))
    with pytest.raises(Unusable, match=r"^the search index is damaged$"):
        READINGS[asked](IndexReader(tmp_path, LIBRARY))


@pytest.mark.parametrize("ending", [".trm", ".number.col", "._body_len.col"])
def test_one_changed_byte_outside_the_postings_is_found_at_opening(
    tmp_path: Path, ending: str
) -> None:
    write(tmp_path, numbered(20))
    path = file_of(tmp_path, ending)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(Unusable, match="is damaged"):
        IndexReader(tmp_path, LIBRARY)


def test_damage_is_not_signed_for_by_the_next_commit(tmp_path: Path) -> None:
    write(tmp_path, numbered(20))
    damaged = file_of(tmp_path, ".pst")
    zero(damaged)
    write(tmp_path, [release("new")], first=21)
    index = IndexReader(tmp_path, LIBRARY)
    assert list(index.manifest.damaged(tmp_path)) == [damaged.name]


def test_a_condemned_generation_is_not_opened_again_and_gives_way_to_the_next(
    tmp_path: Path,
) -> None:
    write(tmp_path, [release("old")])
    condemn(tmp_path, IndexReader(tmp_path, LIBRARY).generation)
    with pytest.raises(Missing):
        IndexReader(tmp_path, LIBRARY)
    write(tmp_path, [release("new")])
    assert IndexReader(tmp_path, LIBRARY).numbers.tolist() == [1]


def test_the_state_changes_with_each_commit_and_when_an_index_is_made_anew(tmp_path: Path) -> None:
    seen = [state(tmp_path / "nowhere"), state(tmp_path)]
    for _ in range(2):
        write(tmp_path, [release("old")])
        seen.append(state(tmp_path))
    remove_index(tmp_path)
    write(tmp_path, [release("old")])
    seen.append(state(tmp_path))
    assert seen[0] == seen[1] == (-1, 0)
    assert len(set(seen)) == 4


def test_only_files_of_the_index_are_removed(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write(tmp_path, [release("old")])
    remove_index(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


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
