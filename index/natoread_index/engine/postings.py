"""Posting lists as bytes and back: which documents have a word.

A few documents are kept as bare numbers, more as a portable Roaring bitmap, as the first byte says
(Lemire and others, "Roaring Bitmaps: Implementation of an Optimized Software Library", 2018).
"""

from array import array

from pyroaring import BitMap

_FEW = 8
_NUMBERS, _BITMAP = b"\0", b"\1"


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
    return BitMap.deserialize(content[1:])
