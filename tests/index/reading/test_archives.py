"""Archives and compressed files: what is inside is read, and nothing in them does harm."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable

import pytest
from backports import zstd
from tests.index.reading.files import PACK, PAGE, tarred, titles, told, zipped

from natoread_index.reading import limits

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstd.compress,
    "zip": lambda data: zipped({"in/a.txt": data}),
    "zip of bzip2": lambda data: zipped({"a.txt": data}, zipfile.ZIP_BZIP2),
    "tar": lambda data: tarred({"a.txt": data}),
    "tar of gzip": lambda data: tarred({"a.txt": data}, "w:gz"),
    "zip in zip": lambda data: zipped({"b.zip": zipped({"a.txt": data})}),
    "zip in xz": lambda data: lzma.compress(zipped({"a.txt": data})),
    "tar in zip": lambda data: zipped({"b.tgz": tarred({"a.txt": data}, "w:gz")}),
}


@pytest.mark.parametrize("way", PACKINGS)
def test_packed_in_every_way(way: str) -> None:
    assert titles(PACKINGS[way](PACK.encode())) == ["Allies meet in Brussels"]


def test_members_are_named_by_where_they_lie() -> None:
    inner = zipped({"x/one.txt": PACK.encode(), "two.txt.gz": gzip.compress(PACK.encode())})
    assert told(zipped({"in.zip": inner, "prose.txt": b"Prose."}), "out.zip") == [
        "out.zip/in.zip/x/one.txt 1",
        "out.zip/in.zip/two.txt.gz 1",
        (
            "out.zip/prose.txt: no release found; each needs a title line, then “Source: …”,"
            " then its text"
        ),
    ]


def test_what_lies_beside_pages_is_passed_over_in_an_archive() -> None:
    files = {
        "page.html": PAGE.encode(),
        "style.css": b"body {}",
        "photo.jpg": b"\xff\xd8\xff",
        "photo": b"\x89PNG\r\n",
        "__MACOSX/._page.html": b"\0\5\x16\7",
        ".DS_Store": b"\0\0\0\1Bud1",
    }
    assert told(zipped(files), "a.zip") == ["a.zip/page.html 1"]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt"])
def test_no_name_leads_out_of_an_archive(name: str) -> None:
    (said,) = told(tarred({name: PACK.encode()}), "a.tar")
    assert said.startswith("a.tar/")
    assert ".." not in said


def test_links_and_devices_in_an_archive_are_nothing() -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE):
            info = tarfile.TarInfo("x")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert told(held.getvalue()) == []


def test_an_encrypted_member_is_said_and_the_rest_goes_in() -> None:
    data = bytearray(zipped({"secret.txt": PACK.encode(), "open.txt": PACK.encode()}))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + at] |= 1
    assert told(bytes(data), "a.zip") == [
        "a.zip/secret.txt: encrypted; unpack it with its password",
        "a.zip/open.txt 1",
    ]


def test_a_damaged_member_is_said_and_the_rest_goes_in() -> None:
    files = {"bad.txt": PACK.encode(), "good.txt": PACK.encode()}
    data = bytearray(zipped(files, zipfile.ZIP_STORED))
    data[data.index(b"Allies")] ^= 1
    bad, good = told(bytes(data), "a.zip")
    assert bad.startswith("a.zip/bad.txt: damaged (Bad CRC-32")
    assert good == "a.zip/good.txt 1"


@pytest.mark.parametrize("way", PACKINGS)
def test_a_packed_file_that_is_cut_off_is_said_to_be_damaged(way: str) -> None:
    whole = PACKINGS[way]("".join(f"{PACK}{n}\n\n" for n in range(3000)).encode())
    *_, last = told(whole[: len(whole) // 2], "a.packed")
    assert "damaged" in last


BOMB = b"A line.\n" * (1 << 20)


@pytest.mark.parametrize("way", ["gzip", "bzip2", "xz", "zstd", "zip", "tar of gzip"])
def test_a_bomb_is_refused_with_a_sentence(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_ALWAYS", 1 << 20)
    *_, last = told(PACKINGS[way](BOMB), "bomb")
    assert "unpacks to more than" in last


def test_a_bomb_of_many_levels_stops_at_the_first_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_ALWAYS", 1 << 20)
    part = zipped({f"{n}.txt": b"A line.\n" * 20_000 for n in range(9)})
    said = told(zipped({f"{n}.zip": part for n in range(9)}), "bomb.zip")
    assert sum("unpacks to more than" in line for line in said) == 1
    assert len(said) < 9


def test_too_many_levels_are_refused() -> None:
    data = PACK.encode()
    for _ in range(limits.MOST_LEVELS + 1):
        data = zipped({"a": data})
    (said,) = told(data, "a")
    assert said.endswith("packed more than 4 times over")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_MEMBERS", 3)
    said = told(zipped({f"{n}.txt": PACK.encode() for n in range(9)}), "many.zip")
    assert len(said) == 4
    assert "more than 3 files" in said[-1]
