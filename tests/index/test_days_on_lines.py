"""The days in titles, in datelines and on lines of their own."""

from datetime import date

import pytest
from tests.index.readings import DAY, dated, is_stated

from natoread_index.kinds import Kind
from natoread_index.parsing.dating import reading


@pytest.mark.parametrize(
    "text",
    [
        "KABUL, Afghanistan (May 28, 2024) – A security force found weapons.",
        "KABUL, Afghanistan (May 28, 2024) — A security force found weapons.",
        "2024-05-S-011\nJoint Command - Afghanistan\nFor Release\nKABUL (May 28, 2024) – They did.",
        "2024-05-S-011\u2028Joint Command\u2028KABUL, Afghanistan (May 28, 2024)\u2028They did.",
        "BRUSSELS, 28 May 2024 – Ministers met.",
        "Brussels, 28 May 2024\n\nMinisters met.",
        "28 May 2024 - The Chair met the President and the Secretaries of State.",
        "28 May. 2024 -\n\nThe Chair met the President.",
        "Tuesday, 28 May 2024\n\nMinisters met.",
        "28 May 2024, Springfield\n\nWe, the leaders, met.",
        "Released: 28 May 2024\n\nMinisters met.",
        "28 May. 2024 14:53\n\nMinisters met.",
        "2024-05-28\n\nMinisters met.",
        "28.05.2024\n\nMinisters met.",
        "(Springfield) May 28, 2024 – Ministers met.",
        "LONDON--(BUSINESS WIRE)--May 28, 2024--Ministers met.",
        "FOR IMMEDIATE RELEASE: May 28, 2024\n\nMinisters met.",
        "Date of release: 28 May 2024\n\nMinisters met.",
        "Publication date: 28 May 2024\n\nMinisters met.",
        "Stockholm den 28 maj 2024\n\nMinistrarna möttes.",
        "Madrid, 28 de mayo de 2024.- Los ministros se reunieron.",
        "Budapest, 2024. május 28. – A miniszterek találkoztak.",
    ],
)
def test_a_dateline_dates(text: str) -> None:
    assert is_stated(dated(text), DAY)


def test_a_transcript_says_its_day_in_its_head() -> None:
    text = "Harbour Hall\n\nSpringfield, Illinois\n\n(May 28, 2024)\n\n3:21 P.M. EDT\n\nQ: Well."
    read = dated(text, "Remarks by President Bloggs", Kind.SPEECH)
    assert is_stated(read, DAY)
    assert read is not None
    assert read.read_from == "(May 28, 2024)"


def test_a_long_heading_in_capitals_is_a_heading() -> None:
    heading = "REMARKS BY PRESIDENT BLOGGS AND SECRETARY DOE, OF THE DEPARTMENT OF HARBOURS, " * 2
    text = f"{heading}\n\nHarbour Hall\n\n(May 28, 2024)\n\n3:21 P.M. EDT\n\nQ: Well."
    assert is_stated(dated(text, "Remarks by President Bloggs", Kind.SPEECH), DAY)


def test_a_dateline_is_surer_than_a_sentence() -> None:
    text = "BRUSSELS, 29 May 2024 – On Tuesday (28 May 2024), ministers met."
    assert is_stated(dated(text), date(2024, 5, 29))


def test_a_line_below_a_long_paragraph_is_no_dateline() -> None:
    text = f"{'They met and spoke of ships. ' * 9}\n\nJune 3, 2021\n\n{'They left. ' * 30}"
    assert dated(text, "Fact Sheet: Ships", Kind.OTHER) is None


def test_a_signature_dates() -> None:
    act = "By the authority vested in me, it is ordered. " * 60
    for end in ("THE HARBOUR HOUSE,\n\u00a0\u00a0 May 28, 2024.", "JO BLOGGS\n\nMay 28, 2024"):
        assert is_stated(dated(f"{act}\n\n{end}", "An Order on Ships", Kind.OTHER), DAY)


def test_a_footer_with_an_update_does_not_date() -> None:
    assert dated("Ministers met.\n\nLast updated on May 28, 2024") is None


@pytest.mark.parametrize(
    "day",
    [
        "this twenty-eighth day of May, in the year of our Lord two thousand twenty-four, and",
        "this twenty-eighth day of May, in the year of our Lord two\u00a0thousand twenty-four,",
        "this twenty-\u2060eighth day of May, in the year of our Lord two thousand twenty-four,",
        "this twenty-eighth day of May, in the year of our Lord two thousand and twenty-four,",
    ],
)
def test_a_proclamation_writes_its_day_out(day: str) -> None:
    text = f"On June 19, 1865, freedom came. I have set my hand {day} of the Independence"
    assert is_stated(dated(text, "A Proclamation on Ships", Kind.OTHER), DAY)


def test_a_proclamation_with_no_such_day_has_none() -> None:
    for words in ("first day of May, in the year of our Lord two thousand umpteen,", "many"):
        assert reading("A Proclamation", f"I have set my hand this {words}", Kind.OTHER) is None
    day = "this thirty-first day of June, in the year of our Lord two thousand twenty-four,"
    assert reading("A Proclamation", day, Kind.OTHER) is None


@pytest.mark.parametrize(
    "title",
    [
        "Press Briefing by Press Secretary Jo Bloggs, May 28, 2024",
        "OPENING STATEMENT PRESS CONFERENCE SPRINGFIELD SUMMIT 28 MAY 2024",
        "Final Communiqué of the Council held in Brussels on 28 May 2024",
        "PM call with President Bloggs: 28 May 2024",
        "Remarks at a Dinner | Springfield (May 28, 2024)",
        "May 28, 2024: Joint Operations across the Country",
    ],
)
def test_a_title_dates(title: str) -> None:
    assert is_stated(dated("They spoke of ships.", title, Kind.of(title)), DAY)


@pytest.mark.parametrize(
    "title",
    [
        "Notice on the Emergency Declared by Proclamation 9844 of May 28, 2024",
        "Pardons for Offenses Near the Harbour On May 28, 2024",
        "Funds for the Fiscal Year Ending May 28, 2024",
        "Order of Succession through May 28, 2024",
        "Letter from the Archivist, dated May 28, 2024",
    ],
)
def test_papers_name_other_days_in_their_titles(title: str) -> None:
    assert reading(title, "They wrote of ships.", Kind.OTHER) is None


def test_a_title_is_surest() -> None:
    title = "Press Briefing by Jo Bloggs, May 28, 2024"
    assert is_stated(dated("(May 27, 2024)\n\nGood evening.", title, Kind.PRESS_CONFERENCE), DAY)


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Visitor Log Records, February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("Health Summary (Feb. 2023)", date(2023, 2, 1), date(2023, 2, 28)),
        ("Report of the Harbour – June 2023", date(2023, 6, 1), date(2023, 6, 30)),
    ],
)
def test_a_title_may_tell_a_month(title: str, first: date, last: date) -> None:
    read = dated("They counted ships.", title)
    assert is_stated(read, first, last)
    assert read is not None
    assert read.by_month
    assert (read.start, read.end) == (f"{first:%Y-%m}", None)


def test_a_month_inside_a_title_is_what_it_is_about() -> None:
    assert dated("Prices fell.", "Statement on the May 2024 Price Index", Kind.STATEMENT) is None


def test_a_line_that_goes_on_from_the_one_above_is_no_dateline() -> None:
    text = "**The Chair to hold a Concert on**\n**May 28, 2024**\n\n" + "The Chair said so.\n" * 20
    assert dated(text, "The House announces a Concert") is None


def test_a_dateline_may_be_in_numbers() -> None:
    for line in ("28/05/2024", "Date: 05/28/2024", "BRUSSELS (28/5/2024) – They met."):
        assert is_stated(dated(f"{line}\n\nMinisters met."), DAY)
