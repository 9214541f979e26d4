"""What was changed between two texts, and that what is seen at once is so."""

from hypothesis import example, given
from hypothesis import strategies as st

from natoread_index import Release
from natoread_index.comparing.edits import Edits
from natoread_index.comparing.names import exchanged, surely_exchanged
from natoread_index.comparing.sides import side
from natoread_index.comparing.texts import Text

WORDS = ("Oslo", "Kiel", "NATO", "2024", "12", "seven", "Talks", "talks", "the", "s", "Erdoğan",
         "Erdo?an", "Erdo\ufffdan", "Ukraine’s", "Ukraine?s", "Ukraine", "ukraines", "White?House",
         "White", "House", "WhiteHouse", "S", "s’s", "?", "firmly")  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
@example("s s Oslo", "s Oslo")
@example("", "s")
@example("White House", "WhiteHouse")
@example("in Oslo with Erdoğan", "in Oslo with Erdo?an")
@example("Erdo?an 2024", "Erdoğan")
def test_what_is_seen_at_once_is_what_a_comparison_word_by_word_tells(old: str, new: str) -> None:
    edits = Edits(Text(old), Text(new))
    assert edits.are_real == bool(edits.real)
    assert {word for edit in edits.real for word, _ in edit.old} >= edits.surely_lost
    assert {word for edit in edits.real for word, _ in edit.new} >= edits.surely_gained
    assert exchanged(edits) or not surely_exchanged(edits)


@given(TEXTS)
def test_words_and_letters_are_those_of_the_runs(text: str) -> None:
    words = [word for word, _ in Text(text).pairs]
    assert Text(text).words == words
    assert Text(text).joined == "".join(word for word in words if word != "s")
    assert [pair for piece in Text(text).pieces for pair in piece] == Text(text).pairs


def test_each_of_two_sisters_has_a_name_or_number_of_its_own() -> None:
    assert surely_exchanged(Edits(Text("They met in Oslo"), Text("They met in Kiel")))
    assert surely_exchanged(Edits(Text("order 17 of May"), Text("order 18 of May")))
    assert not surely_exchanged(Edits(Text("order 17 of May"), Text("order of 17 May")))
    assert not surely_exchanged(Edits(Text("They met in Oslo"), Text("They met")))
    assert not surely_exchanged(Edits(Text("They met again"), Text("They talked again")))


def test_what_may_be_damage_is_not_told_at_once() -> None:
    edits = Edits(Text("Mr Erdoğan came"), Text("Mr Erdo?an came"))
    assert not edits.surely_lost
    assert not edits.are_real


def test_a_release_is_read_once_for_all_that_it_is_compared_with() -> None:
    long = Release("A long one", "They met in Oslo. " * 400, "NATO")
    for release in (Release("A title", "They met in Oslo.", "NATO"), long):
        same = Release(release.title, release.body, release.source)
        assert side(release) is side(same)
        assert side(release).text.vocabulary == {"they", "met", "in", "oslo"}


def test_a_side_has_neither_damage_nor_furniture() -> None:
    one = side(Release("A title", "They metâ€™s in Oslo.\n\n###", "NATO"))
    assert one.core == "They met’s in Oslo."
    assert one.letters == "theymetinoslo"
    assert side(Release("A title", "Text.\n\nShare this", "NATO")).all_letters == "textsharethis"
