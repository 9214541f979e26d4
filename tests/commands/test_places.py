"""Where everything lies, and the samples as a library of their own."""

from pathlib import Path

import pytest

from natoread import places
from natoread.places import Places, sample_files
from natoread_index import Query


def test_a_named_library_has_its_index_inside(tmp_path: Path) -> None:
    named = Places.of(tmp_path / "press")
    assert named.library == tmp_path / "press"
    assert named.index == tmp_path / "press" / "index"


def test_a_home_may_be_written_as_a_tilde(home: Path) -> None:
    assert Places.of(Path("~/press")).library == home / "press"


def test_nothing_is_shared_by_library_index_config_and_state(home: Path) -> None:
    own = Places.of()
    assert len({own.library, own.index, own.samples, own.config, own.state}) == 5
    assert all(home in place.parents for place in (own.library, own.index, own.samples))


def test_naming_places_makes_none(home: Path) -> None:
    Places.of().open().close()
    assert not home.exists()


def test_the_samples_are_nine_releases_that_can_be_searched() -> None:
    with Places.of().open_samples() as samples:
        assert len(samples) == 9
        assert samples.search(Query.parse("geoana")).total == 2


def test_the_samples_are_made_once(home: Path) -> None:
    Places.of().open_samples().close()
    made = {file: file.stat().st_mtime_ns for file in home.rglob("*.db")}
    Places.of().open_samples().close()
    assert {file: file.stat().st_mtime_ns for file in home.rglob("*.db")} == made


def test_the_samples_never_touch_the_users_library(home: Path) -> None:
    own = Places.of()
    own.open_samples().close()
    assert not own.library.exists()
    assert not own.index.exists()
    with own.open() as library:
        assert len(library) == 0


def test_other_bundled_files_make_another_library_and_the_old_one_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Places.of()
    own.open_samples().close()
    newer = tmp_path / "newer.txt"
    newer.write_text("A new release\n\nSource: NATO\n\nIts text.\n", encoding="utf-8")
    monkeypatch.setattr(places, "sample_files", lambda: [newer])
    with own.open_samples() as samples:
        assert [release.title for release in samples] == ["A new release"]
    assert len(list(own.samples.iterdir())) == 1


def test_samples_left_half_made_are_finished() -> None:
    own = Places.of()
    with own.open_samples() as samples:
        index = samples.index_folder
    for file in index.iterdir():
        file.unlink()
    with own.open_samples() as samples:
        assert samples.search(Query.parse("geoana")).total == 2


def test_the_sample_files_are_text() -> None:
    assert [file.name for file in sample_files()] == ["nato-may-2024.txt"]
