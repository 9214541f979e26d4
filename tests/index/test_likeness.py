"""When two releases are one, when one is the other issued again, and when they are sisters."""

from dataclasses import replace
from datetime import date

import pytest

from natoread_index import Basis, Dated, Release
from natoread_index.comparing.likeness import Likeness, likeness

SAME, AGAIN, OTHER = Likeness.SAME, Likeness.AGAIN, Likeness.OTHER

BODY = """\
BRUSSELS — Allies’ defence ministers met on Tuesday to discuss support for Ukraine, and agreed \
that the help given so far must go on for as long as it is needed.

“We stand by our friends,” the Secretary General said. “What we have promised, we shall deliver, \
and we shall do so without delay.” He thanked Finland’s government for its part, and Mircea Geoană \
for his.

The ministers also looked at the readiness of forces on the eastern flank. They noted that 300 \
troops had been moved there since spring, with more than 40 vehicles, and they asked the military \
authorities to report on further steps before the summit.

A working dinner followed, at which partners from the region spoke about maritime security, \
the protection of cables under the sea, exercises planned for autumn, and the training of pilots.

Journalists were shown the new building, whose glass roof collects rain for gardens inside; \
engineers explained how heat from deep wells warms offices in winter and cools them in summer."""

RELEASE = Release("Defence ministers meet", BODY, "NATO")


def dated(day: str, read_from: str = "") -> Dated:
    """A day that a release states; without `read_from` it came with it from elsewhere."""
    when = date.fromisoformat(day)
    return Dated(when, when, Basis.STATED, read_from or f"published {day}")


MAY = replace(RELEASE, dated=dated("2024-05-28"))
AT_PAGE = replace(RELEASE, url="https://www.nato.int/news_1.htm")


def changed(release: Release, old: str, new: str) -> Release:
    """A release with other words in its text."""
    assert old in release.body
    return replace(release, body=release.body.replace(old, new))


PRINTS = {
    "lines wrapped": BODY.replace(" the ", "\nthe "),
    "lines run together": BODY.replace("\n", " "),
    "other spaces": BODY.replace(" ", "  ").replace("in ", "in\xa0"),
    "straight quotes": BODY.translate(str.maketrans("“”’—", '""\'-')),
    "apostrophes lost": BODY.replace("’", " "),
    "accents apart": BODY.replace("ă", "a\u0306"),
    "a letter lost": BODY.replace("ă", "?").replace("’", "?"),
    "a letter replaced": BODY.replace("ă", "\ufffd"),
    "read as cp1252": BODY.encode().decode("cp1252", errors="replace"),
    "in capitals": BODY.upper(),
    "end mark": f"{BODY}\n\n###",
    "thirty": f"{BODY}\n\n-30-",
    "ends": f"{BODY}\nENDS",
    "address": f"{BODY}\n\nRead it at https://www.nato.int/x1 and follow @NATO",
    "stock footers": f"{BODY}\n\nFor more information:\n\nMedia contact: Jo Doe, +32 2 707 50 41",
    "last updated": f"{BODY}\n\nLast updated on 5 June 2025",
    "an agency's line": f"{BODY}\n\n– Published by EveningReport in partnership with RNZ 2025",
    "some other tail": f"{BODY}\n\nA short line below the text",
    "title again": f"{RELEASE.title}\n\n{BODY}",
    "its day": f"Tuesday, 28 May 2024\n\n{BODY}",
    "its day, as another writes it": f"{BODY}\n\nMay 28, 2024",
    "for release": f"FOR IMMEDIATE RELEASE\n\n{BODY}\n\n* * *\n\nShare this on Facebook",
}


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_of_a_release_is_the_same_both_ways(name: str) -> None:
    other = replace(RELEASE, body=PRINTS[name])
    assert likeness(RELEASE, other) is SAME
    assert likeness(other, RELEASE) is SAME


@pytest.mark.parametrize(
    "other",
    [
        replace(RELEASE, title="DEFENCE  MINISTERS ‘MEET’"),
        replace(RELEASE, source="The NATO", dated=dated("2024-05-28")),
        replace(RELEASE, source="Press office", url="http://nato.int/news_1.htm/?utm_source=x#top"),
        replace(RELEASE, url="https://elsewhere.example/1"),
        replace(RELEASE, dated=dated("2024-05-27", "on Tuesday")),
    ],
)
def test_what_only_one_print_knows_does_not_part_them(other: Release) -> None:
    held = replace(AT_PAGE, dated=dated("2024-05-28"))
    assert likeness(held, replace(other, body=f"{other.body}\n\n###")) is SAME


def test_a_line_of_another_day_is_no_mere_tail() -> None:
    held = replace(MAY, body=f"28 May 2024\n\n{BODY}")
    assert likeness(held, replace(RELEASE, body=f"29 May 2024\n\n{BODY}")) is OTHER
    june = replace(RELEASE, body=f"29 June 2024\n\n{BODY}", dated=dated("2024-06-29"))
    assert likeness(MAY, june) is OTHER


def test_an_opening_of_a_text_that_is_held_is_the_same() -> None:
    opening = replace(RELEASE, body=BODY[: BODY.index("He thanked")] + "…\n\nRead more")
    assert likeness(RELEASE, opening) is SAME
    assert likeness(opening, RELEASE) is AGAIN


def test_the_same_words_of_two_days_are_two_unless_at_one_address() -> None:
    june = replace(RELEASE, dated=dated("2024-06-28"))
    assert likeness(MAY, june) is OTHER
    assert likeness(MAY, RELEASE) is SAME
    page = replace(MAY, url=AT_PAGE.url)
    assert likeness(page, replace(june, url=AT_PAGE.url)) is SAME


WORDS = [
    ("must go on", "has to continue"),
    ("with more than 40 vehicles, ", ""),
    ("before the summit.", "before the summit. They will meet Georgia’s ministers on 5 June."),
    ("A working dinner followed", "Later there was a working dinner"),
    (BODY[BODY.index("Journalists") :], ""),
]


@pytest.mark.parametrize(("old", "new"), WORDS)
@pytest.mark.parametrize("held", [RELEASE, MAY, AT_PAGE])
def test_other_words_are_a_new_version(held: Release, old: str, new: str) -> None:
    assert likeness(held, changed(held, old, new)) is AGAIN


def test_noise_beside_a_change_does_not_hide_it() -> None:
    other = changed(RELEASE, "must go on", "has to continue")
    noisy = replace(other, body=other.body.replace("’", "'").replace(" a ", "\na ") + "\n\nENDS")
    assert likeness(RELEASE, noisy) is AGAIN


@pytest.mark.parametrize(
    "tail",
    [
        "The meeting has been cancelled.",
        "Correction: the text above has a wrong figure.",
        "Prime Minister Orpo was there.",
        "It cost 5,000 euros.",
        "None of this is true, and not one of the ministers said so.",
        "a line " * 30,
        "one\n\ntwo\n\nthree",
    ],
)
def test_a_tail_that_says_something_is_a_new_version(tail: str) -> None:
    assert likeness(RELEASE, replace(RELEASE, body=f"{BODY}\n\n{tail}")) is AGAIN


SISTERS = [
    ("300 troops", "400 troops"),
    ("Finland’s", "Sweden’s"),
    ("on Tuesday", "on Friday"),
    ("Mircea Geoană", "Radmila Shekerinska"),
    ("more than 40", "more than forty"),
]


@pytest.mark.parametrize(("old", "new"), SISTERS)
def test_another_name_number_or_day_makes_a_sister(old: str, new: str) -> None:
    assert likeness(RELEASE, changed(RELEASE, old, new)) is OTHER


@pytest.mark.parametrize(("old", "new"), SISTERS)
def test_it_is_a_correction_if_the_day_or_the_address_is_the_same(old: str, new: str) -> None:
    assert likeness(MAY, changed(MAY, old, new)) is AGAIN
    assert likeness(AT_PAGE, changed(AT_PAGE, old, new)) is AGAIN


def test_two_such_changes_on_one_day_make_a_sister_unless_at_one_address() -> None:
    def both(release: Release) -> Release:
        return changed(changed(release, "300 troops", "400 troops"), "Finland", "Sweden")

    assert likeness(MAY, both(MAY)) is OTHER
    assert likeness(AT_PAGE, both(AT_PAGE)) is AGAIN


def test_names_that_change_places_in_a_list_make_a_sister() -> None:
    lost = changed(RELEASE, "BRUSSELS — ", "")
    gained = changed(lost, "in summer.", "in summer, says Deloitte.")
    assert likeness(lost, gained) is AGAIN
    assert likeness(RELEASE, gained) is OTHER


@pytest.mark.parametrize(
    "other",
    [
        replace(RELEASE, title="Defence ministers meet again"),
        replace(RELEASE, source="White House"),
        replace(AT_PAGE, url="https://www.nato.int/news_2.htm", body=f"{BODY} Well."),
        replace(MAY, dated=dated("2024-05-29"), body=f"{BODY} Well."),
    ],
)
def test_another_title_source_address_or_day_is_another_release(other: Release) -> None:
    held = replace(AT_PAGE, dated=MAY.dated)
    assert likeness(held, changed(other, "must go on", "has to continue")) is OTHER


def test_a_page_may_get_another_title_but_not_another_name_in_it() -> None:
    held = replace(AT_PAGE, title="Ministers of Finland meet")
    assert likeness(held, replace(held, title="Ministers of Finland have met")) is AGAIN
    assert likeness(held, replace(held, title="Ministers of Sweden meet")) is OTHER


@pytest.mark.parametrize(
    "url", ["https://www.nato.int/", "https://nato.int", "nonsense", "http://["]
)
def test_a_front_page_is_no_address_of_a_release(url: str) -> None:
    held, other = replace(RELEASE, url=url), replace(RELEASE, url=url, title="Another title")
    assert likeness(held, other) is OTHER


def test_another_text_under_the_same_title_is_another_release() -> None:
    words = BODY.split()
    other = replace(RELEASE, body=" ".join(words[::-1]))
    assert likeness(RELEASE, other) is OTHER
    assert likeness(MAY, replace(other, dated=MAY.dated)) is OTHER
    assert likeness(AT_PAGE, replace(other, url=AT_PAGE.url)) is OTHER


def test_short_texts_are_not_known_by_their_words_alone() -> None:
    held = Release("A title", "The lid is on for today.", "NATO")
    other = replace(held, body="The lid is off for today.")
    assert likeness(held, other) is OTHER
    assert likeness(replace(held, url=AT_PAGE.url), replace(other, url=AT_PAGE.url)) is AGAIN


def test_a_short_text_that_has_grown_at_its_page_is_a_new_version() -> None:
    held = Release("A title", "The lid is on for today.", "NATO", url=AT_PAGE.url)
    grown = replace(held, body=f"{held.body} {BODY}")
    assert likeness(held, grown) is AGAIN
    assert likeness(replace(held, url=None), replace(grown, url=None)) is OTHER
    teaser = replace(held, body="The ministers looked at readiness.")
    assert likeness(replace(held, body=BODY), teaser) is OTHER


def test_an_apostrophe_lost_behind_a_lost_letter_is_damage() -> None:
    held = replace(RELEASE, title="Talks in Türkiye", body=f"{BODY}\n\nTürkiye’s view, too.")
    lost = replace(held, title="Talks in T?rkiye", body=held.body.replace("Türkiye’s", "T?rkiye?s"))
    assert likeness(held, lost) is SAME
    assert likeness(lost, held) is SAME


def test_scripts_without_capitals_or_spaces_are_compared_too() -> None:
    held = Release(
        "標題", "北約秘書長今天在布魯塞爾會見了芬蘭總統，討論了安全合作問題。" * 4, "NATO"
    )
    assert likeness(held, replace(held, body=held.body.replace("，", " , "))) is SAME
    assert likeness(held, replace(held, body=held.body + "\n\n###")) is SAME
