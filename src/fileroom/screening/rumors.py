"""What is said to be false, a slip of the pen, or somebody's fraud: nobody here asks for it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
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
# A warning begins so, and tells what others ask.
WARNS = re.compile(rf"[^\n.!?]{{0,24}}?(?:{words('warns')})")

# What an old packet asked for, that was thrown out since.
OLD_ASKED = re.compile(
    r"\b(?:old|outdated|pre-?[0-9]{4}|last year's|viej[oa]s?|antigu[oa]s?) (?:[\w'-]+ ){0,6}?"
    r"(?:asked|asks|asking|listed|lists|wanted|pedia[n]?|piden?|pidiendo)(?: for)?[^.;:?!\n]{0,40}$"
)
THROWN = re.compile(
    r"(?<!not )(?<!n't )(?<!never )\b(?:(?:thrown?|throws?|throwing) (?:\w+ ){0,4}?(?:out|away)|recycl\w+|shred\w*|"
    r"discard\w*|destroy\w*|trash\w*|tir(?:e|en|ar|amos|an)|tritur\w+|desech\w+|recicl\w+|basura)\b"
)

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


def is_of_a_thrown_form(reading: Reading, hit: Hit) -> bool:
    """Whether an old packet asked for it, and the next sentence says that it was thrown out."""
    first, last = reading.sentence(hit.start, hit.end)
    if OLD_ASKED.search(reading.text, max(first, hit.start - NEARBY), hit.start) is None:
        return False
    end = reading.sentence(last + 1, last + 2)[1] if last + 2 < len(reading.text) else last
    if "request" in reading.roles(hit.end, end) or ALL_THE_SAME.search(reading.text, hit.end, end + 1):
        return False
    return THROWN.search(reading.text, hit.end, end) is not None


def is_of_an_old_line(reading: Reading, hit: Hit) -> bool:
    """Whether it is the line of an old form, and one of the next sentences says that such forms are out of use."""
    first, _ = reading.sentence(hit.start, hit.end)
    if OLD_WITH_A_LINE.search(reading.text, max(first, hit.start - BEFORE), hit.start) is None:
        return False
    asks = [it for it in reading.about(first, hit.start) if it.tag == "request"]
    if not all(REMEMBERS.match(reading.text, it.start) for it in asks):
        return False
    end = min(reading.line(hit.start, hit.end)[1], hit.end + SENTENCES * BEFORE)
    said = OUT_OF_USE.search(reading.text, hit.end, end)
    return said is not None and ALL_THE_SAME.search(reading.text, hit.end, end) is None
