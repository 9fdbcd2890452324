"""What is named and asked of nobody: a quiz's question, a rule against discrimination, a reason, a program's list."""

from __future__ import annotations

import re
from bisect import bisect_left

from fileroom.screening.engine import Hit
from fileroom.screening.leads import lead_of
from fileroom.screening.lexicon import words
from fileroom.screening.once import everywhere, once
from fileroom.screening.reading import Reading, TextKind

DISCRIMINATES = re.compile(words("discriminates"))
GROUNDS = 3  # commas in a sentence that names on which grounds nobody is treated worse
TO_WRITE = re.compile(r"_{2,}|\.{4,}|\[ ?\]|\( ?\)|[□☐]|: *(?:\n|$)")
OF_ONE = re.compile(rf"(?:{words('of_one_asked')})")
WHY = re.compile(rf"(?:{words('why')})[^.?!？。\n]{{0,90}}$")
WHY_ASKED = re.compile(rf"(?:{words('why')})[^.?!？。\n]{{0,24}}?(?:{words('they_ask')})[^.?!？。\n]{{0,60}}$")
ESSAY_LABEL = re.compile(rf"\W*(?:{words('essay_label')})[^\n:.]{{0,16}}[:—–]")
OF_THE_READER = re.compile(r"\byour\b|\bsu\b|\btu\b|[您你]|귀하|quy vi|inyo")
TRUE_OR_FALSE = re.compile(rf"(?:{words('true_or_false')})[^\n?]{{0,90}}$")
IN_SHORT = re.compile(r"[a-zox]/[a-zox]|判断")  # on a form it is a box to tick, of a student
STANDS_FOR = re.compile(rf"[\"'」”]? ?(?:{words('stands_for')})[^\n.]{{0,24}}[?？]")
OF_A_NAME = re.compile(r" (?:de|ni|c[uủ]a) [A-ZÀ-Ỹ]")
OPINION = re.compile(words("opinion"))
QUIZ = re.compile(rf"[^\n.]{{0,40}}?(?:{words('quiz')})")
ITEM = re.compile(r"(?:^|[\s:：])(?:[0-9]{1,2}|[a-h])[.)] ?")
LEAST_ITEMS = 2
KNOWLEDGE = re.compile(rf"(?:bonus:? )?[\"'¿«]?(?:{words('knowledge')})")
# A program's list of what it hides: "hide": ["ssn", "visaType"].
HIDES = re.compile(
    r"\b(?:hide|hidden|remove[ds]?|omit(?:ted)?|exclude[ds]?|drop(?:ped)?|block(?:ed)?|den(?:y|ied)|suppress(?:ed)?|"
    r"forbidden|disallow(?:ed)?|strip(?:ped)?|disabled|retired|banned|redact(?:ed)?|never[ _]?ask)"
    r"(?:[ _-]?(?:fields|cols|columns|keys|list|words|labels|names|terms|attributes|questions))?"
    r"[\"'`]?\s?(?:[:=]|=>)\s?(?:frozenset|set|new set|list)?[\[({]{1,2}[^\])}]{0,400}$"
)
TAKES_OUT = re.compile(
    r"(?<!n't )(?<!not )\b(?:remov|dropp?|delet|stripp?|renam|purg|scrubb?|rm|omitt?|exclud|kill)(?:e[sd]?|ing|s|ed)?"
    r"(?: (?:the|all|any|old|unused|dead|legacy|column|col|field|key))*[ _`'\"]{1,2}$"
)
INTO_NOTHING = re.compile(
    r"\w{0,16}[\"'`]? ?(?:[-=]>|[→⇒]) ?[\[(\"'`]{0,2}(?:drop(?! ?-?down)|null\b(?! not)|none\b(?! if)|nil\b|"
    r"(?:remov|ignor|skip|delet|omit)(?!\w* (?:if|when|the dash|dash|hyphen|space|case|lead|zero))|"
    r"exclu(?!\w* (?:famil|student|if))|unmapped|discard|"
    r"not (?:sent|mapped|imported)|(?:do not|don't) (?!use? (?:dash|hyphen|space))(?:send|map|import|migrat|export|"
    r"sync|ask|collect|includ|pull|stor|keep|copy|us)|quitar(?! guion)|descart|no (?:se )?(?:env|map)|"
    r"不(?:发|传|导|映射|用|要|收|存|需)|删|忽略|bo qua|khong (?:gui|map|nhap|luu|dung|lay)|"
    r"huwag (?:ipad|isama|i-?map|i-?import|kunin)|제외(?! ?없)|삭제)"
)
A_NAME_IN_CODE, BLANK = re.compile(r"[\w.]*[a-z0-9]_[a-z0-9]\w*"), re.compile(r"[ \n]")
NOT_IN = re.compile(r"[\w]{0,16}[\"'`]\)? ?(?:not in\b|\.?(?:should|to)?[._]?not[._]|isn't in\b|no longer in\b)")
TURNED_OFF = re.compile(rf"[^.?!。\n_\[]{{0,56}}?(?:{words('turned_off')})")
TURNS_OFF = re.compile(rf"(?<!n't )(?<!not )(?:{words('turns_off')})[^.?!。\n]{{0,60}}$")
ASKS = re.compile(r"[^.!;。\n?？]{0,80}[?？]")
BOX = 8  # characters behind a question in which there is room for an answer
NEAR, FAR = 100, 460


def asks_nobody_here(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether the name stands in a quiz, in a rule against discrimination, in a question why, or in what hides it."""
    return (
        _is_on_no_grounds(reading, hit)
        or _is_in_a_why(reading, hit, first)
        or _is_of_opinion(reading, hit, first)
        or _is_of_a_pupil_s_paper(reading, hit)
        or _is_in_a_quiz(reading, hit)
        or HIDES.search(reading.text, max(0, hit.start - FAR), hit.start) is not None
        or _is_taken_out(reading, hit)
        or _is_turned_off(reading, hit, first)
        or NOT_IN.match(reading.text, hit.end) is not None
        or _is_listed_under_no(reading, hit)
    )


def _is_on_no_grounds(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence says on which grounds nobody may be treated worse, and has nowhere to write them."""
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - FAR), min(last, hit.end + FAR)
    said = reading.text[first:last]
    if sum(map(said.count, ",，、;·")) < GROUNDS or TO_WRITE.search(said):
        return False
    if DISCRIMINATES.search(reading.text, first, last) is None:
        return False
    return OF_ONE.search(reading.text, max(first, hit.start - 16), hit.start) is None


def _is_in_a_why(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether it is asked why somebody in a story hides it, or why it is asked; of nobody here."""
    asks = ASKS.match(reading.text, hit.end)
    if asks is None or TO_WRITE.search(reading.text, hit.end, asks.end() + BOX):
        return False
    low, last = max(first, hit.start - NEAR), asks.end()
    if WHY_ASKED.search(reading.text, low, hit.start):
        return True
    why = WHY.search(reading.text, low, hit.start)
    if why is None or OF_ONE.search(reading.text, why.start(), last):
        return False
    return "kin" not in reading.roles(why.start(), last)


def _is_of_opinion(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether it is asked what anybody thinks of it: "should a number be used as a password?"."""
    asks = ASKS.match(reading.text, hit.end)
    if asks is None or TO_WRITE.search(reading.text, hit.end, asks.end() + BOX):
        return False
    low = max(first, hit.start - NEAR)
    _, end = reading.folded.span(hit.start, hit.end)
    if "kin" in reading.roles(low, asks.end()) or OF_A_NAME.match(reading.folded.original, end):
        return False
    said = OPINION.search(reading.text, low, asks.end())
    return said is not None and OF_ONE.search(reading.text, low, asks.end()) is None


def _is_of_a_pupil_s_paper(reading: Reading, hit: Hit) -> bool:
    """Whether it stands behind "Essay:", in a question of what is true, or is asked what it is short for."""
    first, last = reading.line(hit.start, hit.end)
    if TO_WRITE.search(reading.text, hit.end, last):
        return False
    if STANDS_FOR.match(reading.text, hit.end):
        return True
    if reading.kind is TextKind.FORM_FIELD:
        return False
    said = TRUE_OR_FALSE.search(reading.text, max(first, hit.start - NEAR), hit.start)
    if said and not (reading.is_form(hit.start) and IN_SHORT.search(said[0])):
        return True
    if not reading.is_short() or not reading.matches(ESSAY_LABEL):
        return False
    if "request" in reading.roles(*reading.sentence(hit.start, hit.end)):
        return False  # "Diary of calls: please get"
    return OF_THE_READER.search(reading.text, max(first, hit.start - BOX), hit.end) is None


def _is_in_a_quiz(reading: Reading, hit: Hit) -> bool:
    """Whether the line is a question of a quiz that asks what anybody may know."""
    if not reading.is_short() or not reading.matches(QUIZ):
        return False
    items = [it.end() for it in ITEM.finditer(reading.text)]
    own = max((it for it in items if it <= hit.start), default=-1)
    if own < 0 or len(items) < LEAST_ITEMS:
        return False
    last = min([reading.line(hit.start, hit.end)[1], *(it for it in items if it > hit.end)])
    if KNOWLEDGE.match(reading.text, own) is None or TO_WRITE.search(reading.text, hit.end, last):
        return False
    return OF_ONE.search(reading.text, own, last) is None


def _is_listed_under_no(reading: Reading, hit: Hit) -> bool:
    """Whether the nearest lead of its list says what is not to be brought: "What to leave at home"."""
    lead = lead_of(reading, hit)
    if lead is None or TO_WRITE.search(reading.text, hit.end, reading.line(hit.start, hit.end)[1]):
        return False
    start = max(lead[0], reading.sentence(max(lead[0], lead[1] - 2), lead[1])[0])
    roles = reading.roles(start, lead[1])
    return "negation" in roles and "affirms" not in roles and "request" not in roles


def _is_turned_off(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a program's field, or what has one, is to be turned off or refused."""
    if reading.is_form(hit.start):
        return False
    off = TURNED_OFF.match(reading.text, hit.end)
    if off is not None and "affirms" not in reading.roles(hit.end, off.end()):
        return True
    return TURNS_OFF.search(reading.text, max(first, hit.start - NEAR), hit.start) is not None


def _is_taken_out(reading: Reading, hit: Hit) -> bool:
    """Whether a word that removes it stands right before a name in a program, or an arrow leads it to nothing."""
    if INTO_NOTHING.match(reading.text, hit.end):
        return True
    if reading.kind is TextKind.FORM_FIELD:
        return False
    if TAKES_OUT.search(reading.text, max(0, hit.start - 40), hit.start) is None:
        return False
    blanks = everywhere(reading, BLANK)
    before = bisect_left(blanks, hit.start)
    start = blanks[before - 1] + 1 if before else 0
    return once(reading, ("in code", start), lambda: A_NAME_IN_CODE.match(reading.text, start) is not None)
