"""Pages of nato.int in the form of each of its layouts."""

import pytest

from natoread_index.reading.pages import page

FIRST = (
    "Good morning, and welcome to this harbour, where we have come together for three days in order"
    " to count the anchors of all Allies, and to see which of them have to be mended before winter."
)
SECOND = "We have found that most are sound, and that the ropes are longer than last year."
TEXT = f"<p>(As delivered)</p><p>{FIRST}</p><p>{SECOND}</p><p>Thank you.</p>"
BODY = f"(As delivered)\n\n{FIRST}\n\n{SECOND}\n\nThank you."
TITLE = "Doorstep statement by NATO Secretary General Ada Anker at the start of the harbour days"

SPEECH = f"""<html><head><title>NATO Speech: Harbour days</title></head><body>
<table><tr><td><img src="nato.gif"></td><td><i>Updated: 15-May-2002</i></td>
<td><a href="x">NATO Speeches</a></td></tr></table>
<table><tr><td><b>Reykjavik<br>14 May 2002</b></td><td><h2>Doorstep<br>statement<br>
by<br>NATO Secretary General Ada Anker<br>at the start of the harbour days</h2></td></tr></table>
<p>Check against delivery</p><blockquote>{TEXT}</blockquote>
<center><a href="h">Go to Homepage</a> <a href="i">Go to Index</a></center></body></html>"""

RELEASE = f"""<html><head><title>NATO Press Release (2004)170 - 9 December 2004</title></head><body>
<font size="2"><b>Press<br>Release<br>(2004)170</b></font><br>9 Dec. 2004
<font size="+2"><b>Final Communiqué<br>of the harbour days</b></font>
<p>{FIRST}</p><ol><li>{SECOND}</li></ol><hr><a href="h">Go to Homepage</a></body></html>"""

DOORSTEP = f"""<html><head><title>NATO - Opinion: {TITLE}, 15-Feb.-2017</title>
<meta property="og:title" content="Doorstep statement"></head><body><main>
<h1>Doorstep statement</h1><h2>by NATO Secretary General Ada Anker at the start of the harbour days
</h2><ul><li>15 Feb. 2017 -</li><li>|</li><li>Last updated: 16 Feb. 2017 12:14</li></ul>
{TEXT}</main></body></html>"""

WINDOWS = """<div class="a"><h2>NATO MULTIMEDIA ACCOUNT</h2><p>Access NATO’s broadcast-quality video
content free of charge</p></div><div class="b"><h3>Create an account</h3><p>We have sent a
verification
code to your email address. . Enter the code to verify your account. This code will expire in 30
minutes.
</p><p>Verification code</p></div><div class="c"><h3>Create a new password</h3><p>The password must
be at
least 12 characters long, no spaces, include upper/lowercase letters, numbers and
symbols.</p><p>Click the
button to return to the page you were on and log in with your new password.</p></div>"""

NEWEST = f"""<html><head><title>{TITLE} | NATO Transcript</title></head><body>{WINDOWS}
<div class="d"><h1>{TITLE}</h1><div>{TEXT}</div></div></body></html>"""


@pytest.mark.parametrize(
    ("html", "url", "day", "read_from"),
    [
        (SPEECH, "docu/speech/2002/s020514c.htm", "2002-05-14", "published 14 May 2002"),
        (
            SPEECH.replace("14 May 2002", "Iceland"),
            "docu/speech/2002/s020514c.htm",
            "2002-05-14",
            "address 2002-05-14",
        ),
        (
            SPEECH.replace("14 May 2002", "Iceland"),
            "docu/speech/2002/opening.htm",
            "2002-05-15",
            "updated 15-May-2002",
        ),
        (DOORSTEP, "cps/en/natohq/opinions_1.htm", "2017-02-15", "published 15 Feb. 2017"),
        (
            DOORSTEP.replace("NATO - Opinion: ", "").replace(", 15-Feb.-2017", ""),
            "cps/en/natohq/opinions_1.htm",
            "2017-02-15",
            "published 15 Feb. 2017",
        ),
        (NEWEST, "en/events/transcripts/2025/12/02/harbour", "2025-12-02", "address 2025-12-02"),
    ],
)
def test_each_layout_tells_title_day_and_text(
    html: str, url: str, day: str, read_from: str
) -> None:
    release = page(html, url=f"https://www.nato.int/{url}")
    assert (release.title, release.source) == (TITLE, "NATO")
    assert release.body.removeprefix("Check against delivery\n\n") == BODY
    assert release.dated
    assert (release.dated.start, release.dated.read_from) == (day, read_from)


def test_a_press_release_has_its_title_in_large_letters() -> None:
    release = page(RELEASE, url="http://www.nato.int/docu/pr/2004/p04-170e.htm")
    assert release.title == "Final Communiqué of the harbour days"
    assert release.body == f"{FIRST}\n\n1. {SECOND}"
    assert release.dated
    assert release.dated.start == "2004-12-09"


def test_lines_between_title_and_text_of_an_old_page_are_kept() -> None:
    release = page(SPEECH, url="https://www.nato.int/docu/speech/2002/s020514c.htm")
    assert release.body.startswith("Check against delivery\n\n(As delivered)")


def test_a_page_saved_without_its_address_is_still_known() -> None:
    release = page(DOORSTEP)
    assert (release.title, release.source, release.url) == (TITLE, "NATO", None)


def test_other_hosts_are_not_nato() -> None:
    release = page(NEWEST, url="https://www.notnato.int/a")
    assert release.source == "notnato.int"
