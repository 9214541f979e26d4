"""An empty library, for tests that fill it themselves; and what they do without."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from natoread_index import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library in a folder that is not there yet."""
    with Library.open(tmp_path / "library") as library:
        yield library


@pytest.fixture(autouse=True, scope="session")
def unflushed() -> Iterator[None]:
    """Let nothing wait for the disk: no test here takes the power away."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield
