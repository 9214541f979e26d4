"""Small programs to be started as children, in a folder on the path of all of them."""

from pathlib import Path

import pytest

_HEAD = "from natoread_index.searching.child import report, task\n"

WORKERS = {
    "echo": "report(task())",
    "counts": "for n in range(task()):\n    report(n)",
    "fails": "report(task())\nraise SystemExit(3)",
    "shouts": "import sys\ntask()\nprint('!', file=sys.stderr)\nraise ValueError",
    "waits": "import os, threading\ntask()\nreport(os.getpid())\nthreading.Event().wait()",
    "deaf": "raise SystemExit(0)",
    "babbles": "task()\nprint('no JSON', flush=True)",
    "reports_and_dies": "import os\ntask()\nreport(1)\nos._exit(0)",
}


def put(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make all of them modules that a child can run."""
    folder.mkdir(exist_ok=True)
    for name, body in WORKERS.items():
        (folder / f"{name}.py").write_text(_HEAD + body + "\n")
    monkeypatch.setenv("PYTHONPATH", str(folder))
