"""The kinds of release that an organisation publishes."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """A closed set of forms; each recognises itself from a title and an opening."""

    NEWS = "news"
    SPEECH = "speech"
    DOORSTEP = "doorstep"
    PRESS_CONFERENCE = "press conference"
    STATEMENT = "statement"
    READOUT = "readout"
    MEDIA_ADVISORY = "media advisory"
    INTERVIEW = "interview"
    OPINION = "opinion"
    OTHER = "other"

    @classmethod
    def of(cls, title: str, opening: str = "") -> "Kind":
        """Recognise the kind of a release by its title, then by the opening of its text.

        What nothing marks as another kind is news; without any words it is `OTHER`.
        """
        opening = opening[:_OPENING]
        if _ADVISORY_INSIDE.search(opening):
            return cls.MEDIA_ADVISORY
        named = _by_form(title) or _by_opening(opening)
        return named or (cls.NEWS if title.strip() or opening.strip() else cls.OTHER)


def _by_form(line: str) -> Kind | None:
    """Recognise a line that names its own form: "Speech by …", "Readout of …"."""
    line = " ".join(line.translate(_PLAIN).split())
    return next((kind for kind, form in _FORMS if form.search(line)), None)


def _by_opening(opening: str) -> Kind | None:
    for line in opening.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        if len(line) < _HEADING and (kind := _by_form(line)):
            return kind
    return next((kind for kind, sign in _OPENINGS if sign.search(opening)), None)


_OPENING = 1500
_HEAD_LINES = 4
_HEADING = 160
_PLAIN = {ord("’"): "'", ord("‘"): "'", 0x2060: None, 0x200B: None, 0xFEFF: None, 0xAD: None}

# What may stand before the noun that names the form: "Joint", "Pre-ministerial", "CORRECTED: ".
_BEFORE = (
    r"^(?:\W*(?:corrected|updated?|transcript(?: of)?(?: the)?|excerpts? (?:of|from)|white house|full text(?: of)?(?: the)?|text of"
    r"|icymi|video|watch|live|a|an|the|his|her|joint|opening|closing|introductory|concluding"
    r"|inaugural|farewell|welcom(?:e|ing)|keynote|commencement|acceptance|virtual|on-?line|онлайн|он-лайн|short"
    r"|brief|monthly|weekly|daily|annual|final|full|special|video|audio|radio|televised|written"
    r"|prepared|pre-taped|public|press|media|informal|exclusive|trilateral|bilateral|presidential"
    r"|leaders'|ministerial|pre-\w+|post-\w+|on-the-record|background|extraordinary)\b\W*)*"
)
_MEET_THE_PRESS = (
    r"(?:(?:press|news|media) (?:conference|briefing|gaggle|call|availability|point|stakeout"
    r"|encounter|q&a)|gaggle|press q&a|пресс-конференци|прес-конференці|брифинг|брифінг"
    r"|conférence de presse|point de presse|pressekonferenz|rueda de prensa|conferencia de prensa"
    r"|conferenza stampa|conferência de imprensa|persconferentie|konferencja prasowa)"
)
_SPEECHES = (
    r"(?:speech(?:es)?|remarks|toasts?|eulogy|lecture|keynote|speaking notes|video message"
    r"|выступлени\w+|речь|виступ|промова|discours|allocution|rede|ansprache|discurso"
    r"|intervención|discorso|intervento|toespraak|przemówienie)\b(?!')"
)
_STATEMENTS = (
    r"(?:statements?|declaration|communiqué|communique|joint letter"
    r"|заявлени[ея]|заява|декларация|декларація|déclaration|erklärung|declaración|dichiarazione"
    r"|declaração|verklaring|oświadczenie)\b(?! of (?:emergency|war))"
)
_INTERVIEWS = r"(?:interviews?|q&a with|интервью|інтерв'ю|entretien|entrevista|intervista|wywiad)\b"
_OPINIONS = (
    r"(?:op-?ed|opinion|commentary|guest (?:column|essay|post)|column|essay|viewpoint|blog(?: post)?"
    r"|letter to the editor|article by|tribune|gastbeitrag|namensbeitrag)\b"
)
_PAPERS = (
    r"(?:(?:state |u\.s\. )?fact ?sheets?|proclamation|executive order|(?:national security )?"
    r"(?:presidential )?memorand(?:um|a)|notice (?:on|of|to the congress|regarding)|letters?"
    r"(?: (?:to|from|on)|$)|message to the (?:congress|senate|house)|message on the designation"
    r"|(?:nominations?|withdrawals?)\b.* sent|(?:(?:congressional )?bills?|release: bills?)\b"
    r".* (?:signed|signing)|bills? sign|press release: (?:bills?|notice)"
    r"|presidential (?:determination|permit|directive)|sequestration|delegation of authority"
    r"|designation of|order of succession|backgrounder|background note|faqs?\b|frequently asked"
    r"|questions and answers|clemency recipient|list of|report (?:on|of|to)|annual report)"
)


def _form(kind: Kind, form: str, *, exactly: bool = False) -> tuple[Kind, re.Pattern[str]]:
    return kind, re.compile(form, re.NOFLAG if exactly else re.IGNORECASE)


# The first that fits decides.
_FORMS = (
    _form(
        Kind.MEDIA_ADVISORY,
        r"^(?:media|press|news|photo|public|travel)? ?(?:advisory|alert)\b(?!.* (?:council|board))"
        r"|^(?:invitation to|(?:note|notice) to (?:the )?(?:media|press|editors)|save the date)"
        r"|^(?:media|press|photo) (?:opportunity|invitation|accreditation|programme|schedule)\b",
    ),
    _form(Kind.DOORSTEP, _BEFORE + r"(?:arrival(?:s| and)? )?door-?st[eo]ps?\b"),
    _form(Kind.DOORSTEP, r"(?<!')(?<!s')\bdoor-?st[eo]p (?:statement|interview|by|remarks|with)\b"),
    _form(Kind.PRESS_CONFERENCE, _BEFORE + _MEET_THE_PRESS),
    _form(
        Kind.PRESS_CONFERENCE,
        _BEFORE
        + rf"(?:statements?|remarks|speech|questions)\b.* (?:at|in|during|from) .*?{_MEET_THE_PRESS}",
    ),
    _form(
        Kind.PRESS_CONFERENCE, _BEFORE + rf"(?:statements?|remarks)\W+(?:\w+\W+)?{_MEET_THE_PRESS}"
    ),
    _form(
        Kind.PRESS_CONFERENCE, rf"(?:'s?|\b(?:at|in) (?:an? |the )?(?:joint )?){_MEET_THE_PRESS}$"
    ),
    _form(Kind.READOUT, _BEFORE + r"read-?outs?\b"),
    _form(Kind.OPINION, _BEFORE + _OPINIONS),
    _form(Kind.INTERVIEW, _BEFORE + rf"(?!in\b)(?:\w+\W+){{0,3}}?{_INTERVIEWS}"),
    _form(Kind.OTHER, _BEFORE + _PAPERS),
    _form(Kind.SPEECH, _BEFORE + _SPEECHES),
    _form(Kind.SPEECH, _BEFORE + r"address (?:by|to|at|of|before|on|from|delivered)\b"),
    _form(Kind.SPEECH, r"^by [A-Z].* (?:at|in|to|on|before) ", exactly=True),
    _form(Kind.STATEMENT, _BEFORE + rf"(?:{_STATEMENTS}|message (?:by|from|of|on)\b)"),
    _form(Kind.STATEMENT, r"(?:: presidential|'s?) (?:message (?:on|for|to)|summary\b)"),
    _form(Kind.STATEMENT, r": (?:joint |press )?statement (?:by|from|on|of)\b"),
    _form(Kind.SPEECH, r": (?:opening |closing |keynote )?(?:remarks|speech) (?:by|at|from)\b"),
    _form(Kind.READOUT, r"'s? (?:phone |telephone )?(?:call|meeting|conversation) with\b"),
    _form(Kind.READOUT, r"^(?:PM|[A-Z]\w+ (?:Minister|Secretary)) (?:call|meeting) with\b"),
    _form(
        Kind.SPEECH,
        r"(?:'s?|\b(?!Delivers?\b|Gives?\b|Makes?\b|In\b|The\b|To\b)[A-Z][\w.-]*) "
        r"(?:[Oo]pening |[Kk]eynote |[Cc]losing )?(?:[Ss]peech|[Rr]emarks|[Aa]ddress|[Kk]eynote)"
        r" (?:[Aa]t|[Tt]o|[Oo]n|[Ii]n|[Ff]or|[Ff]ollowing|[Dd]uring|[Aa]head|[Bb]efore)\b",
        exactly=True,
    ),
    _form(
        Kind.STATEMENT,
        r"\b(?:Summit|Final|Joint|Leaders'?|Ministers'?|Ministerial|Chair's?|Press)"
        r" (?:\w+ )?(?:Statement|Declaration)\b|(?i:\bcommuniqu[ée])\b"
        r"|\b(?!Issues?\b|Releases?\b|Makes?\b)[A-Z][\w.'-]* Statement"
        r"(?:$|:| (?i:on|about|regarding|following|in|for)\b)"
        r"|^(?!.*(?:Disaster|Emergency)).* (?:Statement|Declaration|STATEMENT|DECLARATION)$",
        exactly=True,
    ),
)
_ADVISORY_INSIDE = re.compile(
    r"^\W*(?:Media|Press) [Aa]dvisory\W*$"
    r"|^\W*Media representatives .*accredit|\bwill brief the (?:media|press)\b",
    re.MULTILINE,
)
_OPENINGS = (
    _form(
        Kind.OTHER,
        r"(?s:\A.{0,400}?)(?:by the authority vested in me|memorandum for |\ba proclamation\b"
        r"|to the congress of the united states|sent to the senate|dear m[rs]s?\.? |"
        r"presidential determination|by the president of the united states)",
    ),
    _form(
        Kind.PRESS_CONFERENCE,
        r"^\s*Q(?::|\s{2,})",
    ),
    _form(
        Kind.SPEECH,
        r"\((?:as delivered|as prepared|check against delivery|текст выступления)"
        r"|\A\W*(?:thank you|good (?:morning|afternoon|evening)|ladies and gentlemen|excellenc"
        r"|your excellenc|distinguished |dear (?:friends|colleagues)|mr\.? (?:president|chair|speaker))",
    ),
    _form(
        Kind.SPEECH,
        r"^\s*(?:THE PRESIDENT|PRESIDENT [A-Z]+|SECRETARY GENERAL[A-Z ]*):",
        exactly=True,
    ),
)
