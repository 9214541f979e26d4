"""Which feeds the words of a command line mean."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click

from natoread.commands.sources import STDIN
from natoread_index import Unreadable
from natoread_index.storage.feeds import Followed


def addresses(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield address and title of each feed that `words` name, as an address or a list in a file.

    Raises `Unreadable` for a file that is no list of feeds, and click's error for neither.
    """
    for word in words:
        if _is_of_the_web(word):
            yield _tidied(word), ""
        elif word == STDIN or Path(word).exists():
            yield from _listed(word)
        else:
            raise click.BadParameter(
                f"{word!r} is no file, and no address: those begin with https:// or http://"
            )


def meant(followed: Iterable[Followed], word: str) -> list[Followed]:
    """The feeds that a word means: the one of that address or title, or else those that have it."""
    feeds = list(followed)
    exactly = [
        feed for feed in feeds if word in (feed.url, feed.title) or feed.url == _tidied(word)
    ]
    part = word.casefold()
    return exactly or [feed for feed in feeds if part in f"{feed.url}\n{feed.title}".casefold()]


def _is_of_the_web(word: str) -> bool:
    try:
        parts = urlsplit(word.strip())
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _tidied(word: str) -> str:
    """An address as it is asked for, so that one feed isn't followed twice."""
    try:
        return urlsplit(word.strip())._replace(fragment="").geturl()
    except ValueError:
        return word


def _listed(path: str) -> Iterator[tuple[str, str]]:
    from natoread_index.reading.feeds import listed  # needed for files alone

    try:
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as failure:
        raise Unreadable(f"{path}: {failure.strerror or failure}") from failure
    feeds = [feed for feed in listed(data) if _is_of_the_web(feed.url)]
    if not feeds:
        raise Unreadable(f"{path}: no list of feeds (OPML)")
    yield from ((_tidied(feed.url), feed.title) for feed in feeds)
