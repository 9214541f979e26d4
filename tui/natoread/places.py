"""Where everything lies: the library, its index, the bundled samples, settings and logs.

Nothing is made by looking: a folder appears with the first thing that is written into it.
"""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

if TYPE_CHECKING:
    from natoread_index import Library, Release


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one library, and those that all libraries share."""

    library: Path
    index: Path
    samples: Path
    config: Path
    state: Path

    @classmethod
    def of(cls, named: Path | None = None) -> "Places":
        """The user's own places, or those for the library in the folder `named`."""
        folders = PlatformDirs("natoread", appauthor=False)
        library = named.expanduser().absolute() if named else None
        return cls(
            library=library or folders.user_data_path / "library",
            index=(library or folders.user_cache_path) / "index",
            samples=folders.user_cache_path / "samples",
            config=folders.user_config_path,
            state=folders.user_state_path,
        )

    @property
    def settings(self) -> Path:
        """The file of the user's settings, which need not be there."""
        return self.config / "config.toml"

    def open(self) -> "Library":
        """Open the library; one that does not exist yet is empty."""
        from natoread_index import Library

        return Library.open(self.library, self.index)

    def open_samples(self) -> "Library":
        """Open the bundled releases, a library of their own that is made at first use."""
        from natoread_index import Library

        home = self.samples / _digest()
        library = Library.open(home, home / "index")
        if not len(library):
            self._forget_older_samples(home)
            library.add(_sample_releases(), "sample_data")
        for _ in library.catch_up():
            pass
        return library

    def _forget_older_samples(self, kept: Path) -> None:
        for older in self.samples.glob("*"):
            if older != kept:
                shutil.rmtree(older, ignore_errors=True)


def sample_files() -> list[Traversable]:
    """The bundled text files: inside the installed package, or at the top of a checkout."""
    package = files("natoread")
    bundled = package / "sample_data"
    folder = bundled if bundled.is_dir() else Path(str(package)).parents[1] / "sample_data"
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith(".txt")),
        key=lambda file: file.name,
    )


def _sample_releases() -> "Iterator[Release]":
    from natoread_index import releases

    for file in sample_files():
        yield from releases(StringIO(file.read_text(encoding="utf-8-sig")), file.name)


def _digest() -> str:
    """A name for the library of samples that changes with the bundled files."""
    digest = hashlib.blake2b(digest_size=8)
    for file in sample_files():
        digest.update(file.read_bytes())
    return digest.hexdigest()
