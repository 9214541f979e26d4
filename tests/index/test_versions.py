"""A release that is issued again keeps its id, its origins, and what it was before."""

from tests.index.made import PLAIN, found, index, release

from natoread_index import Added, Kind, Library
from natoread_index.storage import versions
from natoread_index.storage.taking import Taken


def test_a_new_version_takes_the_place_of_the_old_which_is_kept(library: Library) -> None:
    old, new = release("The old text.", day="2024-05-28"), release("The new text.")
    library.add([old, PLAIN], "/a.txt")
    index(library)
    with library._writing() as database:
        assert versions.renew(database, 1, new) == 3
    index(library)
    assert library[old.id].body == "The new text."
    assert library[old.id].id == old.id
    assert library.versions(old.id) == [old, new]
    assert [some.id for some in library.versions(old.id)] == [old.id, old.id]
    assert (found(library, "old"), found(library, "new")) == ([], ["The new text."])
    assert (len(library), library.unindexed) == (2, 0)


def test_versions_are_counted_from_the_oldest(library: Library) -> None:
    texts = [release(f"text {n}") for n in range(12)]
    library.add(texts[:1])
    number = 1
    for text in texts[1:]:
        with library._writing() as database:
            number = versions.renew(database, number, text)
    assert library.versions(texts[0].id) == texts


def test_a_release_that_never_changed_has_one_version(library: Library) -> None:
    library.add([PLAIN])
    assert library.versions(PLAIN.id[:6]) == [PLAIN]
    assert library.origins(PLAIN.id) == []


def test_a_file_counts_as_taken_though_a_release_of_it_was_issued_again(library: Library) -> None:
    taken = Taken("stamp", 1, whole=True)
    library.add([PLAIN], "/a.txt", then=lambda: taken)
    with library._writing() as database:
        versions.renew(database, 1, release("new"))
    assert library.taken("/a.txt") == taken
    assert library.origins(PLAIN.id) == ["/a.txt"]
    assert library.brought_by("/a.txt") == {2: 0}


def test_the_caller_s_release_is_left_as_it_is(library: Library) -> None:
    new = release("new")
    own = new.id
    library.add([PLAIN])
    with library._writing() as database:
        versions.renew(database, 1, new)
    assert (new.id, library[PLAIN.id].kind) == (own, Kind.OTHER)
    assert library.add([release("another")]) == Added(added=1)
