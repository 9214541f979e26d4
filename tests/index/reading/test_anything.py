"""Whatever bytes come, they give releases or a sentence, never a crash."""

import gzip
import lzma

from backports import zstd
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.index.reading.files import PACK, as_bytes, tarred, told, zipped
from tests.index.reading.test_documents import FORMS

WHOLE = [as_bytes(data) for data in FORMS.values()]
PACKED = [
    gzip.compress(PACK.encode()),
    lzma.compress(PACK.encode()),
    zstd.compress(PACK.encode()),
    tarred({"a.txt": PACK.encode(), "b.txt": PACK.encode()}),
    tarred({"a.txt": PACK.encode()}, "w:gz"),
    zipped({"a.txt": PACK.encode(), "b.zip": zipped({"c.txt": PACK.encode()})}),
]
STARTS = [data[:9] for data in (*WHOLE, *PACKED)]


def said_of(data: bytes) -> list[str]:
    """What is said of each document; all of them begin with its name."""
    said = told(data, "name")
    assert all(line.startswith("name") for line in said)
    return said


@given(st.sampled_from(STARTS), st.binary(max_size=999))
def test_any_bytes_behind_any_start(start: bytes, rest: bytes) -> None:
    assert said_of(start + rest) is not None


@settings(max_examples=150)
@given(
    st.sampled_from([*WHOLE, *PACKED]),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=9),
    st.integers(0, 4000),
)
@example(PACKED[2], [], 7)
def test_files_that_were_damaged_or_cut_off(
    data: bytes, damage: list[tuple[int, int]], length: int
) -> None:
    damaged = bytearray(data)
    for at, byte in damage:
        damaged[at % len(damaged)] = byte
    assert said_of(bytes(damaged[:length])) is not None
