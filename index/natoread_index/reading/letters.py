"""What a newsletter says, without what its sender's software says around it."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from natoread_index.parsing.layouts import usual
from natoread_index.reading.digests import Part, parts
from natoread_index.words import folded


def letters(subject: str, plain: str, html: str) -> list[Part]:
    """Return the texts of a message: those of a digest, or one below its subject."""
    shown = within(_shown(html).split("\n\n")) if html else []
    is_better = _says_as_much(plain, " ".join(shown))
    said = within(_unwrapped(plain).split("\n\n")) if is_better else shown
    if several := parts(said):
        return several
    body = "\n\n".join(_without(subject, said))
    return [Part(subject, body)] if subject and body else []


def within(paragraphs: Sequence[str]) -> list[str]:
    """Return what stands between "View in your browser" and "Unsubscribe"."""
    head = [each for each in paragraphs[:_HEAD] if not _ABOVE.search(each)]
    body = [*head, *paragraphs[_HEAD:]]
    del body[_foot(body) :]
    while body and _RULE.fullmatch(body[-1]):
        body.pop()
    return body


def _foot(paragraphs: Sequence[str]) -> int:
    """Return where the foot begins: with "Unsubscribe" or the like, and little text behind it."""
    start, length = len(paragraphs), 0
    for number in reversed(range(len(paragraphs))):
        length += len(paragraphs[number])
        if length > _LONGEST_FOOT:
            break
        start = number if _BELOW.search(paragraphs[number]) else start
    return start


def _says_as_much(plain: str, shown: str) -> bool:
    """Whether a text part is as good as the HTML beside it: nearly as long, and not of links."""
    words = plain.split()
    links = sum("://" in word for word in words)
    return len(words) - links > len(shown.split()) * _AS_MUCH and links <= len(words) * _LINKS


def _without(subject: str, paragraphs: Sequence[str]) -> list[str]:
    """Leave out the subject where the text begins by repeating it."""
    plain = list(folded(subject))
    return list(dropwhile(lambda each: list(folded(each)) == plain, paragraphs))


def _unwrapped(plain: str) -> str:
    """Return a text part in paragraphs, its lines as long as they were meant to be."""
    text = plain.replace("\r\n", "\n").replace("\r", "\n")
    lines = usual(line.rstrip() for line in _FLOWED.sub(" ", text).split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def _shown(html: str) -> str:
    from natoread_index.reading.markup import text_of  # takes 40 ms, and a text part needs none

    return text_of(html)


_HEAD = 4
_LONGEST_FOOT = 1500
_AS_MUCH = 0.8
_LINKS = 0.1
_GAPS = re.compile(r"\n(?:[^\S\n]*\n)+")
_FLOWED = re.compile(r"(?<=[^\s-]) \n(?=\S)")
"""Where a text in the form of RFC 3676 goes on: a space before the end of the line."""
_RULE = re.compile(r"[\W_]+")
_ABOVE = re.compile(
    r"\b(?:view|read|see|open|display)\b.{0,40}\b(?:in|on|with) (?:a |your |the )?(?:web )?browser"
    r"|\bview (?:it |this )?(?:online|as a web ?page)|\b(?:trouble|problems|difficult\w+)\b.{0,20}"
    r"\b(?:viewing|reading|seeing)|(?:can(?:no|')t|unable to) (?:view|read|see) (?:this|the)\b"
    r"|^you are subscribed to\b|\bmail client does not support HTML"
    r"|afficher .{0,40}navigateur|\bim browser\b|\ben (?:el|tu|su) navegador\b|\bnel browser\b"
    r"|\bno (?:seu )?navegador\b|\bi webbläsaren\b|\bin (?:je|uw) browser\b|\bв браузере\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\bunsubscribe\b|\b(?:you are|you're) (?:receiving|getting|subscribed)\b|\bopt[ -]out\b"
    r"|\b(?:you )?(?:have )?received this (?:e-?mail|message|newsletter) (?:because|as)\b"
    r"|\b(?:manage|update|change|edit) (?:your )?(?:\w+ )?(?:preferences|subscriptions?|profile)\b"
    r"|\bthis (?:e-?mail|message|newsletter) was sent (?:to|by|from)\b|\bforward to a friend\b"
    r"|^_{10,}\n\S.* mailing list|^-- ?(?:$|\n)|\bse désabonner\b|\bdésinscri"
    r"|\bnewsletter\b.{0,40}\bab(?:bestellen|melden)\b|\bdarse de baja\b|\bdisiscri"
    r"|\bannulla.{0,3} l.iscrizione|^\W*(?:abmelden|afmelden|uitschrijven|wypisz|avmeld)"
    r"\b.{0,40}$|\bотписаться|\bвідписатися",
    re.IGNORECASE,
)
