"""HTML fragments, from their tags to paragraphs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.reading.markup import text_of

NAMES = "p div br ul ol li table tr td th pre q b i a h2 blockquote script style span sup"
TAGS = [*NAMES.split(), "ol hidden", "pre hidden", "q class=sr-only"]
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(["word", " ", "\n", "&nbsp;", "&amp;", "&#8217;", "<", "&", "\u200b", "é"]),
        st.text(st.characters(), max_size=5),
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("  \n ", ""),
        ("Just words & signs", "Just words & signs"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<div>One.<div>Two.</div>Three.</div>", "One.\n\nTwo.\n\nThree."),
        ("One.<br>Next line.<br /><br>Two.", "One.\nNext line.\n\nTwo."),
        ("<p>wrapped\n   in its\tsource</p>", "wrapped in its source"),
        ("<p>A</p><p>&nbsp;</p><p>\u200b</p><p>B&nbsp;</p>", "A\n\nB"),
        ("<p>28&nbsp;May <b>bold</b>ly <i>said</i>.</p>", "28\u00a0May boldly said."),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<h2>Heading</h2>text<hr>more", "Heading\n\ntext\n\nmore"),
        ("<blockquote><p>Quoted.</p></blockquote>", "Quoted."),
        ("<pre>set\n  by hand</pre>", "set\nby hand"),
        ("<p>(As delivered)</p><p>Q&nbsp;&nbsp; Why?</p>", "(As delivered)\n\nQ\u00a0\u00a0 Why?"),
        ("<p>&lt;b&gt; stays; &#8220;quoted&#8221; &euro;5</p>", "<b> stays; “quoted” €5"),
    ],
)
def test_what_a_browser_shows_as_a_paragraph_is_one(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Two:</p><ul><li>one</li><li>two</li></ul><p>End.</p>", "Two:\n\n• one\n• two\n\nEnd."),
        ("<ul><li><p>one</p></li><li><div>two</div></li></ul>", "• one\n• two"),
        ("<ol><li>one<li>two</ol>", "1. one\n2. two"),
        ('<ol start="7"><li>g</li><li value="9">i</li><li>j</li></ol>', "7. g\n9. i\n10. j"),
        ('<ol start="x"><li value="-">a</li></ol>', "1. a"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "• a\n  • b\n• c"),
        ("<ul><li>• a</li><li>- b</li><li></li></ul>", "• a\n- b"),
        ("<ul><li>Dr. No</li><li>(iv) four</li></ul>", "• Dr. No\n(iv) four"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "• a\n\n• b"),
        ("<li>stray</li>", "• stray"),
        ("</ul></ol><p>a</p></li>", "a"),
    ],
)
def test_items_of_a_list_are_lines_of_one_paragraph(html: str, text: str) -> None:
    assert text_of(html) == text


def test_rows_of_figures_are_lines_of_one_paragraph() -> None:
    html = """<p>Spending:</p><table><thead><tr><th>Ally</th><th>2023</th></tr></thead>
        <tr><td>Norway</td><td><p>1.7</p></td></tr>
        <tr><td>Spain<br>(estimate)</td><td></td></tr></table>After."""
    assert text_of(html) == ("Spending:\n\nAlly | 2023\nNorway | 1.7\nSpain (estimate) |\n\nAfter.")


LAID_OUT = """
<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.</td></tr><tr><td>Four.</td></tr></table>
<table role=presentation><tr><td>One.<td>Two.<tr><td>Three.<td>Four.</table>
<table><td><table><td>One.<tr><td>Two.</table><td>Three.<tr><td>Four.<td></table>
"""


@pytest.mark.parametrize("html", LAID_OUT.split("\n")[1:-1])
def test_a_table_that_lays_out_is_read_cell_by_cell(html: str) -> None:
    assert text_of(html) == "One.\n\nTwo.\n\nThree.\n\nFour."


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>if (a < b) alert('<p>no</p>')</script>",
        "<style>p { color: red }</style>",
        "<!-- a comment -->",
        "<?php echo 1 ?>",
        "<template><p>no</p></template>",
        "<noscript>Enable JavaScript</noscript>",
        '<div style="display: none; font-size:1px">preheader</div>',
        "<p hidden>no</p>",
        '<span class="sr-only">opens in a new window</span>',
        "<button>Share</button>",
        "<select><option>Français</option></select>",
        "<svg><text>icon</text></svg>",
        "<ul hidden><li>no</li></ul>",
        "<pre hidden>no</pre>",
        "<table hidden><tr><td>no</td></tr></table>",
    ],
)
def test_what_is_not_shown_is_left_out_and_the_text_behind_it_stays(unseen: str) -> None:
    assert text_of(f"<p>before {unseen}after</p><p>end</p>").split() == ["before", "after", "end"]


def test_blank_lines_part_paragraphs_only_where_no_tag_does() -> None:
    assert text_of("One <b>and</b>\n\ntwo\n \n<ul><li>a</li></ul>") == "One and\n\ntwo\n\n• a"
    assert text_of("<p>One and\n\ntwo</p>") == "One and two"


def test_an_xml_declaration_is_no_text() -> None:
    html = '<?xml version="1.0" encoding="utf-16"?><html><body><p>Kraków – é</p></body></html>'
    assert text_of(html) == "Kraków – é"


def test_tags_that_only_group_may_be_nested_without_end() -> None:
    html = (
        "<p>first</p>" + "<div><font>" * 50_000 + "deep" + "</font></div>" * 50_000 + "<p>last</p>"
    )
    assert text_of(html).split() == ["first", "deep", "last"]


@given(MARKUP)
def test_any_markup_has_a_text_without_gaps(html: str) -> None:
    text = text_of(html)
    assert not re.search(r"\n\n\n|\A\s|\s\Z|\0", text)
    assert text == text_of(html)
