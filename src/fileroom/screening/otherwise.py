"""What is said otherwise of a name: it was asked once, means another thing, is asked about or is to be left out."""

from __future__ import annotations

import re

from fileroom.screening.asked_of_nobody import asks_nobody_here
from fileroom.screening.audits import is_a_hunt, is_of_elsewhere, is_searched_in_vain
from fileroom.screening.bodies import is_of_a_body
from fileroom.screening.callers import is_a_caller_s
from fileroom.screening.conceded import is_a_strangers, is_conceded
from fileroom.screening.engine import Hit
from fileroom.screening.framing import BEFORE, UNASKED, is_answered_no, is_told_what_to_do
from fileroom.screening.inquiries import is_inquired
from fileroom.screening.left_blank import is_left_blank
from fileroom.screening.lexicon import words
from fileroom.screening.named_works import is_of_a_named_work
from fileroom.screening.outside import is_for_others
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.refusals import is_taken, is_unwanted
from fileroom.screening.rumors import is_hearsay

DEFINED = re.compile(
    r"[\"')]{0,2} ?(?:=|means|stands for|is short for|quiere decir|significa) ?\"?"
    r"(?!social|soc\b|seguro)[a-z]{3,} [a-z]"
    r"|s? ?\((?!soc\w*\.? sec)s\w+\.? s\w+\.? n\w+"
    r"|(?<=#)[0-9]{1,3}(?![0-9-])"
)
WHO_SAYS = (  # of whom it is told, and not supposed
    r"(?!if |when |whoever |si |cuando |kung |neu |khi |如果|만약)"
    r"(?:(?:mr|mrs|ms|dr|sra?|gng|g|prof)\. )?(?:[^.?!。\n]{2,40}? ?)?"
)
# What a form once asked, as it is told: nobody asks it now.
ONCE = re.compile(
    r"\b(?:asked|wanted to know|preguntaba|pregunto|nagtanong|hinanong)\b \"?(?:where|when|if|whether|what|how|who|"
    r"which|donde|cuando|si|que|como|kung)\b[^.?!]{0,120}$"
)
# Somebody asked whether it is needed: nobody asks for it.
REPORTED = re.compile(
    r"\b(?:asks?|asked|asking|wonder(?:s|ed|ing)?|pregunta(?:n|ndo|ron)?|pregunto)\b[^.?!]{0,40}\b(?:whether|if|si)\b[^.?!]{0,60}"
    r"\b(?:needs?|must|ha(?:s|ve) to|required|necesit\w+|tienen? que|hay que)\b[^.?!]{0,30}$"
)
# And was told that it is.
TOLD_YES = re.compile(
    rf"[^.?!。\n]{{0,120}}[.。!] ?{WHO_SAYS}(?:{words('answered_that')})[,:，：]? ?[\"'\u201c]?"
    r"(?:yes\b|(?:it|they) do(?:es)?\b(?! not|n't)|si\b|oo\b|opo\b|co[,.]|phai\b|需要|要|必须|네|예|그렇)"
)
# In Korean behind it: "달라고 하냐고 물으셔서 아니라고 했어요".
REPORTED_BEHIND = re.compile(
    r"[^.。\n]{0,20}(?:냐고|는지|한지|은지|인지) ?(?:물으|물었|물어|문의)[^.\n]{0,24}(?:\. ?[^.\n]{0,24})?"
    r"(?:아니라|아니요|아닙니다|(?<!으면)(?<!으면 )안 ?된다|필요 ?없|않는다)"
    r"(?![^\n]{0,24}\. ?(?:[^.\n]{1,12} )?(?:필요합니다|필요해|내야 ?합|가져오))"
)
SAYS_YES = re.compile(r"[^.?!:\n]{0,24}[:.;—–-] ?(?:(?:yes|si|oo|opo|co)\b|是的|对|要|네|예)")  # and it is
# Somebody asked whether, and the next sentence says no.
WHETHER = re.compile(rf"(?:{words('asks_whether')})[^.?!\n]{{0,80}}$")
# Somebody may be named who says so: "Cô Vo trả lời là không".
NEXT_NO = re.compile(
    rf"[^.?!。\n]{{0,120}}[.。!:;：；—–][\"'\u201d)]? ?"
    rf"(?:{WHO_SAYS}(?:{words('answered_that')})[,:，：]? ?[\"'\u201c]?)?(?:{words('says_no')})"
    r"(?! (?:puwede|pwede|maaari)\w* (?:na )?wala)"
)
# Named, and then: "please don't".
ENDS_NO = re.compile(rf"[^.?!:\n]{{0,40}}[:,—–-] ?(?:{words('please_not')}) ?[.!]?(?:\n|$| [A-Z(])")
# "If your plan uses a Social Security number, leave this blank"; {"event":"field_removed","field":"father_ssn"}.
IF_USED = re.compile(r"\b(?:if|where|when|si|kung|neu)\b[^.;]{0,60}$|如果[^。]{0,20}$")
LEFT_BLANK = re.compile(
    r"[^.;\n]{0,40}[,;] ?(?:please )?(?:leave (?:this|it|that) (?:blank|empty|off)|"
    r"do not (?:enter|write|put|send)|skip (?:this|it)|"
    r"deje(?:lo)? en blanco|no (?:lo )?(?:escriba|ponga))"
)
TAKEN_AWAY = re.compile(
    r"\"(?:event|action|change|op|type|status)\" ?: ?\"[\w .-]{0,24}(?:remov|delet|drop|purg|retir)\w*\"[^}]{0,140}$"
)
IN_A_SENTENCE = re.compile(r"[:?.!] (?:[^\W\d_][\w']* ){2,12}$")  # words behind a label: an answer told at length
LISTED_OR_ANSWERED = (TextKind.FORM_ANSWERS, TextKind.FORM_FIELD, TextKind.CSV_ROW)
# "Needs his number corrected": it is known.
PUT_RIGHT = re.compile(r"s? (?:number |no\. )?(?:corrected|fixed|masked|hidden|redacted|blacked out|taken off)\b")
# Two letters stand for a school on Sundays, or for social studies, where the text says so.
OTHER_SS = re.compile(r"ss(?! ?(?:#|num|no\b|card))")
OTHERS = re.compile(
    r"\b(?:sunday school|summer school|social studies|soc\.? stud|student services|(?:estudios|ciencias) sociales|"
    r"khoa hoc xa hoi|mon xa hoi|araling panlipunan)|社会(?:学?科|研究)|社會(?:學?科|研究)|"
    r"사회 ?(?:과목|과|탐구)(?! ?보장)"
)
SECURITY = re.compile(r"social sec|soc\.? sec|ssa\b|seguro social")
# "If you checked "noncitizen", enter": what was asked elsewhere is not asked here.
IF_CHECKED = re.compile(
    r"\b(?:if you (?:checked|marked|answered|selected|chose|said)|si (?:marco|contesto|eligio|respondio)) "
    r"[\"“«]?[^\"\n.;,:]{0,24}$"
)
MOST_DEFINED = 8
NAMED_SO = ("ssn.name", "ssn_last4.name")
DOUBTED = 0.4
NARRATED = re.compile(r"(?:asked|wanted|requested|listed|had to [a-z]+|were told to|required)$")


def told_otherwise(reading: Reading, hit: Hit, first: int, confidence: float) -> float:
    """The confidence, less where the text tells of what was asked, is thrown away or means another thing."""
    form = reading.is_form(hit.start)
    if hit.tag in NAMED_SO and is_defined(reading, hit):
        confidence = min(confidence - 0.5, 0.4)
    formerly = not form and ONCE.search(reading.text, first, hit.start) and not SAYS_YES.match(reading.text, hit.end)
    asked = formerly or _is_reported(reading, hit, first)
    if asked and TOLD_YES.match(reading.text, hit.end) is None:
        confidence = min(confidence - 0.4, 0.4)
    left = LEFT_BLANK.match(reading.text, hit.end) and IF_USED.search(reading.text, first, hit.start)
    if left or is_left_blank(reading, hit):
        confidence = min(confidence - 0.6, 0.4)
    if reading.kind in LISTED_OR_ANSWERED and TAKEN_AWAY.search(reading.text, max(0, hit.start - BEFORE), hit.start):
        confidence = min(confidence - 0.6, 0.4)
    if not form and PUT_RIGHT.match(reading.text, hit.end):
        confidence = min(confidence - 0.4, 0.4)
    if IF_CHECKED.search(reading.text, max(first, hit.start - UNASKED), hit.start):
        confidence = min(confidence - 0.5, 0.4)
    if not form and _is_next_no(reading, hit) and WHETHER.search(reading.text, first, hit.start):
        confidence = min(confidence - 0.4, 0.4)
    if confidence > DOUBTED and (is_of_a_body(reading, hit) or _is_of_others(reading, hit, first)):
        confidence = DOUBTED
    told = confidence > DOUBTED and (not form or reading.kind is TextKind.FORM_ANSWERS)
    if is_inquired(reading, hit) or (told and is_hearsay(reading, hit)):
        confidence = min(confidence - 0.4, 0.4)
    if not form and (is_told_what_to_do(reading, hit) or is_a_caller_s(reading, hit)):
        confidence = min(confidence - 0.4, 0.4)
    if (not form or _is_in_an_answer(reading, hit)) and (
        is_unwanted(reading, hit) or is_answered_no(reading, hit) or is_told_of(reading, hit)
    ):
        confidence = min(confidence - 0.3, 0.45)
    return confidence


def _is_in_an_answer(reading: Reading, hit: Hit) -> bool:
    """Whether it stands in a sentence that somebody wrote as an answer, and its line says what is not wanted."""
    if reading.kind is not TextKind.FORM_ANSWERS or reading.table is not None:
        return False
    first, last = reading.line(hit.start, hit.end)
    own, _ = reading.sentence(hit.start, hit.end)
    if "unwanted" not in reading.roles(first, last) or "request" in reading.roles(own, hit.start):
        return False
    return IN_A_SENTENCE.search(reading.text, max(first, hit.start - BEFORE), hit.start) is not None


def _is_reported(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether it is told that somebody asked whether it is needed."""
    if REPORTED_BEHIND.match(reading.text, hit.end):
        return True
    if SAYS_YES.match(reading.text, hit.end):
        return False
    return REPORTED.search(reading.text, first, hit.start) is not None


def _is_of_others(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether it is asked of nobody, or by somebody else, or named and then not wanted."""
    others = is_for_others(reading, hit) or is_searched_in_vain(reading, hit) or is_of_elsewhere(reading, hit)
    others = others or is_a_hunt(reading, hit) or ENDS_NO.match(reading.text, hit.end) is not None
    others = others or is_conceded(reading, hit) or is_a_strangers(reading, hit)
    return others or is_of_a_named_work(reading, hit) or asks_nobody_here(reading, hit, first)


def _is_next_no(reading: Reading, hit: Hit) -> bool:
    """Whether the next sentence says no, and not that something is never to be left out."""
    no = NEXT_NO.match(reading.text, hit.end)
    if no is None:
        return False
    end = reading.sentence(no.end() - 1, no.end())[1]
    return not is_taken(reading, hit.end, end) and "affirms" not in reading.roles(hit.end, end)


def is_defined(reading: Reading, hit: Hit) -> bool:
    """Whether the text says that a short name for the number stands here for another thing: "SS# = store stock"."""
    same = reading.text[hit.start : hit.end]
    if OTHER_SS.match(same) and reading.is_short() and OTHERS.search(reading.text):
        return SECURITY.search(reading.text) is None
    return any(
        DEFINED.match(reading.text, it.end) and reading.text[it.start : it.end] == same
        for it in reading.of(hit.tag)[:MOST_DEFINED]
    )


def is_told_of(reading: Reading, hit: Hit) -> bool:
    """Whether all that asks for the place in a long text tells what once was asked."""
    if reading.is_short():
        return False
    first, last = reading.sentence(hit.start, hit.end)
    asks = [it for it in reading.about(first, last) if it.tag == "request"]
    return bool(asks) and all(NARRATED.search(reading.text, it.start, it.end) for it in asks)
