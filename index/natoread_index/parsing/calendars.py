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
    (
        "janvier enero ene gennaio janeiro Januar"
        " Jänner января січня stycznia januari januára januarja"
        " ianuarie ledna január Ocak Ιανουαρίου jaanuar"
        " janvārī sausio siječnja janar gener januara"
        " tammikuuta януари јануари јануара يناير janv"
    ),
    (
        "février fevrier febrero febbraio fevereiro"
        " Februar февраля лютого lutego februari februára"
        " februarja februarie února február Şubat Φεβρουαρίου veebruar februārī vasario veljače"
        " shkurt febrer februara helmikuuta февруари фебруара فبراير févr"
    ),
    (
        "mars marzo março März marts марта березня marca marec maart martie března március Mart"
        " Μαρτίου märts martā kovo ožujka març maaliskuuta март марта مارس Mär"
    ),
    (
        "avril abril aprile апреля квітня kwietnia"
        " april apríla aprila aprilie dubna április Nisan"
        " Απριλίου aprill aprīlī balandžio travnja prill huhtikuuta април априла أبريل abr avr"
    ),
    (
        "mai mayo maggio maio Mai мая травня maja"
        " mei maj mája května május Mayıs Μαΐου maijā gegužės"
        " svibnja maig toukokuuta май мај маја مايو"
    ),
    (
        "juin junio giugno junho Juni июня червня"
        " czerwca juni júna junija iunie června június Haziran"
        " Ιουνίου juuni jūnijā birželio lipnja qershor juny juna kesäkuuta юни јуни јуна يونيو"
    ),
    (
        "juillet julio luglio julho Juli июля липня"
        " lipca juli júla julija iulie července július Temmuz"
        " Ιουλίου juuli jūlijā liepos srpnja korrik juliol"
        " jula heinäkuuta юли јули јула يوليو juil"
    ),
    (
        "août aout agosto августа серпня sierpnia augustus augusti august augusta avgusta srpna"
        " augusztus Ağustos Αυγούστου augustā rugpjūčio"
        " kolovoza gusht agost elokuuta август августа"
        " أغسطس"
    ),
    (
        "septembre septiembre settembre setembro сентября вересня września september septembra"
        " septembrie září szeptember Eylül Σεπτεμβρίου septembrī rugsėjo rujna shtator setembre"
        " syyskuuta септември септембра سبتمبر"
    ),
    (
        "octobre octubre ottobre outubro Oktober"
        " октября жовтня października oktober oktobra octombrie"
        " října október Ekim Οκτωβρίου oktoober oktobrī spalio tetor lokakuuta октомври октобра"
        " أكتوبر Okt"
    ),
    (
        "novembre noviembre novembro ноября листопада"
        " listopada november novembra noiembrie listopadu"
        " Kasım Νοεμβρίου novembrī lapkričio studenog"
        " studenoga nëntor marraskuuta ноември новембра"
        " نوفمبر"
    ),
    (
        "décembre decembre diciembre dicembre dezembro Dezember декабря грудня grudnia december"
        " desember decembra decembrie prosince Aralık"
        " Δεκεμβρίου detsember decembrī gruodžio prosinca"
        " dhjetor desembre joulukuuta декември децембра ديسمبر déc dic Dez"
    ),
)
"""Months as they stand behind a day; "listopada" is November in Polish, and October in Croatian."""

_WEEKDAYS = (
    (
        "Monday Mon lundi lunes lunedì segunda-feira"
        " Montag понедельник понеділок maandag måndag mandag"
        " poniedziałek"
    ),
    (
        "Tuesday Tues Tue mardi martes martedì"
        " terça-feira Dienstag вторник вівторок dinsdag tisdag"
        " tirsdag wtorek"
    ),
    (
        "Wednesday Wed mercredi miércoles mercoledì"
        " quarta-feira Mittwoch среду среда середу середа"
        " woensdag onsdag środa"
    ),
    (
        "Thursday Thurs Thu jeudi jueves"
        " giovedì quinta-feira Donnerstag четверг четвер donderdag"
        " torsdag czwartek"
    ),
    (
        "Friday Fri vendredi viernes venerdì"
        " sexta-feira Freitag пятницу пятница п’ятницю п'ятницю"
        " vrijdag fredag piątek"
    ),
    (
        "Saturday Sat samedi sábado sabato Samstag"
        " субботу суббота суботу субота zaterdag lördag lørdag"
        " sobota"
    ),
    (
        "Sunday Sun dimanche domingo domenica Sonntag"
        " воскресенье неділю неділя zondag söndag søndag"
        " niedziela"
    ),
)
_ALWAYS_SMALL = ("mars", "maj")
"""Which are others with a capital: "3 Mars rovers", "2 Maj. Gen. Smith"."""


def _numbered(names: Sequence[str], start: int) -> dict[str, int]:
    return {
        spelling: number
        for number, row in enumerate(names, start)
        for name in row.split()
        for spelling in (name, name.upper(), *_with_capital(name))
    }


def _with_capital(name: str) -> list[str]:
    return [] if name in _ALWAYS_SMALL else [name[0].upper() + name[1:]]


def _any_of(names: dict[str, int]) -> str:
    """Return an expression for any of `names`, grouped by first letter, which is quick to try."""
    letters = sorted({name[0] for name in names})
    rests = (
        "|".join(re.escape(name[1:]) for name in sorted(names, reverse=True) if name[0] == letter)
        for letter in letters
    )
    return "|".join(f"{letter}(?:{rest})" for letter, rest in zip(letters, rests, strict=True))


_ENGLISH = _numbered(_ENGLISH_MONTHS, 1)
MONTH_NUMBERS = _numbered(_OTHER_MONTHS, 1) | _ENGLISH
WEEKDAY_NUMBERS = _numbered(_WEEKDAYS, 0)
MONTHS = _any_of(MONTH_NUMBERS)
ENGLISH_MONTHS = _any_of(_ENGLISH)
WEEKDAYS = _any_of(WEEKDAY_NUMBERS)
