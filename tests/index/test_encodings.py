"""The lines of a text, whatever its bytes are."""

import codecs
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.errors import Unreadable
from natoread_index.reading.encodings import Decoded

TEXT = "Déjà vu – “once”\n\nSource: NATO\n\nMircea Geoană spoke.\u00a0\n…and left – it’s over.\n"
WESTERN = TEXT.replace("ă", "a")
RUSSIAN = "Заявление генерального секретаря\n\nSource: НАТО\n\nСегодня министры обсудили план.\n"
POLISH = "Oświadczenie ministrów\n\nSource: Rząd\n\nWspólne ćwiczenia żołnierzy się zakończyły.\n"
JAPANESE = (
    "海底の発表\n\nSource: 経済省\n\n政府は新しい建設を発表しました。工事は秋に始まります。\n"
)
MILLION = 1 << 20


def decoded(content: bytes) -> Decoded:
    return Decoded(io.BytesIO(content), "june.txt")


def lines(content: bytes) -> list[str]:
    return list(decoded(content))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", TEXT),
        ("utf-8-sig", TEXT),
        ("utf-16", TEXT),
        ("utf-32", TEXT),
        ("utf-16-le", TEXT),
        ("utf-16-be", TEXT),
        ("utf-16-le", RUSSIAN),
        ("cp1252", WESTERN),
        ("cp1250", POLISH * 4),
        ("cp1251", RUSSIAN * 4),
        ("koi8-r", RUSSIAN * 4),
        ("cp866", RUSSIAN * 4),
        ("shift-jis", JAPANESE * 2),
        ("mac-roman", WESTERN * 4),
    ],
)
def test_a_text_in_any_encoding(encoding: str, text: str) -> None:
    file = decoded(text.encode(encoding))
    assert list(file) == text.split("\n")[:-1]
    assert file.repaired == 0


def test_marks_of_byte_order_on_both_sides() -> None:
    assert lines(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT.split("\n")[:-1]
    assert lines(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")) == TEXT.split("\n")[:-1]


def test_latin_1_is_read_as_the_superset_that_it_mostly_is() -> None:
    file = decoded("Déjà vu\n".encode("latin-1"))
    assert (list(file), file.encoding) == (["Déjà vu"], "cp1252")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\u2028"])
def test_line_ends_of_all_systems(end: str) -> None:
    assert lines(f"One{end}{end}two{end}three".encode()) == ["One", "", "two", "three"]
    assert lines(f"One{end}".encode("utf-16")) == ["One"]


def test_line_ends_may_be_mixed() -> None:
    assert lines(b"One\r\ntwo\rthree\nfour") == ["One", "two", "three", "four"]


def test_a_line_end_on_two_chunks_is_one() -> None:
    for before in range(MILLION - 2, MILLION + 2):
        assert lines(b"a" * before + b"\r\nb") == ["a" * before, "b"]


def test_a_character_on_two_chunks_is_one() -> None:
    for before in range(MILLION - 3, MILLION + 1):
        assert lines(b"a" * before + "“b”".encode()) == ["a" * before + "“b”"]


def test_a_line_separator_in_a_text_with_other_line_ends_is_no_line_end() -> None:
    assert lines("One\u2028two\n".encode()) == ["One\u2028two"]


def test_an_empty_text_has_no_line() -> None:
    assert lines(b"") == lines(codecs.BOM_UTF8) == lines(codecs.BOM_UTF16_LE) == []


def test_a_byte_of_another_encoding_further_on_is_read_as_cp1252_and_counted() -> None:
    sound = ["“Sound” lines"] * 100_000
    file = decoded("\n".join(sound).encode() + b"\nD\xe9j\xe0 vu \x96 and \x93on\x94")
    assert list(file) == [*sound, "Déjà vu – and “on”"]
    assert (file.encoding, file.repaired) == ("utf-8", 1)


def test_a_line_in_two_encodings() -> None:
    assert lines("“Sound” – ".encode() + b"it\x92s \xe9") == ["“Sound” – it’s é"]


def test_a_text_of_nothing_but_ascii_at_first_may_end_in_utf_8() -> None:
    assert lines(b"plain\n" * 300_000 + "Geoană".encode())[-1] == "Geoană"


def test_nul_bytes_go_and_are_counted() -> None:
    file = decoded(b"NA\0TO\nand more than a hundred other characters " + b"x" * 100)
    assert next(iter(file)) == "NATO"
    assert file.repaired == 1


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", b"%PDF-1.7\n" + bytes(range(32)) * 9, bytes(99)],
)
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"june\.txt: not a text"):
        decoded(content)


def test_a_text_that_turns_into_something_else_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"june\.txt: not a text"):
        lines(b"plain\n" * 200_000 + bytes(100_000))


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"june\.txt: a line of more than"):
        lines(b"a" * (18 * MILLION))


def test_lines_are_read_as_they_are_asked_for() -> None:
    file = io.BytesIO(b"line\n" * 2_000_000)
    assert next(iter(Decoded(file))) == "line"
    assert file.tell() <= 2 * MILLION


LEADS = "".join(map(chr, range(0xC2, 0xF5)))  # as which the first bytes of UTF-8 may be misread
SOUND = st.characters(exclude_categories=["C", "Zl", "Zp", "M"], exclude_characters=LEADS)


@given(st.lists(st.text(SOUND)))
def test_sound_utf_8_is_left_as_it_is(written: list[str]) -> None:
    text = "\n".join(["The Alliance’s “open” door – it’s NATO’s", *written, "end"])
    file = decoded(text.encode())
    assert list(file) == text.split("\n")
    assert file.repaired == 0


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(content: bytes) -> None:
    with suppress(Unreadable):
        assert all("\n" not in line for line in lines(content))
