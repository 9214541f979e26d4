"""Sites to fetch from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.index.following.reader import Reader
from tests.index.following.site import Site, serving

from natoread_index.following import addresses


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on the loopback address, where only what the user followed may be asked."""
    with serving() as site:
        yield site


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that passes for one of the internet: it has the one loopback address that may."""
    really = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda ip: ip == "127.0.0.2" or really(ip))
    with serving("127.0.0.2") as site:
        yield site


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A library that follows nothing yet."""
    return Reader(tmp_path / "L")
