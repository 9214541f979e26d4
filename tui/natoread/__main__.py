"""The way in: `natoread`, or `python -m natoread`."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from natoread.commands import INTERRUPTED
from natoread.commands.tree import natoread


def main() -> None:
    """Run the command line, and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Run one command line; its exit code."""
    _take_any_text()
    try:
        return natoread.main(list(words), "natoread", standalone_mode=False) or 0
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as mistake:
        mistake.show()
        return mistake.exit_code


def _take_any_text() -> None:
    """What can't be decoded or printed becomes a mark; it stops nothing."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
