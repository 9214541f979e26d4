"""Lines that are there to be clicked on, or that printers add: "Share", "Last updated: …"."""

import re


def without_controls(text: str, also: re.Pattern[str] | None = None) -> str:
    """Leave out the paragraphs above and below a text that are for clicking alone.

    `also` matches paragraphs that are so on one site.
    """
    paragraphs = text.split("\n\n")
    start, end = 0, len(paragraphs)
    while start < end and _is_control(paragraphs[start], also):
        start += 1
    while end > start and _is_control(paragraphs[end - 1], also):
        end -= 1
    return "\n\n".join(paragraphs[start:end])


def _is_control(paragraph: str, also: re.Pattern[str] | None) -> bool:
    is_known = all(map(_CONTROL.fullmatch, paragraph.split("\n")))
    return is_known or bool(also and also.fullmatch(paragraph))


_WORDS = (
    "print|share|e-?mail|send|download|save|listen|tweet|copy|bookmark|facebook|twitter|x|linked-?in"
    "|whatsapp|telegram|bluesky|instagram|youtube|link|pdf|rss|this|page|article|to|on|via|by|and"
    "|a friend|top|back|of|the|home ?page|skip|main|content|navigation|english|français|french"
    "|deutsch|español|русский|українська|loading|menu|close"
)
_ELSEWHERE = (
    r"(?:seite |artikel |beitrag )?(?:drucken|teilen|empfehlen|vorlesen)|nach oben"
    r"|zurück(?: zu[rm]? \w+)?|partager|imprimer|envoyer|télécharger|haut de page|lire aussi"
    r"|retour(?: (?:à|au|en) .{1,20})?|compartir|imprimir|descargar|volver(?: (?:a|al)\b.{0,20})?"
    r"|condividi|stampa|scarica|torna (?:su|indietro|all.{1,20})|partilhar|compartilhar"
    r"|voltar(?: ao \w+)?|delen|afdrukken|terug(?: naar .{1,20})?|dela|skriv ut|udskriv|jaa|tulosta"
    r"|udostępnij|drukuj|powrót|sdílet|tisk|поделиться|распечатать|версия для печати|назад|наверх"
    r"|вернуться .{1,20}|поділитися|роздрукувати|версія для друку|повернутися .{1,20}"
)
"""The same in other languages."""

_CONTROL = re.compile(
    rf"\W*(?:(?:{_WORDS})\b\W*)+|\W*(?:(?:{_ELSEWHERE})\b\W*)+"
    r"|\W*(?:last )?(?:updated|modified|reviewed)(?: on| at)?\s*:?\s.{4,40}"
    r"|\W*(?:printed|reprinted) from .{4,120}"
    r"|\W*follow us on .{1,60}|\W*share this.{0,40}",
    re.IGNORECASE,
)
