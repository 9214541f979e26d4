"""Add a corpus by the command line, and print what it took.

    python -m tests.trials.build CORPUS [--most N]

Seconds for the whole `add`, the most memory that one of its processes had, and what library and
index weigh.
"""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.trials.corpus import items, pack


def main() -> None:
    """Add, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=None)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        text, library = Path(folder) / "pack.txt", Path(folder) / "library"
        text.write_text(pack(items(asked.corpus, asked.most)), encoding="utf-8")
        started = time.perf_counter()
        add = [sys.executable, "-m", "natoread", "--library", str(library), "add", str(text)]
        subprocess.run(add, check=True)
        print(f"{time.perf_counter() - started:.1f} s")
        weigh(text, library, library / "index")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{memory:.0f} MB of memory at most in one process")


def weigh(text: Path, library: Path, index: Path) -> None:
    """Print the sizes of the text and of what was made of it."""
    database = sum(file.stat().st_size for file in library.glob("library.db*"))
    made = sum(file.stat().st_size for file in index.iterdir() if file.is_file())
    sizes = {"text": text.stat().st_size, "library": database, "index": made}
    print(", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in sizes.items()))


if __name__ == "__main__":
    main()
