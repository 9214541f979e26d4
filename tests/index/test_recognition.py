"""A release made of a title and a text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from natoread_index.dates import Basis, Dated
from natoread_index.kinds import Kind
from natoread_index.parsing.recognition import recognise
from natoread_index.release import Release


def test_title_and_text_tell_all_that_is_known() -> None:
    title = "Remarks by President Jo Bloggs on Ships"
    body = "Harbour Hall\n\n(May 28, 2024)\n\n3:21 P.M. EDT\n\nTHE PRESIDENT: Good evening."
    day = date(2024, 5, 28)
    assert recognise(title, body, "The House", "https://house.example/1") == (
        Release(
            title=title,
            body=body,
            source="The House",
            kind=Kind.SPEECH,
            speakers=("Jo Bloggs",),
            dated=Dated(day, day, Basis.STATED, "(May 28, 2024)"),
            url="https://house.example/1",
            language="en",
        ),
        None,
    )


def test_a_date_without_its_year_stands_beside_the_release() -> None:
    release, yearless = recognise("Ships sail", "From 27 to 29 May, ships sailed.", "NATO")
    assert release.dated is None
    assert yearless is not None
    assert yearless.read_from == "From 27 to 29 May"


def test_what_tells_nothing_stays_unknown() -> None:
    release, yearless = recognise("", "", "")
    assert release == Release("", "", "")
    assert yearless is None


def test_the_language_of_a_release_without_text_is_that_of_its_title() -> None:
    release, _ = recognise("Заявление совета о кораблях", "", "NATO")
    assert release.language == "ru"
    assert release.kind is Kind.STATEMENT


def test_an_endless_title_takes_no_time() -> None:
    release, _ = recognise("Remarks by in " * 100_000, "Text.", "NATO")
    assert release.kind is Kind.SPEECH


@given(st.text(), st.text(), st.text())
def test_nothing_published_is_changed(title: str, body: str, source: str) -> None:
    release, _ = recognise(title, body, source)
    assert (release.title, release.body, release.source) == (title, body, source)


def test_a_date_known_from_elsewhere_wins_over_the_text() -> None:
    day = date(2024, 5, 28)
    known = Dated(day, day, Basis.STATED, "published 2024-05-28")
    told = recognise("Ships call", "On Monday (3 June 2024), ships called.", "NATO", dated=known)
    assert told.release.dated == known
