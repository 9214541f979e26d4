"""An empty library, for tests that fill it themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from natoread_index import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library in a folder that is not there yet."""
    with Library.open(tmp_path / "library") as library:
        yield library
