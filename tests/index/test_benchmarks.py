"""The benchmark of the search, on a few releases and without rivals that must be installed."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from tests.benchmarks import scale, search
from tests.benchmarks.alone import JOBS, Task
from tests.benchmarks.asked import All, Asked, Either, Phrase, Word, typed
from tests.benchmarks.table import Row, figures
from tests.benchmarks.workplace import Workplace

PORTS = ("Ankara", "Bergen", "Cadiz", "Dunkirk", "Faro", "Gdansk", "Haifa", "Izmir", "Kiel", "Oslo")
LITTLE = ("--queries=2", "--others=1", "--additions=1", "--repeats=1", "--engines=natoread")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Ten releases, one a line."""
    path = tmp_path / "ports.jsonl"
    lines = (json.dumps(known(port, day)) for day, port in enumerate(PORTS, 1))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def known(port: str, day: int) -> dict[str, str]:
    return {
        "title": f"Harbour master of {port} counts anchors",
        "body": f"Anchors were counted by the harbour master of {port} before many visitors.",
        "source": "Harbour Office",
        "date": f"2024-05-{day:02}",
    }


def run_here(
    place: Workplace, job: str, engine: str, task: Task, folder: Path | None = None
) -> dict[str, Any]:
    """Do a job in this process, which is quicker than to start one."""
    return {**JOBS[job](engine, folder or place.of(engine), task), "tree": 1.0}


def test_every_figure_is_measured_and_printed(
    corpus: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Workplace, "run", run_here)
    out = tmp_path / "figures.json"
    search.main([str(corpus), "--releases", "14", *LITTLE, "--json", str(out)])
    (found,) = json.loads(out.read_text()).values()
    assert (found["releases"], found["engines"].keys()) == (14, {"natoread"})
    assert "first answer, cold" in capsys.readouterr().out
    times = found["engines"]["natoread"]["times"]
    assert all(times[kind] for kind in ("first", "best", "rows", "rare phrase", "brackets"))


def test_an_index_is_built_once_in_a_process_of_its_own(corpus: Path, tmp_path: Path) -> None:
    place = Workplace(tmp_path / "work")
    place.prepare(corpus, None, 1)
    built = place.build("natoread")
    assert built["peak"] > 0
    place.pack.unlink()
    assert place.build("natoread") == built
    assert place.is_current()


def test_an_enlarged_corpus_says_nothing_twice(corpus: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.txt"
    scale.write_pack(corpus, pack, 60)
    bodies = pack.read_text(encoding="utf-8").split("Source: Harbour Office")[1:]
    assert len(bodies) == len(set(bodies)) == 60


def test_a_corpus_that_is_large_enough_stays_as_it_is(corpus: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.txt"
    scale.write_pack(corpus, pack, 3)
    titles = [line for line in pack.read_text(encoding="utf-8").split("\n") if "master of" in line]
    assert titles[::2] == [known(port, 1)["title"] for port in PORTS[:3]]


def test_the_same_seed_makes_the_same_copies(corpus: Path) -> None:
    first, again = (scale.enlarged(scale.items(corpus), random.Random(5)) for _ in range(2))
    assert [next(first) for _ in range(30)] == [next(again) for _ in range(30)]


def test_a_query_is_typed_letter_by_letter() -> None:
    assert [asked.text for asked in typed("an ox")] == ["a", "an", "an o", "an ox"]
    assert all(asked.typing for asked in typed("an ox"))


def test_a_query_is_spelled_as_natoread_reads_it() -> None:
    either = Either((Word("anchor"), Phrase(("old", "rope"))))
    asked = Asked(All((either, Word("ship", in_title=True))), Word("tar"), "news", "date:2024-05")
    assert asked.text == '(anchor OR "old rope") title:ship NOT tar kind:"news" date:2024-05'
    assert not asked.typing


def test_one_engine_is_compared_with_the_best_of_the_others() -> None:
    assert figures(map(float, range(100))) == [49.5, 95.0, 99.0]
    assert Row("", [[1.0, 9.0], [2.0, 6.0], [4.0, 3.0]]).ratios == [0.5, 3.0]
    assert Row("", [[1.0], []]).ratios == []
    assert str(Row("", [[1.0, 2.0], [0.0, 4.0]])).endswith("- / 0.50")


def test_a_pack_is_taken_as_it_is(corpus: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.txt"
    scale.write_pack(corpus, pack, 3)
    place = Workplace(tmp_path / "work")
    place.prepare(pack, None, 1)
    assert place.pack == pack
