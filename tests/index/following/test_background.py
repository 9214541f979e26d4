"""The process that fetches feeds behind an open app."""

import os
import signal
import threading
from pathlib import Path

from tests.index.following.made_feeds import rss, whole
from tests.index.following.reader import teasers
from tests.index.following.site import SOON, Handler, Site

from natoread_index import Library
from natoread_index.following.background import FeedSync
from natoread_index.following.proxies import Proxies


def begin(folder: Path, *urls: str, proxies: dict[str, str] | None = None) -> FeedSync:
    """Follow some feeds, and start to fetch them."""
    with Library.open(folder) as library:
        for url in urls:
            library.feeds.follow(url)
    return FeedSync(folder, folder / "index", Proxies(proxies or {}))


def finish(sync: FeedSync) -> None:
    sync._listening.join(SOON)
    assert not sync.running


def test_what_is_new_comes_in_and_is_counted(tmp_path: Path, site: Site) -> None:
    sync = begin(tmp_path, teasers(site, 1, 2), site.put("/404", status=404))
    finish(sync)
    assert (sync.new, sync.error, sync.progress) == (2, None, (4, 4))
    assert sync.troubles == [f"{site.url}/404: not there (404)"]
    with Library.open(tmp_path) as library:
        assert (len(library), library.unindexed) == (2, 2)


def test_the_proxies_are_those_it_was_told(tmp_path: Path, site: Site) -> None:
    site.pages["http://nato.example/feed"] = site.pages[site.put("/feed", rss(whole(1)))[-5:]]
    sync = begin(tmp_path, "http://nato.example/feed", proxies={"http": site.url})
    finish(sync)
    assert (sync.new, sync.error) == (1, None)


def test_offline_is_told_as_a_sentence(tmp_path: Path) -> None:
    sync = begin(tmp_path, "http://nobody.invalid/feed")
    finish(sync)
    assert str(sync.error).startswith("Offline? The feed could not be reached")
    assert (sync.new, sync.troubles) == (0, [])


def test_one_that_is_stopped_or_killed_loses_nothing(tmp_path: Path, site: Site) -> None:
    url = teasers(site, 1)
    page, reached = site.pages["/1.html"], threading.Event()

    def hang(_: Handler) -> None:
        reached.set()
        assert site.closing.wait(SOON)

    site.act("/1.html", hang)
    sync = begin(tmp_path, url)
    assert reached.wait(SOON)
    os.kill(sync._child._process.pid, signal.SIGKILL)
    finish(sync)
    assert sync.error == "the feeds are not all fetched: the program that fetched them was ended"
    reached.clear()
    sync = begin(tmp_path)
    assert reached.wait(SOON)
    sync.stop()
    assert (sync.running, sync.error) == (False, None)
    site.act("/1.html", page)
    sync = begin(tmp_path)
    finish(sync)
    assert sync.new == 1
