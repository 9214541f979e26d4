"""Words in order, each with what is kept of it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.index.made import summed_file

from natoread_index.engine import lexicon
from natoread_index.engine.lexicon import Lexicon
from natoread_index.engine.summed import Damaged, SummedFile

words = st.one_of(st.text("abé北\U0001f600", max_size=4), st.text(max_size=5))
entries = st.dictionaries(words, st.binary(max_size=9), max_size=30)


@contextmanager
def made(some: dict[str, bytes], others: dict[str, bytes] | None = None) -> Iterator[Lexicon]:
    """A lexicon in a file, behind another one."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        fields = (("other", others or {}), ("field", some))
        summed_file(path, (part for field in fields for part in parts(*field)))
        yield Lexicon(SummedFile(path), "field")


def parts(name: str, some: dict[str, bytes]) -> Iterator[tuple[str, Iterable[bytes]]]:
    return lexicon.parts(name, [(word.encode(), kept) for word, kept in some.items()])


@given(entries, entries)
@example({}, {})
@example({"": b"kept"}, {"": b"other"})
def test_every_word_is_found_and_no_other(some: dict[str, bytes], others: dict[str, bytes]) -> None:
    with made(some, others) as found:
        assert len(found) == len(some)
        for word in {*some, *others, "a", "\U0010ffff"}:
            assert found.find(word.encode()) == some.get(word)


@given(entries)
def test_words_lie_in_the_order_of_their_bytes(some: dict[str, bytes]) -> None:
    with made(some) as found:
        expected = sorted((word.encode(), kept) for word, kept in some.items())
        places = range(len(found))
        assert list(zip(found.words(places), found.kept(places), strict=True)) == expected


@given(entries, words)
@example({"a": b"", "aé": b"", "a\U0010ffff": b"", "b": b""}, "a")
@example({"a": b""}, "")
def test_all_words_that_begin_alike_lie_side_by_side(some: dict[str, bytes], prefix: str) -> None:
    with made(some) as found:
        begun = {word.decode() for word in found.words(found.beginning(prefix.encode()))}
        assert begun == {word for word in some if word.startswith(prefix)}


def test_ten_thousand_words_are_found() -> None:
    some = {f"word{n}": str(n).encode() for n in range(10_000)}
    with made(some) as found:
        assert all(found.find(word.encode()) == kept for word, kept in some.items())
        assert len(found.beginning(b"word99")) == 1 + 10 + 100


@pytest.mark.parametrize("part", ["first", "words", "words.ends", "kept", "kept.ends"])
def test_a_spoilt_part_is_damage(tmp_path: Path, part: str) -> None:
    some = {f"w{n}": b"kept" * 9 for n in range(500)}
    path = summed_file(tmp_path / "file", parts("field", some))
    content = bytearray(path.read_bytes())
    content[sum(SummedFile(path).parts[f"field.{part}"]) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged):
        all_of(Lexicon(SummedFile(path), "field"))


def all_of(found: Lexicon) -> list[tuple[bytes, bytes]]:
    places = range(len(found))
    return list(zip(found.words(places), found.kept(places), strict=True))
