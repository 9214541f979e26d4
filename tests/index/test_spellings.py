"""British and American spellings: finished words, and words still being typed."""

import re
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.queries.forms import forms
from natoread_index.queries.spellings import begun, pairs, spellings
from natoread_index.words import fold, folded

PAIRS = tuple(pairs())
EITHER_WAY = [each for pair in PAIRS for each in (pair, pair[::-1])]
ONE_SPELLING = """
advise advised advisable arise bases browse chemise citizen compromise comprise concise contour
cruise demise despise devise disguise doctor downsized enterprise excise exercise exercised
exercises expertise four franchise hour improvise improvisation liaise likewise merchandise misers
noise oversize paradise parameter diameter poise practical praise precise premise premises prize
prized promise promised promising raise raising realism resized revise revised rise rising sector
seize seizes size sized sizes supervise surprise surprised surprising televised tour treatise
uprising wise analysis analyses analyst crises emphasis organism cheque check storey story tyre tire
colorado coloradans laboratory controlled patrolled compelled central offensive licensed artificial
program1 nato us
"""

CENTRAL = """
acknowledges advised advisory analysis analyst archers artificial calibrated catalysts centenary
centennial central centrist convened dialect equality equally esther honorary initialises initially
judges lodges medallions metallic offensive paralysis practical protested skilled skills spectrum
theatrical totalitarian totality totally
"""
"""Words that begin like another of two spellings, as *central* begins like *centre*."""

a_pair = st.sampled_from(EITHER_WAY)
endings = st.sampled_from(
    ["e", "es", "ed", "ing", "er", "ers", "ation", "ations", "ational", "able"]
)
ise_stems = st.sampled_from(["organ", "modern", "emphas", "real", "critic", "incentiv", "author"])
letters = st.text(ascii_lowercase, min_size=1, max_size=12)
nearly = st.builds(
    "{}{}{}".format, letters, st.sampled_from(["is", "iz", "our", "ll", ""]), letters
)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organise", "organize"),
        ("organises", "organizes"),
        ("organised", "organized"),
        ("organising", "organizing"),
        ("organiser", "organizer"),
        ("organisations", "organizations"),
        ("organisational", "organizational"),
        ("recognisable", "recognizable"),
        ("modernisation", "modernization"),
        ("demilitarised", "demilitarized"),
        ("emphasise", "emphasize"),
        ("criticised", "criticized"),
        ("incentivise", "incentivize"),
        ("authorisation", "authorization"),
        ("sympathise", "sympathize"),
        ("fertiliser", "fertilizer"),
        ("analyse", "analyze"),
        ("analysed", "analyzed"),
        ("analysing", "analyzing"),
        ("paralysed", "paralyzed"),
        ("colour", "color"),
        ("honours", "honors"),
        ("harbouring", "harboring"),
        ("neighbourhood", "neighborhood"),
        ("labourers", "laborers"),
        ("favourite", "favorite"),
        ("behavioural", "behavioral"),
        ("armoured", "armored"),
        ("endeavours", "endeavors"),
        ("centre", "center"),
        ("centred", "centered"),
        ("theatres", "theaters"),
        ("kilometres", "kilometers"),
        ("metre", "meter"),
        ("fibre", "fiber"),
        ("calibre", "caliber"),
        ("manoeuvre", "maneuver"),
        ("manoeuvres", "maneuvers"),
        ("manoeuvred", "maneuvered"),
        ("manoeuvring", "maneuvering"),
        ("defence", "defense"),
        ("defences", "defenses"),
        ("defenceless", "defenseless"),
        ("offence", "offense"),
        ("pretence", "pretense"),
        ("licence", "license"),
        ("practised", "practiced"),
        ("practising", "practicing"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("dialogue", "dialog"),
        ("catalogued", "cataloged"),
        ("travelled", "traveled"),
        ("signalling", "signaling"),
        ("modelling", "modeling"),
        ("counsellor", "counselor"),
        ("labelled", "labeled"),
        ("cancelled", "canceled"),
        ("fuelled", "fueled"),
        ("marshalled", "marshaled"),
        ("combatting", "combating"),
        ("focussed", "focused"),
        ("skilful", "skillful"),
        ("fulfil", "fulfill"),
        ("fulfils", "fulfills"),
        ("enrolment", "enrollment"),
        ("anaesthetic", "anesthetic"),
        ("paediatric", "pediatric"),
        ("encyclopaedia", "encyclopedia"),
        ("foetus", "fetus"),
        ("archaeological", "archeological"),
        ("grey", "gray"),
        ("aluminium", "aluminum"),
        ("sceptical", "skeptical"),
        ("judgement", "judgment"),
        ("acknowledgements", "acknowledgments"),
        ("ageing", "aging"),
        ("ploughed", "plowed"),
        ("mould", "mold"),
        ("artefacts", "artifacts"),
        ("cosy", "cozy"),
        ("adviser", "advisor"),
        ("sizeable", "sizable"),
    ],
)
def test_both_spellings_find_each_other(british: str, american: str) -> None:
    assert spellings(british) == (american,)
    assert spellings(american) == (british,)


@pytest.mark.parametrize("word", ONE_SPELLING.split())
def test_a_word_that_is_spelled_one_way_stands_alone(word: str) -> None:
    assert spellings(word) == ()


@pytest.mark.parametrize(
    "text", ["Modernisation", "Man\u0153uvres", "Encyclop\u00e6dia", "F\u0153tus"]
)
def test_words_are_known_as_they_are_folded(text: str) -> None:
    assert spellings(text) == ()
    assert len(spellings(fold(text))) == 1


def test_a_plural_is_left_to_the_forms() -> None:
    assert "defenses" not in spellings("defence")
    found = {other for form in forms("defence") for other in spellings(form)}
    assert found == {"defense", "defenses"}


def test_no_pair_is_in_two_tables() -> None:
    assert len(set(PAIRS)) == len(PAIRS)
    assert not {british for british, _ in PAIRS} & {american for _, american in PAIRS}


def test_the_tables_hold_folded_single_words() -> None:
    for each in {each for pair in PAIRS for each in pair}:
        assert re.fullmatch("[a-z]{3,}", each)
        assert list(folded(each)) == [each]


@given(a_pair)
def test_pairs_hold_in_both_directions(pair: tuple[str, str]) -> None:
    word, other = pair
    assert other in spellings(word)
    assert word in spellings(other)


@given(ise_stems, endings)
def test_the_rule_holds_in_both_directions(stem: str, ending: str) -> None:
    assert spellings(f"{stem}is{ending}") == (f"{stem}iz{ending}",)
    assert spellings(f"{stem}iz{ending}") == (f"{stem}is{ending}",)


@given(st.one_of(st.text(), letters, nearly))
def test_no_text_is_its_own_other_spelling(text: str) -> None:
    for other in spellings(text):
        assert other != text
        assert text in spellings(other)
        assert re.fullmatch("[a-z]+", other)


@pytest.mark.parametrize(
    ("beginning", "others"),
    [
        ("defen", ()),
        ("defenc", ("defens",)),
        ("defence", ("defense",)),
        ("defens", ("defenc",)),
        ("offenc", ("offense",)),
        ("offens", ()),
        ("offense", ("offence",)),
        ("organi", ()),
        ("organis", ("organiz",)),
        ("organisat", ("organizat",)),
        ("organizat", ("organisat",)),
        ("organiz", ("organisa", "organise", "organisi")),
        ("organism", ()),
        ("realiz", ("realisa", "realise", "realisi")),
        ("realist", ()),
        ("emphasis", ()),
        ("emphasise", ("emphasize",)),
        ("promis", ()),
        ("exercis", ()),
        ("supervis", ()),
        ("downsiz", ()),
        ("colo", ()),
        ("colou", ("color",)),
        ("color", ("colour",)),
        ("colorad", ()),
        ("labor", ("labour",)),
        ("laborat", ()),
        ("centr", ()),
        ("central", ()),
        ("centre", ("center",)),
        ("cente", ()),
        ("theat", ()),
        ("theate", ("theatre",)),
        ("theatr", ()),
        ("manoe", ("maneu",)),
        ("maneu", ("manoe",)),
        ("travel", ()),
        ("travelle", ("travele",)),
        ("travelli", ("traveli",)),
        ("travele", ("travelle",)),
        ("totall", ()),
        ("program", ()),
        ("programm", ("program",)),
        ("programme", ("program",)),
        ("programmi", ()),
        ("programs", ("programmes",)),
        ("catalogu", ("catalog",)),
        ("paedi", ("pedia",)),
        ("artef", ("artifa",)),
        ("artif", ()),
        ("artifac", ("artefac",)),
        ("analys", ()),
        ("analysi", ()),
        ("analyse", ("analyze",)),
        ("analyz", ("analyse", "analysin")),
        ("judge", ()),
        ("judgm", ("judgem",)),
        ("skill", ()),
        ("skilf", ("skillf",)),
        ("advise", ()),
        ("adviso", ()),
        ("grey", ()),
        ("nato", ()),
        ("", ()),
    ],
)
def test_a_beginning_tells_its_other_spellings(beginning: str, others: tuple[str, ...]) -> None:
    assert begun(beginning) == others


def test_once_letters_differ_the_other_word_is_told_unless_a_third_begins_so() -> None:
    for word, other in EITHER_WAY:
        for end in range(5, len(word) + 1):
            if not other.startswith(word[:end]):
                told = any(other.startswith(each) for each in begun(word[:end]))
                assert told or f" {word[:end]}" in CENTRAL.replace("\n", " ")


def test_four_letters_tell_nothing() -> None:
    assert not any(begun(word[:end]) for pair in PAIRS for word in pair for end in range(5))


def test_as_many_letters_are_told_as_are_typed_and_a_few_more_at_most() -> None:
    for word, _ in EITHER_WAY:
        for end in range(5, len(word) + 1):
            assert all(abs(len(each) - end) <= 3 for each in begun(word[:end]))


@given(a_pair)
def test_a_whole_word_tells_the_whole_of_the_other(pair: tuple[str, str]) -> None:
    word, other = pair
    if len(word) >= 5 and not other.startswith(word):
        assert any(other.startswith(each) for each in begun(word))


@given(ise_stems, endings, st.sampled_from(["sz", "zs"]))
def test_a_beginning_by_the_rule_never_loses_the_other_word(
    stem: str, ending: str, both: str
) -> None:
    word, other = (f"{stem}i{letter}{ending}" for letter in both)
    first = 3 if stem.endswith("s") else 2  # *emphasis* tells nothing yet
    for end in range(len(stem) + first, len(word) + 1):
        assert any(other.startswith(each) for each in begun(word[:end]))


@given(st.one_of(st.text(), letters, nearly))
def test_every_text_may_be_a_beginning(text: str) -> None:
    told = begun(text)
    assert text not in told
    assert len(set(told)) == len(told)
    for each in told:
        assert re.fullmatch("[a-z]{5,}", each)
