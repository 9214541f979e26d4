"""Releases in Markdown, and what their front matter says of them."""

from datetime import date

import pytest
from tests.index.reading.files import read, told

from natoread_index import Kind
from natoread_index.reading.markdown import record

FRONT = """---
title: "Allies meet: a summary"
date: 2024-05-28  # the day after
source: NATO
url: https://example.org/1
kind: speech
by:
  - Jo Bloggs
  - 'Ann O''Neil'
tags: [air, "sea power"]
summary: >-
  Folded
  text.
---
"""
TEXT = """
## What they said

They met in *Brussels*, as [planned](https://example.org/2)
and agreed\\* on:

- air
- sea

![photo](x.jpg)
"""


def test_front_matter_and_text() -> None:
    (release,) = read(FRONT + TEXT)
    assert (release.title, release.source) == ("Allies meet: a summary", "NATO")
    assert (release.url, release.kind) == ("https://example.org/1", Kind.SPEECH)
    assert release.speakers == ("Jo Bloggs", "Ann O'Neil")
    assert release.dated is not None
    assert release.dated.first == date(2024, 5, 28)
    assert release.body == (
        "What they said\n\nThey met in Brussels, as planned and agreed* on:\n\n• air\n• sea"
    )


def test_lists_and_blocks_of_front_matter() -> None:
    said = record(FRONT + TEXT)
    assert (said["tags"], said["summary"]) == (["air", "sea power"], "Folded text.")
    assert said["date"] == "2024-05-28"


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        (r'"Allies\u2019 \"aims\""', 'Allies’ "aims"'),
        (r'"A \x41 \" b"', r'A \x41 " b'),
        ("Allies: their aims", "Allies: their aims"),
        ("'it''s'", "it's"),
        ('"', '"'),
    ],
)
def test_quotes_of_front_matter(value: str, read_as: str) -> None:
    assert record(f"---\ntitle: {value}\n---\nText.")["title"] == read_as


def test_front_matter_in_toml() -> None:
    front = '+++\ntitle = "Allies meet"\ndate = 2024-05-28T10:00:00Z\n[extra]\nx = 1\n+++\n'
    (release,) = read(f"{front}They met.\n")
    assert release.title == "Allies meet"
    assert release.dated is not None
    assert release.dated.first == date(2024, 5, 28)


@pytest.mark.parametrize("front", ["+++\ntitle = broken\n+++\n", "---\n: : :\n# x\n---\n", ""])
def test_front_matter_that_says_nothing_leaves_it_to_the_heading(front: str) -> None:
    (release,) = read(f"{front}# Allies *meet* #\n\nThey met.\n")
    assert (release.title, release.body) == ("Allies meet", "They met.")


def test_a_link_alone_on_a_line_is_the_address() -> None:
    (release,) = read("# Allies meet\n\n<https://www.nato.int/1>\n\nThey met.\n")
    assert (release.url, release.source) == ("https://www.nato.int/1", "nato.int")


def test_the_title_of_the_front_matter_wins() -> None:
    assert record("---\ntitle: One\n---\n# Two\n\nText.")["title"] == "One"


def test_a_document_without_a_title_is_none() -> None:
    (said,) = told(b"---\ndate: 2024\n---\nThey met.\n", "a.md")
    assert said.startswith("a.md: no record has a title and a text")


def test_a_rule_at_the_start_of_a_pack_is_no_front_matter() -> None:
    text = "---\n\nAllies meet\n\nSource: NATO\n\nThey met.\n"
    assert [release.title for release in read(text)] == ["Allies meet"]


@pytest.mark.parametrize(
    "start",
    ["# Allies meet\n", "## Allies meet ##\n\n", "Allies meet\n======\n", "Allies meet\n\n"],
)
def test_a_title_in_any_form_of_heading(start: str) -> None:
    (release,) = read(f"{start}They *met*.\n\nAnd left.\n", "news/2024-05-28-allies.md")
    assert (release.title, release.body) == ("Allies meet", "They met.\n\nAnd left.")
    assert release.dated is not None
    assert release.dated.start == "2024-05-28"


def test_a_day_in_the_front_matter_wins_over_that_of_the_name() -> None:
    (release,) = read("---\ntitle: A\npublished: 2024-05-27\n---\nB.\n", "2024-05-28-allies.md")
    assert release.dated is not None
    assert release.dated.start == "2024-05-27"


def test_a_pack_is_no_markdown_whatever_its_name() -> None:
    (release,) = read("Allies meet\n\nSource: NATO\n\nThey *met*.\n", "pack.md")
    assert (release.source, release.body) == ("NATO", "They *met*.")
