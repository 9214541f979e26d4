"""The forms in which releases can be taken out, and the one way to write them."""

import json
from collections.abc import Callable, Sequence
from enum import StrEnum

from natoread.commands.shapes import shown
from natoread.exports.books import epub
from natoread.exports.citing import apa, bibtex, chicago, csl
from natoread.exports.hypertext import page
from natoread.exports.markdown import markdown
from natoread.exports.tables import table
from natoread_index import Release, render

Releases = Sequence[Release]


class Form(StrEnum):
    """A way to write releases; the value is its name on the command line."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    CHICAGO = "chicago"
    APA = "apa"
    EPUB = "epub"

    @classmethod
    def of(cls, name: str) -> "Form":
        """The form that the name of a file ends in; Markdown where it tells none."""
        return next((form for form in cls if name.lower().endswith(form.suffix)), cls.MARKDOWN)

    @property
    def says(self) -> str:
        """What it is for, in few words."""
        return _SAYS[self]

    @property
    def suffix(self) -> str:
        """The end of the name of a file in this form."""
        return _SUFFIXES.get(self, ".txt")

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self is not Form.EPUB

    def written(self, releases: Releases, title: str) -> bytes:
        """Write releases, in UTF-8 where it is text; `title` names a whole that has a name."""
        if self is Form.EPUB:
            return epub(releases, title)
        if self is Form.HTML:
            return page(releases, title).encode()
        return _WRITERS[self](releases).encode()


def _markdown(releases: Releases) -> str:
    return "\n\n---\n\n".join(map(markdown, releases)) + "\n"


def _json(releases: Releases) -> str:
    whole = {"format": 1, "releases": [shown(release) for release in releases]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _csl(releases: Releases) -> str:
    return json.dumps([csl(release) for release in releases], ensure_ascii=False, indent=1) + "\n"


def _a_line_each(cite: Callable[[Release], str]) -> Callable[[Releases], str]:
    return lambda releases: "".join(f"{cite(release)}\n" for release in releases)


_SAYS = {
    Form.MARKDOWN: "Markdown",
    Form.TEXT: "Text, as natoread add reads it",
    Form.HTML: "A page for a browser (HTML)",
    Form.EPUB: "A book (EPUB)",
    Form.JSON: "Data (JSON)",
    Form.CSV: "A table (CSV)",
    Form.BIBTEX: "Citations for LaTeX (BibTeX)",
    Form.CSL_JSON: "Citations for Zotero and others (CSL-JSON)",
    Form.CHICAGO: "Citations in words (Chicago)",
    Form.APA: "Citations in words (APA)",
}

_SUFFIXES = {
    Form.MARKDOWN: ".md",
    Form.HTML: ".html",
    Form.JSON: ".json",
    Form.CSV: ".csv",
    Form.BIBTEX: ".bib",
    Form.CSL_JSON: ".json",
    Form.EPUB: ".epub",
}

_WRITERS: dict[Form, Callable[[Releases], str]] = {
    Form.MARKDOWN: _markdown,
    Form.TEXT: render,
    Form.JSON: _json,
    Form.CSV: table,
    Form.BIBTEX: _a_line_each(bibtex),
    Form.CSL_JSON: _csl,
    Form.CHICAGO: _a_line_each(chicago),
    Form.APA: _a_line_each(apa),
}
