"""What is said to be false, a slip of the pen, or somebody's fraud: nobody here asks for it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.order import begun
from fileroom.screening.reading import NEARBY, Reading

# The next words say that it is false, or the next but one sentence what it should have been.
FALSE_NEXT = re.compile(
    r"[^.?!。？！\n]{0,120}[.?!。，,] ?"
    r"(?:(?:this|that|it) is (?:not true|untrue|false)\b(?! to\b)|(?:not true|untrue|false)(?= ?(?:[.!\n]|$))|"
    r"(?:eso )?(?:es falso|es mentira|"
    r"no es (?:cierto|verdad))|hindi (?:po )?(?:iyan |iyon |ito )?totoo|不是真的|是?假消息|是?谣言|"
    r"사실이 아닙니다|거짓입니다|"
    r"khong dung su that|tin gia)(?! (?:that|que|na|rang)\b)"
)
CORRECTED = re.compile(
    r"[^.?!。\"”»」\n]{0,30}[.。]?[\"”»」]\W{0,3}(?:\([^)\n]{0,40}\)\W{0,3})?"
    r"(?:(?:it|this|that|which|and|is|was|는|은) )?"
    r"(?:should (?:have )?(?:read|said)|debio decir|"
    r"(?:should (?:be|say)|debe decir|应为|應為|应该是|phai la|dapat ay)(?= ?:? ?[\"'\u201c«「『])|"
    r"[은는] ?[^\n.]{0,40}의 ?(?:잘못|오기))"
)
# Or the sentence after it says that it was wrong, or came from somebody else.
WRONG_NEXT = re.compile(
    rf"[^.?!。？！\n]{{0,160}}[.!。！] ?(?:[^.?!。\n]{{2,80}}[.!。] ?)?"
    rf"(?:{words('was_wrong')})(?= ?(?:[.,;!。，！\n]|$|and\b|y\b))"
)
# Somebody wished it, and was told no.
TOLD_NO = re.compile(
    rf"[^.?!。？！\n]{{0,90}}[.,;:，。；：—–-] ?(?:[^.?!。\n]{{2,24}}[,，] ?)?"
    rf"(?:{words('told_no')})(?= ?(?:[.,;!。，！\n]|$))"
)
# Somebody was told, or feared, that it would be asked, and is glad that it is not.
FEARED = re.compile(rf"(?:{words('feared')})[^.?!。\n]{{0,80}}$")
RELIEVED = re.compile(rf"[^?!？！\n]{{0,120}}?(?:{words('relieved')})")
BEFORE = 120
OF_THE_READER = re.compile(rf"(?:{words('of_the_reader')})")
# A warning begins so, and tells what others ask.
WARNS = re.compile(rf"[^\n.!?]{{0,24}}?(?:{words('warns')})")

# What an old packet asked for, that was thrown out since.
OLD_ASKED = re.compile(
    r"\b(?:old|outdated|pre-?[0-9]{4}|last year's|viej[oa]s?|antigu[oa]s?) (?:[\w'-]+ ){0,6}?"
    r"(?:asked|asks|asking|listed|lists|wanted|pedia[n]?|piden?|pidiendo|"
    r"(?:with|had|has|con|tenian?) (?:an? |the |un |el )?(?:line|box|space|blank|renglon|espacio|linea))"
    r"(?: for| de| para)?"
    r"[^.;:?!\n]{0,40}$"
)
THROWN = re.compile(
    r"(?<!not )(?<!n't )(?<!never )\b(?:(?:thrown?|throws?|throwing) (?:\w+ ){0,4}?(?:out|away)|recycl\w+|shred\w*|"
    r"discard\w*|destroy\w*|trash\w*|tir(?:e|en|ar|amos|an)|tritur\w+|desech\w+|recicl\w+|basura)\b"
)

# "There were rumors of agents at the school": and nobody of whom they are.
RUMOR = re.compile(words("rumor"))
OF_THEM = re.compile(rf"(?:{RUMOR.pattern})[^.,;:?!。，；：？！\n]{{0,70}}$")
SOMEBODY = re.compile(r"(?<![.?!:\n] )(?<![.?!:\n])\b[A-Z\u00c0-\u00de][a-z\u00df-\u024f]+")
BEHIND = 24  # characters behind in which Chinese and Korean say that it is one
# An old packet with a line for it was found: "I found a whole box of them, I put a sign on it, do not use".
OLD_WITH_A_LINE = re.compile(
    rf"(?:{words('old_form')})[^.?!;:\n]{{0,48}}?(?:{words('its_blank')}) ?(?:the |your |un )?$"
)
# Them, and not a pencil.
OUT_OF_USE = re.compile(
    rf"(?:{words('out_of_use')})"
    r"(?! (?!(?:it|them|these|those|the old|any ?more|again|nua|na|las|los|y|and|or|in|on|by|at|when|since)\b)[a-z])"
)
REMEMBERS = re.compile(r"remember|recuerd|acuerd|nho\b|naaalala|记得|기억")
SENTENCES = 4  # behind the line, in which it is said that the old ones are not used

# "If it asks for one, recycle it": the sheets that ask are to be thrown away.
IF_IT_ASKS = re.compile(rf"(?:{words('if_it_asks')})[^.;:?!。\n]{{0,24}}$")
THROWS_IT = re.compile(
    r"(?![^.;:?!。\n]{0,40}(?:\b(?:not?|never|don't|and|y|nunca|khong|huwag|wag)\b|不|别|勿|지 ?마))"
    rf"[^.;:?!。\n]{{0,32}}?(?:{words('throws_it')})"
    rf"(?![^.;?!。\n]{{0,40}}(?:{words('to_be_entered')}))"
)
# "A cousin had told him he would need to show one": what was said outside, of what would be asked here.
HEARSAY = re.compile(rf"(?:{words('hearsay')})[^.;:?!。\n]{{0,32}}$")
HEARD = (
    re.compile(rf"(?:{words('heard_from')})[^.\n]{{0,20}}$"),
    re.compile(r"[^.\n]{0,30}고 ?(?:들었|말했|말해|하더|해서)"),
)
# "That is right, bring it"; "so she brought it": what was said outside is so.
BORNE_OUT = re.compile(rf"[^.?!。\n]{{0,80}}(?:(?:[.!;,。，] ?|\b(?:and|y) )(?:{words('is_so')}))")
ALL_THE_SAME = re.compile(r"by (?:mistake|accident)|does too|as well")


def is_false(reading: Reading, hit: Hit) -> bool:
    """Whether what follows says that it is a rumor, an error or a fraud, or the text warns of one and asks nothing."""
    if FALSE_NEXT.match(reading.text, hit.end) or CORRECTED.match(reading.text, hit.end):
        return True
    if WRONG_NEXT.match(reading.text, hit.end) or TOLD_NO.match(reading.text, hit.end):
        return True
    first, _ = reading.sentence(hit.start, hit.end)
    if FEARED.search(reading.text, max(first, hit.start - BEFORE), hit.start) and RELIEVED.match(reading.text, hit.end):
        return True
    return reading.is_short() and reading.matches(WARNS) and "affirms" not in reading.roles(hit.start, hit.end)


def is_hearsay(reading: Reading, hit: Hit) -> bool:
    """Whether somebody outside told somebody that it would be asked, and nobody is asked in the sentence."""
    first, last = reading.sentence(hit.start, hit.end)
    low = max(first, hit.start - 2 * BEFORE)
    heard = HEARD[1].match(reading.text, hit.end) if HEARD[0].search(reading.text, low, hit.start) else None
    if heard is None and HEARSAY.search(reading.text, low, hit.start) is None:
        return False
    end = heard.end() if heard else hit.end  # in Korean it is told behind what was said
    if BORNE_OUT.match(reading.text, end):
        return False
    return OF_THE_READER.search(reading.text, first, last) is None and "request" not in reading.roles(end, last)


def is_of_a_thrown_form(reading: Reading, hit: Hit) -> bool:
    """Whether an old packet asked for it and was thrown out, or what asks for it is to be."""
    first, last = reading.sentence(hit.start, hit.end)
    if IF_IT_ASKS.search(reading.text, max(first, hit.start - NEARBY), hit.start):
        return THROWS_IT.match(reading.text, hit.end, last + 1) is not None
    asked = OLD_ASKED.search(reading.text, max(first, hit.start - NEARBY), hit.start)
    if asked is None or not _asks_nothing(reading, first, asked.start()):
        return False
    end = reading.sentence(last + 1, last + 2)[1] if last + 2 < len(reading.text) else last
    if "request" in reading.roles(hit.end, end) or ALL_THE_SAME.search(reading.text, hit.end, end + 1):
        return False
    return THROWN.search(reading.text, hit.end, end) is not None


def is_a_rumor(reading: Reading, hit: Hit) -> bool:
    """Whether those who detain are spoken of in a rumor, and nobody is named or of a family there."""
    agents = begun(reading.of("immigration_status.agent"), hit.start, hit.end)
    if not agents:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    behind = hit.end + BEHIND if max(reading.text[hit.start : hit.end]) >= "\u2e80" else hit.start
    before = OF_THEM.search(reading.text, max(first, hit.start - BEFORE), hit.start)
    if before is None and RUMOR.search(reading.text, hit.start, min(last, behind)) is None:
        return False
    if "particular" in reading.roles(hit.start, last):
        return False  # "ICE has my"
    whose = reading.folded.original[slice(*reading.folded.span(first, last))]
    return "kin" not in reading.roles(first, last) and SOMEBODY.search(whose.lstrip(), 1) is None


def is_of_an_old_line(reading: Reading, hit: Hit) -> bool:
    """Whether it is the line of an old form, and one of the next sentences says that such forms are out of use."""
    first, _ = reading.sentence(hit.start, hit.end)
    if OLD_WITH_A_LINE.search(reading.text, max(first, hit.start - BEFORE), hit.start) is None:
        return False
    if not _asks_nothing(reading, first, hit.start):
        return False
    end = min(reading.line(hit.start, hit.end)[1], hit.end + SENTENCES * BEFORE)
    said = OUT_OF_USE.search(reading.text, hit.end, end)
    return said is not None and ALL_THE_SAME.search(reading.text, hit.end, end) is None


def _asks_nothing(reading: Reading, first: int, last: int) -> bool:
    """Whether nothing is bidden between two places, but perhaps to remember."""
    asks = [it for it in reading.about(first, last) if it.tag == "request"]
    return all(REMEMBERS.match(reading.text, it.start) for it in asks)
