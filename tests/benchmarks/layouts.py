"""Page layouts to wrap releases into, in the form of sites that publish some.

All words around a release are our own. `LAYOUTS` names each; it takes a `Sheet` and gives a page.
"""

from collections.abc import Callable

from tests.benchmarks import old_layouts
from tests.benchmarks.sheets import Sheet, links, menu
from tests.benchmarks.unseen_layouts import fields, for_print, lead, sections


def blocks(sheet: Sheet) -> str:
    """WordPress with blocks, as whitehouse.gov and many press offices have it."""
    return f"""<!DOCTYPE html><html lang="en-US" class="no-js"><head><meta charset="UTF-8">
<title>{sheet.title} | Harbour House</title>
<meta property="og:title" content="{sheet.title} | Harbour House">
<meta property="og:site_name" content="Harbour House"><meta property="og:type" content="article">
<meta property="article:published_time" content="{sheet.day}T15:03:00-04:00">
<meta property="article:modified_time" content="2026-01-01T08:00:00-05:00">
<link rel="canonical" href="{sheet.url}"></head><body class="single single-post">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header class="site-header"><p class="site-title"><a href="/">Harbour House</a></p>
<nav class="main-navigation">{menu()}</nav>
<form role="search"><label>Search this site</label><input name="s"></form></header>
<main id="content" class="site-main"><article class="post-1 post type-post">
<div class="wp-block-group"><p class="eyebrow"><a href="/briefings">Briefings &amp;
Statements</a></p>
<h1 class="wp-block-post-title">{sheet.title}</h1>
<div class="wp-block-post-date"><time
datetime="{sheet.day}T15:03:00-04:00">{sheet.day:%B %d, %Y}</time>
</div></div><div class="entry-content wp-block-post-content">{sheet.body}</div>
<div class="share-links"><h2>Share</h2>{menu(["Facebook", "X", "Copy link"])}</div></article>
<nav class="post-navigation"><span>Next post:</span> <a href="/n">{sheet.others[0]}</a></nav></main>
<section class="newsletter-signup"><h2>Stay connected</h2><p>Sign up for the harbour's letter, and
receive what we say before it is old. You may leave at any time.</p></section>
<footer class="site-footer">{menu()}<p>Harbour House, 1 Quay Street</p></footer>
<div id="cookie-notice" role="dialog"><p>This site uses cookies to count its visitors. By staying
here you agree that you are counted. Read our policy on cookies to learn
more.</p></div></body></html>"""


def govspeak(sheet: Sheet) -> str:
    """The layout of gov.uk."""
    return f"""<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8">
<title>{sheet.title} - PORT.UK</title><meta property="og:site_name" content="PORT.UK">
<meta property="og:title" content="{sheet.title}"><meta property="og:url" content="{sheet.url}">
<meta name="govuk:first-published-at" content="{sheet.day}T09:30:00+01:00">
<meta name="govuk:public-updated-at" content="2026-02-02T09:30:00+01:00">
<script type="application/ld+json">{{"@context": "http://schema.org", "@type": "NewsArticle",
"datePublished": "{sheet.day}T09:30:00+01:00", "dateModified": "2026-02-02T09:30:00+01:00",
"publisher": {{"@type": "Organization", "name": "PORT.UK"}}}}</script></head>
<body class="gem-c-layout-for-public govuk-template__body">
<div id="global-cookie-message" class="gem-c-cookie-banner"><h2>Cookies on PORT.UK</h2>
<p>We use some essential cookies to make this website work.</p><p>We’d like to set additional
cookies to understand how you use it.</p><button>Accept</button></div>
<a href="#content" class="gem-c-skip-link govuk-skip-link">Skip to main content</a>
<header role="banner" class="gem-c-layout-super-navigation-header">{menu()}</header>
<div class="govuk-width-container"><div class="gem-c-contextual-breadcrumbs">
<nav class="gem-c-breadcrumbs">{menu(["Home", "Ports", "News"])}</nav></div>
<main role="main" id="content" class="news-article" lang="en">
<div class="govuk-grid-row"><div class="gem-c-heading"><span class="govuk-caption-xl">Press release
</span><h1 class="gem-c-heading__text govuk-heading-xl">{sheet.title}</h1></div></div>
<div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/o">Ports Office</a></dd>
<dt>Published</dt><dd>{sheet.day:%d %B %Y}</dd></dl></div>
<div class="gem-c-single-page-notification-button"><a href="/e">Get emails about this page</a></div>
<div class="govuk-grid-column-two-thirds"><div class="gem-c-govspeak govuk-govspeak">
<div class="govspeak">{sheet.body}</div></div>
<div class="gem-c-share-links"><h2>Share this page</h2>{menu(["Share on X"])}</div>
<div class="gem-c-published-dates">Published {sheet.day:%d %B %Y}</div></div>
<div class="govuk-grid-column-one-third"><div class="gem-c-contextual-sidebar">
<nav class="gem-c-related-navigation"><h2>Related content</h2>{links(sheet)}</nav></div></div>
</main></div><div class="gem-c-feedback"><h2>Is this page useful?</h2><p>Help us improve PORT.UK,
and
do not tell us how many anchors you have.</p></div>
<footer class="gem-c-layout-footer" role="contentinfo">{menu()}<p>All content is available
under a licence of the open harbour, except where otherwise stated</p></footer></body></html>"""


def office(sheet: Sheet) -> str:
    """The layout of state.gov: WordPress of older kind, with lines above the text."""
    return f"""<!doctype html><html lang="en-US"><head><meta charset="utf-8">
<title>{sheet.title} - Department of Quays</title>
<meta property="og:title" content="{sheet.title} - Department of Quays" />
<meta property="og:url" content="{sheet.url}" />
<meta property="og:site_name" content="Department of Quays" />
<script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org",
"@graph":[{{"@type":"WebPage","url":"{sheet.url}","datePublished":"{sheet.day}T17:02:16+00:00",
"dateModified":"2026-01-01T17:02:16+00:00"}},{{"@type":"WebSite","name":"Department of Quays"}}]}}
</script></head><body class="state_statement-template single"><div class="usa-banner"><p>An official
website of the quays. Here is how you know that it is one of ours, and not of the other
side.</p></div>
<header class="header">{menu()}</header><div class="site-wrapper"><div id="main">
<div class="breadcrumbs">{menu(["Home", "Press Releases"])}</div>
<div class="featured-content"><h1 class="featured-content__headline">{sheet.title}</h1>
<p class="article-meta doctype-meta">Press Statement</p>
<p class="article-meta__author"><a href="/bio">The Quay Master</a></p>
<p class="article-meta__publish-date">{sheet.day:%B %d, %Y}</p></div>
<section class="entry"><div class="container-fluid"><div class="row"><div class="entry-content">
{sheet.body}</div></div></div></section><div class="tags"><h2>Tags</h2>
{menu(["Anchors", "Bureau of Ropes", "The Quay Master"])}</div></div>
<div class="related-articles"><h2>Related Articles</h2>{links(sheet)}</div></div>
<footer id="footer">{menu()}</footer></body></html>"""


def council(sheet: Sheet) -> str:
    """The layout of consilium.europa.eu: the day in a line of its own, no data for machines."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{sheet.title} - Portilium</title><link rel="canonical" href="{sheet.url}"/>
<meta property="og:title" content="{sheet.title}"/><meta property="og:site_name"
content="Portilium"/>
</head><body><div id="skip-links"><a href="#main">Skip to content</a></div>
<div class="gsc-cookie-consent" role="dialog" aria-modal="true"><h2>Cookies</h2><p>We use cookies in
order to ensure that you get the best experience on our website.</p></div>
<header role="banner"><div class="language-switcher">{menu(["English", "français", "suomi"])}
</div><nav>{menu()}</nav></header><main id="main"><div class="gsc-page-header">
<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/p">Press releases</a></li></ol>
<div class="gsc-press-release__meta"><span>Council of Ports</span><span>Press release</span>
<time datetime="{sheet.day}T10:20">{sheet.day:%d %B %Y} 10:20</time></div>
<h1 class="gsc-heading">{sheet.title}</h1></div>
<div class="gsc-bge-grid__row"><div class="gsc-bge-grid__area">
<div class="gsc-excerpt-list__item">{sheet.body}</div></div></div>
<div class="gsc-related"><ul><li><a href="/l">Visit the meeting page</a></li></ul></div>
<div class="gsc-press-contacts"><h2>Press contacts</h2>{menu(["Maija Meikäläinen", "Write"])}
</div></main><aside><h2>Latest</h2>{links(sheet)}</aside><footer>{menu()}</footer></body></html>"""


def soup(sheet: Sheet) -> str:
    """Elements without a name that says anything, as site builders make them."""
    return f"""<html><head><title>{sheet.title} — Quay &amp; Sons</title>
<meta name="date" content="{sheet.day}"><link rel="canonical" href="{sheet.url}"></head><body>
<div class="x1"><div class="x2">{menu()}</div></div><div class="x3"><div class="x4">
<div class="css-9f"><h1>{sheet.title}</h1></div><div class="css-8a">{sheet.body}</div></div>
<div class="x5"><div class="css-7k"><b>More from us</b></div>{links(sheet)}</div></div>
<div class="x6">{menu()}<div>© Quay &amp; Sons. All rights reserved.</div></div></body></html>"""


def blog(sheet: Sheet) -> str:
    """A blog with a column beside the text, comments below and the same day in words only."""
    return f"""<!DOCTYPE html><html><head><title>Pier Notes: {sheet.title}</title>
<meta property="og:site_name" content="Pier Notes"></head><body><div id="page">
<div id="masthead"><h1 id="site-title"><a href="/">Pier Notes</a></h1>{menu()}</div>
<div id="content"><div class="post hentry"><h2 class="entry-title">{sheet.title}</h2>
<div class="entry-meta">Posted on <time class="published"
datetime="{sheet.day}">{sheet.day:%d %b %Y}
</time> by <a href="/me">Pier</a></div><div class="entry">{sheet.body}</div>
<p class="postmetadata tags">Tags: <a href="/t">anchors</a>, <a href="/u">ropes</a></p></div>
<div id="comments"><h3>2 comments</h3><ol class="commentlist"><li><p>I have never seen so many
anchors
in one place, and I have been to many places in my
life.</p></li><li><p>First!</p></li></ol></div></div>
<div id="sidebar"><ul><li><h3>Recent posts</h3>{menu(sheet.others)}</li></ul></div>
<div id="footer"><p>Pier Notes runs on a pump and some old ropes.</p></div></div></body></html>"""


LAYOUTS: dict[str, Callable[[Sheet], str]] = {
    layout.__name__: layout
    for layout in (
        *(blocks, govspeak, office, council, soup, blog, old_layouts.tables, old_layouts.form),
        *(old_layouts.nato_2002, old_layouts.nato_2004, old_layouts.nato_2017),
        *(old_layouts.nato_2025, fields, sections, for_print, lead),
    )
}
