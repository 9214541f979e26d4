"""Citations: every date, every kind of author, and signs that a form takes as its own."""

from dataclasses import replace
from datetime import date

import pytest

from natoread.exports.citing import apa, bibtex, chicago, csl
from natoread_index import Basis, Dated, Kind, Release

MAY_28 = Dated(date(2024, 5, 28), date(2024, 5, 28), Basis.STATED, "28 May 2024")
NEWS = Release(
    "Allies meet in Brussels", "Text.", "NATO", Kind.NEWS, dated=MAY_28, url="https://nato.int/1"
)
SPEECH = replace(NEWS, kind=Kind.SPEECH, speakers=("Jens Stoltenberg",))


def dated(first: date, last: date, *, basis: Basis = Basis.STATED, by_month: bool = False) -> Dated:
    return Dated(first, last, basis, "as read", by_month)


def test_news_is_cited_under_the_organisation() -> None:
    assert chicago(NEWS) == (
        "NATO. “Allies meet in Brussels.” Press release, May 28, 2024. https://nato.int/1"
    )
    assert apa(NEWS) == (
        "NATO. (2024, May 28). Allies meet in Brussels [Press release]. https://nato.int/1"
    )


def test_a_speech_is_cited_under_who_speaks() -> None:
    assert chicago(SPEECH) == (
        "Stoltenberg, Jens. “Allies meet in Brussels.” Speech, May 28, 2024. NATO. "
        "https://nato.int/1"
    )
    assert apa(SPEECH) == (
        "Stoltenberg, J. (2024, May 28). Allies meet in Brussels [Speech]. NATO. https://nato.int/1"
    )


def test_two_speakers_are_both_named() -> None:
    both = replace(SPEECH, speakers=("Jens Stoltenberg", "Ursula von der Leyen"), url=None)
    assert chicago(both).startswith("Stoltenberg, Jens, and Ursula von der Leyen. “")
    assert apa(both).startswith("Stoltenberg, J., & von der Leyen, U. (2024")


@pytest.mark.parametrize(
    ("name", "inverted"),
    [
        ("Jaap de Hoop Scheffer", "de Hoop Scheffer, Jaap"),
        ("Lord Robertson", "Lord Robertson"),
        ("Zelenskyy", "Zelenskyy"),
        ("Mircea Geoană", "Geoană, Mircea"),
    ],
)
def test_family_names_begin_with_their_particles(name: str, inverted: str) -> None:
    assert chicago(replace(SPEECH, speakers=(name,))).startswith(f"{inverted}. “")


@pytest.mark.parametrize(
    ("when", "in_chicago", "in_apa"),
    [
        (None, "n.d.", "(n.d.)"),
        (dated(date(2024, 5, 27), date(2024, 5, 29)), "May 27–29, 2024.", "(2024, May 27–29)"),
        (
            dated(date(2024, 5, 31), date(2024, 6, 2)),
            "May 31–June 2, 2024.",
            "(2024, May 31–June 2)",
        ),
        (
            dated(date(2023, 12, 30), date(2024, 1, 2)),
            "December 30, 2023–January 2, 2024.",
            "(2023, December 30–2024, January 2)",
        ),
        (
            dated(date(2024, 5, 1), date(2024, 5, 31), by_month=True),
            "May 2024.",
            "(2024, May)",
        ),
        (
            dated(date(2024, 5, 28), date(2024, 5, 28), basis=Basis.INFERRED),
            "[May 28, 2024].",
            "([2024, May 28])",
        ),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(
    when: Dated | None, in_chicago: str, in_apa: str
) -> None:
    release = replace(NEWS, dated=when, url=None)
    assert chicago(release) == (f"NATO. “Allies meet in Brussels.” Press release, {in_chicago}")
    assert in_apa in apa(release)


def test_a_title_that_ends_by_itself_gets_no_full_stop() -> None:
    assert "“Who pays?” Press" in chicago(replace(NEWS, title="Who pays?"))


def test_programs_get_dates_as_numbers() -> None:
    two = replace(NEWS, dated=dated(date(2024, 5, 27), date(2024, 5, 29), basis=Basis.INFERRED))
    assert csl(two)["issued"] == {"date-parts": [[2024, 5, 27], [2024, 5, 29]], "circa": True}
    month = replace(NEWS, dated=dated(date(2024, 5, 1), date(2024, 5, 31), by_month=True))
    assert csl(month)["issued"] == {"date-parts": [[2024, 5]]}
    assert "issued" not in csl(replace(NEWS, dated=None))


def test_programs_get_a_speaker_in_parts_and_an_organisation_whole() -> None:
    assert csl(SPEECH)["author"] == [{"family": "Stoltenberg", "given": "Jens"}]
    assert (csl(SPEECH)["type"], csl(SPEECH)["genre"]) == ("speech", "Speech")
    assert csl(NEWS)["author"] == [{"literal": "NATO"}]
    assert csl(NEWS)["URL"] == "https://nato.int/1"


def test_an_entry_of_bibtex_has_what_there_is_and_no_sign_that_latex_takes() -> None:
    hostile = replace(NEWS, title="100% of {GDP} & $5_bn #1 ~ \\input{x} ^", url=None)
    lines = bibtex(hostile).splitlines()
    assert lines[0] == f"@misc{{nato-2024-{hostile.id[:10]},"
    assert lines[1] == "  author = {{NATO}},"
    assert lines[2] == (
        r"  title = {{100\% of \{GDP\} \& \$5\_bn \#1 \textasciitilde{} "
        r"\textbackslash{}input\{x\} \textasciicircum{}}},"
    )
    assert lines[-1] == "}"
    assert not any(line.startswith("  url") for line in lines)


def test_an_undated_entry_is_named_so() -> None:
    entry = bibtex(replace(SPEECH, dated=None))
    assert entry.startswith("@misc{nato-nd-")
    assert "author = {Stoltenberg, Jens}" in entry
    assert "date =" not in entry


def test_a_hostile_title_cites_in_one_harmless_line() -> None:
    cited = chicago(replace(NEWS, title="A\x1b[31m\nB"))
    assert "\x1b" not in cited
    assert "\n" not in cited
