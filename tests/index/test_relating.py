"""What belongs beside a release: of its event, in its words, of its day."""

from datetime import date
from pathlib import Path

import pytest

from natoread_index import Basis, Dated, Library, Related, Release

MAY = [Dated(date(2024, 5, day), date(2024, 5, day), Basis.STATED, "") for day in range(1, 31)]


def body(*words: str) -> str:
    return " ".join(f"They spoke about {word} today." for word in words)


def about(number: int) -> str:
    """A text about something that no other is about."""
    return body(*(f"theme{number}{letter}" for letter in "abcdefgh"))


SUMMIT = ["vilnius", "summit", "brigade", "corridor", "pledge", "frigate"]
RELEASES = [
    Release("Leaders meet in Vilnius", body(*SUMMIT), "NATO", dated=MAY[10]),
    Release("Speech in Vilnius", body(*SUMMIT, "thanks"), "NATO", dated=MAY[11]),
    Release("Doorstep in Vilnius", body(*SUMMIT, "questions"), "NATO"),
    Release("Vilnius, weeks later", body(*SUMMIT, "again"), "NATO", dated=MAY[29]),
    Release("Band plays", about(1), "NATO", dated=MAY[10]),
    *(Release(f"Other news {n}", about(n), "NATO", dated=MAY[n % 9]) for n in range(2, 60)),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("related"))
    library.add(RELEASES)
    list(library.catch_up())
    return library


def number_of(library: Library, title: str) -> int:
    (number,) = [n for n in library.newest if library.release(n).title == title]
    return number


def beside(library: Library, title: str) -> dict[str, list[str]]:
    related = library.related(number_of(library, title))
    named = {"event": related.event, "words": related.words, "day": related.day}
    return {name: [library.release(n).title for n in numbers] for name, numbers in named.items()}


def test_what_is_near_in_words_and_days_is_of_the_same_event(library: Library) -> None:
    found = beside(library, "Leaders meet in Vilnius")
    assert set(found["event"]) == {"Speech in Vilnius", "Doorstep in Vilnius"}
    assert found["words"] == ["Vilnius, weeks later"]
    assert found["day"] == ["Band plays"]


def test_a_release_without_a_day_finds_its_event_by_its_words(library: Library) -> None:
    found = beside(library, "Doorstep in Vilnius")
    assert set(found["event"]) >= {"Leaders meet in Vilnius", "Speech in Vilnius"}
    assert found["day"] == []


def test_what_shares_nothing_belongs_nowhere(library: Library) -> None:
    found = beside(library, "Band plays")
    assert (found["event"], found["words"]) == ([], [])
    assert found["day"] == ["Leaders meet in Vilnius"]


def test_each_stands_once_and_never_beside_itself(library: Library) -> None:
    for number in library.newest:
        related = library.related(number)
        numbers = [*related.event, *related.words, *related.day]
        assert len(numbers) == len({*numbers, number}) - 1


def test_what_is_gone_belongs_nowhere(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add(RELEASES)
        list(library.catch_up())
        library.remove([number_of(library, "Speech in Vilnius")])
        assert beside(library, "Leaders meet in Vilnius")["event"] == ["Doorstep in Vilnius"]


def test_what_is_not_indexed_yet_has_nothing_beside_it(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add(RELEASES)
        assert library.related(library.newest[0]) == Related()


def test_the_samples_know_what_was_said_at_one_event(
    tmp_path: Path, nine_releases: list[Release]
) -> None:
    with Library.open(tmp_path) as library:
        library.add(nine_releases)
        list(library.catch_up())
        news = "Secretary General welcomes NATO’s deepening partnerships in the Indo-Pacific region"
        assert beside(library, news)["event"][0].startswith("Speech by NATO Secretary General")
        news = "NATO Secretary General: Ukraine’s most urgent need is more air defence"
        assert beside(library, news)["event"][0].startswith("Doorstep statement")
