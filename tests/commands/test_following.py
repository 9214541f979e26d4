"""`follow`, `unfollow` and `sync`: from a feed on the web to what search finds."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.index.following.made_feeds import rss, whole
from tests.index.following.reader import teasers
from tests.index.following.site import SOON, Handler, Site, send, serving

from natoread_index import Library
from natoread_index.storage.lock import writing

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

NATO, EU = "https://nato.example/rss", "https://eu.example/atom"
NOTHING = {"added": 0, "updated": 0, "unchanged": 0, "duplicates": 0, "failed": 0}


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def opml(tmp_path: Path) -> Path:
    """A list of two feeds, as other programs export it."""
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="News">'
        f'<outline type="rss" text="NATO &amp; Allies" xmlUrl="{NATO}"/>'
        f'<outline type="rss" xmlUrl="{EU}"/><outline xmlUrl="ftp://old.example/"/>'
        "</outline></body></opml>"
    )
    return path


def test_a_feed_is_followed_and_listed(natoread: "CommandLine") -> None:
    ran = natoread("follow", NATO)
    assert (ran.code, ran.out, ran.err) == (0, "", f"following {NATO}\n")
    assert natoread("follow").out == f"{NATO}\n  never fetched yet\n"


def test_a_feed_is_followed_once(natoread: "CommandLine") -> None:
    natoread("follow", NATO)
    ran = natoread("follow", f"{NATO}#top", EU)
    assert ran.err == f"followed already: {NATO}\nfollowing {EU}\n"
    assert [feed["url"] for feed in natoread("follow", "--json").json["feeds"]] == [NATO, EU]


@pytest.mark.parametrize("from_stdin", [False, True])
def test_a_list_of_feeds_is_followed_with_its_titles(
    natoread: "CommandLine", opml: Path, from_stdin: bool
) -> None:
    stdin = opml.read_bytes() if from_stdin else b""
    assert natoread("follow", "-" if from_stdin else opml, stdin=stdin).code == 0
    feeds = natoread("follow", "--json").json["feeds"]
    assert [(feed["url"], feed["title"]) for feed in feeds] == [(NATO, "NATO & Allies"), (EU, EU)]


@pytest.mark.parametrize("word", ["nato.example/rss", "ftp://nato.example/", "https://", "http:x"])
def test_what_is_no_feed_is_a_mistake_and_nothing_is_followed(
    natoread: "CommandLine", word: str
) -> None:
    ran = natoread("follow", NATO, word)
    assert ran.code == 2
    assert "https://" in ran.err
    assert natoread("follow").out == ""


def test_a_file_that_lists_no_feeds_is_trouble(natoread: "CommandLine", tmp_path: Path) -> None:
    (tmp_path / "x.opml").write_text("Dear diary")
    ran = natoread("follow", tmp_path / "x.opml")
    assert (ran.code, ran.err) == (3, f"{tmp_path / 'x.opml'}: no list of feeds (OPML)\n")
    assert natoread("follow", tmp_path).code == 3


def test_nothing_followed_is_said_and_makes_no_library(natoread: "CommandLine", home: Path) -> None:
    for words in (["follow"], ["sync"]):
        ran = natoread(*words)
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == "No feed is followed. natoread follow URL follows one.\n"
    assert natoread("sync", "--json").json == {"format": 1, **NOTHING, "feeds": []}
    assert natoread("follow", "--json").json == {"format": 1, "feeds": []}
    assert not home.exists()


@pytest.mark.parametrize("word", [NATO, "NATO & Allies", "allies", "nato.ex"])
def test_a_feed_is_unfollowed_by_what_is_its_own(
    natoread: "CommandLine", opml: Path, word: str
) -> None:
    natoread("follow", opml)
    ran = natoread("unfollow", word)
    assert (ran.code, ran.err) == (0, f"no longer following {NATO}\n")
    assert natoread("follow").out.startswith(EU)


def test_what_means_no_feed_or_several_unfollows_none(natoread: "CommandLine", opml: Path) -> None:
    natoread("follow", opml)
    ran = natoread("unfollow", "example", "nowhere")
    assert ran.code == 1
    assert ran.err == (
        "more than one feed is called example\nno feed is followed that is called nowhere\n"
    )
    assert len(natoread("follow", "--json").json["feeds"]) == 2


def test_sync_fetches_what_is_new_and_search_finds_it(natoread: "CommandLine", site: Site) -> None:
    natoread("follow", teasers(site, 2, 1))
    ran = natoread("sync")
    assert (ran.code, ran.out, ran.err) == (0, "2 added\n", "")
    assert len(natoread("search", "deterrence", "--jsonl").lines) == 2
    ran = natoread("sync")
    assert (ran.code, ran.out) == (0, "nothing new\n")
    assert "NATO news · fetched 20" in natoread("follow").out


def test_sync_reports_each_feed(natoread: "CommandLine", site: Site) -> None:
    natoread("follow", site.put("/a", rss(whole(1))), site.put("/b", status=404))
    ran = natoread("sync", "--json")
    assert ran.code == 3
    assert ran.err == f"{site.url}/b: not there (404)\n"
    rest: dict[str, list[str]] = {"missed": [], "given_up": []}
    assert ran.json == {
        "format": 1,
        **NOTHING,
        "added": 1,
        "failed": 1,
        "feeds": [
            {"url": f"{site.url}/a", "title": "NATO news", **NOTHING, "added": 1, "error": None}
            | rest,
            {"url": f"{site.url}/b", "title": None, **NOTHING, "failed": 1}
            | {"error": f"{site.url}/b: not there (404)"}
            | rest,
        ],
    }
    assert natoread("sync", "--verbose").out == "NATO news: nothing new\n1 not fetched\n"
    assert ": not there (404)" in natoread("follow").out


def test_pages_that_fail_are_told_with_what_becomes_of_them(
    natoread: "CommandLine", site: Site
) -> None:
    natoread("follow", teasers(site, 1, 2))
    site.put("/2.html", status=404)  # the oldest is asked for first
    site.put("/1.html", status=429, Retry_After="3600")
    ran = natoread("sync")
    assert (ran.code, ran.out) == (3, "1 added, 1 not fetched\n")
    assert ran.err.splitlines() == [
        f"{site.url}/1.html: its host wants no request for 60 min; the next sync tries again",
        f"{site.url}/2.html: not there (404); the library has what the feed says of it",
    ]


def test_a_feed_that_is_gone_is_listed_so(natoread: "CommandLine", site: Site) -> None:
    natoread("follow", site.put("/feed", status=410))
    assert natoread("sync").code == 3
    assert natoread("follow").out.endswith(": gone for good (410) · asked no more\n")
    assert natoread("sync").code == 0


def test_offline_it_says_so_in_a_line(natoread: "CommandLine") -> None:
    natoread("follow", "http://nobody.invalid/feed")
    for words in (["sync"], ["sync", "--json"]):
        ran = natoread(*words)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("Offline? The feed could not be reached (nobody.invalid: ")
        assert ran.err.endswith(". Nothing was changed.\n")
        assert len(ran.err.splitlines()) == 1
    assert natoread("follow").out.endswith("never fetched yet\n")


def test_a_proxy_of_the_environment_is_used(
    natoread: "CommandLine", site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.act("http://nato.example/feed", lambda handler: send(handler, rss(whole(1)).encode()))
    monkeypatch.setenv("http_proxy", site.url)
    natoread("follow", "http://nato.example/feed")
    assert natoread("sync").out == "1 added\n"


def test_a_bar_is_drawn_on_a_terminal_and_only_there(natoread: "CommandLine", site: Site) -> None:
    natoread("follow", site.put("/feed", rss()))
    assert "Fetching" in natoread("sync", terminal=True).err
    assert natoread("sync").err == ""


def test_a_second_sync_leaves_the_first_alone(
    natoread: "CommandLine", site: Site, tmp_path: Path
) -> None:
    natoread("--library", tmp_path, "follow", site.put("/feed", rss(whole(1))))
    with writing(tmp_path, "sync"):
        ran = natoread("--library", tmp_path, "sync")
    assert ran.code == 3
    assert "is writing to the library" in ran.err
    assert site.asked == []
    assert natoread("--library", tmp_path, "sync").code == 0


def test_ctrl_c_stops_it_and_the_next_one_goes_on(
    natoread: "CommandLine", site: Site, tmp_path: Path
) -> None:
    natoread("--library", tmp_path, "follow", teasers(site, 2, 1))
    page, reached = site.pages["/2.html"], threading.Event()

    def hang(_: Handler) -> None:
        reached.set()
        assert site.closing.wait(SOON)

    site.act("/2.html", hang)
    with natoread.start("--library", tmp_path, "sync") as process:
        assert reached.wait(SOON)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=SOON)
    assert process.returncode == 130
    assert said.startswith("Interrupted. What was stored stays")
    site.act("/2.html", page)
    assert natoread("--library", tmp_path, "sync").code == 0
    with Library.open(tmp_path) as library:
        assert len(library) == 2
        assert library.unindexed == 0
