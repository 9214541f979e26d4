"""Packs in every form, written and read again: the measure, on a few releases."""

import json
from pathlib import Path

import pytest
from tests.benchmarks.forms import FORMS, main

BODY = (
    "Good morning.\nI look forward to seeing all of you again at the Alliance’s “open” harbour.\n\n"
    "Three aims – more piers, fewer anchors, “better” ships – were agreed on by all who came.\n\n"
    "Media coverage"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Twelve releases, one a line."""
    lines = (
        json.dumps(
            {
                "title": f"Secretary General: harbour number {number} is to be opened for all ships"
                " that have been waiting before it",
                "source": "NATO",
                "body": BODY.replace("Three", f"{number} – three"),
            }
        )
        for number in range(12)
    )
    (tmp_path / "harbours.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_every_form_gives_back_what_it_can_hold(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(str(corpus))
    first, *told = capsys.readouterr().out.splitlines()
    assert first == "harbours.jsonl: 12 releases"
    assert len(told) == len(FORMS) - 1  # Latin-1 has no dashes
    assert all(line.count("100.00%") == 2 for line in told), told
