"""When a release was made or of when it speaks: the day that counts among all those it names."""

from datetime import date

import pytest

from natoread_index.dates import Basis, Dated, Yearless, days
from natoread_index.dating import reading
from natoread_index.kinds import Kind

DAY = date(2024, 5, 28)
NEWS = "Ships call at the harbour"


def dated(body: str, title: str = NEWS, kind: Kind = Kind.NEWS) -> Dated | None:
    """The date that is read in full."""
    read = reading(title, body, kind)
    return read if isinstance(read, Dated) else None


def yearless(body: str, title: str = NEWS, kind: Kind = Kind.NEWS) -> Yearless | None:
    """The date that is read without its year."""
    read = reading(title, body, kind)
    return read if isinstance(read, Yearless) else None


def is_stated(read: Dated | None, first: date, last: date | None = None) -> bool:
    return read is not None and (read.first, read.last) == (first, last or first)


# What stands beside "today" or a weekday


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday (28 May 2024), the Chair spoke of ships.",
        "The Chair met the Minister at Headquarters on Tuesday (28 May 2024), to speak of ships.",
        "The Chair met today (28 May 2024) with the Minister of Ruritania.",
        "Today, 28 May 2024, Admiral Bloggs took over as Chair.",
        "The ships sailed yesterday (28 May 2024).",
        "On Tuesday, May 28, 2024, the President signed into law:",
        "On Tuesday 28th May 2024 the ships sailed.",
        "В гавани во вторник (28 мая 2024 г.) говорили о кораблях.",
        "У гавані у вівторок, 28 травня 2024 року, говорили про кораблі.",
        "Some three hundred sailors came. On Tuesday (28 May 2024), they were welcomed.",
    ],
)
def test_a_day_beside_today_or_its_weekday(sentence: str) -> None:
    assert is_stated(dated(sentence), DAY)


def test_the_day_is_read_with_the_words_around_it() -> None:
    read = dated("On Tuesday (28 May 2024), the Chair spoke.")
    assert read == Dated(DAY, DAY, Basis.STATED, "Tuesday (28 May 2024)")
    assert (read.start, read.end) == ("2024-05-28", None)


def test_the_first_such_day_counts() -> None:
    text = "They met on Tuesday (28 May 2024). On Wednesday (29 May 2024) they went home."
    assert is_stated(dated(text), DAY)


def test_a_weekday_that_is_another_makes_no_date() -> None:
    assert dated("On Friday (28 May 2024), the Chair spoke.") is None


def test_what_will_be_does_not_date_what_is() -> None:
    text = "The Chair looks forward to welcoming the Minister on Tuesday, May 28, 2024."
    assert dated(text, "Statement on the Visit of Minister Bloggs", Kind.STATEMENT) is None
    assert dated("The gates will open on Tuesday, 28 May 2024.", "Tours begin again") is None


def test_an_advisory_is_dated_by_what_it_announces() -> None:
    text = "On Tuesday, 28 May 2024, the Chair will brief the media."
    assert is_stated(dated(text, "Briefing of the Chair", Kind.MEDIA_ADVISORY), DAY)
    text = "The Committee will meet from 27 to 29 May 2024, in Springfield."
    read = dated(text, "Chiefs of Defence to meet in Springfield")
    assert is_stated(read, date(2024, 5, 27), date(2024, 5, 29))


def test_what_is_spoken_names_other_days() -> None:
    text = "Friends, vote on Tuesday, May 28, 2024, and bring your neighbours."
    assert dated(text, "Remarks by President Bloggs", Kind.SPEECH) is None


# The first sentences of news


@pytest.mark.parametrize(
    "sentence",
    [
        "On 28 May 2024, the Committee met in Springfield.",
        "The Chair spoke of ships in Springfield on 28 May 2024.",
        "Ships of three nations, 28 May 2024, sailed into the harbour.",
        "The Council met in Springfield on 28 May 2024 to prepare the decisions of its Summit.",
    ],
)
def test_news_tell_their_day_at_once(sentence: str) -> None:
    assert is_stated(dated(sentence), DAY)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Delegates met in Springfield from 21 to 24 May 2024.", 21, 24),
        ("From 21 to 24 May 2024, delegates met.", 21, 24),
        ("On 23-24 May 2024, the Board met for the 52nd time.", 23, 24),
        ("On 23 and 24 May 2024, the Chair was in Ruritania.", 23, 24),
        ("Delegates met in Springfield 21-24 May 24 for the only meeting of 2024.", 21, 24),
    ],
)
def test_news_tell_a_range_of_days(sentence: str, first: int, last: int) -> None:
    assert is_stated(dated(sentence), date(2024, 5, first), date(2024, 5, last))


def test_a_range_is_read_with_its_from() -> None:
    read = dated("Delegates met in Springfield from 21 to 24 May 2024.")
    assert read
    assert read.read_from == "from 21 to 24 May 2024"
    assert (read.start, read.end) == ("2024-05-21", "2024-05-24")


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour has been safe since 29 March 2004, the Chair said.",
        "The programme began on 13 December 1956, when the Council said so.",
        "The pact of 4 April 1949 binds them.",
        "The plan was founded in July 2023 and revised in April 2024.",
        "Ruritania became a member in April 2023.",
        "The order runs until 28 May 2024.",
        "The order holds through May 28, 2024.",
        "They wait for the 28 May 2024 elections.",
        "The rules, effective 28 May 2024, are new.",
        "Last updated: 28-May-2024 10:03",
        "Mis à jour le: 28 May 2024 16:43",
        "On 28 May 2004, twenty years ago, a pier was built.",
        "The Navy commemorated the battle fought on 28 May 1944.",
        "The pier was opened on 28 May 1999. It was rebuilt in 2019.",
        "Today, the Minister gave aid for the storm on May 1, 2024.",
        "The Minister spoke. " * 30 + "On 28 May 2024, he left.",
        "Eighty years ago, on this day, at this very hour, they landed.",
    ],
)
def test_history_and_deadlines_are_no_dates(sentence: str) -> None:
    assert reading(NEWS, sentence, Kind.NEWS) is None


def test_an_anniversary_is_not_dated_by_its_event() -> None:
    title = "1958 - 2018: The Science Programme celebrates its 60th anniversary"
    assert dated("The idea goes back to a decision on 13 December 1956.", title) is None
    assert (
        dated("On Sunday, March 7, 1965, they marched.", "On the Anniversary of the March") is None
    )


def test_only_the_first_day_of_news_counts_without_a_weekday() -> None:
    read = reading(
        NEWS, "On May 28, aid was sent for the storm, from 1 to 3 March 2024.", Kind.NEWS
    )
    assert isinstance(read, Yearless)
    assert read.first == (5, 28)


def test_statements_and_papers_begin_with_history() -> None:
    text = "On January 11, 2018, the Secretary gave me a report on steel."
    assert dated(text, "A Proclamation on Steel", Kind.OTHER) is None
    assert (
        dated("On December 7, 1941, he was a sailor.", "Statement on a Sailor", Kind.STATEMENT)
        is None
    )


# Datelines and lines of their own


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


# Titles


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


# Years left unsaid


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("From 27 to 29 May, the Committee visited Ruritania.", "From 27 to 29 May"),
        ("The virtual seminar was held on Wednesday (23 February).", "Wednesday (23 February)"),
        ("KABUL, Afghanistan (Feb. 12) – A force found weapons.", "(Feb. 12)"),
        ("The Council discussed on 8 February the state of the piers.", "8 February"),
        ("During a visit to Headquarters, 5 March, the Minister said so.", "5 March"),
    ],
)
def test_a_day_may_lack_its_year(text: str, words: str) -> None:
    read = yearless(text)
    assert read is not None
    assert read.read_from == words


def test_a_title_may_lack_its_year() -> None:
    read = yearless("They found it.", "Apr. 23: Joint Operations across the Country")
    assert read is not None
    assert read.first == (4, 23)


def test_a_stated_day_is_preferred_to_one_without_its_year() -> None:
    text = "On 26 May the ships sailed. On Tuesday (28 May 2024) they came back."
    assert is_stated(dated(text), DAY)


def test_weekdays_are_kept_as_witnesses() -> None:
    read = yearless(
        "From 27 to 29 May, they met in April's town. On Tuesday 28th May, they rested."
    )
    assert read is not None
    assert read.weekdays == (((5, 28), 1),)
    assert read.in_year(2024) == Dated(
        date(2024, 5, 27), date(2024, 5, 29), Basis.INFERRED, "From 27 to 29 May"
    )
    assert read.in_year(2023) is None


def test_a_year_that_the_calendar_forbids_is_not_inferred() -> None:
    leap_day = Yearless((2, 29), (2, 29), "29 February")
    assert leap_day.in_year(2023) is None
    assert leap_day.in_year(2024)
    assert Yearless((5, 28), (5, 28), "28 May", (((2, 29), 1),)).in_year(2023) is None


def test_a_range_over_new_year_ends_in_its_year() -> None:
    assert days((12, 28), (1, 3), 2024) == (date(2023, 12, 28), date(2024, 1, 3))
    assert days((2, 30), (2, 30), 2024) is None


def test_no_day_is_better_than_a_wrong_one() -> None:
    assert reading("A speech", "Good morning. I was last here early in 2023.", Kind.SPEECH) is None
    assert reading("", "", Kind.OTHER) is None
