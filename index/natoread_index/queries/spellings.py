"""The other English spelling of a word: *defence* and *defense*, *organise* and *organize*.

Tables hold what has to be known word by word, and one rule makes *-ise* of *-ize* and back; both
are read in both directions. Words that differ in more than spelling stay apart, though some tables
pair them: *cheque* and *check*, *storey* and *story*, *tyre* and *tire*.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product, takewhile

_FAMILIES = """
our/or - s ed ing er ers ful fully less able ably al ally y ies ly hood hoods ite ites itism ee ees
  arb ard arm behavi belab cand clam col dem demean discol disfav dishon enam endeav fav ferv flav
  glam harb hon hum lab misbehavi misdemean neighb od parl ranc rig rum savi sav splend succ tricol
  tum unfav val vap vig watercol
re/er - s piece pieces glass board
  amphitheat calib cent centimet epicent fib kilolit kilomet lit lust meag met millilit millimet mit
  nanomet och sab saltpet scept sepulch somb spect theat
ence/ense - s less
  airdef biodef cyberdef def nondef off pret selfdef
yse/yze - d r rs
  anal breathal catal overanal paral psychoanal reanal
ysing/yzing -
  anal breathal catal overanal paral psychoanal reanal
yses/yzes -
  breathal catal paral
ogue/og - s
  anal catal dial epil monol prol travel
ll/l ed ing ings er ers ist ists or ors
  beve cance channe chise counse dia disheve due ename equa fue funne grove initia jewe labe leve
  libe marsha marve meda meta mislabe mode pane parce peda penci peri pumme quarre rave refue remode
  reve riva shove shrive signa snorke spira stenci swive tota towe trave tunne unequa unrave unriva
tt/t ed ing er ers
  benefi comba targe
l/ll - s ment ments
  appa distil enro enthra fulfi insti
lful/llful - ly ness
  ski unski wi
gement/gment - s al
  abrid acknowled jud lod misjud prejud
eable/able -
  lik liv mov sal siz unlik unmov unshak us
ae/e matology morrhage morrhages moglobin mophilia mophiliac
  h
ae/e diatric diatrics diatrician diatricians dophile dophiles dophilia
  p
"""
"""The British and the American letters and what may follow them; below, what stands before."""

_PAIRS = """
- s adviser/advisor aeroplane/airplane artefact/artifact convener/convenor councillor/councilor
- s encyclopaedia/encyclopedia enquirer/inquirer gynaecologist/gynecologist instalment/installment
- s licence/license manoeuvre/maneuver moustache/mustache oestrogen/estrogen ploughman/plowman
- s programme/program protester/protestor sulphate/sulfate tsar/czar whisky/whiskey
ed ing er ers kidnapp/kidnap worshipp/worship
- s d behove/behoove enquire/inquire malpractice/malpractise practice/practise
- s ed ing er est grey/gray mould/mold plough/plow smoulder/smolder
- s al ally ism eurosceptic/euroskeptic sceptic/skeptic
sia sias tic tics tist tists anaesthe/anesthe aesthe/esthe
y ical ically ist ists archaeolog/archeolog
- ly libellous/libelous marvellous/marvelous
mia mias mic anae/ane leukae/leuke
tal tus tuses foe/fe
- ageing/aging aluminium/aluminum catalogued/cataloged cataloguing/cataloging centred/centered
- centring/centering cosier/cozier cosily/cozily cosiness/coziness cosy/cozy enquiries/inquiries
- enquiring/inquiring enquiry/inquiry focussed/focused focusses/focuses focussing/focusing
- furore/furor greyish/grayish jewellery/jewelry manoeuvrability/maneuverability
- manoeuvrable/maneuverable manoeuvred/maneuvered manoeuvring/maneuvering mediaeval/medieval
- mouldy/moldy phoney/phony practicing/practising pyjamas/pajamas sulphur/sulfur woollen/woolen
"""
"""What may follow either of the pairs of a line."""

_NEAR_BY = """
acknowledges advised advisory analysis analyst archer artificial calibrate catalyst centenary
centennial central centrist convened dialect equality equally esther honorary initialise initially
judges lodges medallion metallic offensive paralysis practical protested skilled skills spectrum
theatrical totalitarian totality totally
"""
"""Words of no family that begin like one: of a beginning that they share, nothing can be told."""

_LEAST = 5
_ISE = re.compile(r"([a-z]{3,})i([sz])([a-z]*)")
_ISE_END = re.compile(r"e[ds]?|ers?|ings?|able|ability|ation(?:s|al|ally)?|ements?")
_ISE_BEGUN = ("es", "ed", "ers", "ings", "able", "ability", "ations", "ationally", "ements")
_NO_ISE = re.compile(
    r".*(?:[aeouw]|(?<!i)v|[^ai]c|[hnp]r|[^ae]s|advert|chast|desp|expert|franch|merchand|mort"
    r"|pract|prem|prom|surm|treat)|bel|chem|dem|den|parad|res"
)
"""What stands before *-ise* or *-ize* where it is no ending: *raise*, *advise*, *exercise*."""


@lru_cache(maxsize=1 << 12)
def spellings(word: str) -> tuple[str, ...]:
    """Return the other spellings of a finished, folded `word`, in the same number and tense.

    Plurals are left to `forms`: whoever wants all asks for the spellings of each form.
    """
    return tuple(dict.fromkeys((*_table().get(word, ()), *_by_rule(word))))


@lru_cache(maxsize=1 << 12)
def begun(beginning: str) -> tuple[str, ...]:
    """Return how a word still being typed begins in other spellings, once that can be told.

    The differing letters have to be there: *defenc* tells *defens*, but *centr* may become
    *central*. Where a letter falls out, the next is needed: *travell* tells *travele*, *traveli*.
    """
    if len(beginning) < _LEAST:
        return ()
    return _shortest({*_by_table(beginning), *_begun_by_rule(beginning)})


def _shortest(beginnings: set[str]) -> tuple[str, ...]:
    """Leave out what begins with another of them, and so finds nothing more."""
    found: list[str] = []
    for beginning in sorted(beginnings):
        if not found or not beginning.startswith(found[-1]):
            found.append(beginning)
    return tuple(found)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs():
        for word, other in (pair, pair[::-1]):
            found[word] = (*found.get(word, ()), other)
    return found


@cache
def _in_order() -> list[str]:
    return sorted(_table())


def pairs() -> Iterator[tuple[str, str]]:
    """Yield every pair of the tables, the British spelling first."""
    for line in _PAIRS.strip().splitlines():
        ends = [end for end in _each(line) if "/" not in end]
        for pair, end in product(_each(line)[len(ends) :], ends):
            british, american = pair.split("/")
            yield british + end, american + end
    yield from _families()


def _families() -> Iterator[tuple[str, str]]:
    british = american = ""
    ends: list[str] = []
    for line in _FAMILIES.strip().splitlines():
        if "/" in line:
            letters, *ends = _each(line)
            british, american = letters.split("/")
        for stem, end in product(() if "/" in line else _each(line), ends):
            yield stem + british + end, stem + american + end


def _each(words: str) -> list[str]:
    """Split `words`, of which ``-`` is the empty one."""
    return ["" if word == "-" else word for word in words.split()]


def _by_rule(word: str) -> Iterator[str]:
    match = _ISE.fullmatch(word)
    if match and _ISE_END.fullmatch(match[3]) and not _NO_ISE.fullmatch(match[1]):
        yield f"{match[1]}i{'z' if match[2] == 's' else 's'}{match[3]}"


def _begun_by_rule(beginning: str) -> Iterator[str]:
    """Take *organis* for *organiz*; *realiz* needs its next letter, not to find *realistic*."""
    match = _ISE.fullmatch(beginning)
    if not match or _NO_ISE.fullmatch(match[1]):
        return
    stem, letter, rest = match.groups()
    if rest and any(end.startswith(rest) for end in _ISE_BEGUN):
        yield f"{stem}i{'z' if letter == 's' else 's'}{rest}"
    elif not rest and letter == "z":
        yield from (f"{stem}is{first}" for first in "eai")
    elif not rest and stem[-1] != "s":  # no *emphasis*
        yield f"{stem}iz"


def _by_table(beginning: str) -> Iterator[str]:
    table, words = _table(), _in_order()
    if beginning not in table and _is_near_by(beginning):
        return
    first = bisect_left(words, beginning)
    for at in takewhile(lambda at: words[at].startswith(beginning), range(first, len(words))):
        for other in table[words[at]]:
            if not other.startswith(beginning):
                yield _as_far(beginning, words[at], other)


def _as_far(beginning: str, word: str, other: str) -> str:
    """Return as much of `other` as `beginning` is of `word`, and so much more as tells it."""
    tail = _common_tail(word, other)
    missing = len(word) - len(beginning)
    far = len(other) - missing if missing <= tail else min(len(beginning), len(other) - tail)
    far = max(far, min(_LEAST, len(other)))
    while far < len(other) and (beginning.startswith(other[:far]) or _is_near_by(other[:far])):
        far += 1
    return other[:far]


def _common_tail(word: str, other: str) -> int:
    head = _alike(word, other)
    return _alike(word[head:][::-1], other[head:][::-1])


def _alike(word: str, other: str) -> int:
    """Count the letters that both begin with."""
    return sum(
        1 for _ in takewhile(lambda both: both[0] == both[1], zip(word, other, strict=False))
    )


def _is_near_by(beginning: str) -> bool:
    return f"\n{beginning}" in _NEAR_BY or f" {beginning}" in _NEAR_BY
