"""Titles of other releases in a text: found word for word, and only where they name one release."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index import Library, Release, stoppable
from natoread_index.stopping import Stopped
from natoread_index.storage import quoted as quoting
from natoread_index.storage.prints import _number, of_titles
from natoread_index.wording import letters
from natoread_index.words import words

VISIT = Release("NATO Military Committee visits Finland", "They met in Helsinki.", "NATO")
NEED = Release("NATO’s most urgent need: more air defence", "It was said in Brussels.", "NATO")
LONGER = Release(f"{VISIT.title} and Sweden", "They met in Stockholm, too.", "NATO")


def quoted(library: Library, body: str, title: str = "What was said since") -> list[str]:
    """The titles found in a text that the library has come to hold: as there, and whose they are.

    Where the two differ, both are told.
    """
    with_text = Release(title, body, "NATO")
    library.add([with_text])
    found = library.quoted(library.number(with_text.id))
    named = [(body[a:b], library.release(number).title) for a, b, number in found]
    return [there if there == held else f"{there} = {held}" for there, held in named]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (f"See “{VISIT.title}”.", [VISIT.title]),
        (f"Read also:\n\n{VISIT.title}\n{NEED.title}", [VISIT.title, NEED.title]),
        (f"First {VISIT.title}, then {VISIT.title}.", [VISIT.title] * 2),
        (f"The NATO Allies asked: {VISIT.title} again?", [VISIT.title]),
        ("NATO military committee VISITS  Finland", None),
        ("NATO's Most Urgent Need – More Air-Defence", None),
        ("NATO Military Committee visits\nFinland", []),
        ("NATO Military Committee often visits Finland", []),
        ("Our nATO Military Committee visits Finland", []),
        ("NATO Military Committee visits Finlandia", []),
        ("", []),
    ],
)
def test_a_title_is_found_where_it_stands_word_for_word(
    library: Library, body: str, titles: list[str] | None
) -> None:
    library.add([VISIT, NEED])
    found = quoted(library, body)
    assert len(found) == 1 if titles is None else found == titles


def test_of_two_titles_in_one_place_the_longer_one_counts(library: Library) -> None:
    library.add([VISIT, LONGER])
    assert quoted(library, f"{LONGER.title}. {VISIT.title}.") == [LONGER.title, VISIT.title]


def test_a_title_of_few_words_or_of_several_releases_names_none(library: Library) -> None:
    brief = Release("Statement by the President", "All is calm today.", "NATO")
    library.add([brief, VISIT, replace(VISIT, body="Years before, others had met in Tampere.")])
    assert quoted(library, f"{brief.title}. {VISIT.title}.") == []


def test_a_release_does_not_lead_to_itself(library: Library) -> None:
    assert quoted(library, f"{VISIT.title}.", VISIT.title) == []


def test_a_removed_release_is_named_no_more(library: Library) -> None:
    library.add([VISIT])
    assert quoted(library, f"See {VISIT.title}.") == [VISIT.title]
    library.remove([library.number(VISIT.id)])
    assert quoted(library, f"So see {VISIT.title}.", "Another") == []


def test_a_long_text_is_looked_up_in_parts_and_can_be_given_up(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quoting, "_AT_ONCE", 7)
    library.add([VISIT, NEED])
    body = f"Of Many Other Things First. {VISIT.title}. And So On, {NEED.title}."
    assert quoted(library, body) == [VISIT.title, NEED.title]
    with pytest.raises(Stopped), stoppable(lambda: True):
        library.quoted(library.newest[-1])


@given(st.text("aB ’s.-Ää1\u00ad"))
def test_words_leave_the_print_that_the_title_of_them_left(title: str) -> None:
    of_words = [word.text for word in words(title) if word.text != "s"]
    assert [*of_titles(of_words)][-1:] == [_number(f"{letters(title)} title")] * bool(of_words)
