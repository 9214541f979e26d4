"""The names of months and weekdays, in the languages that releases are written in."""

import re
from collections.abc import Sequence

_ENGLISH_MONTHS = (
    "January Jan",
    "February Feb",
    "March Mar",
    "April Apr",
    "May",
    "June Jun",
    "July Jul",
    "August Aug",
    "September Sept Sep",
    "October Oct",
    "November Nov",
    "December Dec",
)
_OTHER_MONTHS = (
    "janvier enero gennaio janeiro Januar января січня stycznia januari",
    "février fevrier febrero febbraio fevereiro Februar февраля лютого lutego februari",
    "mars marzo março März марта березня marca maart",
    "avril abril aprile апреля квітня kwietnia april",
    "mai mayo maggio maio Mai мая травня maja mei",
    "juin junio giugno junho Juni июня червня czerwca juni",
    "juillet julio luglio julho Juli июля липня lipca juli",
    "août aout agosto августа серпня sierpnia augustus",
    "septembre septiembre settembre setembro сентября вересня września september",
    "octobre octubre ottobre outubro Oktober октября жовтня października oktober",
    "novembre noviembre novembro ноября листопада listopada november",
    "décembre decembre diciembre dicembre dezembro Dezember декабря грудня grudnia december",
)
_WEEKDAYS = (
    "Monday Mon lundi lunes lunedì segunda-feira Montag понедельник понеділок",
    "Tuesday Tues Tue mardi martes martedì terça-feira Dienstag вторник вівторок",
    "Wednesday Wed mercredi miércoles mercoledì quarta-feira Mittwoch среду среда середу середа",
    "Thursday Thurs Thu jeudi jueves giovedì quinta-feira Donnerstag четверг четвер",
    "Friday Fri vendredi viernes venerdì sexta-feira Freitag пятницу пятница п’ятницю п'ятницю",
    "Saturday Sat samedi sábado sabato Samstag субботу суббота суботу субота",
    "Sunday Sun dimanche domingo domenica Sonntag воскресенье неділю неділя",
)


def _numbered(names: Sequence[str], start: int) -> dict[str, int]:
    return {
        spelling: number
        for number, row in enumerate(names, start)
        for name in row.split()
        for spelling in (name, name.upper())
    }


def _any_of(names: dict[str, int]) -> str:
    """Return an expression for any of `names`, grouped by first letter, which is quick to try."""
    letters = sorted({name[0] for name in names})
    rests = (
        "|".join(re.escape(name[1:]) for name in sorted(names, reverse=True) if name[0] == letter)
        for letter in letters
    )
    return "|".join(f"{letter}(?:{rest})" for letter, rest in zip(letters, rests, strict=True))


_ENGLISH = _numbered(_ENGLISH_MONTHS, 1)
MONTH_NUMBERS = _ENGLISH | _numbered(_OTHER_MONTHS, 1)
WEEKDAY_NUMBERS = _numbered(_WEEKDAYS, 0)
MONTHS = _any_of(MONTH_NUMBERS)
ENGLISH_MONTHS = _any_of(_ENGLISH)
WEEKDAYS = _any_of(WEEKDAY_NUMBERS)
