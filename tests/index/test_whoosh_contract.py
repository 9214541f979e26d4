"""Every name of Whoosh that it does not promise to keep, and what we take it to do.

Where one of these fails under a new Whoosh, the engine has to be looked at before it is used.
"""

import ast
import pickle
from pathlib import Path
from typing import Any

import pytest
import whoosh
from pyroaring import BitMap
from tests.index.made import LIBRARY, numbered, release, write
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC, clean_files
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo

import natoread_index.engine
from natoread_index.engine.codec import Codec, FieldWriter, TermsReader
from natoread_index.engine.schema import COLUMN, COLUMNS, NAME, MappedStorage, column, schema
from natoread_index.engine.writer import commit

PRIVATE = {"_filename", "_latest_generation"}


@pytest.fixture
def storage(tmp_path: Path) -> MappedStorage:
    """An index of two segments of 300 and 5 documents."""
    write(tmp_path, numbered(300))
    write(tmp_path, numbered(5), first=301)
    return MappedStorage(str(tmp_path))


@pytest.fixture
def segments(storage: MappedStorage) -> list[Any]:
    return list(TOC.read(storage, NAME).segments)


def test_this_is_the_whoosh_that_all_this_was_tried_with() -> None:
    assert whoosh.__version__ == (2, 7, 4) or whoosh.__version__[0] == 3  # of whoosh3.sh


def test_every_private_name_in_use_is_tested_here() -> None:
    used = set()
    for path in Path(natoread_index.engine.__path__[0]).glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Attribute)
                and node.attr.startswith("_")
                and node.attr not in own
            ):
                is_of_self = isinstance(node.value, ast.Name) and node.value.id == "self"
                if not is_of_self or node.attr in PRIVATE:
                    used.add(node.attr)
    assert {name for name in used if not name.startswith("__")} == PRIVATE


def test_the_newest_table_of_contents_is_found_by_its_name(storage: MappedStorage) -> None:
    assert TOC._latest_generation(storage, NAME) == 2
    assert storage.file_exists(TOC._filename(NAME, 2))
    assert TOC._filename(NAME, 12) == "_natoread_12.toc"
    for name in "_natoread_13.toc.1700000000.1", "_natoread_13.toc.part", "_other_13.toc":
        Path(storage.folder, name).touch()
    assert TOC._latest_generation(storage, NAME) == 2
    assert TOC._latest_generation(MappedStorage(storage.folder), "third") == -1


def test_a_table_of_contents_is_a_file_in_any_storage(storage: MappedStorage) -> None:
    memory = RamStorage()
    contents = TOC.read(storage, NAME)
    TOC(schema(), contents.segments, 3).write(memory, NAME)
    assert list(memory.files) == [TOC._filename(NAME, 3)]
    Path(storage.folder, TOC._filename(NAME, 3)).write_bytes(memory.files[TOC._filename(NAME, 3)])
    again = TOC.read(storage, NAME, gen=3)
    names = [segment.segment_id() for segment in contents.segments]
    assert [segment.segment_id() for segment in again.segments] == names


def test_a_table_of_contents_lists_the_segments_in_order(segments: list[Any]) -> None:
    assert [segment.doc_count_all() for segment in segments] == [300, 5]
    assert all(segment.segment_id().startswith(f"{NAME}_") for segment in segments)


def test_segments_are_read_by_our_codec_whose_place_is_pickled(segments: list[Any]) -> None:
    for segment in segments:
        assert type(segment.codec()) is Codec
        assert isinstance(segment.codec(), W3Codec)
        content = pickle.dumps(segment)
        assert b"natoread_index.engine.codec" in content
        assert b"Codec" in content


def test_a_segment_is_made_again_from_its_name(segments: list[Any]) -> None:
    for segment in segments:
        name = segment.segment_id()
        again = W3Segment(Codec(), NAME, 7, name.removeprefix(f"{NAME}_"))
        assert (again.segment_id(), again.doc_count_all()) == (name, 7)
        assert again.make_filename(".words") == f"{name}.words"


def test_the_files_of_a_segment_are_named_after_it(
    storage: MappedStorage, segments: list[Any]
) -> None:
    for segment in segments:
        names = [name for name in storage if name.split(".")[0] == segment.segment_id()]
        assert {name.rpartition(".")[2] for name in names} == {"words", "col"}
        assert segment.make_filename(".words") in names
        assert segment.codec().column_filename(segment, "number") in names


def test_files_that_belong_to_no_segment_are_cleaned_away(
    storage: MappedStorage, segments: list[Any]
) -> None:
    Path(storage.folder, "notes.txt").touch()
    names = set(storage)
    clean_files(storage, NAME, 2, segments[:1])
    gone = names - set(storage)
    assert gone == {name for name in names if name.startswith(segments[1].segment_id())}


def test_older_tables_of_contents_are_cleaned_away(
    storage: MappedStorage, segments: list[Any]
) -> None:
    for generation in (1, 3):
        Path(storage.folder, TOC._filename(NAME, generation)).touch()
    clean_files(storage, NAME, 2, segments)
    assert [name for name in storage if name.endswith(".toc")] == [TOC._filename(NAME, 2)]


def test_deleted_documents_are_a_set_in_the_table_of_contents(
    tmp_path: Path, storage: MappedStorage, segments: list[Any]
) -> None:
    assert set(segments[0].deleted_docs()) == set()
    for _ in range(2):
        segments[0].delete_document(7)
    assert set(segments[0].deleted_docs()) == {7}
    commit(tmp_path, LIBRARY, "", gone=BitMap([1, 302]))
    first, second = TOC.read(storage, NAME).segments
    assert (set(first.deleted_docs()), set(second.deleted_docs())) == ({0}, {1})
    assert (first.doc_count_all(), first.doc_count()) == (300, 299)


def test_columns_are_bare_numbers_the_high_byte_first(
    storage: MappedStorage, segments: list[Any]
) -> None:
    numbers = iter(range(1, 306))
    for segment in segments:
        name = segment.codec().column_filename(segment, "number")
        content = Path(storage.folder, name).read_bytes()
        expected = [next(numbers) for _ in range(segment.doc_count_all())]
        assert content == b"".join(number.to_bytes(4, "big") for number in expected)


def test_a_column_ends_with_the_last_document_that_has_something(tmp_path: Path) -> None:
    days = ["", "2024-05-28", "", ""]
    write(tmp_path, [release("body", day=day) for day in days])
    storage = MappedStorage(str(tmp_path))
    (segment,) = TOC.read(storage, NAME).segments
    name = segment.codec().column_filename(segment, "first")
    assert len(Path(tmp_path, name).read_bytes()) == 8
    assert list(map(bool, column(storage, segment, "first"))) == [False, True, False, False]
    assert column(storage, segment, "absent").tolist() == [0] * 4


def test_documents_are_written_from_start_to_finish(tmp_path: Path) -> None:
    storage, codec = FileStorage(str(tmp_path)).create(), Codec()
    segment = codec.new_segment(storage, NAME)
    documents = codec.per_document_writer(storage, segment)
    documents.start_doc(0)
    documents.add_column_value("number", COLUMN, 7)
    documents.finish_doc()
    with pytest.raises(Exception, match="expecting 1"):
        documents.start_doc(2)
    documents.close()
    assert column(storage, W3Segment(codec, NAME, 1, segid(segment)), "number").tolist() == [7]


def segid(segment: Any) -> str:
    return str(segment.segment_id().removeprefix(f"{NAME}_"))


def test_columns_are_gathered_in_a_folder_that_we_remove(tmp_path: Path) -> None:
    storage, codec = FileStorage(str(tmp_path)).create(), Codec()
    codec.per_document_writer(storage, codec.new_segment(storage, NAME)).close()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [f"{NAME}.tmp"]


def test_every_column_is_a_file_of_its_own(storage: MappedStorage, segments: list[Any]) -> None:
    for segment in segments:
        names = [name for name in storage if name.startswith(segment.segment_id())]
        columns = {name.split(".")[1] for name in names if name.endswith(".col")}
        assert columns <= {*COLUMNS, "_stored"}
        assert {"number", "words", "title"} <= columns


def test_what_the_codec_takes_over_is_what_whoosh_asks_it_for() -> None:
    for name in "field_writer", "terms_reader":
        assert callable(getattr(W3Codec, name))
    assert issubclass(FieldWriter, base.FieldWriter)
    assert issubclass(TermsReader, base.TermsReader)
    for name in "frequency", "doc_frequency", "close":
        assert name not in TermsReader.__dict__
        assert callable(getattr(TermsReader, name))


def test_a_matcher_of_a_list_weighs_all_alike() -> None:
    matcher = ListMatcher([3, 9], format=schema()["any"].format, term=("any", b"word"))
    assert list(matcher.all_ids()) == [3, 9]
    assert (matcher.weight(), matcher.block_max_weight()) == (1.0, 1.0)


def test_what_is_known_of_a_term_comes_in_this_order() -> None:
    info = TermInfo(5, 4, None, 0, 1, minid=2, maxid=9)
    assert (info.weight(), info.doc_frequency(), info.max_weight()) == (5, 4, 1)
    assert (info.min_id(), info.max_id()) == (2, 9)


def test_files_are_opened_by_the_storage_that_we_hand_over(
    storage: MappedStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    real = storage.open_file

    def open_file(name: str) -> Any:
        opened.append(name)
        return real(name)

    monkeypatch.setattr(storage, "open_file", open_file)
    TOC.read(storage, NAME)
    assert opened == [TOC._filename(NAME, 2)]
