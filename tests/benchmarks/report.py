"""The table that a comparison of engines prints."""

from collections.abc import Iterator
from typing import Any

from tests.benchmarks.table import Row, figures, lines

_WALL, _CPU = 0, 1
_SPEED = {"first": "first answer", "best": "final order", "rows": "… with 30 rows and snippets"}
_MEMORY = "VmRSS", "RssAnon", "RssFile"
_MEGA = 1e6

Measured = dict[str, Any]


def report(name: str, found: Measured, *, wall: bool) -> Iterator[str]:
    """Yield the lines for one corpus."""
    engines: dict[str, Measured] = found["engines"]
    clock = "on the clock" if wall else "of processor time"
    yield (
        f"{name}: {found['releases']:,} releases, {found['words']:,} words, "
        f"{found['text'] / _MEGA:,.1f} MB; {found['keys']:,} keystrokes"
    )
    yield f"milliseconds {clock}: median / p95 / worst"
    known = list(engines.values())
    table = [*speeds(known, _WALL if wall else _CPU), *costs(known), *built(known, found)]
    yield from lines(list(engines), table)


def speeds(known: list[Measured], clock: int) -> Iterator[Row]:
    """Yield the rows of what keys and other queries cost."""
    for kind in known[0]["times"]:
        cells = [figures(took[clock] for took in each["times"][kind]) for each in known]
        what, _, how = kind.partition(", ")
        yield Row(f"{_SPEED.get(what, what)}, {how or 'cold'}", cells)
    yield Row("releases found by a key, mean", [[each["found"]] for each in known], is_rated=False)


def costs(known: list[Measured]) -> Iterator[Row]:
    """Yield the rows of opening, adding and memory."""
    names = {"open": "open and first answer, ms", "add": "add one release, searchable, ms"}
    for job, name in names.items():
        yield Row(name, [figures(took[_WALL] for took in each[job]) for each in known])
    yield Row("memory added by first answers, MB", [grown(each, 1) for each in known])
    yield Row("… and by rows", [grown(each, 2) for each in known])
    yield Row("  (all / its own / of mapped files)", [[] for _ in known], is_rated=False)


def grown(each: Measured, step: int) -> list[float]:
    """Return the megabytes added up to a step: in all, of its own, of mapped files."""
    before, after = each["memory"][0], each["memory"][step]
    return [after[of] - before[of] for of in _MEMORY]


def built(known: list[Measured], found: Measured) -> Iterator[Row]:
    """Yield the rows of building."""
    made = [each["built"] for each in known]
    yield Row("index built, s", [[each["indexed"]] for each in made])
    whole = [[each["indexed"] + each.get("stored", 0.0)] for each in made]
    yield Row("… with reading and storing, s", whole)
    speed = [[found["words"] / each["indexed"]] for each in made]
    yield Row("words indexed a second", speed, is_rated=False)
    yield Row("most memory of one process, MB", [[each["peak"]] for each in made])
    yield Row("most memory of all, without files", [[each["tree"]] for each in made])
    yield Row("index, MB", [[each["size"] / _MEGA] for each in known])
    yield Row("index / text", [[each["size"] / found["text"]] for each in known])
