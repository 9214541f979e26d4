"""How a segment lies on the disk: a codec for Whoosh, whose other codecs keep postings in blocks.

Columns are Whoosh's own; all words, postings and texts of a segment are in one summed file. Whoosh
pickles a segment by the path of its classes: this module keeps its name. Through `TermsReader`
Whoosh's own searcher reads the index, too.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from pyroaring import BitMap
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from natoread_index.engine import lexicon, texts
from natoread_index.engine.lexicon import Lexicon
from natoread_index.engine.postings import packed, packed_tightly, unpacked
from natoread_index.engine.summed import SummedFile, SummedWriter
from natoread_index.engine.texts import Texts

EXTENSION = ".words"
_MANY_WORDS = 64
"""A beginning of more words than this has a posting list of its own."""

_REMEMBERED = 1 << 8
_END = b"\0"
Postings = Mapping[str, BitMap]


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's third codec, with other words and postings."""

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """Return what writes the words of a new segment."""
        return FieldWriter(Path(storage.folder, segment.make_filename(EXTENSION)))

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:
        """Return what reads the words of a segment; raises `Damaged`."""
        return TermsReader(SummedFile(Path(storage.folder, segment.make_filename(EXTENSION))))


class FieldWriter(base.FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes the fields of a segment, one after the other."""

    def __init__(self, path: Path) -> None:
        self._file = SummedWriter(path)

    def write(self, field: str, words: Postings, symbols: Mapping[str, str] | None = None) -> None:
        """Write a field: which documents have each word, and the symbols that stand for it."""
        of = symbols or {}
        self._keep(field, ((w, _entry(of.get(w, ""), found)) for w, found in words.items()))
        self._keep(f"{field}*", _beginnings(words, of))

    def write_facts(self, *, newest_first: bool, least: int) -> None:
        """Write whether all documents are in order, and of which pairs it is known.

        What is read at opening stands together, so that no sum is compared for more than that.
        """
        facts = ("newest first", newest_first), ("least", least)
        self._file.write((name, [array("I", [fact]).tobytes()]) for name, fact in facts)

    def write_texts(self, written: Sequence[bytes]) -> None:
        """Write the texts."""
        self._file.write(texts.parts(written))

    def write_pairs(self, pairs: Mapping[str, array[int]]) -> None:
        """Write which texts have two words in a row, by the symbols of both."""
        self._keep("pairs", ((p, packed_tightly(BitMap(found))) for p, found in pairs.items()))

    def close(self) -> None:
        """End the file."""
        self._file.close()

    def _keep(self, name: str, entries: Iterable[tuple[str, bytes]]) -> None:
        encoded = ((word.encode(), kept) for word, kept in entries)
        self._file.write(lexicon.parts(name, encoded))


def _entry(symbols: str, documents: BitMap) -> bytes:
    return symbols.encode() + _END + packed(documents)


def _beginnings(words: Postings, symbols: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield each beginning that more than `_MANY_WORDS` words share, and what is kept of it."""
    groups, length = [sorted(words)], 1
    while groups:
        parted = (part for group in groups for part in _parted(group, length))
        groups = [group for group in parted if len(group) > _MANY_WORDS]
        for group in groups:
            found = BitMap.union(*map(words.__getitem__, group))
            said = "".join(symbols.get(word, "") for word in group)
            yield group[0][:length], _entry(said, found)
        length += 1


def _parted(group: list[str], length: int) -> Iterable[list[str]]:
    """Cut words in order into those that share their first `length` letters."""
    parts: dict[str, list[str]] = {}
    for word in group:
        if len(word) >= length:
            parts.setdefault(word[:length], []).append(word)
    return parts.values()


class TermsReader(base.TermsReader):  # type: ignore[misc]  # Whoosh has no types
    """Reads the words of a segment; raises `Damaged` where the file is."""

    def __init__(self, file: SummedFile) -> None:
        self.file = file
        self.texts = Texts(file)
        (self.least,) = file.numbers("least")
        (self.is_newest_first,) = file.numbers("newest first")
        self._lexicons = _Lexicons(file)
        # The caches hold the words and not the reader, which is so freed with its last user.
        self._kept = lru_cache(_REMEMBERED)(partial(_kept, self._lexicons))
        self._all_kept = lru_cache(_REMEMBERED)(partial(_all_kept, self._lexicons))

    def lexicon(self, name: str) -> Lexicon:
        """Return the words of a field, opened when it is first asked for."""
        return self._lexicons[name]

    def documents(self, field: str, word: str) -> BitMap:
        """Return the documents of a word."""
        kept = self._kept(field, word)
        return BitMap() if kept is None else _documents(kept)

    def beginning(self, field: str, prefix: str) -> BitMap:
        """Return the documents that have a word with this beginning."""
        return BitMap().union(*map(_documents, self._all_kept(field, prefix)))

    def symbols(self, field: str, word: str) -> str:
        """Return all symbols that stand for a word of a field of texts, its own or `NOTHING` first.

        There are none for a word that is not in the field.
        """
        kept = self._kept(field, word)
        return "" if kept is None else _symbols(kept)

    def symbols_of_beginning(self, field: str, prefix: str) -> str:
        """Return all symbols that stand for words with this beginning, some more than once."""
        return "".join(map(_symbols, self._all_kept(field, prefix)))

    def paired(self, pair: str) -> BitMap:
        """Return the documents in which two words stand in a row, given by their own symbols.

        That is known of words that at least `least` documents have both.
        """
        kept = self.lexicon("pairs").find(pair.encode())
        return BitMap() if kept is None else unpacked(kept)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        field, word = term
        return self.lexicon(field).find(word) is not None

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the words of a field that begin with `prefix`, in order."""
        words = self.lexicon(field)
        return ((field, word) for word in words.words(words.beginning(prefix)))

    def term_info(self, field: str, word: bytes) -> TermInfo:
        """Return what Whoosh wants to know of a word; raises `KeyError`, as it expects."""
        kept = self.lexicon(field).find(word)
        if kept is None:
            raise KeyError(word)
        found = _documents(kept)
        return TermInfo(len(found), len(found), None, 0, 1, minid=found.min(), maxid=found.max())

    def matcher(self, field: str, word: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        """Return Whoosh's view of a posting list."""
        kept = self.lexicon(field).find(word)
        if kept is None:
            raise TermNotFound(f"no word {word!r} in {field}")
        documents = list(_documents(kept))
        return ListMatcher(documents, format=format_, scorer=scorer, term=(field, word))


class _Lexicons(dict[str, Lexicon]):
    """The words of each field, opened when they are first asked for."""

    def __init__(self, file: SummedFile) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, name: str) -> Lexicon:
        found = self[name] = Lexicon(self._file, name)
        return found


def _kept(lexicons: _Lexicons, field: str, word: str) -> bytes | None:
    """Return what is kept of a word, if it is there."""
    return lexicons[field].find(word.encode())


def _all_kept(lexicons: _Lexicons, field: str, prefix: str) -> list[bytes]:
    """Return what is kept of a beginning as a whole, or of each of the few words that begin so."""
    known = lexicons[f"{field}*"].find(prefix.encode())
    if known is not None:
        return [known]
    words = lexicons[field]
    return words.kept(words.beginning(prefix.encode()))


def _documents(kept: bytes) -> BitMap:
    return unpacked(kept[kept.index(_END) + 1 :])


def _symbols(kept: bytes) -> str:
    return kept[: kept.index(_END)].decode()
