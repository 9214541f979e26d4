"""Every name of Whoosh that it does not promise to keep, and what we take it to do.

Where one of these fails under a new Whoosh, the engine has to be looked at before it is used.
"""

import ast
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import whoosh
from tests.index.made import numbered, release
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3PostingsWriter
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.reading import TermNotFound
from whoosh.util.numeric import byte_to_length, length_to_byte
from whoosh.writing import SegmentWriter

import natoread_index.engine
from natoread_index.engine.schema import NAME, NUMBER, MappedStorage, schema
from natoread_index.engine.writer import _SegmentWriter, new_segment

PRIVATE = {
    "_added", "_filename", "_ids", "_latest_generation", "_maxweight", "_next_block", "_postfile",
    "_postwriter", "_read_ids", "_read_values", "_read_weights", "_tempstorage", "_values",
    "_weights", "_write_block",
}  # fmt: skip


@pytest.fixture
def storage(tmp_path: Path) -> MappedStorage:
    """An index of two segments of 300 and 5 documents."""
    for count in (300, 5):
        with new_segment(tmp_path, "a library", "") as add:
            for number, some in enumerate(numbered(count), 1):
                add(number, some)
    return MappedStorage(str(tmp_path))


@pytest.fixture
def segments(storage: MappedStorage) -> list[Any]:
    return list(TOC.read(storage, NAME).segments)


def matcher(storage: MappedStorage, segment: Any, field: str, word: bytes) -> Any:
    terms = segment.codec().terms_reader(storage, segment)
    return terms.matcher(field, word, schema()[field].format)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Any]:
    """A writer as Whoosh has it, on an index that is empty."""
    index = FileIndex.create(FileStorage(str(tmp_path)).create(), schema(), NAME)
    writer = SegmentWriter(index, compound=False, timeout=1.0)
    yield writer
    _SegmentWriter.abandon(writer)


def test_this_is_the_whoosh_that_all_this_was_tried_with() -> None:
    assert whoosh.__version__ == (2, 7, 4)


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
    Path(storage.folder, "_natoread_13.toc.1700000000.1").touch()
    assert TOC._latest_generation(storage, NAME) == 2


def test_a_table_of_contents_is_written_under_another_name_and_then_renamed(
    storage: MappedStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed: list[tuple[str, str]] = []
    monkeypatch.setattr(storage, "rename_file", lambda a, b, safe: renamed.append((a, b)))
    TOC(schema(), [], 3).write(storage, NAME)
    ((before, after),) = renamed
    assert after == TOC._filename(NAME, 3)
    assert Path(storage.folder, before) in Path(storage.folder).glob(f"_{NAME}_*.toc.*")


def test_a_table_of_contents_lists_the_segments_in_order(segments: list[Any]) -> None:
    assert [segment.doc_count_all() for segment in segments] == [300, 5]
    assert all(segment.segment_id().startswith(f"{NAME}_") for segment in segments)
    assert all(isinstance(segment.codec(), W3Codec) for segment in segments)


def test_the_files_of_a_segment_are_named_after_it(
    storage: MappedStorage, segments: list[Any]
) -> None:
    for segment in segments:
        names = [name for name in storage if name.split(".")[0] == segment.segment_id()]
        assert {name.rpartition(".")[2] for name in names} == {"trm", "pst", "col"}
        assert segment.codec().column_filename(segment, "number") in names


def test_files_that_belong_to_no_segment_are_cleaned_away(
    storage: MappedStorage, segments: list[Any]
) -> None:
    names = set(storage)
    clean_files(storage, NAME, 2, segments[:1])
    gone = names - set(storage)
    assert gone == {name for name in names if name.startswith(segments[1].segment_id())}


def test_a_posting_list_comes_in_blocks(storage: MappedStorage, segments: list[Any]) -> None:
    block = matcher(storage, segments[0], "body", b"common")
    assert isinstance(block, W3LeafMatcher)
    last, places = [], []
    while block.is_active():
        block._read_ids()
        block._read_values()
        assert len(block._ids) == len(block._values)
        assert block.block_max_id() == block._ids[-1]
        last.append(block._ids[-1])
        places += [array("I", value).tolist() for value in block._values]
        block._next_block()
    assert last == [127, 255, 299]
    assert places == [[2]] * 300


def test_weights_are_kept_where_one_is_not_1(tmp_path: Path) -> None:
    with new_segment(tmp_path, "a library", "") as add:
        add(1, release("rain rain and sun"))
        add(2, release("rain and sun"))
    storage = MappedStorage(str(tmp_path))
    (segment,) = TOC.read(storage, NAME).segments
    for word, weights in (b"rain", [2.0, 1.0]), (b"sun", [1.0, 1.0]):
        block = matcher(storage, segment, "any", word)
        block._read_weights()
        assert list(block._weights) == weights


def test_a_word_that_no_document_has_raises(storage: MappedStorage, segments: list[Any]) -> None:
    with pytest.raises(TermNotFound):
        matcher(storage, segments[0], "body", b"absent")


def test_words_come_in_order_from_any_beginning_and_run_on_into_the_next_field(
    storage: MappedStorage, segments: list[Any]
) -> None:
    terms = segments[1].codec().terms_reader(storage, segments[1])
    found = list(terms.terms_from("body", b"te"))
    assert found[:3] == [("body", b"text"), ("body", b"word0"), ("body", b"word1")]
    assert found[-1][0] == "title_start"
    assert ("body", b"word4") in terms
    assert ("body", b"word5") not in terms
    assert ("nowhere", b"word4") not in terms


def test_columns_are_bare_numbers_the_high_byte_first(
    storage: MappedStorage, segments: list[Any]
) -> None:
    for segment in segments:
        name = segment.codec().column_filename(segment, "number")
        content = Path(storage.folder, name).read_bytes()
        expected = b"".join(n.to_bytes(4, "big") for n in range(1, segment.doc_count_all() + 1))
        assert content == expected


def test_lengths_are_a_column_of_bytes(storage: MappedStorage, segments: list[Any]) -> None:
    name = segments[1].codec().column_filename(segments[1], "_body_len")
    content = Path(storage.folder, name).read_bytes()
    assert content == bytes([length_to_byte(4)]) * 5
    assert byte_to_length(length_to_byte(4)) == 4
    reader = segments[1].codec().per_document_reader(storage, segments[1])
    assert reader.field_length("body") == 4 * 5


def test_a_writer_calls_what_we_put_in_its_place(tmp_path: Path, writer: Any) -> None:
    called: list[str] = []
    for name in ("_flush_segment", "_close_segment", "_commit_toc"):
        setattr(writer, name, lambda *_, name=name: called.append(name))
    writer._added = True
    writer.commit(mergetype=lambda _, segments: segments)
    assert called == ["_flush_segment", "_close_segment", "_commit_toc"]


def test_nothing_is_added_by_a_writer_that_says_so(tmp_path: Path, writer: Any) -> None:
    assert writer._added is False
    writer.commit(mergetype=lambda _, segments: segments)
    assert TOC.read(writer.storage, NAME).segments == []


def test_a_writer_holds_a_lock_and_a_folder_until_it_ends(tmp_path: Path, writer: Any) -> None:
    other = FileIndex(FileStorage(str(tmp_path)), indexname=NAME).lock("WRITELOCK")
    assert Path(writer._tempstorage.folder) == tmp_path / f"{NAME}.tmp"
    assert not other.acquire()
    writer.perdocwriter.close()
    writer.fieldwriter.close()
    writer._tempstorage.destroy()
    writer.writelock.release()
    assert not (tmp_path / f"{NAME}.tmp").exists()
    assert other.acquire()
    other.release()


def test_documents_are_written_from_start_to_finish(writer: Any) -> None:
    documents = writer.perdocwriter
    documents.start_doc(0)
    documents.add_column_value("number", NUMBER, 7)
    documents.add_field("body", writer.schema["body"], None, 3)
    documents.finish_doc()
    with pytest.raises(Exception, match="expecting 1"):
        documents.start_doc(2)


def test_each_field_is_written_by_a_writer_of_postings_of_its_own(writer: Any) -> None:
    fields = writer.fieldwriter
    assert isinstance(fields, W3FieldWriter)
    fields.start_field("body", writer.schema["body"])
    assert isinstance(fields._postwriter, W3PostingsWriter)
    assert fields._postwriter._postfile is fields._postfile


def test_a_block_is_written_from_the_four_lists_that_we_fill(writer: Any) -> None:
    fields = writer.fieldwriter
    fields.start_field("body", writer.schema["body"])
    fields.start_term(b"word")
    block = fields._postwriter
    assert not any((block._ids, block._weights, block._values, block._maxweight))
    block._ids, block._weights, block._maxweight = array("I", [3, 9]), array("f", [1, 1]), 1.0
    block._write_block()
    assert not block._ids
    block._ids, block._weights, block._maxweight = array("I", [12]), array("f", [1]), 1.0
    fields.finish_term()
    fields.finish_field()
