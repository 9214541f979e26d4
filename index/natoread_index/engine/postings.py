"""Posting lists as bytes and back: which documents have a word.

Up to eight documents are kept as bare numbers, more as a portable Roaring bitmap
(Lemire and others, "Roaring Bitmaps: Implementation of an Optimized Software Library", 2018).
"""

from array import array

from pyroaring import BitMap

_BARE = 32
"""Bytes up to which a list is bare; a bitmap of nine documents that is not packed has 34."""


def packed(documents: BitMap) -> bytes:
    """Return a posting list as bytes."""
    if len(documents) * 4 <= _BARE:
        return array("I", documents).tobytes()
    plain: bytes = documents.serialize()
    runs = documents.copy()
    runs.run_optimize()
    shorter: bytes = runs.serialize()
    return shorter if _BARE < len(shorter) < len(plain) else plain


def unpacked(content: bytes) -> BitMap:
    """Return the posting list that `packed` was given."""
    return BitMap(array("I", content)) if len(content) <= _BARE else BitMap.deserialize(content)
