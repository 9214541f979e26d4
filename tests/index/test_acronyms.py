"""Where a release says what an acronym stands for, and where it only seems to."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.index.strategies import any_text, texts

from natoread_index.parsing.acronyms import introductions
from natoread_index.words import chunks, readings


def pairs(text: str) -> list[tuple[str, str]]:
    return [(acronym, " ".join(name)) for acronym, name in introductions(text)]


def only(text: str) -> tuple[str, str]:
    (pair,) = pairs(text)
    return pair


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("Air Policing (AP)", "ap", "air policing"),
        ("Allied Command Transformation (ACT)", "act", "allied command transformation"),
        ("Unmanned Aerial Systems (UAS)", "uas", "unmanned aerial systems"),
        ("Joint Force Training Centre (JFTC)", "jftc", "joint force training centre"),
        ("the United Nations (U.N.)", "un", "united nations"),
        ("the NATO-Ukraine Council (NUC)", "nuc", "nato ukraine council"),
        (
            "the Defence Innovation Accelerator for the North Atlantic (DIANA)",
            "diana",
            "defence innovation accelerator for the north atlantic",
        ),
        (
            "International Federation of Red Cross and Red Crescent (IFRCRC)",
            "ifrcrc",
            "international federation of red cross and red crescent",
        ),
        ("the enhanced Forward Presence (eFP)", "efp", "enhanced forward presence"),
        ("chemical, biological, radiological and nuclear (CBRN)", "cbrn", None),
        ("science, technology, engineering, and mathematics (STEM)", "stem", None),
        ("conventional arms control (CAC)", "cac", None),
        ("Organisation du traité de l’Atlantique Nord (OTAN)", "otan", None),
        ("Small and Medium Enterprises (SMEs)", "sme", "small and medium enterprises"),
        ("НАТО и Северный Атлантический Договор (САД)", "сад", None),
    ],
)
def test_initials_make_an_acronym(text: str, acronym: str, name: str | None) -> None:
    found, long_name = only(text)
    assert found == acronym
    assert name is None or long_name == name
    assert long_name[0] == acronym[0]


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("Department of Defense (DoD)", "dod", "department of defense"),
        ("the Republic of Korea (ROK)", "rok", "republic of korea"),
        ("the Department of the Interior (DOI)", "doi", "department of the interior"),
        ("the President for National Affairs (PNA)", "pna", "president for national affairs"),
        ("research and development (R&D)", "rd", "research and development"),
    ],
)
def test_a_small_word_may_give_its_letter_or_not(text: str, acronym: str, name: str) -> None:
    assert only(text) == (acronym, name)


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        (
            "the Supreme Allied Commander Europe (SACEUR)",
            "saceur",
            "supreme allied commander europe",
        ),
        ("the Kosovo Force (KFOR)", "kfor", "kosovo force"),
        ("Allied Maritime Command (MARCOM)", "marcom", "maritime command"),
        ("UN Assistance Mission in Afghanistan (UNAMA)", "unama", None),
        ("the U.S. Agency for International Development (USAID)", "usaid", None),
        ("greenhouse gases (GHG)", "ghg", "greenhouse gases"),
        ("the Association of Southeast Asian Nations (ASEAN)", "asean", None),
        ("the nongovernmental organizations (NGOs)", "ngo", "nongovernmental organizations"),
    ],
)
def test_a_word_may_give_several_letters(text: str, acronym: str, name: str | None) -> None:
    found, long_name = only(text)
    assert found == acronym
    assert name is None or long_name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Very High Readiness Joint Task Force (VJTF)", "very high readiness joint task force"),
        (
            "Centers for Disease Control and Prevention (CDC)",
            "centers for disease control and prevention",
        ),
        (
            "Partnership for Global Infrastructure and Investment (PGI)",
            "partnership for global infrastructure and investment",
        ),
        (
            "International Federation of Red Cross and Red Crescent Societies (IFRC)",
            "international federation of red cross and red crescent societies",
        ),
    ],
)
def test_a_word_may_give_no_letter(text: str, name: str) -> None:
    assert only(text)[1] == name


def test_connectors_of_an_acronym_are_left_out() -> None:
    name = "counter improvised explosive devices"
    assert only("Counter-Improvised Explosive Devices (C-IED)") == ("cied", name)
    assert only("Counter-Improvised Explosive Devices (C.I.E.D.)") == ("cied", name)


def test_the_acronym_may_stand_before() -> None:
    name = "supreme allied commander europe"
    assert only("SACEUR (Supreme Allied Commander Europe)") == ("saceur", name)
    assert only("“SACEUR” (the Supreme Allied Commander Europe)") == ("saceur", name)
    assert only("SMEs (small and medium enterprises)") == ("sme", "small and medium enterprises")
    assert only("PEPFAR (President’s Emergency Plan for AIDS Relief)")[0] == "pepfar"


def test_all_of_the_bracket_must_be_the_long_name() -> None:
    assert not pairs("SACEUR (also Supreme Allied Commander Europe)")
    assert not pairs("SACEUR (Supreme Allied Commander Europe since 2022)")
    assert not pairs("SACEUR (General Christopher Cavoli)")
    assert not pairs("XXXXXXXXXXXXXXXXXXXXACT (Allied Command Transformation)")


def test_the_acronym_may_stand_between_commas() -> None:
    assert only("the Gulf Cooperation Council, GCC, met") == ("gcc", "gulf cooperation council")
    assert only("the Islamic State of Iraq and Syria, or ISIS, fled")[0] == "isis"
    assert only("the Fish and Wildlife Service, or the FWS.")[0] == "fws"
    assert only("a Gulf Cooperation Council, GCC – of six –")[0] == "gcc"


def test_between_commas_the_last_letters_may_lack() -> None:
    name = "supreme allied commander"
    assert only("the Supreme Allied Commander, SACEUR, said") == ("saceur", name)
    assert not pairs("the Allied Commander, ACEUR, said")
    assert not pairs("the Supreme Allied Commander, SACEURXY, said")


def test_a_list_between_commas_is_no_introduction() -> None:
    assert not pairs("with the European Union, NATO, the OSCE, and the UN, we")
    assert not pairs("the Fish and Wildlife Service, FWS.gov, says")
    assert not pairs("the Air Policing, AP, was")


@pytest.mark.parametrize(
    "text",
    [
        "the North Atlantic Council (“NAC”)",
        "the North Atlantic Council (the “NAC”)",
        "the North Atlantic Council (or NAC)",
        "the North Atlantic Council (NAC, the highest body)",
        "the North Atlantic Council (NAC; the highest body)",
        "the North Atlantic\nCouncil (NAC)",
        "the “North Atlantic Council” (NAC)",
        "the North Atlantic Council’s (NAC)",
        "the North Atlantic Council(NAC)",
        "the North Atlantic Council of 1949 (NAC)",
        "the North Atlantic Council 2024 (NAC)",
        "the North Atlantic Council (first of its kind) (NAC)",
        "He met it. The North Atlantic Council (NAC)",
        "NORTH ATLANTIC COUNCIL (NAC)",
        "A report of great length, on many things said and done: the North Atlantic Council (NAC)",
    ],
)
def test_what_stands_around_does_not_matter(text: str) -> None:
    assert only(text) == ("nac", "north atlantic council")


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ted Xavier (R-TX)",
        "Representative Maria Tomas (R-MT)",
        "Senator Dana Doe (D)",
        "the maker Orbit Tools (NASDAQ: OT)",
        "General Rick Ender Turner (Ret.)",
        "Mr Able Good (52)",
        "the year of plans (2024)",
        "the Standing Agreement (see annex A)",
        "International Institute (II)",
        "Independent Volunteers (IV)",
        "National Ornithology Trust (NOT)",
        "Nine Old Trees (Not)",
        "Thank you. (Applause.)",
        "at Rome 17:00 (CET)",
        "on television (TV)",
        "in the Supreme Court (EU)",
        "of the North Atlantic and the (NAT)",
        "to land on the (OT)",
        "of the Council (OTC)",
        "Twelve Helicopters: Air Policing (THAP)",
        "He left North Carolina. Atlantic Council (NCAC)",
        "the polyfluoroalkyl substances (PFAS)",
        "the HOME Investment Partnerships (HOME)",
        "at Salt Lake, UT (SL)",
        "a North Atlantic (NAABCDEFGHIJ)",
        "Greater Seven (G7)",
        "Money Laundering and Counter Financing of Terrorism (ML/CFT)",
        "(NAC)",
        "the (NAC)",
        "",
    ],
)
def test_traps(text: str) -> None:
    assert not pairs(text)


def test_a_long_name_is_only_so_long() -> None:
    assert only("Air and for the Policing (AP)")[1] == "air and for the policing"
    assert not pairs("Air on and for the Policing (AP)")


def test_the_cheapest_reading_wins() -> None:
    assert only("Researching COVID to Enhance Recovery (RECOVER)")[1].startswith("researching")
    assert only("the Asia Air America Association (AAA)")[1] == "air america association"


def test_several_in_the_order_of_the_text() -> None:
    text = "The Allied Air Command (AAC), the Gulf Council, GC, and the Air Policing (AP)."
    assert [acronym for acronym, _ in pairs(text)] == ["aac", "ap"]


_WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9).map(str.capitalize)
_INITIALS = st.lists(_WORDS, min_size=2, max_size=10)
_PIECES = (
    "NATO|Supreme Allied|Commander Europe|SACEUR|(SACEUR)|(|)|, or |, NAC, |SMEs|(SMEs)|U.N.|(U.N.)"
    "|C-IED|(|the |of |“|”| (|) |.|. |\n|\n\n|1949|(R-TX)|(II)|R&D|ß|É|ŉ|İ|(ẞß)|A\u0301B|\u00ad"
    "|Small and Medium Enterprises|North Atlantic Council|United Nations|’s |-| "
)
_introducing = st.lists(st.sampled_from(_PIECES.split("|")) | texts, max_size=14).map("".join)


@given(_INITIALS)
def test_any_initials_are_found(words: list[str]) -> None:
    short = "".join(word[0] for word in words)
    assume(not set(short) <= set("IVX") and short not in {"NO", "OR"} and len(short) != 3)
    assume({"From", "With", "Pour"}.isdisjoint(words))
    name = tuple(map(str.lower, words))
    assert (short.lower(), name) in introductions(f"It is the {' '.join(words)} ({short}).")
    assert (short.lower(), name) in introductions(f"It is {short} ({' '.join(words)}).")


@given(any_text | _introducing)
@example("a" * 300 + " (AB)")
@example("(" * 300)
@example("(AB," * 300)
@example(", ABC" * 300)
def test_any_text_can_be_asked(text: str) -> None:
    for acronym, name in introductions(text):
        assert 2 <= len(acronym) <= 10
        assert 2 <= len(name) <= min(len(acronym) + 5, 2 * len(acronym) + 1)
        assert acronym[0] == name[0][0]


@given(_introducing)
def test_all_that_is_found_stands_in_the_text(text: str) -> None:
    read = {word.text for chunk in chunks(text) for row in readings(chunk) for word in row}
    for acronym, name in introductions(text):
        assert {acronym, f"{acronym}s"} & read
        assert read.issuperset(name)
