"""What a word is."""

import pytest
from tests.index.made import postings

from natoread_index.words import (
    LONGEST,
    Word,
    beginnings,
    chunk_at,
    chunks,
    fold,
    readings,
    words,
)


def said(text: str) -> list[str]:
    """The words of `text`, without their places."""
    return [word.text for word in words(text)]


def indexed(text: str) -> set[str]:
    """All words by which `text` is found."""
    return set(postings(text)[0])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NATO", "nato"),
        ("Geoană", "geoana"),
        ("GEOANA\u0306", "geoana"),
        ("Rovajärvi", "rovajarvi"),
        ("Nausėda", "nauseda"),
        ("Ærø", "aero"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Łódź", "lodz"),
        ("Đorđe", "dorde"),
        ("İstanbul", "istanbul"),
        ("Diyarbakır", "diyarbakir"),
        ("ﬁnal", "final"),
        ("ＮＡＴＯ", "nato"),
        ("Київ", "киів"),
        ("co\u00adoperation", "cooperation"),
        ("zero\u200bwidth", "zerowidth"),
        ("ᴭther", "aether"),
    ],
)
def test_case_accents_and_ligatures_never_matter(written: str, read: str) -> None:
    assert said(written) == [read]
    assert fold(written) == read


@pytest.mark.parametrize(
    "written", ["Ukraine's", "Ukraine’s", "Ukraine‘s", "Ukraineʼs", "UKRAINE’S"]
)
def test_a_possessive_says_nothing_and_its_word_ends_before_it(written: str) -> None:
    assert list(words(written)) == [Word("ukraine", 0, 7)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("allies’ will", ["allies", "will"]),
        ("O’Brien", ["o", "brien"]),
        ("O’Śullivan", ["o", "sullivan"]),
        ("don’t", ["don", "t"]),
        ("Ukraine’s-led", ["ukraine", "led"]),
        ("the ‘Sea’ s", ["the", "sea", "s"]),
    ],
)
def test_an_apostrophe_that_is_no_possessive_parts_words(written: str, read: list[str]) -> None:
    assert said(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("counter-disinformation", {"counter", "disinformation", "counterdisinformation"}),
        ("Indo-Pacific", {"indo", "pacific", "indopacific"}),
        ("Indo\u2011Pacific", {"indo", "pacific", "indopacific"}),
        ("Indo–Pacific", {"indo", "pacific", "indopacific"}),
        ("COVID-\u206019", {"covid", "19", "covid19"}),
        ("2024-05-28", {"2024", "05", "28", "20240528"}),
        ("F-16s", {"f", "16s", "f16s"}),
        ("R&D", {"r", "d", "rd"}),
        ("www.nato.int", {"www", "nato", "int", "wwwnatoint"}),
        ("NATO — Ukraine", {"nato", "ukraine"}),
        ("air, land", {"air", "land"}),
        ("O’Brien", {"o", "brien", "obrien"}),
    ],
)
def test_a_compound_reads_as_its_parts_and_as_one_word(written: str, read: set[str]) -> None:
    assert indexed(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("U.S.", ["us"]),
        ("U.S", ["us"]),
        ("D.C.", ["dc"]),
        ("the U.S.A. and", ["the", "usa", "and"]),
        ("U.S.-led", ["us", "led"]),
        ("J.D.Vance", ["jd", "vance"]),
        ("É.U.", ["eu"]),
        ("end.New", ["end", "new"]),
    ],
)
def test_an_acronym_with_points_is_one_word(written: str, read: list[str]) -> None:
    assert said(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("6,900", {"6,900", "6900"}),
        ("10,000,000", {"10,000,000", "10000000"}),
        ("179.400", {"179.400", "179400"}),
        ("3.5bn", {"3.5bn"}),
        ("1,000.5", {"1,000.5"}),
        ("6,900-strong", {"6,900", "strong", "6900strong"}),
        ("in 2024, 31 Allies", {"in", "2024", "31", "allies"}),
    ],
)
def test_a_number_is_found_with_and_without_its_points(written: str, read: set[str]) -> None:
    assert indexed(written) == read


@pytest.mark.parametrize("word", ["US", "May", "the", "a", "it", "will", "not", "and", "or"])
def test_no_word_is_too_common_to_count(word: str) -> None:
    assert said(word) == [word.lower()]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "—", "…", "’s"[:1], "&", "_", "\x00", "\ud800", "🙂"]
)
def test_what_has_no_letter_has_no_word(text: str) -> None:
    assert said(text) == []
    assert postings(text) == ({}, 0)


def test_offsets_point_at_the_characters_as_written() -> None:
    text = "Mr Geoana\u0306’s\nU.S. visit, 6,900 co\u00adoperated"
    found = [text[word.start : word.end] for word in words(text)]
    assert found == ["Mr", "Geoana\u0306", "U.S", "visit", "6,900", "co\u00adoperated"]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e"])
@pytest.mark.parametrize("text", ["Indo-Pacific’s", "U.S.", "6,900", "R&D", "EU’s-led"])
def test_an_unseen_character_anywhere_changes_no_word(text: str, unseen: str) -> None:
    for at in range(1, len(text)):
        assert postings(text[:at] + unseen + text[at:]) == postings(text)


def test_words_read_on_from_any_word() -> None:
    text = "the Indo-Pacific region"
    assert [word.text for word in words(text, 9)] == ["pacific", "region"]


def test_a_chunk_is_asked_for_by_where_it_begins() -> None:
    chunk = chunk_at("the Indo-Pacific", 4)
    assert chunk is not None
    assert (chunk.words, chunk.joined) == (
        (Word("indo", 4, 8), Word("pacific", 9, 16)),
        "indopacific",
    )
    assert chunk_at("the Indo-Pacific", 3) is None


def test_at_its_first_place_a_chunk_may_be_read_as_a_whole() -> None:
    chunk = next(chunks("a 6,900-strong force", 2))
    assert [[word.text for word in place] for place in readings(chunk)] == [
        ["6,900", "6900strong"],
        ["strong"],
    ]


@pytest.mark.parametrize(
    ("text", "places", "kept"),
    [
        ("6,900 and 900", [0, 2, 10], [0, 10]),
        ("U.S.A.", [0, 2, 4], [0]),
        ("a1,2", [0, 1, 3], [0, 3]),
        ("Ukraine’s s", [0, 8, 10], [0, 10]),
        ("Indo-Pacific", [0, 5], [0, 5]),
        ("co\u00adop", [0, 3], [0]),
        ("x’s’s,y", [2, 4, 6], [4, 6]),
    ],
)
def test_a_place_inside_a_word_is_no_beginning(
    text: str, places: list[int], kept: list[int]
) -> None:
    assert list(beginnings(text, places)) == kept


def test_a_word_counts_to_its_sixty_fourth_character() -> None:
    assert said("x" * 300) == ["x" * LONGEST]
    assert indexed("-".join(["abcdefgh"] * 10)) == {"abcdefgh", "abcdefgh" * 8}


def test_a_word_that_is_too_long_to_be_joined_is_read_by_itself() -> None:
    chunk = next(chunks("x" * 70 + "-b"))
    read = [[word.text for word in place] for place in readings(chunk)]
    assert read == [["x" * LONGEST], ["b"]]


def test_the_longest_runs_are_read_without_losing_a_word() -> None:
    assert said("-".join(["ab"] * 5_000)) == ["ab"] * 5_000
    assert said("1" * 20_000 + " a") == ["1" * LONGEST, "a"]
    assert len(said("a." * 20_000 + "bc")) == 2


def test_a_joined_word_stands_where_its_chunk_begins() -> None:
    places, length = postings("the Indo-Pacific region")
    assert places == {"the": [0], "indo": [1], "pacific": [2], "indopacific": [1], "region": [3]}
    assert length == 4
