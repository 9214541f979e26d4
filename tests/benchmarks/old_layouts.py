"""Layouts from before style sheets, and those of nato.int, in the form that stored pages show."""

from tests.benchmarks.sheets import Sheet, links, menu

ACCOUNT = """<div class="css-1x"><h2>NATO MULTIMEDIA ACCOUNT</h2>
<p>Access NATO’s broadcast-quality video content free of charge</p><button>Register</button>
<h3>Create an account</h3><p>Check your inbox and enter verification code</p>
<p>We have sent a verification code to your email address. . Enter the code to verify your account.
This code will expire in 30 minutes.</p><label>Verification code</label><p>Didn't receive a code?
<a href="#">Send new Code</a></p><p>You have successfully created your account</p>
<h3>Reset password</h3><p>Enter the email address you registered with and we will send you a code to
reset your password.</p><h3>Create a new password</h3><p>The password must be at least 12 characters
long, no spaces, include upper/lowercase letters, numbers and symbols.</p>
<p>Click the button to return to the page you were on and log in with your new
password.</p></div>"""


def tables(sheet: Sheet) -> str:
    """Tables that lay out, fonts, and a text without paragraphs."""
    return f"""<HTML><HEAD><TITLE>{sheet.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="100%"><TR><TD COLSPAN=2><IMG SRC="logo.gif" ALT="Harbour Office"></TD></TR>
<TR><TD WIDTH=150 VALIGN=TOP><FONT SIZE=2><A HREF="/">Home</A><BR><A HREF="/news">News</A><BR>
<A HREF="/anchors">Anchors</A><BR><A HREF="/ropes">Ropes</A></FONT></TD>
<TD><FONT SIZE=2>{sheet.day:%d %B %Y}</FONT><H1>{sheet.title}</H1><FONT
SIZE=3>{sheet.broken}</FONT></TD></TR>
<TR><TD COLSPAN=2><HR><CENTER><FONT SIZE=1>[ <A HREF="/">Home</A> | <A HREF="/help">Help</A> ]
</FONT></CENTER></TD></TR></TABLE></BODY></HTML>"""


def form(sheet: Sheet) -> str:
    """A page that is one form, as ASP.NET makes them."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><title>
	{sheet.title}
</title><meta name="DC.date.issued" content="{sheet.day}" /></head><body><form method="post"
action="p.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTEy" />
<div id="ctl00_top">{menu()}</div><div id="ctl00_MainContent"><div class="PressTitle">
<h2 id="ctl00_h">{sheet.title}</h2></div><span id="ctl00_lblDate">{sheet.day:%A, %d %B %Y}</span>
<div id="ctl00_text">{sheet.body}</div></div><div id="ctl00_foot"><a href="/">Top</a></div></form>
</body></html>"""


def nato_2002(sheet: Sheet) -> str:
    """www.nato.int/docu until about 2008: a line with the update, a table with day and title."""
    lines = "<br>\n".join(sheet.title_lines)
    return f"""<html><head><title>NATO Speech: {sheet.title_lines[0]}</title></head>
<!-- saved from url=(0051)http://www.nato.int/docu/speech/2002/s020924b.htm -->
<body bgcolor="#ffffff"><table width="100%"><tr><td><img src="/icons/nato.gif"></td>
<td align="right"><font size="-1"><i>Updated: {sheet.day:%d-%b-%Y}</i></font></td>
<td><a href="/docu/speech/speech.htm">NATO Speeches</a></td></tr></table>
<table><tr><td valign="top" width="120"><font color="#003399"><b>Reykjavik<br>{sheet.day:%-d %b. %Y}
</b></font></td><td><h2>{lines}</h2></td></tr></table><blockquote>{sheet.body}</blockquote>
<hr><center><a href="/home.htm"><img src="/icons/home.gif" alt="Homepage"></a>
<a href="/docu/speech/speech.htm">Go to Index</a> <a href="/home.htm">Go to Homepage</a></center>
</body></html>"""


def nato_2004(sheet: Sheet) -> str:
    """www.nato.int/docu/pr: the number of the release, the day and the title in small tables."""
    lines = "<br>\n".join(sheet.title_lines)
    return f"""<html><head><title>NATO Press Release (2004)170 - {sheet.day:%-d %B %Y}</title>
<link rel="canonical" href="http://www.nato.int/docu/pr/2004/p04-170e.htm"></head><body>
<table><tr><td><font size="2"><b>Press<br>Release<br>(2004)170</b></font></td></tr>
<tr><td>{sheet.day:%-d %b. %Y}</td></tr></table><table><tr><td class="title">
<font size="+2"><b>{lines}</b></font></td></tr><tr><td>{sheet.body}</td></tr></table>
<table><tr><td><a href="/home.htm">Go to Homepage</a> | <a href="index.html">Go to
Index</a></td></tr>
</table></body></html>"""


def nato_2017(sheet: Sheet) -> str:
    """www.nato.int/cps: a title in two, and a list of days."""
    title, by, rest = sheet.title.partition(" by ")
    subtitle = f"<h2>by {rest}</h2>" if by else ""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>NATO - Opinion: {sheet.title}, {sheet.day:%d-%b.-%Y}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="NATO">
<link rel="canonical" href="https://www.nato.int/cps/en/natohq/opinions_141105.htm"></head><body>
<header class="header">{menu()}<div class="cookie-bar">NATO uses cookies on this site. Read
on.</div>
</header><main class="content"><section class="content"><div class="inner">
<ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/o">Speeches &amp; transcripts</a>
</li></ul><h1>{title}</h1>{subtitle}
<ul class="list-inline"><li class="date">{sheet.day:%d %b. %Y} -</li><li>|</li>
<li>Last updated: {sheet.day:%d %b. %Y} 12:14</li></ul>
<ul class="languages"><li><a href="?fr">French</a></li><li><a href="?ru">Russian</a></li></ul>
<div class="article">{sheet.body}</div></div></section>
<section class="related-content"><h2>Related</h2>{links(sheet)}</section></main>
<footer>{menu()}</footer></body></html>"""


def nato_2025(sheet: Sheet) -> str:
    """www.nato.int since 2025: windows of an account before the text, the day in the address."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{sheet.title} | NATO Transcript</title><link rel="canonical"
href="https://www.nato.int/en/news-and-events/events/transcripts/{sheet.path}/anchors"></head><body>
<header>{menu()}</header>{ACCOUNT}<main><div class="hero"><span>Transcript</span>
<h1>{sheet.title}</h1><ul><li>{sheet.day:%d %B %Y}</li><li>Last updated: {sheet.day:%d %B %Y} 18:02
</li></ul></div><div class="text">{sheet.body}</div><div class="related"><h2>Related news</h2>
{links(sheet)}</div></main><footer>{menu()}</footer></body></html>"""
