"""Open the app by a shell command in a pseudo-terminal, as a newcomer would, and leave it.

Called as `python3 tests/first_run.py COMMAND`; needs nothing but Python. The home is empty, the
terminal 120x36. It fails unless the first sample release appears and ctrl+q ends the app with 0.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

EXPECTED = "Secretary General welcomes"
PATIENCE = 300.0
CTRL_Q = b"\x11"
ESCAPE = re.compile(r"\x1b\[[0-9;?<=>]*[ -/]*[@-~]|\x1b[^\[]")


def main(command: str) -> int:
    """Run `command`; 0 if all went as it should."""
    home = tempfile.mkdtemp(prefix="natoread-home-")
    started = time.monotonic()
    process, terminal = _start(command, home)
    try:
        appeared = _wait_for(EXPECTED, terminal)
        print(f"{'opened' if appeared else 'did not open'} in {time.monotonic() - started:.1f} s")
        if appeared:
            os.write(terminal, CTRL_Q)
        status = _end(process, terminal)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"left with exit code {status}")
    return 0 if appeared and status == 0 else 1


def _start(command: str, home: str) -> tuple[int, int]:
    process, terminal = pty.fork()
    if process == 0:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        os.execvpe("bash", ["bash", "-c", command], kept | {"HOME": home, "TERM": "xterm-256color"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    return process, terminal


def _wait_for(text: str, terminal: int) -> bool:
    """Read the screen until `text` stands on it; what came instead is printed."""
    seen, until = "", time.monotonic() + PATIENCE
    while time.monotonic() < until and (piece := _read(terminal)) is not None:
        seen += piece
        if text in ESCAPE.sub("", seen):
            return True
    print(ESCAPE.sub("", seen)[-4000:])
    return False


def _read(terminal: int) -> str | None:
    """What the terminal shows next; `None` once it is closed."""
    if not select.select([terminal], [], [], 1.0)[0]:
        return ""
    try:
        return os.read(terminal, 65536).decode(errors="replace")
    except OSError:
        return None


def _end(process: int, terminal: int) -> int:
    """Let the process write its last words, and end it if it goes on; its exit code."""
    until = time.monotonic() + 10
    while time.monotonic() < until and _read(terminal) is not None:
        pass
    if time.monotonic() > until:
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
