"""Releases of a corpus written down in every form that `natoread add` reads."""

import csv
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from html import escape
from pathlib import Path
from typing import NamedTuple


class Item(NamedTuple):
    """A release of a corpus; `date` is its day as ISO has it."""

    title: str
    source: str
    body: str
    date: str
    url: str

    @property
    def paragraphs(self) -> str:
        """The text as HTML."""
        parts = (escape(part).replace("\n", "<br>") for part in self.body.split("\n\n"))
        return "".join(f"<p>{part}</p>\n" for part in parts if part.strip())


def items(corpus: Path) -> Iterator[Item]:
    """The releases of a folder of JSON-lines files, some of them compressed as .xz."""
    for path in sorted([*corpus.glob("*.jsonl"), *corpus.glob("*.jsonl.xz")]):
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            for known in map(json.loads, lines):
                title = " ".join(known["title"].split())
                yield Item(title, known["source"], known["body"], known["date"], known["url"])


def pack(some: Iterable[Item]) -> bytes:
    """A text pack."""
    return "\n\n".join(f"{i.title}\n\nSource: {i.source}\n\n{i.body}" for i in some).encode()


def page(item: Item) -> bytes:
    """A web page with the furniture that pages have."""
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{escape(item.title)} | "
        f"{item.source}</title><meta property='og:site_name' content='{item.source}'>"
        f"<link rel=canonical href='{item.url}'>"
        f"<meta property='article:published_time' content='{item.date}'></head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
        f"<main><article><h1>{escape(item.title)}</h1>{item.paragraphs}</article></main>"
        "<footer><p>Contact us</p></footer></body></html>"
    ).encode()


def web_archive(item: Item) -> bytes:
    """A page as Chrome saves it."""
    message = EmailMessage()
    message["Subject"], message["Snapshot-Content-Location"] = "page", item.url
    message["MIME-Version"] = "1.0"
    message.set_content(page(item).decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    return b"From: <Saved by Blink>\r\n" + bytes(message)


def mail(item: Item) -> bytes:
    """A newsletter; Python's own folding of subjects loses spaces."""
    message = EmailMessage()
    message["From"] = formataddr((item.source, "press@example.org"))
    message["Date"] = _sent(item.date)
    message.set_content(item.body)
    message.add_alternative(f"<html><body>{item.paragraphs}</body></html>", subtype="html")
    return f"Subject: {Header(item.title, 'utf-8').encode()}\n".encode() + bytes(message)


def mailbox(some: Iterable[Item]) -> bytes:
    """A mailbox of newsletters."""
    return b"".join(
        b"From press@example.org Tue May 28 10:00:00 2024\n"
        + mail(item).replace(b"\nFrom ", b"\n>From ")
        + b"\n"
        for item in some
    )


def rss(some: Iterable[Item]) -> bytes:
    """A feed with whole texts."""
    some = list(some)
    entries = "".join(
        f"<item><title>{escape(_sound(i.title))}</title><link>{i.url}</link>"
        f"<pubDate>{_sent(i.date)}</pubDate>"
        f"<content:encoded><![CDATA[{_sound(i.paragraphs)}]]></content:encoded></item>"
        for i in some
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' xmlns:content="
        f"'http://purl.org/rss/1.0/modules/content/'><channel><title>{some[0].source}</title>"
        f"{entries}</channel></rss>"
    ).encode()


def json_lines(some: Iterable[Item]) -> bytes:
    """Objects, one a line."""
    return "".join(json.dumps(i._asdict()) + "\n" for i in some).encode()


def json_array(some: Iterable[Item]) -> bytes:
    """An array, as exports are."""
    return json.dumps([i._asdict() | {"date": i.date} for i in some], indent=1).encode()


def table(some: Iterable[Item], delimiter: str = ",") -> bytes:
    """A table with a line of names."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter)
    writer.writerow(["Headline", "Publisher", "Full text", "Published", "Link"])
    writer.writerows(some)
    return held.getvalue().encode()


def markdown(item: Item) -> bytes:
    """A file as site generators want it."""
    front = {"title": item.title, "date": item.date, "source": item.source, "url": item.url}
    said = "".join(f"{name}: {json.dumps(value)}\n" for name, value in front.items())
    return f"---\n{said}---\n\n{item.body}\n".encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A tar archive, compressed."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def _sent(day: str) -> str:
    """A day as e-mails and feeds have it."""
    return format_datetime(datetime.fromisoformat(f"{day[:10]}T12:00:00+00:00")) if day else ""


def _sound(text: str) -> str:
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
