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
from tests.index.made import LIBRARY, documents, postings, release, write

from natoread_index import Release
from natoread_index.engine import reader
from natoread_index.engine.reader import IndexReader, Unusable
from natoread_index.engine.schema import MappedStorage

letters = st.text("abé -’.", max_size=12)
few = st.lists(st.builds(release, letters, letters), min_size=1, max_size=5)


@given(few, few)
def test_every_word_leads_to_its_documents_through_all_segments(
    some: list[Release], others: list[Release]
) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), some)
        write(Path(folder), others, first=len(some) + 1)
        index = IndexReader(Path(folder), LIBRARY)
        both = [(postings(one.title)[0], postings(one.body)[0]) for one in (*some, *others)]
        for field, ends in ("title", 1), ("any", 2):
            expected = [{word for places in pair[:ends] for word in places} for pair in both]
            for word in set().union(*expected):
                where = [document for document, said in enumerate(expected) if word in said]
                assert documents(index, field, word) == where
                assert index.holds(field, word)
            assert not index.holds(field, "absent")


@given(few, few, st.text("abé", min_size=1, max_size=6))
def test_a_beginning_leads_to_all_words_that_begin_so(
    some: list[Release], others: list[Release], prefix: str
) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), some)
        write(Path(folder), others, first=len(some) + 1)
        index = IndexReader(Path(folder), LIBRARY)
        for field in ("any", "title"):
            words = index.words(field, prefix)
            expected = BitMap().union(*(index.documents(field, word) for word in words))
            assert index.beginning(field, prefix) == expected


def test_a_word_of_many_documents_is_found_in_all_of_them(tmp_path: Path) -> None:
    some = [release("common " * (1 + n % 3) + f"word{n}") for n in range(300)]
    write(tmp_path, some)
    write(tmp_path, some[:150], first=301)
    index = IndexReader(tmp_path, LIBRARY)
    assert documents(index, "any", "common") == list(range(450))
    assert documents(index, "any", "word149") == [149, 449]
    assert index.numbers.tolist() == list(range(1, 451))
    assert index.held == BitMap(range(1, 451))


def test_what_is_told_of_a_release_in_numbers_is_a_column(tmp_path: Path) -> None:
    some = [
        release("", title=""),
        release(
            "one two-three", title="The Defence of D.C. was 7 and air-defence", day="2024-05-28"
        ),
        release("word " * 500),
    ]
    write(tmp_path, some)
    write(tmp_path, some[:2], first=4)
    columns = IndexReader(tmp_path, LIBRARY).columns
    day = some[1].dated.first.toordinal() if some[1].dated else 0
    assert {name: values.tolist() for name, values in columns.items()} == {
        "number": [1, 2, 3, 4, 5],
        "first": [0, day, 0, 0, day],
        "last": [0, day, 0, 0, day],
        "title": [0, 2, 1, 0, 2],
        "words": [0, 3, 500, 0, 3],
    }


def test_values_of_a_fact_are_kept_as_they_stand(tmp_path: Path) -> None:
    write(tmp_path, [release("", source="The White House"), release("")])
    write(tmp_path, [release("", day="2024-05-28")], first=3)
    index = IndexReader(tmp_path, LIBRARY)
    assert index.values("source") == {"NATO": BitMap([0, 2]), "The White House": BitMap([1])}
    assert index.values("month") == {"none": BitMap([1, 2]), "2024-05": BitMap([0])}
    assert index.values("by") == {}


def test_an_index_of_another_library_or_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [release("old")])
    with pytest.raises(Unusable, match="of another version or library"):
        IndexReader(tmp_path, "another library")
    monkeypatch.setattr(reader, "VERSION", "0 of Whoosh 1.2.3")
    with pytest.raises(Unusable, match="of another version or library"):
        IndexReader(tmp_path, LIBRARY)


def test_the_names_of_an_index_do_not_shadow_those_of_whoosh() -> None:
    command = "import natoread_index.engine as e; from natoread_index.engine import codec; "
    check = "assert codec.__name__ == 'natoread_index.engine.codec', codec"
    subprocess.run([sys.executable, "-c", command + check], check=True)


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


def test_whoosh_is_compiled_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-X", f"pycache_prefix={tmp_path}"]
    subprocess.run([*command, "-c", "import natoread_index.engine"], check=True)
