"""Layouts that were made after most of the rules, to see how these do on what they don't know."""

from html import escape

from tests.benchmarks.sheets import Sheet, links, marked_up, menu

INLAY = """<div class="newsletter-box"><h4>The quay in your letter box</h4><p>Once a week we write
what
the gulls tell us, and you may read it before anybody else does.</p></div>"""


def fields(sheet: Sheet) -> str:
    """Drupal: fields in fields."""
    return f"""<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8" />
<title>{sheet.title} | Bureau of Moorings</title><link rel="canonical" href="{sheet.url}" />
<meta property="og:site_name" content="Bureau of Moorings" /></head>
<body class="path-node page-node-type-press-release"><div class="dialog-off-canvas-main-canvas">
<div class="region region-header"><div class="block block-system-branding">{menu()}</div></div>
<div role="main" class="main-container"><div class="region region-content">
<article class="node node--type-press-release node--view-mode-full"><div class="node__content">
<div class="field field--name-field-date"><div class="field__label">Date</div><div
class="field__item"><time
datetime="{sheet.day}T12:00:00Z">{sheet.day:%A, %B %-d, %Y}</time></div></div>
<h1 class="page-title"><span class="field field--name-title">{sheet.title}</span></h1>
<div class="field field--name-body field__item"><div
class="tex2jax_process">{sheet.body}</div></div>
<div class="field field--name-field-contact"><div class="field__label">Contact</div></div></div>
</article><div class="views-element-container"><h2>Related
Content</h2>{links(sheet)}</div></div></div>
<div class="region region-footer">{menu()}</div></div></body></html>"""


def sections(sheet: Sheet) -> str:
    """An app that puts each paragraph into a box of its own, with a box for letters among them."""
    boxes = [
        f'<div class="Box-sc-1"><div>{marked_up(each)}</div></div>' for each in sheet.paragraphs
    ]
    boxes.insert(len(boxes) // 2, INLAY)
    return f"""<!doctype html><html><head><title>{sheet.title}</title><meta property="og:title"
content="{sheet.title}"><script type="application/ld+json">{{"@type":"NewsArticle",
"headline":"{sheet.title}","datePublished":"{sheet.day}T00:00:00Z",
"publisher":{{"@type":"Organization","name":"Gull Post"}}}}</script></head><body><div id="root">
<div class="Nav-sc-9">{menu()}</div><div class="Grid-sc-3"><div class="Col-sc-4"><div
class="H-sc-5">
<h1>{sheet.title}</h1><p class="Stamp-sc-7">Published {sheet.day:%-d %B %Y} at 09:30</p></div>
{"".join(boxes)}<div class="Author-sc-2"><img alt="" src="g.png"></div></div>
<div class="Rail-sc-6"><h3>Most read</h3>{menu(sheet.others)}</div></div></div></body></html>"""


def for_print(sheet: Sheet) -> str:
    """A version for printers: hardly any markup."""
    return f"""<html><head><title>Print: {sheet.title}</title></head><body onload="window.print()">
<p><b>Ministry of Wharves</b></p><h3>{sheet.title}</h3><p><i>{sheet.day:%d.%m.%Y}</i></p>
{sheet.body}<hr><p><small>Printed from the pages of the Ministry of
Wharves</small></p></body></html>"""


def lead(sheet: Sheet) -> str:
    """A first paragraph apart from the others, with a picture and its caption between."""
    first, *others = map(marked_up, sheet.paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{sheet.title} - Pilot
Office</title>
<meta name="dcterms.issued" content="{sheet.day}"><meta name="dcterms.title"
content="{sheet.title}">
</head><body><header><a href="/">Pilot Office</a><nav>{menu()}</nav></header><main>
<article itemscope itemtype="https://schema.org/NewsArticle"><h1
itemprop="headline">{sheet.title}</h1>
<ul class="actions"><li><a href="#p">Print</a></li><li><a href="#s">Share</a></li></ul>
<div class="standfirst">{first}</div><figure><img src="a.jpg" alt="Two pilots"><figcaption>Two
pilots on a
pier in the north, who wait for the ship that comes at noon. Photo: Pilot
Office</figcaption></figure>
<div itemprop="articleBody">{"".join(others)}</div></article></main>
<footer><p>{escape("© Pilot Office & friends")}</p>{menu()}</footer></body></html>"""
