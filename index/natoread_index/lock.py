"""One writer at a time, and its name for those who wait.

The lock is the operating system's, so it goes with the process that holds it, however that ends.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from natoread_index.errors import LibraryLocked

PATIENCE = 10.0
"""Seconds that a second writer waits."""


@contextmanager
def writing(folder: Path, name: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock `name` of `folder`; raises `LibraryLocked` after `patience` seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / f"{name}.holder.json"
    try:
        with FileLock(folder / f"{name}.lock", timeout=patience):
            holder.write_text(_myself(), encoding="utf-8")
            try:
                yield
            finally:
                holder.unlink(missing_ok=True)
    except Timeout:
        raise LibraryLocked(f"{folder}: {_who(holder)}; try again when it is done") from None


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
