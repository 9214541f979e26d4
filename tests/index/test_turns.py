"""Transcripts are told apart into turns; what only looks like a label is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index import Release
from natoread_index.parsing.turns import asides, turns

BRIEFING = (
    "2:05 P.M. EST\n\n     MS. LEAVITT:\xa0 Good afternoon.  (Laughter.)\n\n"
    "Q\xa0\xa0\xa0 Thanks, Karoline.  Two questions.\n\nMS. LEAVITT:\xa0 Please.\n\n"
    "Q    Will he go?\n\nPRESIDENT TRUMP:\xa0 (As interpreted.)  I will."
)


def labels(body: str) -> list[str]:
    return [body[turn.start : turn.end] for turn in turns(body)]


def asked(body: str) -> list[str]:
    return [body[turn.start : turn.end] for turn in turns(body) if turn.asks]


def noted(body: str) -> list[str]:
    return [body[start:end].strip() for start, end in asides(body)]


def test_a_briefing_is_told_apart_into_its_turns() -> None:
    assert labels(BRIEFING) == ["MS. LEAVITT:", "Q", "MS. LEAVITT:", "Q", "PRESIDENT TRUMP:"]
    assert asked(BRIEFING) == ["Q", "Q"]
    assert noted(BRIEFING) == ["(Laughter.)", "(As interpreted.)"]


@pytest.mark.parametrize(
    "label",
    [
        "Jamie Shea:",
        "Jamie Shea :",
        "General Marani:",
        "JAMIE SHEA (Director of Policy Planning):",
        "Mircea Geoană [NATO Deputy Secretary General]:",
        "NATO Secretary General:",
        "PRIME MINISTER KISHIDA:",
        "SECRETARY GENERAL RUTTE:",
        "ACTING SECRETARY SU:",
        "PRESENTER - TRACEE HUTCHISON:",
        "Federica Mogherini, EU High Representative:",
        "Prime Minister of the United Kingdom:",
        "MR. FERNÁNDEZ HERNÁNDEZ:",
        "Moderator:",
        "Journalist (Reuters):",
        "QUESTION:",
        "Q:",
        "Question:",
    ],
)
def test_among_others_a_label_begins_a_turn(label: str) -> None:
    body = f"Q  Why?\n\n{label}  Because.\nQ  Why, then?"
    assert label in labels(body)
    assert len(labels(body)) == 3


def test_a_picture_before_a_label_is_none_of_it() -> None:
    body = "🗣 | NATO Secretary General: Good morning.\n🗣️ | Moderator: Thank you."
    assert labels(body) == ["NATO Secretary General:", "Moderator:"]


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    body = "PRESENTER - TRACEE HUTCHISON:\nWelcome.\n\nPRIME MINISTER:\nThank you."
    assert labels(body) == ["PRESENTER - TRACEE HUTCHISON:", "PRIME MINISTER:"]


def test_a_colon_that_was_forgotten_is_not_missed() -> None:
    body = "Jamie Shea: Good day.\n\nGeneral Marani: Good day.\n\nQuestion: Who?\nJamie Shea I do."
    assert labels(body)[-1] == "Jamie Shea"
    assert "Jamie Shea said so." not in labels(f"{body}\nJamie Shea said so.")


@pytest.mark.parametrize(
    "heading",
    [
        "SUBJECT:\xa0Reciprocal Trade",
        "SECURING OUR HOMELAND: The President acts.",
        "For more information:",
        "Opening remarks: these are his.",
        "UPDATE: ISAF Confirms Capture of Taliban Leader",
        "MEMORANDUM FOR THE SECRETARY OF STATE: read this",
        "Dear Mr. Speaker:",
        "TO THE CONGRESS OF THE UNITED STATES:",
        "Remarks by President Biden: a list",
        "Key Facts: three of them",
        "Let me be clear: we will.",
        "But here’s the deal: it holds.",
        "10:17 A.M. CEST",
        "https://www.nato.int: see there",
        "Q4 results: good",
        "A: one",
    ],
)
def test_a_heading_is_no_label(heading: str) -> None:
    assert labels(f"{heading}\n\nText follows.") == []
    assert labels(f"{heading}\n\n{BRIEFING}") == labels(BRIEFING)


def test_prose_and_single_labels_in_it_have_no_turns() -> None:
    assert labels("The Secretary General said: we will.\nNorway: 3\nSweden: 4") == []
    assert labels("NATO Secretary General: Ukraine needs more\n\nHe spoke in Brussels.") == []


def test_a_speech_may_have_one_label_only() -> None:
    assert labels("THE PRESIDENT:  My fellow Americans.\n\nThank you.") == ["THE PRESIDENT:"]


@pytest.mark.parametrize(
    "line",
    [
        "(As delivered)",
        "(Текст выступления)",
        "[Speaks in Norwegian]",
        "(Presentation Photo)",
        "(.MP3/7.633KB )",
        "(Laughter and applause.)",
    ],
)
def test_what_was_not_said_is_known(line: str) -> None:
    assert noted(f"{line}\n\nGood morning.") == [line]


def test_a_bracket_in_a_sentence_was_said() -> None:
    assert noted("On Tuesday (28 May 2024) he came (again), [sic] and left.") == []
    assert noted("He is [inaudible] there (laughs) now.") == ["[inaudible]", "(laughs)"]


def test_the_samples_have_no_turns(nine_releases: list[Release]) -> None:
    assert [labels(release.body) for release in nine_releases] == [[]] * len(nine_releases)


@given(st.text(alphabet="AQq: .\n\xa0()[]aMR"))
def test_turns_are_in_order_and_apart(body: str) -> None:
    edges = [edge for turn in turns(body) for edge in turn[:2]]
    assert edges == sorted(edges)
    assert all("\n" not in body[start:end] for start, end, _ in turns(body))
