"""The measure of how well a release is known again, on a few releases."""

import json
import random
from pathlib import Path

import pytest
from tests.benchmarks import prints, twice
from tests.index.test_likeness import BODY

from natoread_index import Library, Release

TOWNS = ("Ankara", "Bergen", "Cadiz", "Dunkirk", "Faro", "Gdansk", "Haifa", "Izmir", "Kiel", "Oslo")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Forty releases, one a line."""
    lines = [json.dumps(thing(town, year)) for town in TOWNS for year in range(2020, 2028, 2)]
    (tmp_path / "towns.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "towns.jsonl"


def thing(town: str, year: int) -> dict[str, str]:
    body = BODY.replace("Ukraine", town).replace("spring", f"May {year}").replace("300", f"{year}")
    return {
        "title": f"Ministers meet in {town}",
        "body": body,
        "source": "NATO",
        "date": f"{year}-05-28",
        "url": f"https://www.nato.int/{year}/{town}.htm",
    }


def test_all_is_known_again_with_facts_and_without(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice.main(str(corpus), "40")
    out = capsys.readouterr().out
    assert out.count("precision 100.00% of   8  recall 100.00% of   8") == 2
    assert out.count("precision 100.00% of   4  recall 100.00% of   4") == 4
    assert out.count("compared and stored") == 2


def test_what_is_not_known_is_told(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(release: Release, _: random.Random) -> Release:
        return Release("Another title", release.body[::-1], release.source)

    monkeypatch.setattr(twice, "NOISE", {"loss": lose})
    twice.main(str(corpus), "40")
    out = capsys.readouterr().out
    assert "duplicates  precision   0.00% of   0  recall   0.00% of   8" in out
    assert "loss: 'Another title'" in out


@pytest.mark.parametrize("name", prints.NOISE)
def test_each_noise_is_folded(library: Library, name: str) -> None:
    release = twice.known(thing("Bergen", 2024))
    library.add([release])
    case = twice.Case(
        name, prints.NOISE[name](release, random.Random(2)), twice.DUPLICATE, release.id
    )
    (one,) = twice.judged(library, [case], "facts")
    assert one.is_right
