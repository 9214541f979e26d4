"""Files that arrive in folders, each told of once nobody writes to it any more."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic

from natoread.commands.sources import files, stamp
from natoread_index import is_beside

_QUIET = 2.0
"""Seconds without a change after which a file is taken for wholly written."""
_TICK = 500
"""Milliseconds between two looks at files that are being written."""


class Arrivals:
    """Files that changed, until they are ready to be taken."""

    def __init__(self) -> None:
        self._growing: dict[str, tuple[str, float]] = {}

    def note(self, paths: Iterable[str], now: float) -> None:
        """Note that files changed; of a folder, all that is in it."""
        for path in files(paths):
            self._growing[path] = (stamp(path), now)

    def ready(self, now: float) -> list[str]:
        """Return the files that haven't changed for a while; those that are gone are forgotten."""
        settled = []
        for path, (before, since) in [*self._growing.items()]:
            if (after := stamp(path)) != before:
                self._growing[path] = (after, now)
            elif now - since >= _QUIET or not after:
                del self._growing[path]
                settled += [path] if after else []
        return settled


def arriving(folders: Sequence[str], arrivals: Arrivals) -> Iterator[list[str]]:
    """Yield what is in folders, and then, without end, what arrives in them, run by run.

    What `arrivals` is told of in between is yielded again.
    """
    from watchfiles import watch  # only for who watches

    changes = watch(*folders, watch_filter=None, yield_on_timeout=True, rust_timeout=_TICK)
    arrivals.note(_worth_a_look(next(changes), folders), monotonic())
    yield [path for path in files(folders) if not Path(path).is_dir()]
    for changed in changes:
        arrivals.note(_worth_a_look(changed, folders), monotonic())
        if ready := arrivals.ready(monotonic()):
            yield ready


def _worth_a_look(changed: Iterable[tuple[object, str]], folders: Iterable[str]) -> Iterator[str]:
    for path in sorted({path for _, path in changed}):
        inside = (os.path.relpath(path, folder) for folder in folders)
        if any(not is_beside(name) for name in inside if not name.startswith("..")):
            yield path
