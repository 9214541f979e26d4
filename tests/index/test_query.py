"""What a query asks for, finished or half typed."""

from datetime import date

import pytest

from natoread_index import Query
from natoread_index.queries.nodes import (
    All,
    Between,
    Either,
    Field,
    Marked,
    Node,
    Phrase,
    Row,
    Tagged,
    Term,
    Undated,
    Without,
)

TODAY = date(2024, 5, 30)


def asks(text: str, *, typing: bool = False) -> str:
    """What a query asks for, in words: `*` behind a beginning, brackets around all that combine."""
    return told(Query.parse(text, typing=typing, today=TODAY).node)


def told(node: Node) -> str:
    match node:
        case Term(words, _, field, prefix):
            return _in(field) + "-".join(words) + "*" * prefix
        case Phrase(words, field, prefix):
            return f'{_in(field)}"{" ".join(words)}{"*" * prefix}"'
        case Row(parts) | All(parts):
            return f"({' & '.join(map(told, parts))})" if parts else "everything"
        case Either(parts):
            return f"({' | '.join(map(told, parts))})"
        case Without(part):
            return f"not {told(part)}"
        case Between(first, last):
            return f"{'' if first == date.min else first}..{'' if last == date.max else last}"
        case Undated():
            return "undated"
        case Marked(mark):
            return mark.value
        case Tagged(key, prefix):
            return f"tag:{key}{'*' * prefix}"


def _in(field: Field) -> str:
    return "" if field is Field.ANY else f"{field}:"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ukraine", "ukraine"),
        ("ukraine air defence", "(ukraine & air & defence)"),
        ("Ukraine's", "ukraine"),
        ("Ukraine’s", "ukraine"),
        ("GEOANĂ", "geoana"),
        ("Indo-Pacific", "indo-pacific"),
        ("U.S.", "us"),
        ("6,900 troops", "(6,900 & troops)"),
        ("air, land; sea", "(air & land & sea)"),
        ('"air defence"', '"air defence"'),
        ("“air defence”", '"air defence"'),
        ('“air defence"', '"air defence"'),
        ('"Indo-Pacific region"', '"indo pacific region"'),
        ("-air", "not air"),
        ("NOT air", "not air"),
        ("ukraine -air", "(ukraine & not air)"),
        ("-air ukraine", "(not air & ukraine)"),
        ('-"air defence"', 'not "air defence"'),
        ("ukraine AND air", "(ukraine & air)"),
        ("ukraine OR air", "(ukraine | air)"),
        ("a b OR c d", "((a & b) | (c & d))"),
        ("(a OR b) c", "((a | b) & c)"),
        ("c (a OR b)", "(c & (a | b))"),
        ("-(a OR b)", "not (a | b)"),
        ("NOT (a b)", "not (a & b)"),
        ("((a))", "a"),
        ("deter*", "deter*"),
        ("deter* air", "(deter* & air)"),
        ("stoltenburg~", "stoltenburg"),
        ("and or not", "(and & or & not)"),
        ("counter-disinformation -air", "(counter-disinformation & not air)"),
    ],
)
def test_words_phrases_and_operators(text: str, asked: str) -> None:
    assert asks(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("title:ukraine", "title:ukraine"),
        ("TITLE:Ukraine", "title:ukraine"),
        ('title:"air defence"', 'title:"air defence"'),
        ("title:(air defence)", "(title:air & title:defence)"),
        ("title:(air OR -land) sea", "((title:air | not title:land) & sea)"),
        ("-title:air", "not title:air"),
        ("kind:speech", "kind:speech"),
        ("kind:media-advisory", "kind:media-advisory"),
        ("source:NATO", "source:nato"),
        ("by:Stoltenberg", "by:stoltenberg"),
        ("title:AND", "title:and"),
        ("subtitle:air", "(subtitle & air)"),
        ("date:2024-05", "2024-05-01..2024-05-31"),
        ("date:2024-05-27..2024-05-30", "2024-05-27..2024-05-30"),
        ('date:"2024-05-27"', "2024-05-27..2024-05-27"),
        ("date:2024-05..", "2024-05-01.."),
        ("since:2024-05", "2024-05-01.."),
        ("since:2024-05-27", "2024-05-27.."),
        ("before:2024-06", "..2024-05-31"),
        ("before:2024-06-02", "..2024-06-01"),
        ("since:7d", "2024-05-23.."),
        ("date:last-week", "2024-05-20..2024-05-26"),
        ("date:none", "undated"),
        ("date:None", "undated"),
        ("-date:none", "not undated"),
        ("-date:2024", "not 2024-01-01..2024-12-31"),
        ("ukraine since:2024 kind:news", "(ukraine & 2024-01-01.. & kind:news)"),
        ("date:2023 OR date:none", "(2023-01-01..2023-12-31 | undated)"),
        ("is:read", "read"),
        ("is:unread", "not read"),
        ("-is:unread", "not not read"),
        ("IS:Starred", "starred"),
        ("is:new is:tagged is:noted", "(new & tagged & noted)"),
        ('is:"starred"', "starred"),
        ("tag:Vilnius-Summit", "tag:vilniussummit"),
        ('tag:"vilnius summit"', "tag:vilniussummit"),
        ("tag:sum*", "tag:sum*"),
        ("tag:(a OR -b) c", "((tag:a | not tag:b) & c)"),
        ("tag:++", "tag:++"),
        ("note:pledge", "note:pledge"),
        ('note:"air defence"', 'note:"air defence"'),
        ("note:(air OR sea)", "(note:air | note:sea)"),
        ("is:unread ukraine -tag:seen", "(not read & ukraine & not tag:seen)"),
    ],
)
def test_fields(text: str, asked: str) -> None:
    assert asks(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ('"air def', '"air def*"'),
        ("“air def", '"air def*"'),
        ('"air defence"', '"air defence"'),
        ("ukraine air d", "(ukraine & air & d*)"),
        ("ukraine air ", "(ukraine & air)"),
        ("ukraine AND", "ukraine"),
        ("ukraine OR", "ukraine"),
        ("ukraine NOT", "ukraine"),
        ("ukraine -", "ukraine"),
        ("ukraine -air", "(ukraine & not air)"),
        ('ukraine -"air de', '(ukraine & not "air de")'),
        ("ukraine -(air de", "(ukraine & not (air & de))"),
        ('ukraine "', "ukraine"),
        ("ukraine (", "ukraine"),
        ("(a", "a*"),
        ("(a OR", "a"),
        ("(a OR b", "(a | b*)"),
        ("title:", "everything"),
        ("title:ukr", "title:ukr*"),
        ("kind:", "everything"),
        ("kind: speech", "speech*"),
        ("kind:sp", "kind:sp*"),
        ("ukraine kind:", "ukraine"),
        ("date:", "everything"),
        ("date:20", "everything"),
        ("date:non", "everything"),
        ("date:2024-", "2024-01-01..2024-12-31"),
        ("date:2024-0", "2024-01-01..2024-12-31"),
        ("since:", "everything"),
        ("is:", "everything"),
        ("is:u", "not read"),
        ("is:un ukraine ", "(not read & ukraine)"),
        ("is:n", "everything"),
        ("is:ne", "new"),
        ("is:soon", "everything"),
        ("tag:", "everything"),
        ("tag:*", "everything"),
        ("tag:sum", "tag:sum*"),
        ("tag:sum ", "tag:sum"),
        ('tag:"sum', "tag:sum*"),
        ("-tag:sum", "not tag:sum"),
        ("note:", "everything"),
        ("note:pled", "note:pled*"),
        ("Indo-", "indo*"),
        ("Indo-Pac", "indo-pac*"),
        ("U.", "u*"),
        ("Ukraine’", "ukraine*"),
        ("Ukraine’s", "ukraine*"),
        ("AN", "an*"),
        ("foo AND", "foo"),
    ],
)
def test_half_typed_input_asks_for_what_is_already_clear(text: str, asked: str) -> None:
    assert asks(text, typing=True) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("OR a", "a"),
        ("AND a", "a"),
        ("a OR OR b", "(a | b)"),
        ("a AND AND b", "(a & b)"),
        ("a NOT NOT b", "(a & not b)"),
        ("a NOT OR b", "(a | b)"),
        ("a NOT AND b", "(a & b)"),
        ("(a NOT) b", "(a & b)"),
        ("(a OR b NOT) c", "((a | b) & c)"),
        ("a) b", "(a & b)"),
        (") a", "a"),
        ("()", "everything"),
        ("-()", "everything"),
        ('""', "everything"),
        ("-", "everything"),
        ("--a", "a"),
        ("- a", "a"),
        ("*", "everything"),
        ("kind: OR speech", "speech"),
        ("date:soon ukraine", "ukraine"),
        ('air"defence', '(air & "defence")'),
        ("", "everything"),
        (" \t\n", "everything"),
        ("…—!?", "everything"),
        ("a\x00b\x1bc", "(a & b & c)"),
        ("a\x1c\u2028b", "(a & b)"),
        ("ukr\ud800aine", "(ukr & aine)"),
    ],
)
def test_what_is_out_of_place_is_passed_over(text: str, asked: str) -> None:
    assert asks(text) == asked


@pytest.mark.parametrize("text", ["", "kind:", "date:20", "-", "AND", "(", '"', "title:()", "* *"])
def test_a_query_that_asks_for_nothing_is_false(text: str) -> None:
    assert not Query.parse(text, typing=True)


@pytest.mark.parametrize("text", ["a", "-a", "date:none", "kind:s", "since:7d"])
def test_a_query_that_asks_for_something_is_true(text: str) -> None:
    assert Query.parse(text)


def test_the_empty_query_is_the_one_without_text() -> None:
    assert Query() == Query.parse("")
    assert hash(Query()) == hash(Query.parse(""))


def test_a_query_keeps_what_was_typed() -> None:
    assert Query.parse("  Ukraine’s AND ").text == "  Ukraine’s AND "


def test_days_count_from_this_day_unless_another_is_given() -> None:
    assert Query.parse("date:today", today=TODAY).node == Between(TODAY, TODAY)
    before, node, behind = date.today(), Query.parse("date:today").node, date.today()
    assert node in (Between(before, before), Between(behind, behind))
