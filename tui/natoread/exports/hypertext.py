"""Releases as HTML that stands alone, and as the XHTML of a book's chapters."""

from collections.abc import Sequence
from html import escape

from natoread.clean import clean, clean_line
from natoread.facts import release_facts
from natoread_index import Release

_STYLE = """body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.5 serif; }
h1 { font-size: 1.4em; line-height: 1.25; }
.facts { color: #666; font-size: .9em; }
article + article { margin-top: 4em; }"""


def page(releases: Sequence[Release], title: str) -> str:
    """One page of all releases; with more than one, their titles lead to them."""
    contents = _contents(releases) if len(releases) > 1 else ""
    articles = "\n".join(
        f'<article id="{each.id}">\n{article(each)}</article>' for each in releases
    )
    return document(title, f"{contents}{articles}\n", f"<style>\n{_STYLE}\n</style>\n")


def document(title: str, body: str, head: str = "") -> str:
    """A whole document, in HTML that is also well-formed XML."""
    return (
        '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n'
        f'<meta charset="utf-8"/>\n<title>{said(title)}</title>\n{head}</head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )


def article(release: Release) -> str:
    """Title, facts, address and text of a release; the lines of a paragraph stay apart."""
    link = (
        f'<p><a href="{escape(release.url)}">{said(release.url)}</a></p>\n' if release.url else ""
    )
    paragraphs = (part for part in clean(release.body).split("\n\n") if part.strip())
    text = "".join(f"<p>{_lines(part)}</p>\n" for part in paragraphs)
    facts = f'<p class="facts">{said(release_facts(release))}</p>\n'
    return f"<h1>{said(release.title)}</h1>\n{facts}{link}{text}"


def said(text: str) -> str:
    """Text of one line, safe within a document."""
    return escape(clean_line(text))


def _lines(paragraph: str) -> str:
    return "<br/>\n".join(map(escape, paragraph.split("\n")))


def _contents(releases: Sequence[Release]) -> str:
    items = "".join(f'<li><a href="#{each.id}">{said(each.title)}</a></li>\n' for each in releases)
    return f"<nav>\n<ol>\n{items}</ol>\n</nav>\n"
