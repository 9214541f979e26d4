"""Which of the titles that a page offers is that of its text."""

import re
from collections.abc import Iterable

from natoread_index.words import folded


def title(
    headings: Iterable[str], lesser: Iterable[str], titles: Iterable[str], site: str, host: str
) -> str:
    """Choose a title: a heading that the page's titles repeat, else one of these without the site.

    A page's first heading may be its site's name, and the title in its head has it as an end.
    `lesser` headings count only if they are long and one of these titles repeats them.
    """
    own = [each for each in headings if _is_title(each) and not _is_site(each, site, host)]
    raw = list(filter(_is_title, titles))
    offered = [without_site(each, site, host) for each in raw]
    offered = [each for each in offered if each and not _is_site(each, site, host)]
    repeated = (each for each in own if _is_repeated(each, raw, offered))
    long = (each for each in lesser if len(each) > _LEAST and not _is_site(each, site, host))
    same = (each for each in long if _is_repeated(each, raw, offered))
    alone = own[:1] if len(own) == 1 or not offered else []
    return next(iter([*repeated, *same, *alone, *offered]), "")


def without_site(title: str, site: str, host: str) -> str:
    """Cut the name of a site off the end or start of a title."""
    parts = _BETWEEN.split(title)
    while len(parts) > 2 and ("|" in parts[-2] or _is_site(parts[-1], site, host)):
        del parts[-2:]
    if len(parts) > 2 and _is_site(parts[0], site, host):
        del parts[:2]
    return "".join(parts).strip()


def _is_repeated(heading: str, raw: Iterable[str], offered: Iterable[str]) -> bool:
    """Whether a heading is all or most of a title, or says more than it."""
    plain, titles = _plain(heading), [_plain(each) for each in offered]
    is_within = any(plain in _plain(each) for each in raw)
    is_most = any(len(plain) > len(each) * _MOST for each in titles)
    return (is_within and is_most) or any(each in plain for each in titles)


def _is_title(text: str) -> bool:
    return 0 < len(text) <= _LONGEST


def _is_site(part: str, site: str, host: str) -> bool:
    """Whether some words are the name of a site, or that of its host."""
    plain, name = (_plain(each).replace(" ", "") for each in (part, site))
    return bool(plain) and plain in {name, name.removeprefix("the"), *host.lower().split(".")[:-1]}


def _plain(text: str) -> str:
    return " ".join(folded(text))


_MOST = 0.5
_LEAST = 15
_LONGEST = 1000
_BETWEEN = re.compile(r"(\s+[|–—·»:-]+\s+|\s*\|\s*|:\s+)")
