"""`natoread completion`: scripts that shells take, and what they offer."""

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from natoread.commands.tree import VERBS

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


def offered(*words: str) -> list[str]:
    """What is offered for the last of some words."""
    asked = {
        "_NATOREAD_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    program = "from natoread.__main__ import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | asked, capture_output=True, text=True
    )
    return [line.partition(",")[2] for line in ran.stdout.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_its_script(natoread: "CommandLine", shell: str) -> None:
    ran = natoread("completion", shell)
    assert ran.code == 0
    assert "_NATOREAD_COMPLETE" in ran.out
    if program := shutil.which(shell):
        assert subprocess.run([program, "-n"], input=ran.out, text=True).returncode == 0


def test_an_unknown_shell_is_a_mistake(natoread: "CommandLine") -> None:
    assert natoread("completion", "tcsh").code == 2


def test_verbs_and_options_are_offered() -> None:
    assert set(VERBS) <= set(offered("natoread", ""))
    assert "export" in offered("natoread", "ex")
    assert "--facets" in offered("natoread", "search", "--f")
