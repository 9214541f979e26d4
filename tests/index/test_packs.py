"""Packs, from a file's lines to releases and back."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.dates import Basis
from natoread_index.errors import NoReleases
from natoread_index.kinds import Kind
from natoread_index.parsing.packs import releases
from natoread_index.parsing.rendering import render
from natoread_index.release import Release

SAMPLES = Path(__file__).parents[2] / "sample_data" / "nato-may-2024.txt"

LETTERS = st.characters(exclude_categories=["Z", "C"], exclude_characters="\u00ad|<>#•●▪◦·*-–—")
WORDS = st.text(LETTERS, min_size=1, max_size=9)
LINES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
NAMES = LINES.filter(lambda line: line.strip() == line)
TITLES = NAMES.filter(lambda line: line[-1] not in ".:;," and any(map(str.isalpha, line))).map(
    lambda line: f"On {line} and more"
)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
BODIES = (
    st.lists(PARAGRAPHS, max_size=5).map("\n\n".join).filter(lambda body: "Source:" not in body)
)
RELEASES = st.builds(
    Release, title=TITLES, body=BODIES, source=st.sampled_from(["NATO", "ISAF", "Ab"])
)

PIECES = [
    *("28 May 2024", "(28 May", "from 27 to 29 May", "Jan. 25", "31 February ", "2024", "99"),
    *("on ", "Tuesday ", ", ", ": ", "by ", "of ", "and ", "President ", "Jo Bloggs", "MS. X:"),
    *("Statement ", "in the year of our Lord ", "\n", "\0", "\ud800"),
]


def said(release: Release) -> tuple[str, str, str]:
    return release.title, release.source, release.body


@pytest.fixture(scope="module")
def samples() -> list[Release]:
    with SAMPLES.open(encoding="utf-8", newline="\n") as lines:
        return list(releases(lines))


def test_the_samples_are_nine(samples: list[Release]) -> None:
    assert len(samples) == 9
    assert {release.source for release in samples} == {"NATO"}
    assert {release.language for release in samples} == {"en"}


def test_the_kinds_of_the_samples(samples: list[Release]) -> None:
    speech, doorstep = samples[1], samples[7]
    assert speech.kind is Kind.SPEECH
    assert doorstep.kind is Kind.DOORSTEP
    assert {release.kind for release in samples if release not in (speech, doorstep)} == {Kind.NEWS}


def test_the_speakers_of_the_samples(samples: list[Release]) -> None:
    assert [release.speakers for release in samples if release.speakers] == [
        ("Stoltenberg",),
        ("Jens Stoltenberg",),
    ]


def test_the_dates_of_the_samples(samples: list[Release]) -> None:
    assert [release.dated and (release.dated.start, release.dated.end) for release in samples] == [
        ("2024-05-30", None),
        None,
        ("2024-05-27", "2024-05-29"),
        ("2024-05-21", "2024-05-24"),
        ("2024-05-28", None),
        ("2024-05-28", None),
        ("2024-05-28", None),
        None,
        ("2024-05-27", None),
    ]


def test_the_year_of_one_sample_is_inferred(samples: list[Release]) -> None:
    dates = [release.dated for release in samples if release.dated]
    (inferred,) = [dated for dated in dates if dated.basis is Basis.INFERRED]
    assert inferred.read_from == "From 27 to 29 May"
    assert inferred.first == date(2024, 5, 27)


def test_dates_are_read_from_words_of_their_release(samples: list[Release]) -> None:
    assert all(release.dated.read_from in release.body for release in samples if release.dated)


def test_the_samples_come_back_as_they_were_written(samples: list[Release]) -> None:
    assert list(releases(render(samples).split("\n"))) == samples


def test_the_texts_of_the_samples_are_all_there(samples: list[Release]) -> None:
    text = SAMPLES.read_text(encoding="utf-8")
    words = sum(release.word_count + len(release.title.split()) for release in samples)
    assert words == len(text.split()) - len(samples) * 2
    assert samples[7].body.startswith("Good morning.\nI’m looking forward")
    assert samples[2].body.endswith("in April 2023.")


def test_a_title_is_written_on_one_line() -> None:
    written = Release("Doorstep\nby the Chair", "Text.", "NATO")
    (read,) = releases(render([written]).split("\n"))
    assert read.title == "Doorstep by the Chair"


def test_a_text_without_a_release_says_where() -> None:
    with pytest.raises(NoReleases, match=r"june\.txt"):
        list(releases(["Nothing", "", "to read"], "june.txt"))


def test_a_text_without_a_release_is_told_at_its_end() -> None:
    with pytest.raises(NoReleases):
        next(releases([]))


def test_releases_are_read_as_they_are_asked_for() -> None:
    endless = (line for number in endlessly() for line in story(number))
    first = list(islice(releases(endless), 3))
    assert [release.title for release in first] == ["Story 0", "Story 1", "Story 2"]


def endlessly() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def story(number: int) -> list[str]:
    return [f"Story {number}", "", "Source: NATO", "", "On Tuesday (28 May 2024), they met.", ""]


def test_no_more_than_a_few_dozen_are_held_back() -> None:
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for number in endlessly():
            taken = number
            yield from [f"Story {number}", "", "Source: NATO", "", "On 28 May, they met.", ""]

    assert next(releases(lines())).dated is None
    assert taken < 50


@given(st.lists(RELEASES, min_size=1, max_size=8))
def test_what_is_written_is_read_again(written: list[Release]) -> None:
    read = list(releases(render(written).split("\n")))
    assert list(map(said, read)) == list(map(said, written))


@given(st.lists(RELEASES, min_size=1, max_size=4))
def test_line_ends_make_no_difference(written: list[Release]) -> None:
    text = render(written)
    plain = list(releases(text.split("\n")))
    assert list(releases(text.replace("\n", "\r\n").split("\n"))) == plain
    assert list(releases(line + "\n" for line in text.split("\n"))) == plain
    assert list(releases(["\ufeff" + text])) == plain


@given(st.lists(st.text(max_size=60), max_size=30))
def test_no_lines_raise_anything_else(lines: list[str]) -> None:
    read(lines)


@given(st.text(), st.text(), st.text(st.characters(), max_size=300))
def test_no_title_or_text_raises_anything_else(title: str, source: str, body: str) -> None:
    read(f"{title}\n\nSource: {source}\n\n{body}".split("\n"))


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_words_of_releases_raise_anything_else(words: str) -> None:
    read(["Remarks by " + words, "", "Source: NATO", "", *words.split("\n")])


def read(lines: list[str]) -> list[Release]:
    try:
        return list(releases(lines))
    except NoReleases:
        return []


@pytest.mark.parametrize("skip", [0, 1, 20, 21])
def test_the_first_releases_are_skipped_and_the_rest_is_read_as_ever(skip: int) -> None:
    text = "\n\n".join(
        f"Title {n}\n\nSource: NATO\n\nOn Monday (6 May{' 2024' if n % 5 else ''}), they met."
        for n in range(21)
    )
    whole = list(releases(text.split("\n")))
    assert list(releases(text.split("\n"), skip=skip)) == whole[skip:]
    assert whole[20].dated is not None


def test_a_text_without_releases_has_none_to_skip() -> None:
    with pytest.raises(NoReleases):
        list(releases(["Prose."], skip=3))
