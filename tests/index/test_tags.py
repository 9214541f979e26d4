"""Tags: what is the same tag, and what is typed to put tags on and take them off."""

import pytest

from natoread_index import Retagging
from natoread_index.queries.tags import tag_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Summit", "summit"),
        ("Vilnius-Summit", "vilniussummit"),
        ("Geoană", "geoana"),
        ("§", "§"),
        ("+1", "1"),
    ],
)
def test_a_tag_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert tag_key(one) == tag_key(other) != ""


@pytest.mark.parametrize(
    ("typed", "on", "off"),
    [
        ("+summit -draft", ("summit",), ("draft",)),
        ("summit x", ("summit", "x"), ()),
        ("+a +a -b", ("a",), ("b",)),
        ("+ - *", (), ()),
        ("+a(b)* -“c”", ("ab",), ("c",)),
        ("--a ++b", ("b",), ("a",)),
        ("", (), ()),
    ],
)
def test_tags_are_typed_with_plus_and_minus(
    typed: str, on: tuple[str, ...], off: tuple[str, ...]
) -> None:
    read = Retagging.of(typed.split())
    assert read == (on, off)
    assert bool(read) == bool(on or off)


def test_what_was_read_can_be_said_and_read_again() -> None:
    read = Retagging.of(["summit", "-draft", "+x"])
    assert str(read) == "+summit +x -draft"
    assert Retagging.of(str(read).split()) == read
