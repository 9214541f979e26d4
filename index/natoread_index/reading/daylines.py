"""Lines on pages that say the day of publication and little else, in many languages.

"Published: 28 May 2024, 10:00", "Press release | 28 May 2024", "Roma, 28 Maggio 2024",
"Pressemitteilung Nr. 17 vom 28. Mai 2024". What was updated on a day wasn't published on it.
"""

import re
from itertools import chain

from natoread_index.dates import Dated
from natoread_index.parsing.whereabouts import places
from natoread_index.reading.told import told


def day_alone(line: str) -> Dated | None:
    """Read a line that says a day of publication and nothing else."""
    said = _BEHIND.sub("", _BEFORE.sub("", line))
    if _NUMBERS.fullmatch(said):
        return told(said)
    is_alone = len(said) <= _LONGEST and any(place.words == said for place in places(said))
    return told(said) if is_alone else None


def day_above(line: str) -> Dated | None:
    """Read a line above a text that says the day, and of what, or where, but no more.

    Below a text such a line is of the text: "THE WHITE HOUSE, May 28, 2024".
    """
    if len(line) > _LONGEST:
        return None
    parts = [part for part in _BETWEEN.split(line) if not UPDATED.search(part)]
    readings = ((part, _LABEL.sub("", part), _PLACE.sub("", part)) for part in parts)
    return next(filter(None, map(day_alone, chain.from_iterable(readings))), None)


UPDATED = re.compile(
    r"updated|modified|reviewed|mis à jour|aktualisiert|actualizad|aggiornat|atualizad|uppdaterad"
    r"|oppdatert|bijgewerkt|aktualizac|обновлено|оновлено",
    re.IGNORECASE,
)
_LONGEST = 80
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_WORDS = (
    r"publi(?:shed|cation date)|posted|issued|released?|dated?|publiée?|publicad[oa]|publicación"
    r"|pubblicat[oa]|publicat|publicerad|publisert|udgivet|offentliggjort|julkaistu|fecha|data"
    r"|veröffentlicht|erschienen|datum|stand|gepubliceerd|geplaatst|opublikowano|data publikacji"
    r"|zveřejněno|publikováno|zverejnené|objavljeno|közzétéve|megjelent|yayın tarihi|tarih"
    r"|avaldatud|publicēts|paskelbta|опубликовано|опубліковано|публикувано|дата|δημοσίευση"
    r"|ημερομηνία"
)
_BEFORE = re.compile(
    rf"^(?:(?:first |date |originally )?(?:{_WORDS})(?: (?:on|at|le|el|em|il|am|den|op|dnia|dne))?"
    r"\s*:?\s*)?(?:(?:on|le|el|em|il|am|den|op) )?",
    re.IGNORECASE,
)
_TIME = (
    r"(?:\b(?:at|um|à|às|a las|alle|om|klo?|o|в|о)\b\.? ?)?"
    r"(?:(?<![\d.])\d\d?[:.h]\d\d(?![\d.]*\d).{0,12})?"
)
_OWN_ENDS = r"\s?(?:г|р|года|року)\.?|(?<=[^\W\d] \d)\.|(?<=[^\W\d] \d\d)\.|日|일"
_BEHIND = re.compile(rf"(?:{_OWN_ENDS})?[\s,|(–-]*{_TIME}[\s,|)–-]*$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:press|news|media) (?:release|statement)|press(?:emitteilung|emeddelelse|meddelande)"
    r"|pressemelding|medienmitteilung|(?:communiqué|comunicado|nota|comunicato)"
    r"(?: de (?:presse|prensa|imprensa)| stampa)?|persbericht|tisková zpráva"
    r"|komunikat(?: prasowy)?)\W{1,3}(?:(?:no|nr|n|núm|č)?\W{0,3}[\d/-]{1,10}\W+)?"
    r"(?:(?:vom|du|of|del?|di|van|från|z dnia|ze dne) )?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^[^\W\d_][\w.’'-]+(?: [\w.’'-]+){0,2},\s+(?:(?:le|den|dnia|am|a) )?")
_NUMBERS = re.compile(r"[\d/.-]{8,10}")
