"""A command of the user's own, given the terminal and a text to read."""

import signal
import subprocess
import sys


def run_on_text(command: str, text: str) -> int:
    """Run `command` in the user's shell with `text` on its stdin; its exit code.

    What it prints stays until enter is pressed; ctrl+c ends the command alone.
    """
    heeded = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        ran = subprocess.run(command, shell=True, input=text.encode(), check=False)  # noqa: S602
        sys.stdout.write("\n[enter] goes back ")
        sys.stdout.flush()
        sys.stdin.readline()
    finally:
        signal.signal(signal.SIGINT, heeded)
    return ran.returncode
