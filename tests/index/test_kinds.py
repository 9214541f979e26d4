"""What titles and openings make of a release."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.kinds import Kind

TEXT = "The delegations spoke about ships and harbours, and about what comes next."

TITLES = {
    Kind.SPEECH: [
        "Speech by NATO Secretary General Bloggs at the Harbour Forum",
        "Prime Minister's speech at the Lord Mayor’s Dinner: 13 November 2031",
        "PM speech on the economy: 4 January 2031",
        "Foreign Secretary's speech at the United Nations General Assembly",
        "Keynote speech by Commissioner Bloggs at the Harbour Conference",
        "Keynote address by the Chair of the Military Committee",
        "Address to the National Press Club, Springfield",
        "Inaugural Address by President Jo R. Bloggs, Jr.",
        "Opening remarks",
        "Opening remarks by NATO Secretary General Jo Bloggs at the North Atlantic Council",
        "Remarks by President Bloggs Before Air Force One Departure",
        "Remarks by the First Lady | Springfield, NY",
        "REMARKS BY VICE PRESIDENT BLOGGS AT THE HARBOUR PARADE",
        "CORRECTED: Remarks by Vice President Bloggs on Harbours",
        "Excerpts of Remarks as Prepared for Delivery by President Bloggs",
        "Excerpt from Remarks by President Bloggs on Ships",
        "Jo Bloggs Remarks on the Harbour Agenda",
        "Harbour Week: Opening remarks by Commissioner Bloggs",
        "Remarks at a Security Council Briefing on Harbours",
        "Toast by the King at the State Banquet",
        "Video message by the Secretary General",
        "by NATO Deputy Secretary General Jo Bloggs at the Annual Session",
        "Discours du Secrétaire général à Paris",
        "Rede des Bundeskanzlers",
    ],
    Kind.DOORSTEP: [
        "Doorstep statement by NATO Secretary General Jo Bloggs ahead of the meeting",
        "Doorstep by the High Representative",
        "Doorstop interview, Springfield",
        "Transcript of doorstop, Parliament House",
        "Arrival and doorstep statement by High Representative Jo Bloggs",
        "Council of Harbours: Doorstep remarks by the President",
    ],
    Kind.PRESS_CONFERENCE: [
        "Press conference by NATO Secretary General Jo Bloggs",
        "Joint press conference by the Secretary General and the Prime Minister of Norway",
        "Pre-ministerial press conference by NATO Secretary General Jo Bloggs",
        "Joint Press Conference with NATO Secretary General Jo Bloggs",
        "OPENING STATEMENT PRESS CONFERENCE NATO SECRETARY GENERAL ISTANBUL SUMMIT",
        "Statement by NATO Secretary General, Lord Bloggs at the Press Conference on Ships",
        "Remarks by President Bloggs and President Doe of France in Joint Press Conference",
        "Remarks by Vice President Bloggs in a Press Gaggle",
        "Secretary Jo A. Bloggs At a Press Availability",
        "Department Press Briefing – May 28, 2031",
        "Weekly press briefing by the spokesman",
        "Background Press Call by Senior Administration Officials on Harbours",
        "White House Press Call by Deputy Chief of Staff Jo Bloggs",
        "On-the-Record Press Gaggle by Spokesperson Jo Bloggs",
        "Media availability of the Chief of Defence",
        "Он-лайн прес-конференція Генерального секретаря",
        "Conférence de presse du Secrétaire général",
    ],
    Kind.STATEMENT: [
        "Statement by the North Atlantic Council",
        "Statement from President Jo Bloggs on Harbours",
        "PM statement in Low Street: 22 May 2031",
        "Joint Statement on the Harbour Agreement",
        "Press statement of the Presidency",
        "G7 Foreign Ministers' Statement on the Situation in the Ports",
        "Chair's statement of the Harbour Forum",
        "Harbours: Statement by the High Representative on behalf of the EU",
        "Vice President Jo Bloggs Statement on the April Jobs Report",
        "Final Communiqué Ministerial Meeting held in Brussels",
        "Springfield Summit Declaration issued by the Heads of State and Government",
        "Springfield Summit Communiqué",
        "Springfield Declaration",
        "Joint Declaration to Support the Harbours",
        "Message from the Secretary General on Harbour Day",
        "Presidential Message on Harbour Day",
        "Harbour 250: Presidential Message on the Anniversary of the Pier",
        "Statement by Spokesperson Jo Bloggs on the Advisor’s Call with Minister Doe",
        "Заявление Североатлантического совета",
        "Déclaration du Conseil de l’Atlantique Nord",
    ],
    Kind.READOUT: [
        "Readout of President Bloggs’s Call with Prime Minister Doe of Ruritania",
        "Joint Readout of the Harbour Leaders’ Call",
        "Read-out of the Secretary General's phone call with President Doe",
        "Secretary Bloggs’s Call with Ruritanian Foreign Minister Doe",
        "PM call with President Doe of Ruritania: 13 May 2031",
    ],
    Kind.MEDIA_ADVISORY: [
        "Media Advisory: NATO Secretary General to visit Ruritania",
        "MEDIA ADVISORY - Meeting of Ministers",
        "Media accreditation: Summit in Springfield",
        "Note to editors: visit of the Prime Minister",
        "Invitation to the opening of the pier",
    ],
    Kind.INTERVIEW: [
        "Special video forum series with Jo Bloggs",
        "Live chat with Minister Jo Bloggs",
        "Interview with Jo Bloggs, Sunday Programme",
        "Transcript of interview with Jo Doe, Channel 7",
        "Radio interview with Jo Doe",
        "Channel News Breakfast interview",
        "Exclusive interview with Admiral Jo Bloggs",
    ],
    Kind.OPINION: [
        "Op-ed: The strength of harbours",
        "OPINION: Harbours rise again",
        "Opinion piece by the Foreign Minister in the Herald",
        "Joint op-ed by the Secretary General and President Doe",
    ],
    Kind.OTHER: [
        "FACT SHEET: Harbours in Numbers",
        "Executive Order on Harbours",
        "A Proclamation on World Harbour Day, 2031",
        "Memorandum on the Delegation of Authority",
        "Nominations Sent to the Senate",
        "Press Release: Bills Signed: H.R. 1, H.R. 2",
        "Bill Signed: S. 270",
        "Message to the Congress on Harbours",
        "Letter to the Speaker of the House",
        "H-1B FAQ",
    ],
    Kind.NEWS: [
        "NATO Secretary General: Harbours’ most urgent need is more piers",
        "Deputy Secretary General: Harbours can count on us",
        "Secretary General outlines key issues for Springfield Summit",
        "Secretary General delivers speech at Springfield Security Conference",
        "NATO Military Committee visits Ruritania",
        "War comes to NATO's doorstep",
        "Prime Minister to deliver statement on harbours",
        "Ruritania and Norway issue joint statement",
        "Minister names day of press conference",
        "President Bloggs Delivers Remarks on the Economy",
        "President Bloggs Approves Ruritania Disaster Declaration",
        "Addressing climate change: our approach",
        "UPDATE: Joint Command Confirms Capture of a Leader",
        "Joint Command Morning Operational Update Jan. 25, 2031",
        "Advisory Council meets in Brussels",
        "Government statement welcomed by industry leaders",
        "Secretary-General’s meeting room rebuilt",
        "In Primetime Interview, President Bloggs Speaks of Harbours",
        "Speechless: how artists see the sea",
        "Interviewing techniques taught at the School",
        "Readiness forum opens",
        "Debate with harbour masters on ships begins",
        "Forum with five hundred guests opens",
        "Commentators praise exercise",
        "“We respect neutrality”, says the Chair of the Committee",
    ],
}


@pytest.mark.parametrize(
    ("title", "kind"), [(title, kind) for kind, titles in TITLES.items() for title in titles]
)
def test_titles_name_their_kind(title: str, kind: Kind) -> None:
    assert Kind.of(title, TEXT) is kind


def test_every_kind_is_recognised() -> None:
    assert set(TITLES) == set(Kind)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Speech by NATO Secretary General Jo Bloggs\nat the Great Conferences", Kind.SPEECH),
        ("(As delivered)\n\nIt is time to act.", Kind.SPEECH),
        ("Good morning, and welcome to this harbour.", Kind.SPEECH),
        ("Ladies and gentlemen, the sea is wide.", Kind.SPEECH),
        ("Springfield Hall\n\n3:04 P.M. EDT\n\nTHE PRESIDENT:\u00a0 Well, folks.", Kind.SPEECH),
        ("Aboard\n\nQ\u00a0\u00a0 Sir, why?\n\nTHE PRESIDENT: Because.", Kind.PRESS_CONFERENCE),
        ("PRIME MINISTER: Hello.\n\nJOURNALIST: Why?", Kind.PRESS_CONFERENCE),
        ("PRESENTER - JO BLOGGS:\nWelcome.\n\nPRIME MINISTER: Hello.", Kind.INTERVIEW),
        (
            "On Tuesday, the Council meets in the harbour.\nMedia Advisory\n17:00 (CET) Briefing",
            Kind.MEDIA_ADVISORY,
        ),
        ("Media representatives who have annual accreditation may come.", Kind.MEDIA_ADVISORY),
        ("By the authority vested in me as President, it is ordered:", Kind.OTHER),
        ("BY THE PRESIDENT OF RURITANIA\n\nA PROCLAMATION\n\nToday we honour ships.", Kind.OTHER),
        ("MEMORANDUM FOR THE SECRETARY OF STATE", Kind.OTHER),
        ("On Tuesday (28 May 2031), the delegations met.", Kind.NEWS),
    ],
)
def test_an_opening_names_the_kind_where_the_title_does_not(opening: str, kind: Kind) -> None:
    assert Kind.of("Harbours and shared values", opening) is kind


def test_an_advisory_says_so_whatever_its_title() -> None:
    advisory = "The Council meets today.\n\nMedia Advisory\n\n10:00 Joint press conference"
    assert Kind.of("Press briefing of the Secretary General", advisory) is Kind.MEDIA_ADVISORY


def test_only_the_opening_counts() -> None:
    assert Kind.of("Harbours", "They met. " * 500 + "\nMedia Advisory\n") is Kind.NEWS


def test_typography_makes_no_difference() -> None:
    assert Kind.of("G7\u00a0Leaders’ Statement") is Kind.STATEMENT
    assert Kind.of("G7 Leaders' Statement") is Kind.STATEMENT
    assert Kind.of("FACT\u00a0SHEET: COVID-\u206019") is Kind.OTHER
    assert Kind.of("\ufeffRemarks by\u00a0the President") is Kind.SPEECH


def test_no_words_make_no_kind() -> None:
    assert Kind.of("", "") is Kind.OTHER
    assert Kind.of(" \u00a0", "\n") is Kind.OTHER


def test_many_qualifiers_are_read_in_no_time() -> None:
    assert Kind.of("the joint special opening " * 2000, "transcript of the " * 100) is Kind.NEWS


@given(st.text(), st.text())
def test_any_title_and_text_have_a_kind(title: str, opening: str) -> None:
    assert Kind.of(title, opening) in Kind
