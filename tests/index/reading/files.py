"""Files of every form, made for tests, and what is read of them."""

import io
import tarfile
import zipfile
from collections.abc import Iterable
from typing import Literal

from natoread_index import Fields, Release, Unreadable, documents

PACK = "Allies meet in Brussels\n\nSource: NATO\n\nThey met.\n\nAnd they agreed.\n"
RECORD = {
    "title": "Allies meet in Brussels",
    "date": "2024-05-28",
    "source": "NATO",
    "url": "https://example.org/1",
    "body": "They met.\n\nAnd they agreed.",
}
PAGE = (
    "<!DOCTYPE html><html><head><title>Allies meet in Brussels</title></head><body><article>"
    "<h1>Allies meet in Brussels</h1><p>"
    + "They met, and they agreed on more. " * 20
    + "</p></article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>NATO</title><item>'
    "<title>Allies meet in Brussels</title><description>They met.</description></item>"
    "</channel></rss>"
)


def as_bytes(data: bytes | str) -> bytes:
    return data.encode() if isinstance(data, str) else data


def read(data: bytes | str, name: str = "file", fields: Fields | None = None) -> list[Release]:
    """All releases in a file; raises what any of its documents raises."""
    data = as_bytes(data)
    found = documents(io.BytesIO(data), name, "stamp", len(data), fields or Fields())
    return [release for document in found for release in document.releases()]


def titles(data: bytes | str, name: str = "file") -> list[str]:
    return [release.title for release in read(data, name)]


def told(data: bytes, name: str = "file") -> list[str]:
    """For each document its name, with what is wrong with it if anything is."""
    said = []
    for document in documents(io.BytesIO(data), name, "stamp", len(data)):
        try:
            said.append(f"{document.name} {len(list(document.releases()))}")
        except Unreadable as trouble:
            said.append(str(trouble))
    return said


def zipped(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def tarred(files: dict[str, bytes], how: Literal["w", "w:gz"] = "w") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=how) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def csv_of(*rows: Iterable[str], by: str = ",") -> str:
    return "".join(by.join(f'"{value}"' for value in row) + "\n" for row in rows)
