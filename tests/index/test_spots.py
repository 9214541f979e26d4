"""Where in a long text a passage is to be looked for, told by the index."""

import random
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.index.made import file_of, index, library_of, make, numbered, release, zero

from natoread_index import Library, Query, Row
from natoread_index.searching import wants
from natoread_index.spans import Spot

OTHERS = [f"{a}{b}" for a in ("lorem", "ipsum", "dolor", "sit") for b in ("", "a", "e", "um")]
ASKED = ["air", "sea", "land"]
FEW = "lorem ipsum dolor sit amet " * 40
MANY = FEW * 10


def text(seed: int, words: int = 3_000) -> str:
    """A text in which each word asked for stands now and then."""
    some = random.Random(seed)
    said = some.choices([*OTHERS, *ASKED], [40] * len(OTHERS) + [1, 2, 3], k=words)
    return " ".join(said)


def row(folder: Path, query: str, body: str, *, typing: bool = False) -> Row:
    with library_of(folder, [release(body)]) as library:
        return library.rows(*asked(library, query, typing=typing))[0]


def asked(library: Library, query: str, *, typing: bool = False) -> tuple[Sequence[int], Query]:
    hits = library.search(Query.parse(query, typing=typing))
    return hits.numbers, hits.query


def spots(library: Library, query: str, *, typing: bool = False) -> dict[int, Spot]:
    numbers, wanted = asked(library, query, typing=typing)
    return dict(library._index.spots(wanted, numbers))


def lit(row: Row) -> set[str]:
    return {row.snippet.text[start:end].lower() for start, end in row.snippet.lights}


@pytest.mark.parametrize("query", ["air sea land", "land air", "sea"])
def test_as_many_words_are_shown_as_when_all_is_read(tmp_path: Path, query: str) -> None:
    with library_of(tmp_path, [release(text(seed)) for seed in range(40)]) as library:
        numbers, wanted = asked(library, query)
        assert len(library._index.spots(wanted, numbers)) > 30
        for row in library.rows(numbers, wanted):
            read = wanted.snippet(library.release(row.number).body)
            assert len(lit(row)) == len({read.text[start:end] for start, end in read.lights})


def test_the_words_nearest_together_are_shown_however_far_they_are(tmp_path: Path) -> None:
    body = (
        f"Air {FEW} sea. {MANY} The air, by some distance, and the sea. {MANY} Sea and air. {FEW}"
    )
    assert "Sea and air." in row(tmp_path, "air sea", body).snippet.text


def test_a_word_half_typed_is_found_in_the_index_too(tmp_path: Path) -> None:
    body = f"The air {FEW} sea {MANY} by sea and by air {MANY}"
    with library_of(tmp_path, [release(body)]) as library:
        (spot,) = spots(library, "sea ai", typing=True).values()
        assert spot.shown == 2
        assert 0.5 < spot.share < 0.6
        assert (
            "by sea and by air"
            in library.rows(*asked(library, "sea ai", typing=True))[0].snippet.text
        )


def test_a_beginning_of_very_many_words_is_found_in_the_index_too(tmp_path: Path) -> None:
    others = " ".join(f"um{n}" for n in range(400))
    body = f"The sea {others} {MANY} by sea and by air {MANY}"
    with patch.object(wants, "_MANY", 0), library_of(tmp_path, [release(body)]) as library:
        (spot,) = spots(library, "sea ai", typing=True).values()
        assert spot.shown == 2
        assert not spots(library, "sea xy", typing=True)


def test_short_texts_are_read_at_once(tmp_path: Path) -> None:
    with library_of(tmp_path, [release(f"by air and sea {FEW}")]) as library:
        assert not spots(library, "air sea")


@pytest.mark.parametrize("query", ['"by air"', "title:air", "by-air", "kind:other", "homework"])
def test_what_is_more_than_words_anywhere_is_looked_for_in_the_text(
    tmp_path: Path, query: str
) -> None:
    body = f"{MANY} by-air by air and home work {MANY}"
    with library_of(tmp_path, [release(body, title="By air")]) as library:
        assert not spots(library, query)
        assert len(library.rows(*asked(library, query))) == 1


def test_a_word_that_stands_only_in_a_chunk_is_found_in_the_text(tmp_path: Path) -> None:
    found = row(tmp_path, "command europe", f"Europe {MANY} at Europe’s air-command {MANY}")
    assert "Europe’s air-command" in found.snippet.text


def test_a_spot_that_shows_less_than_it_should_is_not_believed() -> None:
    body = f"{MANY} by air and sea {MANY} air {MANY}"
    query = Query.parse("air sea")
    assert query.snippet(body, Spot(0.66, 2)) == query.snippet(body)
    assert query.snippet(body, Spot(0.66, 1)) != query.snippet(body)


def test_spots_are_of_the_releases_as_they_are(tmp_path: Path) -> None:
    bodies = [f"{MANY} by air and sea {number} {MANY}" for number in range(4)]
    with library_of(tmp_path, map(release, bodies[:2]), map(release, bodies[2:])) as library:
        library.remove([2])
        index(library)
        numbers, query = asked(library, "air sea")
        assert sorted(library._index.spots(query, [1, 2, 3, 4, 99])) == [1, 3, 4]
        shown = [row.snippet.text for row in library.rows(numbers, query)]
        assert all(
            f"air and sea {number - 1}" in text for number, text in zip(numbers, shown, strict=True)
        )


def test_rows_need_no_sound_index(tmp_path: Path) -> None:
    body = f"{MANY} by air and sea {MANY}"
    make(tmp_path, [release(body), *numbered(300)])
    with Library.open(tmp_path) as library:
        assert library.unindexed == 0
        zero(file_of(tmp_path / "index", ".words"))
        assert "by air and sea" in library.rows([1], Query.parse("air sea"))[0].snippet.text
        assert library.unindexed == len(library)
