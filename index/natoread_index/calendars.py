"""The names of months and weekdays, in the languages that releases are written in."""

import re

_MONTHS = (
    "January Jan janvier enero gennaio janeiro Januar января січня stycznia januari",
    "February Feb février fevrier febrero febbraio fevereiro Februar февраля лютого lutego februari",
    "March Mar mars marzo março März марта березня marca maart",
    "April Apr avril abril aprile апреля квітня kwietnia april",
    "May mai mayo maggio maio Mai мая травня maja mei",
    "June Jun juin junio giugno junho Juni июня червня czerwca juni",
    "July Jul juillet julio luglio julho Juli июля липня lipca juli",
    "August Aug août aout agosto августа серпня sierpnia augustus",
    "September Sept Sep septembre septiembre settembre setembro сентября вересня września september",
    "October Oct octobre octubre ottobre outubro Oktober октября жовтня października oktober",
    "November Nov novembre noviembre novembro ноября листопада listopada november",
    "December Dec décembre decembre diciembre dicembre dezembro Dezember декабря грудня grudnia"
    " december",
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


def _numbered(names: tuple[str, ...], start: int) -> dict[str, int]:
    return {
        spelling: number
        for number, row in enumerate(names, start)
        for name in row.split()
        for spelling in (name, name.upper())
    }


def _any_of(names: dict[str, int]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


MONTH_NUMBERS = _numbered(_MONTHS, 1)
WEEKDAY_NUMBERS = _numbered(_WEEKDAYS, 0)
MONTHS = rf"(?:{_any_of(MONTH_NUMBERS)})\b\.?"
WEEKDAYS = rf"\b(?:{_any_of(WEEKDAY_NUMBERS)})\b\.?"
