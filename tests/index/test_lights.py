"""Where a text is lit, to the character."""

from datetime import date

import pytest

from natoread_index import Query, Span
from natoread_index.words import words

TODAY = date(2024, 5, 30)


def lit(query: str, text: str, *, typing: bool = False) -> list[str]:
    """What `query` lights in `text`, as written."""
    found = Query.parse(query, typing=typing, today=TODAY).lights(text)
    return [text[start:end] for start, end in found]


def lit_in_title(query: str, title: str) -> list[str]:
    found = Query.parse(query, today=TODAY).title_lights(title)
    return [title[start:end] for start, end in found]


def test_lights_are_places_in_the_text() -> None:
    text = "In Kyiv, NATO and Ukraine met: Ukraine first."
    assert Query.parse("ukraine nato").lights(text) == (Span(9, 13), Span(18, 25), Span(31, 38))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("geoana", "Mr Geoană said", ["Geoană"]),
        ("geoana", "Mr Geoana\u0306 said", ["Geoana\u0306"]),
        ("GEOANĂ", "Mr Geoana\u0306 said", ["Geoana\u0306"]),
        ("geoana\u0306", "MR GEOANĂ, of NATO", ["GEOANĂ"]),
        ("rovajarvi", "in Rovajärvi.", ["Rovajärvi"]),
        ("rovajärvi", "in Rovaja\u0308rvi.", ["Rovaja\u0308rvi"]),
        ("strasse", "die Straße dort", ["Straße"]),
        ("straße", "DIE STRASSE DORT", ["STRASSE"]),
        ("aero", "on Ærø, by air", ["Ærø"]),
        ("oeuvre", "an Œuvre, a ŒUVRE", ["Œuvre", "ŒUVRE"]),
        ("final", "a ﬁnal word", ["ﬁnal"]),
        ("istanbul", "the İstanbul summit", ["İstanbul"]),
        ("viet", "Việt and Vie\u0323\u0302t Nam", ["Việt", "Vie\u0323\u0302t"]),
        ("nato", "ＮＡＴＯ forces", ["ＮＡＴＯ"]),
    ],
)
def test_case_and_accents_are_lit_as_written(query: str, text: str, found: list[str]) -> None:
    assert lit(query, text) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("finland", "Finland’s border", ["Finland"]),
        ("Finland's", "Finland’s border, Finland", ["Finland", "Finland"]),
        ("Ukraine‘s", "UKRAINE'S need", ["UKRAINE"]),
        ("ukraine", "Ukraineʼs need", ["Ukraine"]),
        ("partner", "partners’ and partner’s", ["partners", "partner"]),
        ("s", "Ukraine’s S is", ["S"]),
        ("obrien", "Mr O’Brien", ["O’Brien"]),
        ("O'Brien", "Mr O’Brien, Mr OBrien", ["O’Brien", "OBrien"]),
        ("brien", "Mr O’Brien", ["Brien"]),
    ],
)
def test_a_light_leaves_the_possessive_out(query: str, text: str, found: list[str]) -> None:
    assert lit(query, text) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("us", "the U.S. and the US; use it", ["U.S", "US"]),
        ("U.S.", "the U.S. and the US", ["U.S", "US"]),
        ("U.S", "us too", ["us"]),
        ("dc", "in D.C.", ["D.C"]),
        ("sa", "the U.S.A. is", []),
        ("usa", "the U.S.A. is", ["U.S.A"]),
        ("6900", "some 6,900 troops", ["6,900"]),
        ("6,900", "some 6900 troops", ["6900"]),
        ("6.900", "some 6,900 troops", ["6,900"]),
        ("900", "some 6,900 troops, 900 more", ["900"]),
        ("6", "some 6,900 troops", []),
        ("20240528", "on 2024-05-28", ["2024-05-28"]),
        ("2024", "on 2024-05-28", ["2024"]),
        ("f16", "two F-16s and F16s", ["F-16s", "F16s"]),
        ("F-16", "two F-16s and F16s", ["F-16s", "F16s"]),
        ("covid19", "COVID-\u206019 and COVID 19", ["COVID-\u206019"]),
        ("cooperation", "co\u00adoperation, co-operation", ["co\u00adoperation", "co-operation"]),
    ],
)
def test_points_commas_and_hyphens_are_lit_with_their_word(
    query: str, text: str, found: list[str]
) -> None:
    assert lit(query, text) == found


SPELLINGS = ["indo pacific", "Indo-Pacific", "indopacific", "Indo\u2011Pacific", "INDO–PACIFIC"]


@pytest.mark.parametrize("query", SPELLINGS)
@pytest.mark.parametrize("written", [*SPELLINGS, "Indo\n\n  Pacific"])
def test_a_compound_is_lit_whole_in_every_spelling(query: str, written: str) -> None:
    assert lit(query, f"the {written} region") == [written]
    assert lit(query, f"the {written} region", typing=True) == [written]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("multi-year", "multiyear or multi year", ["multiyear", "multi year"]),
        ("multiyear", "multi-year or multi year", ["multi-year", "multi year"]),
        ("pacific", "the Indo-Pacific", ["Pacific"]),
        ("indo", "the Indo-Pacific", ["Indo"]),
        ("into", "in to", []),
        ("in to", "into", []),
        ("in to", "in to", ["in", "to"]),
        ("air defence", "defence of the air", ["defence", "air"]),
        ("eu-led", "the EU’s led; EU-led", ["EU’s led", "EU-led"]),
        ("euled", "an EU’s-led", ["EU’s-led"]),
        ("raid", "counter-air-raid", ["raid"]),
    ],
)
def test_parts_of_compounds(query: str, text: str, found: list[str]) -> None:
    assert lit(query, text) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("partner", "partners", ["partners"]),
        ("partners", "a partner", ["partner"]),
        ("allies", "an Ally, allied", ["Ally"]),
        ("man", "two men", ["men"]),
        ("foot", "on ten feet", ["feet"]),
        ("spokespeople", "a spokesperson", ["spokesperson"]),
        ("deter", "deterring, deterrence", []),
        ("deter*", "deterring, deterrence, to deter", ["deterring", "deterrence", "deter"]),
        ("police", "a policy", []),
    ],
)
def test_a_finished_word_is_lit_in_its_other_forms(query: str, text: str, found: list[str]) -> None:
    assert lit(query, text) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ('"air defence"', "air\ndefence, air  defence", ["air\ndefence", "air  defence"]),
        ('"air defence"', "air\n\ndefence", ["air\n\ndefence"]),
        ('"air defence"', "air defences", []),
        ('"air defence"', "air and defence", []),
        ('"air defence"', "air-defence", ["air-defence"]),
        ('"Ukraine\'s need"', "Ukraine’s\u00a0need", ["Ukraine’s\u00a0need"]),
        ('"indo pacific region"', "Indo-Pacific Region", ["Indo-Pacific Region"]),
        ('"the indopacific"', "in the Indo-Pacific", ["the Indo-Pacific"]),
        ('"air air"', "air air air air air", ["air air", "air air"]),
        ('"partner"', "partner, partners", ["partner"]),
    ],
)
def test_a_phrase_is_lit_whole_over_line_ends_too(query: str, text: str, found: list[str]) -> None:
    assert lit(query, text) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("def", "air defence, defined", ["defence", "defined"]),
        ("air d", "air defence of Denmark", ["air", "defence", "Denmark"]),
        ("d air", "d-day in the air", ["d", "air"]),
        ('"air d', "air defence, air raid", ["air defence"]),
        ("ukraine’", "Ukraine’s", ["Ukraine"]),
        ("U.", "U.S. troops", ["U.S"]),
        ("6,9", "6,900 troops", ["6,900"]),
        ("1,000", "1,000.5 tonnes", ["1,000.5"]),
        ("indo-p", "Indo-Pacific", ["Indo-Pacific"]),
        ("ind", "Indo-Pacific", ["Indo"]),
        ("indopac", "Indo Pacific", ["Indo Pacific"]),
        ("allya", "ally allyair", ["allyair"]),
        ("s", "Ukraine’s", []),
        ("partners", "partner", []),
    ],
)
def test_the_word_being_typed_lights_what_begins_with_it(
    query: str, text: str, found: list[str]
) -> None:
    assert lit(query, text, typing=True) == found


@pytest.mark.parametrize(
    "query", ["-air", "NOT air", "-(air defence)", '-"air defence"', "-title:air"]
)
def test_what_is_excluded_is_never_lit(query: str) -> None:
    assert lit(f"{query} nato", "NATO air defence", typing=True) == ["NATO"]
    assert lit_in_title(f"{query} nato", "NATO air defence") == ["NATO"]


@pytest.mark.parametrize("query", ["air OR sea", "(air OR (sea land))", "sea air"])
def test_every_branch_is_lit(query: str) -> None:
    assert lit(query, "by air and sea") == ["air", "sea"]


def test_a_word_asked_of_the_title_is_lit_in_titles_only() -> None:
    assert lit("title:ukraine need", "Ukraine’s need") == ["need"]
    assert lit_in_title("title:ukraine need", "Ukraine’s need") == ["Ukraine", "need"]
    assert lit_in_title('title:"air defence"', "Air Defence") == ["Air Defence"]


@pytest.mark.parametrize(
    "query",
    ["kind:news", "source:NATO", "by:Stoltenberg", "date:2024", "since:2024", "date:none", ""],
)
def test_facts_and_dates_light_nothing(query: str) -> None:
    text = "NATO news of 2024, by Mr Stoltenberg; none since"
    assert lit(query, text) == []
    assert lit_in_title(query, text) == []


@pytest.mark.parametrize("text", ["", "…", "\x00", "\ud800", "\u0301", "🙂"])
def test_a_text_without_words_is_not_lit(text: str) -> None:
    assert lit("air", text) == []


def test_what_surrounds_a_word_does_not_matter() -> None:
    for char in "\x00\x1b\ud800\u202e\u2028🙂…—\t\u3000<[":
        assert lit("air", f"{char}air{char}") == ["air"]


def test_every_word_of_a_long_text_is_lit() -> None:
    text = "air-" * 20_000 + "a." * 20_000
    assert len(lit("air", text)) == 20_000
    assert lit("a", text) == []
    assert len(list(words(text))) == 20_001
