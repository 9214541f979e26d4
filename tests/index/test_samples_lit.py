"""The sample releases, lit."""

import pytest

from natoread_index import Query, Release
from natoread_index.words import words


def lit(release: Release, query: Query) -> bool:
    return bool(query.title_lights(release.title) or query.lights(release.body))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("Geoana", 2),
        ("GEOANĂ", 2),
        ("Rovajarvi", 1),
        ("Ukraine's", 5),
        ("Ukraine", 5),
        ("indopacific", 3),
        ("Indo Pacific", 3),
        ("Indo-Pacific", 3),
        ("multi-year", 2),
        ("title:Ukraine", 2),
        ("title:NATO", 9),
        ("foo AND", 0),
        ("-Ukraine", 0),
    ],
)
def test_releases_that_say_what_is_asked_are_lit(
    nine_releases: list[Release], query: str, count: int
) -> None:
    asked = Query.parse(query)
    assert sum(lit(release, asked) for release in nine_releases) == count


def test_typing_a_word_of_a_title_lights_it_at_every_letter(nine_releases: list[Release]) -> None:
    for title in {release.title for release in nine_releases}:
        for word in words(title):
            for at in range(word.start + 1, word.end + 1):
                lights = Query.parse(title[word.start : at], typing=True).title_lights(title)
                assert any(span.start <= word.start and word.end <= span.end for span in lights)


def test_a_snippet_shows_what_was_found_or_the_opening(nine_releases: list[Release]) -> None:
    query = Query.parse("ukraine air")
    for release in nine_releases:
        snippet = query.snippet(release.body)
        assert snippet.lights == query.lights(snippet.text)
        assert snippet.lights or not query.lights(release.body)
        assert len(snippet.text) < 400
