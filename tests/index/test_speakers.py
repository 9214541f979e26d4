"""Who speaks, as names without offices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.kinds import Kind
from natoread_index.parsing.names import in_full, is_office, person
from natoread_index.parsing.speakers import speakers

TEXT = "It is good to be in this harbour."


def of(title: str, body: str = TEXT) -> tuple[str, ...]:
    return speakers(title, body, Kind.of(title, body))


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Speech by NATO Secretary General Jo Bloggs at the Forum", ["Jo Bloggs"]),
        (
            "Doorstep statement by NATO Secretary General Jo Bloggs ahead of the meeting",
            ["Jo Bloggs"],
        ),
        ("Speech by NATO Secretary General Bloggs at the Forum", ["Bloggs"]),
        ("Press conference by NATO Secretary General Jan van der Bloggs", ["Jan van der Bloggs"]),
        (
            "Statement by NATO Secretary General, Lord Bloggs at the Press Conference",
            ["Lord Bloggs"],
        ),
        ("by NATO Deputy Secretary General Jo Bloșă at the Annual Session", ["Jo Bloșă"]),
        (
            (
                "Joint press conference by Secretary General Jo Bloggs and the Premier of Norway, "
                "Ola Gahr Nordmann"
            ),
            ["Jo Bloggs", "Ola Gahr Nordmann"],
        ),
        (
            "Press Conference by Mr Jo Bloggs, NATO Spokesman and Major General John Doe, SHAPE",
            ["Jo Bloggs", "John Doe"],
        ),
        (
            (
                "Joint press conference by the Secretary General with President Doe of Lithuania, "
                "President Roe of Poland"
            ),
            ["Doe", "Roe"],
        ),
        ("Remarks by President Bloggs Before Air Force One Departure", ["Bloggs"]),
        ("Remarks by President Bloggs Welcoming President Doe", ["Bloggs"]),
        ("Remarks by President Xu Jinping at the Forum", ["Xu Jinping"]),
        ("Remarks by President Jo R. Bloggs, Jr. on Ships", ["Jo R. Bloggs"]),
        ("REMARKS BY VICE PRESIDENT BLOGGS AT THE PARADE", ["Bloggs"]),
        (
            "Remarks by President Bloggs and First Lady Jo Bloggs at a Dinner",
            ["Bloggs", "Jo Bloggs"],
        ),
        ("Statement from President Jo Bloggs on Ships", ["Jo Bloggs"]),
        ("Statement by NSC Spokesperson Jo Bloggs on Advisor Doe’s Call", ["Jo Bloggs"]),
        ("Statement of President Jo Bloggs on Ships", ["Jo Bloggs"]),
        ("Statement by National Security Council Spokesperson Jo Bloggs", ["Jo Bloggs"]),
        ("Press Briefing by Press Secretary Jo Bloggs-Doe, October 21, 2031", ["Jo Bloggs-Doe"]),
        (
            "Press Briefing by Press Secretary Jo Bloggs and Secretary of Energy Ann Doe",
            ["Jo Bloggs", "Ann Doe"],
        ),
        ("Remarks by Director of the Office Jo Bloggs", ["Jo Bloggs"]),
        ("Speech by the President of Ruritania Jo Bloggs", ["Jo Bloggs"]),
        ("Speech by the Prime Minister of New Ruritania Jo Bloggs", ["Jo Bloggs"]),
        ("Interview with Admiral Jo Bloggs", ["Jo Bloggs"]),
        ("Interview of President Bloggs and Ann Doe by John Roe", ["Bloggs", "Ann Doe"]),
        ("Foreign Secretary Jo Bloggs’s speech at the Assembly", ["Jo Bloggs"]),
        ("Keynote speech by Commissioner Jo Bloggs: ships and piers", ["Jo Bloggs"]),
    ],
)
def test_a_title_says_who_speaks(title: str, names: list[str]) -> None:
    assert of(title) == tuple(dict.fromkeys(names))


@pytest.mark.parametrize(
    "title",
    [
        "NATO Secretary General: Harbours’ most urgent need is more piers",
        "Secretary General Jo Bloggs visits Ruritania",
        "Statement by the North Atlantic Council",
        "Statement by the NATO Secretary General on Ships",
        "Joint Statement by the United States and New Zealand",
        "Statement by the Leaders of Australia, India, Japan, and the United States",
        "Press Briefing by White House COVID-19 Response Team and Public Health Officials",
        "Background Press Call by Senior Administration Officials on Ships",
        "Remarks by the Vice President at a Campaign Event",
        "Statement on the Meeting with President Doe",
        "Opening remarks",
        "Readout of President Bloggs’s Call with President Doe",
        "Media Advisory: visit by Minister Jo Bloggs",
        "Executive Order by President Jo Bloggs",
    ],
)
def test_no_person_speaks(title: str) -> None:
    assert of(title) == ()


def test_a_text_may_give_the_name_in_full() -> None:
    title = "Speech by NATO Secretary General Bloggs at the Forum"
    assert of(title, "NATO Secretary General Jo Bloggs said so.") == ("Jo Bloggs",)
    assert of(title, "First Lady Ann Bloggs said so.") == ("Bloggs",)
    assert of(title, "I am Jo Bloggs.") == ("Bloggs",)


def test_a_heading_of_the_text_may_say_it() -> None:
    body = "Speech by NATO Secretary General Jo van Bloggs\nat the Great Conferences\n\nFriends,"
    assert of("Defence of ships", body) == ("Jo van Bloggs",)
    assert of("Op-ed: ships", "By Jo Bloggs\n\nThe Herald") == ("Jo Bloggs",)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("MS. BLOGGS:\u00a0 Hi, everyone.\n\nQ\u00a0\u00a0 Hi.\n\nMS. BLOGGS: Good.", ("Bloggs",)),
        (
            "     PRESIDENT BLOGGS:  Well.\n\nPRIME MINISTER DOE:\u00a0 (As interpreted.)",
            ("Bloggs", "Doe"),
        ),
        ("Jo Bloggs : Good afternoon.\nJohn Doe: Thank you.", ("Jo Bloggs", "John Doe")),
        ("JO BLOGGS (Director of Planning): Well, friends.", ("Jo Bloggs",)),
        ("Jo Bloșă [Deputy Secretary General]: Thank you.", ("Jo Bloșă",)),
        ("THE PRESIDENT: Thank you.\n\nMODERATOR: Next.", ()),
        ("SUBJECT: Trade\n\nFor more information: call us.", ()),
        ("Good afternoon, everyone.", ()),
    ],
)
def test_labels_of_a_transcript_are_a_last_resort(body: str, names: tuple[str, ...]) -> None:
    assert of("Press conference", body) == names


def test_a_title_goes_before_labels() -> None:
    assert of("Press conference by Jo Bloggs", "MR. DOE: Hello.") == ("Jo Bloggs",)


def test_a_statement_has_no_labels() -> None:
    assert of("Statement by the Council", "MR. DOE: Hello.") == ()


def test_everybody_is_named_once() -> None:
    assert of("Remarks by President Bloggs and President Bloggs") == ("Bloggs",)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("NATO Secretary General Jo Bloggs", "Jo Bloggs"),
        ("the Honourable Jo Bloggs", "Jo Bloggs"),
        ("High Representative/Vice-President Jo Bloggs", "Jo Bloggs"),
        ("President von der Bloggs", "von der Bloggs"),
        ("EPA Administrator Jo Bloggs", "Jo Bloggs"),
        ("Secretary\u00a0General\u00a0Jo\u00a0Bloggs", "Jo Bloggs"),
        ("Coordinator for the Southern Border Ambassador Jo Bloggs", "Jo Bloggs"),
        ("Prime Minister Bloggs of Japan", "Bloggs"),
        ("Jo Bloggs", "Jo Bloggs"),
        ("Bloggs", None),
        ("Secretary General", None),
        ("the Council", None),
        ("New Zealand", None),
        ("Group 7 Leaders", None),
        ("", None),
    ],
)
def test_a_person_behind_an_office(phrase: str, name: str | None) -> None:
    assert person(phrase) == name


def test_offices_in_their_forms() -> None:
    assert all(map(is_office, ["Minister", "ministers", "Dr.", "President’s", "Vice-President"]))
    assert not any(map(is_office, ["Bloggs", "Norway", "van"]))


def test_only_the_same_office_makes_a_name_full() -> None:
    assert in_full("Bloggs", "President Bloggs", "President Jo R. Bloggs said") == "Jo R. Bloggs"
    assert in_full("Bloggs", "President Bloggs", "Minister Jo Bloggs said") == "Bloggs"
    assert in_full("Jo Bloggs", "President Jo Bloggs", "President Ann Jo Bloggs") == "Jo Bloggs"


@given(st.text(), st.text(), st.sampled_from(Kind))
def test_any_text_has_speakers_or_none(title: str, body: str, kind: Kind) -> None:
    assert all(speakers(title, body, kind)) or speakers(title, body, kind) == ()


@given(st.text())
def test_any_phrase_may_be_asked(phrase: str) -> None:
    name = person(phrase)
    assert name is None or name.strip()
