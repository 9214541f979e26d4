"""Addresses are found whole, and nothing that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.parsing.links import links


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://nato.int/news_226029.htm.", ["https://nato.int/news_226029.htm"]),
        ("(see http://nato.int/a_(b), and more)", ["http://nato.int/a_(b)"]),
        ("(http://nato.int/a)", ["http://nato.int/a"]),
        ("<https://www.PHE.gov/COVIDvaccinators>.", ["https://www.PHE.gov/COVIDvaccinators"]),
        ("visit www.nato.int, today", ["https://www.nato.int"]),
        ("“https://x.org/?a=1&b=%20#c”", ["https://x.org/?a=1&b=%20#c"]),
        ("[here](https://x.org/a) and *https://x.org*", ["https://x.org/a", "https://x.org"]),
        ("https://x.org/a|b", ["https://x.org/a"]),
        ("Write to moc.press@hq.nato.int!", ["mailto:moc.press@hq.nato.int"]),
        ("mailto:press@nato.int", ["mailto:press@nato.int"]),
        ("http://localhost is not for others", []),
        ("Follow us on X (@NATO@jensstoltenberg and @NATOPress).", []),
        ("javascript:alert(1) file:///etc/passwd ftp://x.org", []),
        ("https:// and www. and a@b", []),
        ("one https://a.org two https://b.org", ["https://a.org", "https://b.org"]),
    ],
)  # fmt: skip
def test_addresses_lead_where_they_say(text: str, urls: list[str]) -> None:
    assert [link.url for link in links(text)] == urls
    assert all(text[a:b] in url or url.endswith(text[a:b]) for a, b, url in links(text))


@given(st.text(alphabet="htps:/w.a@b()[]<> \n-_'\x1b", max_size=60))
def test_no_text_leads_anywhere_strange(text: str) -> None:
    edges = [edge for link in links(text) for edge in link[:2]]
    assert edges == sorted(edges)
    for link in links(text):
        assert link.url.startswith(("https://", "http://", "mailto:"))
        assert not set("\x1b\x07\n <>") & set(link.url)
