"""Files of named parts: what was written comes back, and any damage is noticed when it is read."""

import zlib
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.index.made import summed_file

from natoread_index.engine import summed
from natoread_index.engine.summed import Damaged, SummedFile

BLOCK = summed._BLOCK
WORDS = bytes(range(256)) * (BLOCK // 128)
"""Two blocks."""

Parts = list[tuple[str, bytes]]

lengths = st.one_of(
    st.integers(0, 40), st.sampled_from([BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + 7])
)
contents = st.builds(lambda length, shift: (WORDS * 2)[shift:][:length], lengths, st.integers(0, 9))
parts = st.dictionaries(st.text(max_size=5), contents, max_size=6).map(lambda d: list(d.items()))


def made(folder: Path, some: Iterable[tuple[str, bytes]]) -> Path:
    return summed_file(folder / "file.words", ((name, [content]) for name, content in some))


def read(path: Path) -> Parts:
    """Every part of a file, each byte of it looked at."""
    file = SummedFile(path)
    return [(name, file.bytes(*part)) for name, part in file.parts.items()]


@given(parts)
def test_all_parts_come_back_as_they_were_written(some: Parts) -> None:
    with TemporaryDirectory() as folder:
        assert read(made(Path(folder), some)) == some


@given(parts, st.lists(lengths, max_size=4))
def test_it_is_the_same_file_in_whatever_pieces_it_is_written(some: Parts, cuts: list[int]) -> None:
    ends = list(pairwise([0, *sorted(cuts), 9 * BLOCK]))
    pieces = [(name, [content[a:b] for a, b in ends]) for name, content in some]
    with TemporaryDirectory() as folder:
        whole = made(Path(folder), some).read_bytes()
        assert summed_file(Path(folder, "pieces.words"), pieces).read_bytes() == whole


@given(parts, st.data())
@example([("a", b"")], None)
def test_one_changed_byte_anywhere_is_noticed_when_it_is_read(
    some: Parts, drawn: st.DataObject | None
) -> None:
    with TemporaryDirectory() as folder:
        path = made(Path(folder), some)
        sound = path.read_bytes()
        for at in [drawn.draw(places(sound)) for _ in range(9)] if drawn else range(len(sound)):
            spoilt = bytearray(sound)
            spoilt[at] ^= drawn.draw(st.integers(1, 255)) if drawn else 1
            path.write_bytes(spoilt)
            with pytest.raises(Damaged, match=r"^file\.words$"):
                read(path)


def places(content: bytes) -> st.SearchStrategy[int]:
    """Places in a file, many of them near its end, where all is said of the rest."""
    last = len(content) - 1
    return st.one_of(st.integers(0, last), st.integers(max(last - 60, 0), last))


@given(parts, st.data())
def test_a_file_that_is_cut_off_is_damaged(some: Parts, drawn: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = made(Path(folder), some)
        sound = path.read_bytes()
        path.write_bytes(sound[: drawn.draw(places(sound))])
        with pytest.raises(Damaged):
            SummedFile(path)


@given(parts, st.data())
def test_a_range_of_zeros_is_noticed_unless_it_was_one(some: Parts, drawn: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = made(Path(folder), some)
        sound = path.read_bytes()
        start, end = sorted((drawn.draw(places(sound)), drawn.draw(places(sound)) + 1))
        spoilt = sound[:start] + bytes(end - start) + sound[end:]
        path.write_bytes(spoilt)
        if spoilt == sound:
            assert read(path) == some
        else:
            with pytest.raises(Damaged):
                read(path)


@pytest.mark.parametrize("content", [b"", b"\0", bytes(15), bytes(16), bytes(BLOCK), b"\xff" * 99])
def test_what_was_never_such_a_file_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"^file$"):
        SummedFile(path)


def test_damage_is_told_only_to_those_who_read_it(tmp_path: Path) -> None:
    path = made(tmp_path, [("first", WORDS), ("second", WORDS), ("third", WORDS)])
    content = bytearray(path.read_bytes())
    content[len(WORDS) + 7] ^= 1
    path.write_bytes(content)
    file = SummedFile(path)
    for name in "first", "third":
        assert file.bytes(*file.parts[name]) == WORDS
    for _ in range(2):
        with pytest.raises(Damaged):
            file.bytes(*file.parts["second"])


def test_a_block_is_compared_once_and_no_other_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SummedFile(made(tmp_path, [("words", WORDS * 3)]))
    compared: list[int] = []
    monkeypatch.setattr(zlib, "crc32", counted(zlib.crc32, compared))
    file.bytes(BLOCK - 1, BLOCK + 1)
    file.bytes(0, BLOCK * 2)
    assert len(compared) == 2
    file.bytes(BLOCK * 5, BLOCK * 5 + 1)
    file.bytes(BLOCK * 5, BLOCK * 5)
    assert len(compared) == 3


def counted(real: object, seen: list[int]) -> object:
    def crc32(content: bytes) -> int:
        seen.append(len(content))
        assert callable(real)
        return int(real(content))

    return crc32


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1])
def test_nothing_can_be_asked_for_anywhere(tmp_path: Path, size: int) -> None:
    file = SummedFile(made(tmp_path, [("words", bytes(size)), ("empty", b"")]))
    assert [file.bytes(at, at) for at in (0, size)] == [b"", b""]
    assert list(file.numbers("empty")) == []


def test_numbers_are_read_wherever_they_begin(tmp_path: Path) -> None:
    numbers = range(3000)
    packed = b"".join(number.to_bytes(4, "little") for number in numbers)
    for before in b"", b"a", b"abc":
        file = SummedFile(made(tmp_path, [("before", before), ("numbers", packed)]))
        assert list(file.numbers("numbers")) == list(numbers)


def test_a_file_that_is_cut_off_while_it_is_open_is_damaged_and_no_crash(tmp_path: Path) -> None:
    path = made(tmp_path, [("read", WORDS), ("unread", WORDS)])
    file = SummedFile(path)
    assert file.bytes(*file.parts["read"]) == WORDS
    path.write_bytes(b"")
    for part in file.parts.values():
        with pytest.raises(Damaged, match=r"^file\.words$"):
            file.bytes(*part)
