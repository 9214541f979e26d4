"""Damage to the files of the index, which is never read as an answer."""

import pickle
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import LIBRARY, file_of, numbered, release, segment, write, zero

from natoread_index.engine import manifest, reader
from natoread_index.engine.reader import IndexReader, Missing, Unusable
from natoread_index.engine.writer import commit, condemn

READINGS: dict[str, Callable[[IndexReader], object]] = {
    "documents": lambda index: index.documents("any", "common"),
    "each word": lambda index: [index.documents("any", f"word{n}") for n in range(200)],
    "beginning": lambda index: index.beginning("any", "com"),
    "words": lambda index: index.words("any", ""),
    "values": lambda index: index.values("source"),
    "holds": lambda index: [index.holds("any", f"word{n}") for n in range(0, 400, 40)],
    "columns": lambda index: (index.columns, index.everything),
    "a row": lambda index: index.in_a_row(
        ["and", "common"], index.everything, prefix=False, titled=False
    ),
    "a row in titles": lambda index: index.in_a_row(
        ["a", "title"], index.everything, prefix=True, titled=True
    ),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two segments, one release of which is gone."""
    folder = tmp_path_factory.mktemp("index")
    write(folder, numbered(200))
    more = segment(folder, numbered(3, "more"), 201)
    commit(folder, LIBRARY, "", [more], gone=BitMap([7]))
    return folder


@pytest.fixture(scope="module")
def answers(sound: Path) -> dict[str, object]:
    return {name: read(IndexReader(sound, LIBRARY)) for name, read in READINGS.items()}


def reads_rightly_or_says(folder: Path, answers: dict[str, object]) -> None:
    """Ask all there is to ask; what is answered must be right."""
    for name, read in READINGS.items():
        with suppress(Unusable):
            assert read(IndexReader(folder, LIBRARY)) == answers[name], name


def spoil(sound: Path, drawn: st.DataObject) -> tuple[Path, bytes, bytes]:
    """Draw a file and how it is spoilt: a byte changed, zeros, or cut off."""
    path = drawn.draw(st.sampled_from(sorted(path for path in sound.iterdir() if path.is_file())))
    content = path.read_bytes()
    at = drawn.draw(st.integers(0, max(len(content) - 1, 0)))
    length = drawn.draw(st.sampled_from([1, 4, 600, 5_000]))
    zeros = content[:at] + bytes(min(length, len(content) - at)) + content[at + length :]
    flipped = bytearray(content or b"\1")
    flipped[min(at, len(flipped) - 1)] ^= drawn.draw(st.integers(1, 255))
    spoilt = drawn.draw(st.sampled_from([bytes(flipped), zeros, content[:at], content + b"more"]))
    return path, content, spoilt


@settings(max_examples=120)
@given(drawn=st.data())
def test_any_damage_anywhere_is_told_and_nothing_wrong_is_answered(
    sound: Path, answers: dict[str, object], drawn: st.DataObject
) -> None:
    path, content, spoilt = spoil(sound, drawn)
    path.write_bytes(spoilt)
    try:
        reads_rightly_or_says(sound, answers)
    finally:
        path.write_bytes(content)


@settings(max_examples=60)
@given(drawn=st.data())
def test_any_damage_to_words_columns_or_contents_is_found_by_who_looks(
    sound: Path, drawn: st.DataObject
) -> None:
    path, content, spoilt = spoil(sound, drawn)
    if spoilt == content or path.suffix == ".json":
        return
    sums = IndexReader(sound, LIBRARY).manifest
    path.write_bytes(spoilt)
    try:
        assert list(sums.damaged(sound)) == [path.name]
    finally:
        path.write_bytes(content)


def test_damage_that_turns_up_late_is_told_when_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, numbered(2_000))
    index = IndexReader(tmp_path, LIBRARY)
    zero(file_of(tmp_path, ".words"), 0, file_of(tmp_path, ".words").stat().st_size - 1_000)
    for name, read in READINGS.items():
        if name != "columns":
            with pytest.raises(Unusable, match=r"^the search index is damaged$"):
                read(index)


@pytest.mark.parametrize("ending", [".words", ".number.col", ".first.col", ".toc"])
def test_one_changed_byte_at_the_end_is_found_at_opening(tmp_path: Path, ending: str) -> None:
    write(tmp_path, [release(f"common {n}", day="2024-05-28") for n in range(20)])
    path = file_of(tmp_path, ending)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(Unusable, match="is damaged"):
        IndexReader(tmp_path, LIBRARY)


def test_contents_that_were_tampered_with_are_not_unpickled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, numbered(2))
    path = file_of(tmp_path, ".toc")
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    monkeypatch.setattr(pickle, "loads", pytest.fail)
    monkeypatch.setattr(reader, "_segments", pytest.fail)
    with pytest.raises(Unusable):
        IndexReader(tmp_path, LIBRARY)


@pytest.mark.parametrize("ending", [".words", ".number.col", ".words.col", ".toc"])
def test_a_file_of_another_size_is_damage(tmp_path: Path, ending: str) -> None:
    write(tmp_path, numbered(20))
    path = file_of(tmp_path, ending)
    sound = path.read_bytes()
    for spoilt in sound[:-1], sound + b"\0", b"":
        path.write_bytes(spoilt)
        with pytest.raises(Unusable, match="is damaged"):
            IndexReader(tmp_path, LIBRARY)


@pytest.mark.parametrize("ending", [".words", ".number.col", ".toc"])
def test_a_file_that_is_gone_is_damage_or_no_index(tmp_path: Path, ending: str) -> None:
    write(tmp_path, numbered(20))
    file_of(tmp_path, ending).unlink()
    with pytest.raises(Missing if ending == ".toc" else Unusable):
        IndexReader(tmp_path, LIBRARY)


def test_a_column_of_half_numbers_is_damage_even_if_its_sum_is_right(tmp_path: Path) -> None:
    write(tmp_path, numbered(20))
    path = file_of(tmp_path, ".number.col")
    path.write_bytes(path.read_bytes()[:-3])
    written = manifest.read(tmp_path, 1)
    assert written
    files = {**written.files, **manifest.measured(tmp_path, [path.name])}
    replace(written, files=files).write(tmp_path)
    with pytest.raises(Unusable, match="is damaged"):
        IndexReader(tmp_path, LIBRARY)


def test_damage_is_not_signed_for_by_the_next_commit(tmp_path: Path) -> None:
    write(tmp_path, numbered(2_000))
    damaged = file_of(tmp_path, ".words")
    zero(damaged, 0, 5_000)
    write(tmp_path, [release("new")], first=2_001)
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
