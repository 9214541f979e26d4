"""`natoread search --batch`: one query a line in, one answer a line out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.commands.conftest import Ran

ANSWER = ["format", "query", "total", "ms", "corrected", "also", "hits"]


def test_batch_answers_line_by_line(search: "Callable[..., Ran]") -> None:
    ran = search("--batch", "--typing", stdin="u\nuk\nukraine air d\n")
    assert (ran.code, ran.err) == (0, "")
    assert [list(answer) for answer in ran.lines] == [ANSWER] * 3
    assert [answer["query"] for answer in ran.lines] == ["u", "uk", "ukraine air d"]
    assert ran.lines[2]["total"] == 2


def test_batch_takes_any_line_for_a_query(search: "Callable[..., Ran]") -> None:
    ran = search("--batch", stdin=b"\nfoo AND (\n\xffoo\r\n" + b"x" * 5000)
    assert ran.code == 0
    assert [answer["total"] for answer in ran.lines] == [9, 0, 0, 0]


def test_batch_takes_limit_and_sort(search: "Callable[..., Ran]") -> None:
    first, second = search("--batch", "--limit", "3", "--sort", "oldest", stdin="\nnato").lines
    assert len(first["hits"]) == len(second["hits"]) == 3
    dates = [hit["date"] for hit in second["hits"]]
    assert dates == sorted(dates)


def test_batch_counts_each_answer(search: "Callable[..., Ran]") -> None:
    ran = search("--batch", "--facets", "--limit", "1", stdin="\nzanzibar\nspeech\n")
    assert [list(answer) for answer in ran.lines] == [[*ANSWER, "facets"]] * 3
    counted = [sum(answer["facets"]["month"].values()) for answer in ran.lines]
    assert counted == [answer["total"] for answer in ran.lines]
