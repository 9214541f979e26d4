"""What `add` did, in words for people or as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import reduce
from operator import add

from natoread.commands.adding import Outcome
from natoread.commands.printing import put, put_json, tell
from natoread_index import Added

_ONE_MANY = {
    "duplicates": ("duplicate", "duplicates"),
    "failed": ("file failed", "files failed"),
    "repaired": ("file repaired", "files repaired"),
    "left_out": ("record left out", "records left out"),
}


def put_report(done: Sequence[Outcome], *, verbose: bool, dry_run: bool, as_json: bool) -> None:
    """Print the sums of `done`, file by file if `verbose`; failures go to stderr in any case."""
    for outcome in done:
        put_outcome(outcome, verbose=verbose and not as_json)
    if as_json:
        put_json(_counts(done) | {"files": [_file(outcome) for outcome in done]})
    else:
        put(words(_counts(done)) + (" (dry run: nothing was stored)" if dry_run else ""))


def put_outcome(outcome: Outcome, *, verbose: bool) -> None:
    """Print what became of one file, if it failed or it is to be said in any case."""
    if outcome.error:
        tell(outcome.error)
    if verbose and (not outcome.error or outcome.counts != Added()):
        so_far = "" if outcome.whole and not outcome.error else " so far"
        put(f"{outcome.path}: {words(_counts([outcome]) | {'failed': 0})}{so_far}")


def _counts(done: Sequence[Outcome]) -> dict[str, int]:
    total = reduce(add, (outcome.counts for outcome in done), Added())
    return asdict(total) | {
        "repaired": sum(outcome.repaired > 0 for outcome in done),
        "left_out": sum(outcome.left_out for outcome in done),
        "failed": sum(outcome.error is not None for outcome in done),
    }


def _file(outcome: Outcome) -> dict[str, object]:
    return {"path": outcome.path, **_counts([outcome]), "error": outcome.error}


def words(counts: Mapping[str, int], nothing: str = "no releases") -> str:
    """The counts that are not nought: `9 added, 1 duplicate`."""
    said = [f"{count:,} {_word(name, count)}" for name, count in counts.items() if count]
    return ", ".join(said) or nothing


def _word(name: str, count: int) -> str:
    one, many = _ONE_MANY.get(name, (name, name))
    return one if count == 1 else many
