"""What property tests draw: texts as awkward as texts get, and queries, most of them half typed."""

from datetime import date

from hypothesis import strategies as st

_SAYINGS = (
    "air defence|Air  defence|AIR\nDEFENCE|counter-disinformation|Indo-Pacific|indo pacific"
    "|Indopacific|indo\n\n  pacific|multi-year|multiyear|Ukraine’s|Ukraine's|Ukraineʼs|allies’"
    "|allied|ally|the|in to|into|men|man|feet|foot|children|crises|policies|police|U.S.|U.S|U.S.A."
    "|us|D.C.|6,900|6900|6.900|6,900-strong|1,000.5|10,000,000|900|2024-05-28|20240528|F-16s|f16"
    "|16|3.5bn|Geoană|Geoana\u0306|Geoana|Rovajärvi|Rovaja\u0308rvi|Straße|STRASSE|ﬁnal|final|Ærø"
    "|aero|Œuvre|ŒUVRE|co\u00adoperation|cooperation|COVID-\u206019|O’Brien|O’Śullivan|É.U.|R&D"
    "|@NATO|a_b|www.nato.int|EU’s-led|euled|May|AND|NOT|OR|or|Київ|Й|北約|دفاع|한국|ſ|İ|ı|ŉ|ﹰ|½|²"
)
SAYINGS = _SAYINGS.split("|")
"""Things that a text may say and a query may ask for; many say the same in another spelling."""

GAPS = [*"   \n\u00a0-–.’,“", "", "\n\n", "  \t", ", ", ". ", " – "]

_NEAR = st.text("aAbBsSuU.,’'-–_019éÉ\u0301\u0323\u00ad\u200bßﬁæŒʼ& \n", min_size=1, max_size=10)
_FAR = st.text(min_size=1, max_size=6)
sayings = st.one_of(st.sampled_from(SAYINGS), st.sampled_from(SAYINGS), _NEAR, _FAR)
texts = st.lists(st.tuples(sayings, st.sampled_from(GAPS)), max_size=12).map(
    lambda pairs: "".join(saying + gap for saying, gap in pairs)
)

_BEFORE = st.sampled_from(
    ["", "", "", "-", "(", '"', "“", "title:", "kind:", "NOT ", "-title:(", "((("]
)
_BEHIND = st.sampled_from(["", "", "", "*", ")", '"', "”", " OR", " AND", "))", ":", "~"])
_DAYS = st.sampled_from(
    ["date:2024-0", "since:7d", "before:", "date:..2024", "date:none", "date:20"]
)
_parts = st.one_of(st.tuples(_BEFORE, sayings, _BEHIND).map("".join), _DAYS, _FAR)
queries = st.lists(_parts, max_size=5).map(" ".join)
"""Queries in which words of `texts` stand between operators, and anything else."""

any_text = st.text(st.characters())
"""Any characters at all, lone surrogates too."""

todays = st.one_of(st.dates(), st.sampled_from([date.min, date.max]))
