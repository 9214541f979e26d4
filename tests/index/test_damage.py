"""Damage to the files of the index, which is never read as an answer."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from pyroaring import BitMap
from tests.index.made import LIBRARY, file_of, numbered, release, write, zero

from natoread_index.engine import manifest
from natoread_index.engine.reader import IndexReader, Missing, Unusable
from natoread_index.engine.writer import condemn

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


def test_a_column_that_is_too_short_is_damage_even_if_its_sum_is_right(tmp_path: Path) -> None:
    write(tmp_path, numbered(20))
    path = file_of(tmp_path, ".number.col")
    path.write_bytes(path.read_bytes()[:-4])
    written = manifest.read(tmp_path, 1)
    assert written
    files = {**written.files, **manifest.measured(tmp_path, [path.name])}
    replace(written, files=files).write(tmp_path)
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
