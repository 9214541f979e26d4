"""What is told of the difference between two versions."""

from dataclasses import replace

import pytest
from tests.index.made import PLAIN
from tests.index.test_likeness import BODY, RELEASE, changed

from natoread_index import Library, Release
from natoread_index.comparing.difference import Difference, Sign, difference

NEWER = changed(RELEASE, "300 troops", "400 troops")


def between(old: Release, new: Release) -> Difference:
    return difference([old, new], 2)


def signs(found: Difference) -> str:
    return "".join(line.sign for line in found.lines)


def lit(found: Difference) -> list[str]:
    return [line.text[start:end] for line in found.lines for start, end in line.lights]


def test_a_line_that_changed_is_shown_as_it_was_and_as_it_is() -> None:
    found = between(RELEASE, NEWER)
    assert (found.version, found.versions, found.changed) == (2, 2, 1)
    assert signs(found) == "    -+  "
    assert lit(found) == ["300", "400"]


def test_layout_is_no_difference() -> None:
    wrapped = BODY.replace("s and ", "s\nand ").replace("“", '"').replace("’", "'")
    found = between(RELEASE, replace(RELEASE, body=wrapped))
    assert (found.changed, signs(found)) == (0, " " * 7)
    assert [line.text for line in found.lines][2:3] == [BODY.split("\n\n")[0].replace("’", "'")]


@pytest.mark.parametrize(
    ("body", "expected", "count"),
    [
        (f"{BODY}\n\nMore.\n\nAnd more.", "       ++", 2),
        (BODY[: BODY.rindex("\n\n")], "      -", 1),
        (f"First.\n\n{BODY}", "  +     ", 1),
        ("Other.", "  -----+", 5),
        ("", "  -----", 5),
    ],
)
def test_lines_that_came_and_left_are_counted(body: str, expected: str, count: int) -> None:
    found = between(RELEASE, replace(RELEASE, body=body))
    assert (signs(found), found.changed) == (expected, count)


def test_another_title_is_a_line_that_changed() -> None:
    found = between(RELEASE, replace(RELEASE, title="Defence ministers met"))
    assert (signs(found)[:3], lit(found)) == ("-+ ", ["meet", "met"])


def test_the_first_version_differs_from_nothing() -> None:
    found = difference([RELEASE, NEWER], 1)
    assert (found.version, found.versions, found.changed) == (1, 2, 0)


def test_what_is_near_a_change_is_shown_and_gaps_are_told() -> None:
    found = between(RELEASE, NEWER)
    near = [line and line.sign for line in found.near(1)]
    assert near == [None, Sign.STAYED, Sign.LEFT, Sign.CAME, Sign.STAYED, None]
    assert list(found.near(9)) == list(found.lines)
    assert list(between(RELEASE, RELEASE).near(1)) == [None]


def test_a_library_tells_it_of_what_was_issued_again(library: Library) -> None:
    library.add([RELEASE, changed(RELEASE, "must go on", "has to continue"), PLAIN])
    found = library.difference(RELEASE.id[:8])
    assert found
    assert (found.version, found.versions, found.changed) == (2, 2, 1)
    assert library.difference(RELEASE.id, 2) == found
    assert library.difference(RELEASE.id, 1) is library.difference(RELEASE.id, 3) is None
    assert library.difference(PLAIN.id) is None
