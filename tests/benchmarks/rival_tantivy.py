"""tantivy over the same releases, as fast as we know to use it."""

import os
import pickle
import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Self

from tests.benchmarks.asked import All, Asked, Either, Node, Phrase, Word
from tests.benchmarks.engine import ROWS, SHOWN, TITLE, Answer, Entry
from tests.benchmarks.folding import folded

_FACETS = "kind", "source", "month", "by"
_TEXTS = {"title": TITLE, "body": 1.0}
_HEAP, _SMALL_HEAP = 200_000_000, 15_000_000


class Tantivy:
    """An index of tantivy in `folder`; titles and bodies are folded before they go in."""

    name = "tantivy"
    remembers = False

    def __init__(self, folder: Path) -> None:
        self._t = tantivy = _tantivy()
        is_there = tantivy.Index.exists(str(folder))
        opened = tantivy.Index.open if is_there else _created
        self._index: Any = opened(str(folder))
        self._searcher: Any = self._index.searcher()
        self._writer: Any = None

    @classmethod
    def load(cls) -> None:
        _tantivy()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer = None

    def cold(self) -> None:
        pass

    def first(self, asked: Asked) -> Answer:
        query = self._query(asked)
        found = self._searcher.search(query, SHOWN, count=True, order_by_field="place")
        return [int(place) for place, _ in found.hits], found.count or 0

    def best(self, asked: Asked) -> Answer:
        found = self._searcher.search(self._query(asked), SHOWN, count=True)
        addresses = [address for _, address in found.hits]
        return self._searcher.fast_field_values("place", addresses), found.count or 0

    def rows(self, asked: Asked) -> int:
        query, searcher = self._query(asked), self._searcher
        found = searcher.search(query, ROWS, count=True)
        make = self._t.SnippetGenerator.create
        both = [make(searcher, query, self._index.schema, field) for field in ("title", "body")]
        rows = []
        for _, address in found.hits:
            document = searcher.doc(address)
            rows.append([_lit(each.snippet_from_doc(document)) for each in both])
        return len(rows)

    def facets(self, asked: Asked) -> object:
        wanted = {of: {"terms": {"field": of, "size": 10_000}} for of in _FACETS}
        return self._searcher.aggregate(self._query(asked), wanted)

    def add(self, entry: Entry) -> None:
        self._writer = self._writer or self._index.writer(_SMALL_HEAP, 1)
        self._writer.add_document(self._document(_folded(entry)))
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    @classmethod
    def build(cls, folder: Path, entries: Iterator[Entry]) -> dict[str, float]:
        """Index all, on every core; return the seconds that it took.

        It works on while Python reads, so all is read and folded before the clock starts.
        """
        with cls(folder) as made, TemporaryFile(dir=folder.parent) as kept:
            count = _kept(entries, kept)
            writer = made._index.writer(_HEAP, os.cpu_count() or 1)
            begun = time.perf_counter()
            for _ in range(count):
                writer.add_document(made._document(Entry(*pickle.load(kept))))
            writer.commit()
            writer.wait_merging_threads()
            return {"indexed": time.perf_counter() - begun}

    def _document(self, entry: Entry) -> Any:
        document = self._t.Document(title=entry.title, body=entry.body)
        document.add_unsigned("place", entry.place)
        for of in _FACETS:
            value = getattr(entry, of)
            for each in value if of == "by" else (value,):
                document.add_text(of, each)
        return document

    def _query(self, asked: Asked) -> Any:
        t, schema = self._t, self._index.schema
        parts = [(t.Occur.Must, self._part(asked.node))]
        if asked.without:
            parts.append((t.Occur.MustNot, self._part(asked.without)))
        if asked.kind:
            parts.append((t.Occur.Must, t.Query.term_query(schema, "kind", asked.kind)))
        if asked.places:
            within = t.Query.range_query(schema, "place", t.FieldType.Unsigned, *asked.places)
            parts.append((t.Occur.Must, within))
        return t.Query.boolean_query(parts) if len(parts) > 1 else parts[0][1]

    def _part(self, node: Node) -> Any:
        """Return a part of a query as tantivy knows it."""
        t = self._t
        match node:
            case Word(_, _, in_title):
                return self._in_texts(node, ["title"] if in_title else list(_TEXTS))
            case Phrase():
                return self._in_texts(node, list(_TEXTS))
            case All(parts):
                return t.Query.boolean_query([(t.Occur.Must, self._part(part)) for part in parts])
            case Either(parts):
                some = [(t.Occur.Should, self._part(part)) for part in parts]
                return t.Query.boolean_query(some)

    def _in_texts(self, node: Word | Phrase, fields: list[str]) -> Any:
        t = self._t
        found = [(t.Query.boost_query(self._leaf(node, of), _TEXTS[of])) for of in fields]
        return t.Query.boolean_query([(t.Occur.Should, each) for each in found])

    def _leaf(self, node: Word | Phrase, field: str) -> Any:
        query, schema = self._t.Query, self._index.schema
        if isinstance(node, Phrase):
            return query.phrase_query(schema, field, list(node.words))
        if node.prefix:
            return query.regex_query(schema, field, f"{re.escape(node.text)}.*")
        return query.term_query(schema, field, node.text)


def _kept(entries: Iterator[Entry], file: IO[bytes]) -> int:
    """Write folded entries to a file, to be read from its start; return how many."""
    count = 0
    for entry in entries:
        pickle.dump(tuple(_folded(entry)), file)
        count += 1
    file.seek(0)
    return count


def _folded(entry: Entry) -> Entry:
    return entry._replace(title=folded(entry.title), body=folded(entry.body))


def _tantivy() -> Any:
    """Import it when it is asked for: it need not be installed, nor known to a type checker."""
    return import_module("tantivy")


def _created(folder: str) -> Any:
    schema = _tantivy().SchemaBuilder()
    schema.add_unsigned_field("place", indexed=True, fast=True)
    for field in _TEXTS:
        schema.add_text_field(field, stored=True)
    for field in _FACETS:
        schema.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    return _tantivy().Index(schema.build(), path=folder)


def _lit(snippet: Any) -> tuple[str, list[tuple[int, int]]]:
    return snippet.fragment(), [(each.start, each.end) for each in snippet.highlighted()]
