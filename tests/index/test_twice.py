"""A library that is given the same release again, or the same one changed."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from tests.index.made import PLAIN, found, index, release
from tests.index.test_likeness import AT_PAGE, BODY, MAY, RELEASE, changed, dated

from natoread_index import Added, Library, Release
from natoread_index.storage import database, prints, tables

NOISY = replace(RELEASE, body=f"{BODY}\n\n###")
NEWER = changed(RELEASE, "must go on", "has to continue")
NEWEST = changed(NEWER, "before the summit", "before the next summit")


def test_a_print_is_folded_into_what_is_held_with_all_its_origins(library: Library) -> None:
    library.add([RELEASE], "/a.txt")
    assert library.add([NOISY], "/b.txt") == Added(duplicates=1)
    assert library.add([NOISY, RELEASE], "/c.txt") == Added(duplicates=1, unchanged=1)
    assert list(library) == [RELEASE]
    assert library.origins(RELEASE.id) == ["/a.txt", "/b.txt", "/c.txt"]


def test_what_is_issued_again_becomes_a_version_under_the_same_id(library: Library) -> None:
    library.add([RELEASE], "/a.txt")
    index(library)
    assert library.add([NEWER], "/b.txt") == Added(updated=1)
    index(library)
    assert library.add([NEWEST], "/c.txt") == Added(updated=1)
    index(library)
    assert library.versions(RELEASE.id) == [RELEASE, NEWER, NEWEST]
    assert library.origins(RELEASE.id) == ["/a.txt", "/b.txt", "/c.txt"]
    assert (len(library), found(library, "continue")) == (1, [NEWEST.body])
    assert found(library, '"must go on"') == []


def test_an_older_version_that_comes_again_changes_nothing(library: Library) -> None:
    library.add([RELEASE, NEWER, NEWEST])
    assert library.add([RELEASE, NEWER, NEWEST]) == Added(unchanged=3)
    assert library.add([NOISY]) == Added(duplicates=1)
    assert library.versions(RELEASE.id) == [RELEASE, NEWER, NEWEST]


def test_a_sister_is_another_release(library: Library) -> None:
    sisters = [RELEASE, changed(RELEASE, "300", "400"), changed(RELEASE, "Finland", "Sweden")]
    assert library.add(sisters) == Added(added=3)
    again = [replace(sister, body=f"{sister.body}\n\n###") for sister in sisters]
    assert library.add(again) == Added(duplicates=3)


def test_the_same_words_of_two_days_are_two_releases_each_with_its_id(library: Library) -> None:
    june = replace(MAY, dated=dated("2024-06-28"))
    assert library.add([MAY, june]) == Added(added=2)
    assert library.add([june, MAY, RELEASE]) == Added(unchanged=3)
    ids = {some.id for some in library}
    assert (len(ids), RELEASE.id in ids) == (2, True)
    assert library.add([changed(june, "300 troops", "400 troops")]) == Added(updated=1)
    assert {some.id for some in library} == ids


def test_a_dry_run_says_what_would_be(library: Library) -> None:
    some = [NOISY, NEWER, NEWER, NEWEST, PLAIN, PLAIN, release("Another.", title="Another")]
    for held in ([], [RELEASE]):
        library.add(held)
        would = library.add(some, dry_run=True)
        assert list(library) == held
    assert would == Added(added=2, updated=2, unchanged=2, duplicates=1)
    assert library.add(some) == would


def test_what_was_removed_comes_back_under_its_lasting_id(library: Library) -> None:
    library.add([RELEASE, NEWER])
    library.remove(list(library.newest))
    assert library.add([NEWER]) == Added(added=1)
    assert [some.id for some in library] == [RELEASE.id] != [NEWER.id]
    assert library.add([RELEASE]) == Added(updated=1)
    library.remove(list(library.newest))
    assert library.add([RELEASE, NEWER]) == Added(added=1, updated=1)
    assert library.versions(RELEASE.id) == [RELEASE, NEWER]


def test_what_is_removed_leaves_no_prints(library: Library) -> None:
    library.add([RELEASE, NEWER, AT_PAGE, MAY, PLAIN])
    library.remove(list(library.newest))
    assert library._database.execute("SELECT count(*) FROM prints").fetchone() == (0,)


def test_what_is_put_back_is_recognised_again(library: Library) -> None:
    library.add([RELEASE, NEWER])
    numbers = list(library.newest)
    removed = library.wholes(numbers)
    library.remove(numbers)
    library.put_back(removed)
    assert library.add([NEWEST, RELEASE, NEWER]) == Added(updated=1, unchanged=2)


def test_a_release_from_before_there_were_prints_is_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(prints, "keep", lambda *_: None)
        with Library.open(tmp_path) as library:
            library.add([RELEASE, PLAIN])
            library._database.execute(tables.MIGRATIONS[-1].split(";")[-2])
    with Library.open(tmp_path) as library:
        assert list(library.make_comparable()) == [(0, 2), (2, 2)]
        assert list(library.make_comparable()) == []
        assert library.add([NOISY, NEWER]) == Added(duplicates=1, updated=1)


def test_a_release_from_before_titles_could_lose_letters_is_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = replace(RELEASE, title="President Niinistö of Finland visits the headquarters")
    lost = replace(held, title=held.title.replace("ö", "?"))
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", tables.MIGRATIONS[:7])
        patch.setattr(prints._Prints, "_of_damage", lambda *_: ())
        with Library.open(tmp_path) as library:
            library.add([held])
    prints._prints.cache_clear()
    with Library.open(tmp_path) as library:
        assert list(library.make_comparable()) == [(0, 1), (1, 1)]
        assert library.add([lost]) == Added(duplicates=1)


def test_two_programs_may_prepare_a_library_of_an_older_one_at_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("natoread_index.library._AT_ONCE", 1)
    library.add([RELEASE, PLAIN])
    library._database.execute(tables.MIGRATIONS[-1].split(";")[-2])
    preparing = library.make_comparable()
    assert [next(preparing), next(preparing)] == [(0, 2), (1, 2)]
    with Library.open(library.folder) as other:
        assert list(other.make_comparable()) == [(0, 1), (1, 1)]
    assert list(islice(preparing, 2)) == [(2, 2)]


def test_the_likeliest_of_many_with_one_title_are_compared_and_no_more(library: Library) -> None:
    title = "Nominations Sent to the Senate"
    many = [release(f"Name{n} " + BODY.replace("a", f"a{n}"), title=title) for n in range(100)]
    library.add(many)
    noisy = replace(many[3], body=f"{many[3].body}\n\n###")
    candidates = prints.candidates(library._database, noisy)
    assert len(candidates) <= 6
    assert library.release(candidates[0]) == many[3]
    assert library.add([noisy, *many]) == Added(duplicates=1, unchanged=100)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_title_that_lost_a_letter_is_known_again(library: Library, swapped: bool) -> None:
    held = replace(RELEASE, title="Prime Minister’s talks with President Niinistö of Finland")
    lost = replace(held, title=held.title.replace("’", "?").replace("ö", "?"))
    first, second = (lost, held) if swapped else (held, lost)
    assert library.add([first]) == Added(added=1)
    assert library.add([second]) == Added(duplicates=1)


def test_a_sign_that_is_no_letter_finds_no_more_by_the_title(library: Library) -> None:
    many = [f"Name{n} " + BODY.replace("a", f"a{n}") for n in range(4)]
    library.add(release(body, title="Nominations Sent to the\u00a0Senate’s clerk") for body in many)
    other = release(BODY.replace("a", "b"), title="Nominations Sent to the\u00a0Senate’s clerk")
    assert prints.candidates(library._database, other) == []


def test_a_title_of_which_little_is_left_finds_nothing_by_that(library: Library) -> None:
    library.add([replace(RELEASE, title="Ένστολοι στο ΝΑΤΟ 2024")])
    assert library.add([replace(RELEASE, title="???????? ??? ???? 2024")]) == Added(added=1)


def test_a_text_that_is_an_address_is_known_among_its_sisters(library: Library) -> None:
    many = [release(f"To view the letter, visit https://a.example/{n}.pdf") for n in range(20)]
    assert library.add(many) == Added(added=20)
    again = [replace(one, body=f"{one.body}\n\n###\n\nRead more") for one in many]
    assert library.add(again) == Added(duplicates=20)


def test_a_short_text_is_found_by_its_title_though_all_of_it_changed(library: Library) -> None:
    held = Release("A title", "Lid at noon.", "NATO", url=AT_PAGE.url)
    library.add([held])
    assert library.add([replace(held, body="Lid at noon today.")]) == Added(updated=1)


def test_a_text_of_signs_only_is_held(library: Library) -> None:
    signs = release("* * *\n\n###")
    assert library.add([signs, replace(signs, body="###")]) == Added(added=1, duplicates=1)
