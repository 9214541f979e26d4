"""The kinds of release that an organisation publishes."""

import re
from enum import StrEnum
from typing import NamedTuple


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


class _Form(NamedTuple):
    """What names a kind: at the first word that isn't a mere qualifier, or anywhere in a line."""

    kind: Kind
    pattern: re.Pattern[str]
    at_noun: bool = False


def _by_form(line: str) -> Kind | None:
    """Recognise a line that names its own form: "Speech by …", "Joint readout of …"."""
    line = " ".join(line.translate(_PLAIN).split())
    before = _QUALIFIERS.match(line)
    noun = before.end() if before else 0
    for kind, pattern, at_noun in _FORMS:
        if pattern.match(line, noun) if at_noun else pattern.search(line):
            return kind
    return None


def _by_opening(opening: str) -> Kind | None:
    """Recognise a text by its first lines, as headings, or by how transcripts and acts begin."""
    for line in opening.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        if len(line) < _HEADING and (kind := _by_form(line)):
            return kind
    head = opening[:_HEAD]
    return next((form.kind for form in _OPENINGS if form.pattern.search(head)), None)


_OPENING = 1500
_HEAD = 500
_HEAD_LINES = 4
_HEADING = 160
_PLAIN = {ord("’"): "'", ord("‘"): "'", 0x2060: None, 0x200B: None, 0xFEFF: None, 0xAD: None}

# What may stand before the noun that names a form: "Joint", "Pre-ministerial", "CORRECTED:".
_QUALIFIERS = re.compile(
    r"\W*+(?:(?:corrected|updated?|transcript(?: of)?|excerpts? (?:of|from)|(?:full )?text of|icymi"
    r"|video(?! message)|watch|live|an?|the|his|her|joint|opening|closing|introductory|concluding"
    r"|inaugural|farewell|welcom(?:e|ing)|keynote(?= speech| address| remarks)|commencement"
    r"|acceptance|virtual|on-?line|онлайн|он-лайн|short|brief|monthly|weekly|daily|final|special"
    r"|annual(?! report)|audio|radio|televised|written|prepared|pre-taped|press(?= statement"
    r"| remarks)|informal|exclusive|trilateral|bilateral|presidential(?= message| memorand)"
    r"|leaders'|ministerial|pre-\w+|post-\w+|on-the-record|background(?! note)|white house"
    r"|extraordinary)\b\W*)*+",
    re.IGNORECASE,
)
_MEET_THE_PRESS = (
    r"(?:(?:press|news|media) (?:conference|briefing|gaggle|call|availability|point|stakeout"
    r"|encounter|q&a)|gaggle|пресс-конференци|прес-конференці|брифинг|брифінг"
    r"|conférence de presse|point de presse|pressekonferenz|rueda de prensa|conferencia de prensa"
    r"|conferenza stampa|conferência de imprensa|persconferentie|konferencja prasowa)"
)
_SPEECHES = (
    r"(?:(?:speech(?:es)?|remarks|toasts?|eulogy|lecture|keynote|speaking notes|video message"
    r"|выступлени\w+|речь|виступ|промова|discours|allocution|rede|ansprache|discurso"
    r"|intervención|discorso|intervento|toespraak|przemówienie)\b(?!')"
    r"|address (?:by|to|at|of|before|on|from|delivered)\b)"
)
_STATEMENTS = (
    r"(?:statements?|declaration|communiqué|communique|message (?:by|from|of|on)"
    r"|заявлени[ея]|заява|декларация|декларація|déclaration|erklärung|declaración|dichiarazione"
    r"|declaração|verklaring|oświadczenie)\b(?! of (?:emergency|war))"
)
_INTERVIEWS = (
    r"(?:interviews?|q&a with|(?:chat|podcast|(?:debate|forum|talk) series) with|интервью|інтерв'ю"
    r"|entretien|entrevista|intervista|wywiad)\b"
)
_OPINIONS = (
    r"(?:op-?ed|opinion|commentary|guest (?:column|essay|post)|column|essay|viewpoint"
    r"|blog(?: post)?|letter to the editor|article by|tribune|gastbeitrag|namensbeitrag)\b"
)
_PAPERS = (
    r"(?:(?:state |u\.s\. )?fact ?sheets?|proclamation|executive order|(?:national security )?"
    r"(?:presidential )?memorand(?:um|a)|notice (?:on|of|to the congress|regarding)|letters?"
    r"(?: (?:to|from|on)|$)|message to the (?:congress|senate|house)|message on the designation"
    r"|(?:nominations?|withdrawals?)\b.* sent|(?:congressional |press release: )?bills? (?:.* )?"
    r"sign|bills signed|press release: notice|presidential (?:determination|permit|directive)"
    r"|sequestration|delegation of authority|designation of|order of succession|backgrounder"
    r"|background note|faqs?\b|frequently asked|questions and answers|clemency recipient|list of"
    r"|report (?:on|of|to)|annual report)"
)


def _at_noun(kind: Kind, form: str) -> _Form:
    return _Form(kind, re.compile(form, re.IGNORECASE), at_noun=True)


def _anywhere(kind: Kind, form: str) -> _Form:
    return _Form(kind, re.compile(form))


# The first that fits decides.
_FORMS = (
    _anywhere(
        Kind.MEDIA_ADVISORY,
        r"(?i)^(?:(?:media|press|news|photo|public|travel) )?(?:advisory|alert)\b"
        r"(?!.* (?:council|board))|^(?:invitation to|save the date|(?:note|notice) to (?:the )?"
        r"(?:media|press|editors))|^(?:media|press|photo) (?:opportunity|invitation|accreditation"
        r"|programme|schedule)\b",
    ),
    _at_noun(Kind.DOORSTEP, r"(?:arrival(?:s| and)? )?door-?st[eo]ps?\b"),
    _anywhere(
        Kind.DOORSTEP,
        r"(?i)(?<!')(?<!'s) door-?st[eo]p (?:statement|interview|by|remarks|with)\b",
    ),
    _at_noun(Kind.PRESS_CONFERENCE, _MEET_THE_PRESS),
    _at_noun(
        Kind.PRESS_CONFERENCE,
        r"(?:statements?|remarks|speech|questions)\b"
        rf"(?:.* (?:at|in|during|from) .*?|\W+(?:\w+\W+)?){_MEET_THE_PRESS}",
    ),
    _anywhere(
        Kind.PRESS_CONFERENCE,
        rf"(?i)(?:'s?|\b(?:at|in)(?: an?| the)?(?: joint)?) {_MEET_THE_PRESS}$",
    ),
    _anywhere(Kind.PRESS_CONFERENCE, r"^(?:[A-Z]\w+ ){1,2}Press Briefing\b"),
    _at_noun(Kind.READOUT, r"read-?outs?\b"),
    _at_noun(Kind.OPINION, _OPINIONS),
    _at_noun(Kind.INTERVIEW, rf"(?!in\b)(?:\w+\W+){{0,3}}?{_INTERVIEWS}"),
    _at_noun(Kind.OTHER, _PAPERS),
    _anywhere(Kind.OTHER, r"(?i)\b(?:faqs?|fact sheet)$"),
    _at_noun(Kind.SPEECH, _SPEECHES),
    _anywhere(Kind.SPEECH, r"^by [A-Z].* (?:at|in|to|on|before) "),
    _at_noun(Kind.STATEMENT, _STATEMENTS),
    _anywhere(Kind.STATEMENT, r"(?i)(?:: presidential|'s?) (?:message (?:on|for|to)|summary\b)"),
    _anywhere(
        Kind.STATEMENT,
        r"^(?:PM|[\w ]+ (?:Minister|Secretary)|[\w ]+'s?) statement (?:of|on|in|at)\b",
    ),
    _anywhere(Kind.STATEMENT, r"(?i): (?:joint |press )?statement (?:by|from|on|of)\b"),
    _anywhere(
        Kind.SPEECH, r"(?i): (?:opening |closing |keynote )?(?:remarks|speech) (?:by|at|from)\b"
    ),
    _anywhere(Kind.READOUT, r"(?i)'s? (?:phone |telephone )?(?:call|meeting|conversation) with\b"),
    _anywhere(Kind.READOUT, r"^(?:PM|[A-Z]\w+ (?:Minister|Secretary)) (?:call|meeting) with\b"),
    _anywhere(
        Kind.SPEECH,
        r"(?:'s?|\b(?!Delivers?\b|Gives?\b|Makes?\b|In\b|The\b|To\b)[A-Z][\w.-]*) (?i:(?:opening |"
        r"keynote |closing )?(?:speech|remarks|address|keynote)"
        r" (?:at|to|on|in|for|following|during|ahead|before)\b)",
    ),
    _anywhere(
        Kind.STATEMENT,
        r"\b(?:Summit|Final|Joint|Leaders'?|Ministers'?|Ministerial|Chair's?|Press)"
        r" (?:\w+ )?(?:Statement|Declaration)\b|(?i:\bcommuniqu[ée])\b"
        r"|\b(?!Issues?\b|Releases?\b|Makes?\b)[A-Z][\w.'-]* Statement"
        r"(?:$|:| (?i:on|about|regarding|following|in|for)\b)"
        r"|^(?!.*(?:Disaster|Emergency)).* (?:Statement|Declaration|STATEMENT|DECLARATION)$",
    ),
)
_ADVISORY_INSIDE = re.compile(
    r"(?:Media|Press) [Aa]dvisory[ \u00a0:]*(?:\n|$)|Media representatives [^\n]*accredit"
    r"|will brief the (?:media|press)\b"
)
_OPENINGS = (
    _anywhere(
        Kind.OTHER,
        r"(?:By|by|BY) the authority vested in me|M(?:EMORANDUM FOR |emorandum for )"
        r"|A P(?:ROCLAMATION|roclamation)\b|TO THE CONGRESS OF|(?:Sent to|SENT TO) (?:the|THE) S"
        r"|Dear M(?:rs?|s|adam)\.? |Presidential Determination|BY THE PRESIDENT OF"
        r"|By the President of",
    ),
    _anywhere(Kind.INTERVIEW, r"(?m)^\s*(?:INTERVIEWER|PRESENTER|COMPERE|HOST)\b[^:\n]{0,40}:\s"),
    _anywhere(
        Kind.PRESS_CONFERENCE, r"(?m)^\s*(?:Q(?::|\s{2,})|(?:JOURNALIST|QUESTION|REPORTER)S?:\s)"
    ),
    _anywhere(
        Kind.SPEECH,
        r"\((?i:as delivered|as prepared|check against delivery|текст выступления)"
        r"|\A\W*(?i:thank you|good (?:morning|afternoon|evening)|ladies and gentlemen|excellenc"
        r"|your excellenc|distinguished |dear (?:friends|colleagues)"
        r"|mr\.? (?:president|chair|speaker))",
    ),
    _anywhere(Kind.SPEECH, r"(?:THE PRESIDENT|PRESIDENT [A-Z]+|SECRETARY GENERAL[A-Z ]*):"),
)
