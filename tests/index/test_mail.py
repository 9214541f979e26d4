"""Newsletters, from mailboxes and single messages to releases."""

from email import policy
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.errors import NoReleases, Unreadable
from natoread_index.reading import mail
from natoread_index.release import Release

FIRST = (
    "The harbour master of Oulu has counted the anchors of all ships, which took the whole of the"
    " winter. There are more of them than in the last year, and all of them are of iron."
)
SECOND = "“None is missing,” said the master on Tuesday (28 May 2024) – and went home to Åland."
HTML = f"""<html><head><style>p {{ color: red }}</style></head><body>
<div style="display:none">A first look at what is inside ͏ ‌ ͏ ‌</div>
<table role="presentation"><tr><td><a href="https://x.example/v">View this email in your browser</a>
</td></tr><tr><td><h1>Anchors counted at Oulu</h1><p>{FIRST}</p><p>{SECOND}</p></td></tr>
<tr><td><p>You are receiving this email because you signed up on the quay.</p>
<p><a href="https://x.example/u">Unsubscribe</a> | Quay 1, Oulu</p></td></tr></table></body>"""


def message(plain: str = "", html: str = "", **headers: str) -> bytes:
    made = EmailMessage(policy=policy.SMTP.clone(cte_type="7bit"))
    named = {"Subject": "Anchors counted at Oulu", "From": "Ministry of Ports <no@ports.example>"}
    for name, value in (named | {"Date": "Wed, 29 May 2024 08:15:00 +0200"} | headers).items():
        made[name.replace("_", "-")] = value
    made.set_content(plain)
    if html:
        made.add_alternative(html, subtype="html")
    return bytes(made)


def read(*data: bytes) -> list[Release]:
    return list(mail.releases(BytesIO(b"".join(data))))


def test_a_newsletter_is_a_release_below_its_subject() -> None:
    (release,) = read(message(f"{FIRST}\n\n{SECOND}\n"))
    assert (release.title, release.source) == ("Anchors counted at Oulu", "Ministry of Ports")
    assert release.body == f"{FIRST}\n\n{SECOND}"
    assert release.dated
    assert (release.dated.start, release.dated.read_from[:20]) == (
        "2024-05-29",
        "sent Wed, 29 May 202",
    )


@pytest.mark.parametrize("plain", ["", "This message is in HTML.", "https://x.example/v " * 40])
def test_html_is_read_where_the_text_beside_it_is_poor(plain: str) -> None:
    (release,) = read(message(plain, HTML))
    assert release.body == f"{FIRST}\n\n{SECOND}"


def test_a_text_is_read_where_it_is_as_good_as_the_html() -> None:
    (release,) = read(message(f"{FIRST}\n\n* {SECOND}", HTML))
    assert release.body == f"{FIRST}\n\n* {SECOND}"


def test_what_mailing_software_adds_is_cut_off() -> None:
    (release,) = read(
        message(
            "If you cannot read this email, view it online: https://x.example/v\n\n"
            f"ANCHORS COUNTED AT OULU\n\n{FIRST}\n\n{SECOND}\n\n----\n\n"
            "To unsubscribe, click here: https://x.example/u\n\nQuay 1, Oulu"
        )
    )
    assert release.body == f"{FIRST}\n\n{SECOND}"


def test_a_text_about_unsubscribing_keeps_its_end() -> None:
    paragraphs = ["We make it easier to unsubscribe.", *([FIRST] * 20)]
    (release,) = read(message("\n\n".join(paragraphs)))
    assert release.body.startswith(paragraphs[0])


def test_lines_that_a_mailer_broke_are_joined() -> None:
    flowed = FIRST.replace("which took ", "which took \n").replace("There are ", "There are \n")
    (release,) = read(message(f"{flowed}\n\n{SECOND}", Content_Language="en"))
    assert release.body == f"{FIRST}\n\n{SECOND}"


def test_a_mailbox_holds_messages_in_their_order() -> None:
    box = b""
    for number in (1, 2, 3):
        mailed = message(f"{FIRST}\n\nFrom here on, number {number}.", Subject=f"Anchor {number}")
        quoted = mailed.replace(b"\r\n", b"\n").replace(b"\nFrom here", b"\n>From here")
        box += b"From list@ports.example Wed May 29 08:15:00 2024\n" + quoted + b"\n"
    releases = read(box)
    assert [release.title for release in releases] == ["Anchor 1", "Anchor 2", "Anchor 3"]
    assert releases[1].body.endswith("From here on, number 2.")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?Q?Anchors_of_=C3=85land?=", "Anchors of Åland"),
        ("=?utf-8?B?QW5jaG9ycyA=?= =?utf-8?Q?of_=C3=85land?=", "Anchors of Åland"),
        ("=?iso-8859-1?Q?Anchors_of_=C5land?=", "Anchors of Åland"),
        ("=?x-unknown?Q?Anchors?=", "=?x-unknown?Q?Anchors?="),
        ("=?utf-8?B?Q?=", "=?utf-8?B?Q?="),
        ("Anchors of Åland", "Anchors of Åland"),
        ("[PORTS-L] Fwd: RE: Anchors", "Anchors"),
        ("Anchors,\r\n of several lines", "Anchors, of several lines"),
    ],
)
def test_a_subject_is_read_as_it_was_meant(subject: str, title: str) -> None:
    data = f"Subject: {subject}\r\nFrom: a@b.example\r\n\r\n{FIRST}".encode()
    (release,) = read(data)
    assert release.title == title


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        ("=?utf-8?Q?Minist=C3=A8re?= <a@b.example>", "Ministère"),
        ('"Ports, Ministry of" <a@b.example>', "Ports, Ministry of"),
        ("Ports via PRESS-L <a@b.example>", "Ports"),
        ("a@b.example", "b.example"),
        ("", "mail"),
    ],
)
def test_who_sent_it_is_the_source(sender: str, source: str) -> None:
    (release,) = read(f"Subject: Anchors\r\nFrom: {sender}\r\n\r\n{FIRST}".encode())
    assert release.source == source


DIGEST = """<p>• Anchors at Oulu</p><p>28 May 2024</p>
<h3><a href="https://p.example/1">Anchors counted at Oulu</a></h3><p>Anchors counted at Oulu</p>
<p>The master counted them on Tuesday (28 May 2024).</p><p>He was alone.</p>
<a href="1">Read more</a>
<h3>Ropes are longer this year</h3><p>They are of hemp, and of the best.</p><p>Read more</p>
<h3>No news of sails</h3><p>Nobody has seen one for years.</p><p><a href="3">Read more »</a></p>
<p>Follow us on the quay.</p>"""


def test_a_digest_is_each_of_its_texts() -> None:
    releases = read(message("", f"<html><body>{DIGEST}</body></html>"))
    assert [(release.title, release.body) for release in releases] == [
        (
            "Anchors counted at Oulu",
            "The master counted them on Tuesday (28 May 2024).\n\nHe was alone.",
        ),
        ("Ropes are longer this year", "They are of hemp, and of the best."),
        ("No news of sails", "Nobody has seen one for years."),
    ]


def test_one_link_to_more_makes_no_digest() -> None:
    html = f"<h3>Anchors</h3><p>{FIRST}</p><p>Read more</p><p>{SECOND}</p>"
    (release,) = read(message("", html))
    assert SECOND in release.body


def test_messages_that_a_message_passes_on_are_read() -> None:
    digest = EmailMessage()
    digest["Subject"] = "PORTS-L Digest"
    for number in (1, 2):
        digest.add_attachment(EmailMessage())
        inner = digest.get_payload()[-1].get_payload()[0]  # type: ignore[union-attr, index]
        inner["Subject"] = f"Anchor {number}"  # type: ignore[index]
        inner.set_content(FIRST)  # type: ignore[union-attr]
    assert [release.title for release in read(bytes(digest))] == ["Anchor 1", "Anchor 2"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"Subject: Only a subject\n\n", b"\n\nOnly a text"])
def test_mail_without_subject_or_text_is_named(data: bytes) -> None:
    with pytest.raises(NoReleases, match=r"box\.mbox"):
        list(mail.releases(BytesIO(data), "box.mbox"))


def test_a_message_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "_LARGEST", 1000)
    with pytest.raises(Unreadable, match=r"box: a message of more than"):
        list(mail.releases(BytesIO(message(FIRST * 10)), "box"))


def test_parts_within_parts_without_end_are_refused() -> None:
    data = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (each, each)
        for each in range(5000)
    )
    with pytest.raises(Unreadable, match="box"):
        list(mail.releases(BytesIO(b"Subject: x\n" + data), "box"))


HEADERS = ["Subject: x\n", "From: a <b@c>\n", "Date: Wed, 29 May 2024 08:15:00\n", "\n", "=?utf-8?"]
MORE = [
    "Content-Type: multipart/mixed; boundary=x\n",
    "--x\n",
    "Content-Type: text/html\n",
    "Q?=C3",
]
PIECES = [each.encode() for each in [*HEADERS, *MORE]]
PIECES += [b"Content-Type: text/plain; charset=none\n", b"Content-Transfer-Encoding: base64\n"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=9)), max_size=20))
def test_any_bytes_are_releases_or_a_sentence(pieces: list[bytes]) -> None:
    try:
        said = [release.title for release in read(*pieces)]
    except Unreadable as sentence:
        said = [str(sentence)]
    assert all(said)


def test_a_paragraph_that_begins_with_from_and_a_year_begins_no_message() -> None:
    text = "They met.\n\nFrom 14 to 15 September 2023, they met again at 10:00."
    data = f"From: a@b.int\nSubject: Allies meet\n\n{text}\n".encode()
    (release,) = mail.releases(BytesIO(data))
    assert release.body == text
