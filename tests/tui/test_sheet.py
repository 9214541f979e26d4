"""A release as one text to read."""

from hypothesis import given
from hypothesis import strategies as st
from tests.tui.fake_library import FakeLibrary

from natoread.clean import clean
from natoread.sheet import Sheet, opened
from natoread_index import Place, Query, Release

RELEASE = Release("Talks in Tallinn", "Ministers met.\n\nTallinn was calm.", "NATO")


def test_title_facts_and_body_stand_one_below_the_other() -> None:
    sheet = Sheet.of(RELEASE)
    assert sheet.text == (
        "Talks in Tallinn\nundated\xa0· NATO\xa0· 5\xa0words\xa0· 1\xa0min\n\n"
        "Ministers met.\n\nTallinn was calm."
    )
    assert sheet.text[sheet.facts_at :].startswith("undated")
    assert sheet.text[sheet.body_at :] == RELEASE.body


def test_lights_are_those_of_title_and_body_and_none_of_the_facts() -> None:
    sheet = Sheet.of(RELEASE)
    lit = [sheet.text[slice(*light)] for light in sheet.lights(Query.parse("tallinn OR nato"))]
    assert lit == ["Tallinn", "Tallinn"]


@given(st.text(st.sampled_from("to\u2060\x1b\u202e \n")), st.text(st.sampled_from("to\u2060 \n")))
def test_lights_stay_on_their_words_when_the_text_is_cleaned(title: str, body: str) -> None:
    release = Release(title, body, "NATO")
    sheet, query = Sheet.of(release), Query.parse("to")
    lit = [sheet.text[slice(*light)] for light in sheet.lights(query)]
    published = [
        *(clean(title[slice(*light)]) for light in query.title_lights(title)),
        *(clean(body[slice(*light)]) for light in query.lights(body)),
    ]
    assert lit == published


def test_the_release_that_lies_open_is_lit_anew_and_not_laid_out_again() -> None:
    library = FakeLibrary([RELEASE])
    first = opened(library, 0, Query.parse("tallinn"), 40)
    again = opened(library, 0, Query.parse("calm"), 40, first)
    assert again.page.rows is first.page.rows
    assert len(again.page.lights) == 1
    library.releases[0] = Release(RELEASE.title, "All anew.", "NATO")
    assert "All anew." in opened(library, 0, Query(), 40, again).page.text


@given(st.text(st.sampled_from("ab \n"), max_size=60), st.data())
def test_a_place_leads_back_to_where_it_was_taken(body: str, draw: st.DataObject) -> None:
    sheet = Sheet.of(Release("Title", body, "NATO"))
    offset = draw.draw(st.integers(0, len(sheet.text)))
    back = sheet.offset_of(sheet.place_at(offset))
    assert back == (offset if offset > sheet.body_at else 0)


def test_a_place_in_a_text_that_has_become_shorter_is_the_nearest() -> None:
    sheet = Sheet.of(RELEASE)
    end = len(sheet.text)
    assert sheet.offset_of(Place(7, 0)) == sheet.text.index("Tallinn was")
    assert sheet.offset_of(Place(7, 400)) == end
    assert sheet.offset_of(Place(0, 400)) == sheet.text.index("Tallinn was")
