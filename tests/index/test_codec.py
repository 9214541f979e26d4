"""Fields as they are written and read; Whoosh's own searcher reads them, too."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import LIBRARY, numbered, release, rows, segment, write
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import And, Every, Not, Or, Prefix, Term
from whoosh.reading import TermNotFound
from whoosh.scoring import BM25F, Frequency

from natoread_index import Kind, Release
from natoread_index.engine import codec
from natoread_index.engine.codec import TermsReader
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.schema import NAME, MappedStorage
from natoread_index.engine.texts import NOTHING
from natoread_index.engine.writer import commit

letters = st.text("abé -’.", max_size=12)
few = st.lists(st.builds(release, letters, letters), min_size=1, max_size=6)
prefixes = st.text("abé", min_size=1, max_size=4)
many = st.sampled_from([0, 1, 2, 64])


@contextmanager
def indexed(releases: Iterable[Release], many_words: int = 64) -> Iterator[TermsReader]:
    """The words of a segment, in which a beginning of more than `many_words` has its own list."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(codec, "_MANY_WORDS", many_words)
        write(Path(folder), releases)
        yield IndexReader(Path(folder), LIBRARY).segments[0].terms


def texts_of(field: str, some: Release) -> str:
    return some.title if field == "title" else f"{some.title}\n\n{some.body}"


def words(field: str, some: Release) -> set[str]:
    return {word for reading in rows(texts_of(field, some)) for word in reading}


@given(few, many)
def test_each_word_leads_to_all_documents_that_have_it(some: list[Release], many: int) -> None:
    with indexed(some, many) as terms:
        for field in "any", "title":
            expected = [words(field, each) for each in some]
            every = sorted(set().union(*expected), key=str.encode)
            assert [word.decode() for _, word in terms.terms_from(field, b"")] == every
            for word in every:
                having = [document for document, said in enumerate(expected) if word in said]
                assert list(terms.documents(field, word)) == having
                assert (field, word.encode()) in terms
            assert (field, b"absent") not in terms
            assert not terms.documents(field, "absent")


@given(few, prefixes, many)
def test_a_beginning_leads_to_all_documents_and_symbols(
    some: list[Release], prefix: str, many: int
) -> None:
    with indexed(some, many) as terms:
        for field in "any", "title":
            begun = [word.decode() for _, word in terms.terms_from(field, prefix.encode())]
            every = {word for each in some for word in words(field, each)}
            assert set(begun) == {word for word in every if word.startswith(prefix)}
            documents = BitMap().union(*(terms.documents(field, word) for word in begun))
            assert terms.beginning(field, prefix) == documents
            symbols = "".join(terms.symbols(field, word) for word in begun)
            assert set(terms.symbols_of_beginning(field, prefix)) == set(symbols)


@given(few)
def test_the_symbols_of_a_word_stand_wherever_it_is_said(some: list[Release]) -> None:
    with indexed(some) as terms:
        for document, each in enumerate(some):
            title, body = terms.texts[document].decode().split("\0")
            for field, text, said in (
                ("title", title, rows(each.title)),
                ("any", title + body, rows(each.title) + rows(each.body)),
            ):
                for symbol, reading in zip(text, said, strict=True):
                    for word in reading:
                        own, *others = list(terms.symbols(field, word))
                        is_own = len(reading) == 1
                        assert own == symbol if is_own else own != symbol and symbol in others


def test_a_word_that_is_never_said_alone_has_no_symbol_of_its_own() -> None:
    with indexed([release("air-defence by air", title="")]) as terms:
        assert [len(terms.symbols("any", word)) for word in ("by", "air", "defence")] == [1, 2, 1]
        assert terms.symbols("any", "airdefence")[0] == NOTHING
        assert terms.symbols("any", "absent") == ""
        assert terms.symbols("title", "air") == ""


def test_chunks_are_kept_by_how_they_read_joined() -> None:
    bodies = ["air-defence of", "air and defence", "the defence-air", "6,900 air-defence"]
    with indexed([release(body, title="") for body in bodies]) as terms:
        chunks = ["6900", "airdefence", "defenceair"]
        assert [word.decode() for _, word in terms.terms_from("chunks", b"")] == chunks
        assert [list(terms.documents("chunks", word)) for word in chunks] == [[3], [0, 3], [2]]


def test_short_beginnings_have_a_list_of_their_own_and_long_ones_do_not() -> None:
    with indexed([release("defence defend"), release("deter")], many_words=2) as terms:
        kept = [word for _, word in terms.terms_from("any*", b"")]
        assert kept == [b"d", b"de"]
        assert list(terms.beginning("any", "de")) == [0, 1]
        assert list(terms.beginning("any", "def")) == [0]


def test_facts_are_kept_as_words_and_as_they_stand() -> None:
    one = replace(
        release("…", day="2024-05-28", source="The White House"),
        kind=Kind.PRESS_CONFERENCE,
        speakers=("Ann O’Brien", "Jens Lee"),
    )
    with indexed([release("…"), one]) as terms:
        for field, word in (
            ("kind", "press"), ("kind", "pressconference"), ("kind_value", one.kind),
            ("source", "white"), ("source_value", "The White House"), ("by", "obrien"),
            ("by", "lee"), ("by_value", "Ann O’Brien"), ("month_value", "2024-05"),
        ):  # fmt: skip
            assert list(terms.documents(field, word)) == [1], (field, word)
        assert list(terms.documents("month_value", "none")) == [0]


def test_names_are_kept_both_ways() -> None:
    body = "The European Union Military Committee (EUMC) met. The EUMC will meet again."
    with indexed([release("EUMC"), release(body)]) as terms:
        (long,) = terms.terms_from("long", b"eumc\t")
        assert long == ("long", b"eumc\teuropean union military committee")
        assert list(terms.documents(*("long", long[1].decode()))) == [1]
        assert list(terms.documents("short", "european union military committee\teumc")) == [1]


def test_a_word_of_many_documents_is_found_in_all_of_them() -> None:
    with indexed(numbered(3000)) as terms:
        assert terms.documents("any", "common") == BitMap(range(3000))
        assert terms.beginning("any", "word") == BitMap(range(3000))
        assert list(terms.documents("any", "word2999")) == [2999]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of two segments, of which one document is gone."""
    write(tmp_path, numbered(300))
    more = [release("rain and sun"), release("rain"), release("sun", title="Rain")]
    commit(tmp_path, LIBRARY, "", [segment(tmp_path, more, 301)], gone=BitMap([8]))
    return tmp_path


QUESTIONS: dict[str, tuple[Any, Callable[[IndexReader], BitMap]]] = {
    "term": (Term("any", "common"), lambda index: index.documents("any", "common")),
    "field": (Term("title", "rain"), lambda index: index.documents("title", "rain")),
    "absent": (Term("any", "absent"), lambda index: BitMap()),
    "beginning": (Prefix("any", "word1"), lambda index: index.beginning("any", "word1")),
    "and": (
        And([Term("any", "rain"), Term("any", "sun")]),
        lambda index: index.documents("any", "rain") & index.documents("any", "sun"),
    ),
    "or": (
        Or([Term("any", "word7"), Term("any", "word9"), Term("any", "sun")]),
        lambda index: index.documents("any", "word9") | index.documents("any", "sun"),
    ),
    "not": (
        And([Term("any", "rain"), Not(Term("title", "rain"))]),
        lambda index: index.documents("any", "rain") - index.documents("title", "rain"),
    ),
    "everything": (Every(), lambda index: index.everything),
}


@pytest.mark.parametrize("storage", [FileStorage, MappedStorage])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_searcher_of_whoosh_finds_the_same(
    folder: Path, question: str, storage: Callable[[str], Any]
) -> None:
    query, ours = QUESTIONS[question]
    index = IndexReader(folder, LIBRARY)
    expected = list(ours(index) & index.everything)
    for weighting in BM25F(), Frequency():
        theirs = FileIndex(storage(str(folder)), indexname=NAME)
        with theirs.searcher(weighting=weighting) as searcher:
            assert sorted(searcher.docs_for_query(query)) == expected
            hits = searcher.search(query, limit=None)
            assert sorted(hit.docnum for hit in hits) == expected
            assert len(searcher.search(query, limit=3)) == len(expected)
            assert searcher.search(query, limit=3).scored_length() == min(len(expected), 3)


def test_whoosh_is_told_how_many_documents_have_a_word(folder: Path) -> None:
    with FileIndex(FileStorage(str(folder)), indexname=NAME).reader() as reader:
        assert reader.doc_frequency("any", "common") == 300
        assert reader.frequency("any", "rain") == 3
        assert reader.doc_frequency("any", "absent") == 0
        assert (reader.doc_count(), reader.doc_count_all()) == (302, 303)
        assert ("any", "sun") in reader
        assert ("any", "absent") not in reader
        info = reader.term_info("any", "word7")
        assert (info.min_id(), info.max_id(), info.max_weight()) == (7, 7, 1)


def test_a_word_that_is_not_there_is_told_as_whoosh_expects(folder: Path) -> None:
    terms = IndexReader(folder, LIBRARY).segments[0].terms
    with pytest.raises(TermNotFound):
        terms.matcher("any", b"absent", None)
    with pytest.raises(KeyError):
        terms.term_info("any", b"absent")
