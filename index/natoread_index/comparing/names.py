"""Names, numbers and dates among the words of a text: what tells one release from its sister."""

from collections.abc import Iterable

from natoread_index.comparing.edits import Edit, Edits
from natoread_index.wording import Word

_COUNTED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    " thousand million billion trillion first second third fourth fifth sixth seventh eighth ninth"
    " tenth"
)
_OPENERS = (
    "a an the this that these those it its he his she her we our us they their you your i my in on"
    " at by for from to of as with within without after before during since until when while where"
    " if unless because although though despite however moreover therefore thus hence meanwhile"
    " instead indeed also and or but yet so nor both either neither all some many most few each"
    " every no not such same other another over under about across through there here now then"
    " today once again further furthermore"
)
"""English words that have a capital letter only for opening a sentence."""

_NAMES, _NO_NAMES = frozenset(_COUNTED.split()), frozenset(_OPENERS.split())


def corrections(edits: Edits) -> list[Edit]:
    """Return the edits that put names, numbers or dates in the place of others."""
    return [edit for edit in edits.real if _is_correction(edit, edits)]


def exchanged(edits: Edits) -> bool:
    """Tell whether each text has names, numbers or dates that the other has nowhere."""
    lost = {name for edit in edits.real for name in names(edit.old, edits)}
    gained = {name for edit in edits.real for name in names(edit.new, edits)}
    old, new = edits.vocabularies
    return bool(corrections(edits) or (lost - new and gained - old))


def surely_exchanged(edits: Edits) -> bool:
    """Tell whether words that only one of the texts has show `exchanged`: this is seen at once."""
    kinds = edits.surely_lost, edits.surely_gained
    if not all(kinds):
        return False
    return all(map(_has_number, kinds)) or all(
        names((word for word in runs if word[0] in only), edits)
        for only, runs in zip(kinds, edits.runs, strict=True)
    )


def names(words: Iterable[Word], edits: Edits) -> set[str]:
    """Return those of `words` that are names or numbers, in either text of `edits`."""
    return {word for word, token in words if _is_name(word, token, edits)}


def _is_correction(edit: Edit, edits: Edits) -> bool:
    old, new = names(edit.old, edits), names(edit.new, edits)
    if old - new and new - old:
        return True
    known_before, known_after = edits.vocabularies
    is_new = new - known_before and any(map(_has_capital, edit.old))
    return bool(is_new or (old - known_after and any(map(_has_capital, edit.new))))


def _has_capital(word: Word) -> bool:
    return any(char.isupper() for char in word[1])


def _is_name(word: str, token: str, edits: Edits) -> bool:
    if _is_number(word):
        return True
    if not _has_capital((word, token)):
        return False
    if len(word) > 1 and token.isupper():
        return True
    return not (word in edits.small or word in _NO_NAMES or word.endswith("ly"))


def _has_number(words: Iterable[str]) -> bool:
    return any(map(_is_number, words))


def _is_number(word: str) -> bool:
    return word in _NAMES or any(map(str.isdecimal, word))
