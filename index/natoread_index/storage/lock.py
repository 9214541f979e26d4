"""One writer at a time, and its name for those who wait.

The lock is the operating system's, so it goes with the process that holds it, however that ends.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from natoread_index.errors import LibraryLocked
from natoread_index.storage.database import file_sentences

PATIENCE = 10.0
"""Seconds that a second writer waits."""


@contextmanager
def writing(folder: Path, name: str, patience: float | None = None) -> Iterator[None]:
    """Hold the lock `name` of `folder`, which is made if need be.

    Raises `LibraryLocked` after `patience` seconds, or `LibraryError` where it can't be written;
    what is raised inside is passed on.
    """
    holder = folder / f"{name}.holder.json"
    with file_sentences(folder):
        lock = _acquired(folder, name, holder, PATIENCE if patience is None else patience)
    try:
        yield
    finally:
        with suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _acquired(folder: Path, name: str, holder: Path, patience: float) -> BaseFileLock:
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{name}.lock", timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise LibraryLocked(f"{folder}: {_who(holder)}; try again when it is done") from None
    with suppress(OSError):  # the name is for those who wait; a full disk stops the work itself
        holder.write_text(_myself(), encoding="utf-8")
    return lock


def _myself() -> str:
    command = " ".join(Path(arg).name if at == 0 else arg for at, arg in enumerate(sys.argv))
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return json.dumps({"process": os.getpid(), "command": command, "since": since})


def _who(holder: Path) -> str:
    """Say who holds the lock, as far as the file beside it tells."""
    try:
        found = json.loads(holder.read_text(encoding="utf-8"))
        who = f"“{found['command']}” (process {found['process']}, since {found['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        who = "another program"
    return f"{who} is writing to the library"
