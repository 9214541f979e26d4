"""The days that sentences name: the one that dates a release, and those that don't."""

from datetime import date

import pytest
from tests.index.readings import DAY, NEWS, dated, is_stated

from natoread_index.dates import Basis, Dated, Yearless
from natoread_index.kinds import Kind
from natoread_index.parsing.dating import reading


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday (28 May 2024), the Chair spoke of ships.",
        "The Chair met the Minister at Headquarters on Tuesday (28 May 2024), to speak of ships.",
        "The Chair met today (28 May 2024) with the Minister of Ruritania.",
        "Today, 28 May 2024, Admiral Bloggs took over as Chair.",
        "The ships sailed yesterday (28 May 2024).",
        "They sail this evening, Tuesday, May 28, 2024, and come back.",
        "Think about today: May 28, 2024, a day of ships.",
        "Done at Springfield this 28th day of May, 2024.",
        "On Tuesday, May 28, 2024, the President signed into law:",
        "On Tuesday 28th May 2024 the ships sailed.",
        "В гавани во вторник (28 мая 2024 г.) говорили о кораблях.",
        "У гавані у вівторок, 28 травня 2024 року, говорили про кораблі й НАТО – 2030.",
        "On Tuesday, 28 May 2024, they spoke of NATO 2030 and of what comes by 2035.",
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


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council of Harbours met in Springfield on 28 May 2024, and agreed on ships.",
        "On May 28, 2024, President Bloggs hosted the ministers of the harbours.",
        "The sixth meeting took place in Springfield, on May 28, 2024.",
    ],
)
def test_statements_and_papers_tell_when_people_met(sentence: str) -> None:
    assert is_stated(dated(sentence, "Joint Statement on Ships", Kind.STATEMENT), DAY)
    assert is_stated(dated(sentence, "Fact Sheet: Ships", Kind.OTHER), DAY)
    assert dated(sentence, "Speech by the Chair", Kind.SPEECH) is None


def test_a_meeting_to_come_does_not_date_a_statement() -> None:
    text = "The Council will hold its meeting in Springfield on 28 May 2024."
    assert dated(text, "Joint Statement on Ships", Kind.STATEMENT) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday, May 28, 2024, a delegation, led by the Secretary of the U.S. Navy, will sail.",
        "Tours are scheduled from 10:00 a.m. to 4:30 p.m. on Tuesday, May 28, 2024, for all.",
        "Answer by Tuesday, May 28, 2024, and come.",
        "Tickets are drawn in a lottery opening on Tuesday, May 28, 2024, for all who ask.",
        "Recalling the Joint Statement on the meeting of the U.S. and Ruritania on May 28, 2024;",
    ],
)
def test_what_is_to_come_due_or_recalled_is_no_day_of_news(sentence: str) -> None:
    assert dated(sentence) is None


def test_what_a_law_will_do_does_not_put_off_its_signing() -> None:
    text = "On Tuesday, May 28, 2024, the President signed into law:\n\nThe Act, which will bind."
    assert is_stated(dated(text, "Bill Signed: H.R. 1", Kind.OTHER), DAY)


def test_this_evening_is_today_though_it_is_to_come() -> None:
    text = "Guests will join her this evening, Tuesday, May 28, 2024. Each of them was asked."
    assert is_stated(dated(text, "List of Guests"), DAY)
