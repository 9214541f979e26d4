"""What is known of where the user is, across libraries that change."""

import json
from pathlib import Path

import pytest

from natoread_index import Left, Library, LibraryLocked, Place, Release, ReleaseId, Sort
from natoread_index.storage.lock import writing

ONE, TWO = ReleaseId("1" * 32), ReleaseId("2" * 32)


def test_a_place_is_known_by_the_release_and_changes_with_it(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.places.get(ONE) is None
        library.places.keep({ONE: Place(3, 14), TWO: Place(0, 0)})
        library.places.keep({ONE: Place(4, 0)})
    with Library.open(tmp_path) as library:
        assert library.places.get(ONE) == Place(4, 0)
        assert library.places.get(TWO) == Place(0, 0)


def test_looking_for_a_place_makes_no_library(tmp_path: Path) -> None:
    with Library.open(tmp_path / "none") as library:
        assert library.places.get(ONE) is None
        assert library.places.left is None
        assert library.places.number(ONE) is None
    assert not (tmp_path / "none").exists()


def test_where_all_was_left_is_kept_with_the_places(tmp_path: Path) -> None:
    left = Left("ukrain", unfinished=True, exact=True, sort=Sort.OLDEST, release=ONE)
    with Library.open(tmp_path) as library:
        library.places.keep({}, left)
        library.places.keep({TWO: Place(1, 2)})
        assert library.places.left == left


def test_what_another_version_left_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    told = {"query": "nato", "sort": "by mood", "mood": "calm"}
    with Library.open(tmp_path) as library:
        library.places.keep({}, Left())
        database = library._store.database
        database.execute("UPDATE about SET value = ? WHERE name = 'left'", (json.dumps(told),))
        assert library.places.left == Left("nato")


def test_a_release_has_a_number_as_long_as_it_is_held(tmp_path: Path) -> None:
    release = Release("Title", "Body", "NATO")
    with Library.open(tmp_path) as library:
        library.add([release])
        assert library.places.number(release.id) == library.newest[0]
        library.remove([*library.newest])
        assert library.places.number(release.id) is None
        library.places.keep({release.id: Place(0, 2)})
        library.add([release])
        assert library.places.get(release.id) == Place(0, 2)


def test_while_another_program_writes_nobody_waits(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.places.keep({ONE: Place(1, 1)})
        with writing(tmp_path, "library"), pytest.raises(LibraryLocked):
            library.places.keep({ONE: Place(2, 2)})
        assert library.places.get(ONE) == Place(1, 1)


def test_a_release_is_known_by_its_address(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.number_at("https://nato.int/1") is None
        library.add([Release("Title", "Body", "NATO", url="https://nato.int/1")])
        assert library.number_at("https://nato.int/1") == library.newest[0]
        assert library.number_at("https://nato.int/2") is None
