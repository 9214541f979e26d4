"""Cuts a text into shingles that are the same in every print of it, whatever its lines."""

_RARE = bytes.maketrans(b"\x87\xa7", b"gg")
"""With g, one byte in thirty-two or so: in Latin, and in the UTF-8 of other scripts."""

_LEAST = 12
"""Bytes of a shingle that says something."""


def shingles(letters: str) -> set[bytes]:
    """Return the runs of letters between two rare ones, about ten words each."""
    text = letters.encode()
    runs = (text if text.isascii() else text.translate(_RARE)).split(b"g")
    return {run for run in runs if len(run) >= _LEAST} or set(runs)
