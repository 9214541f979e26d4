"""The benchmark of web pages, on a few releases."""

import json
from pathlib import Path

import pytest
from tests.benchmarks import pages
from tests.benchmarks.layouts import LAYOUTS

BODY = """(As delivered)

The harbour master of {port} has counted the anchors of all ships, which took the whole winter.

He began on the first of November, as the last ship came in, and went from pier to pier each day.

Where the ice was thick, he had to guess; but he has seen so many anchors that he is seldom wrong.

His own was found at last, too, in the shed behind the house, where nobody had looked for it.

“It was where I had left it,” said the master to those who had come to hear how many there are.

-   There are more of them than in the last year, and all of them are of iron.
-   None is missing.

Thank you."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Releases of five ports, one a line, and one without a day."""
    path = tmp_path / "ports.jsonl"
    lines = [
        {
            "title": f"Harbour master of {port} counts his anchors & ropes",
            "body": BODY.format(port=port),
            "date": f"2024-05-{day:02}",
            "url": f"https://ports.example/{port}",
        }
        for day, port in enumerate(("Ankara", "Bergen", "Cadiz", "Dunkirk", "Faro"), 13)
    ]
    text = "\n".join(map(json.dumps, [*lines, lines[0] | {"date": None}]))
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_release_comes_back_from_each_layout(layout: str, corpus: Path) -> None:
    known = pages.records(corpus, 0)
    score = pages.run(known, LAYOUTS[layout])
    assert len(known) == score.pages == score.titles == score.days == 5
    assert score.texts == 5, score.lost


def test_what_was_lost_is_shown(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fine = LAYOUTS["lead"]
    monkeypatch.setitem(LAYOUTS, "torn", lambda sheet: fine(sheet).replace("anchors", "oars"))
    pages.main(str(corpus), "2", "torn")
    out = capsys.readouterr().out
    assert out.startswith("2 releases")
    assert "oars" in out
