"""Help that is offered to whoever wants it: lawyers who answer questions about a status, a class for the test."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import PAPER, Reading, TextKind
from fileroom.screening.sentences import WIDE

OFFERED = re.compile(rf"(?:{words('offered')})[^.;?!\n]{{0,90}}$")
# Named last in East Asian languages: "이민 신분에 대한 질문".
OFFERED_BEHIND = re.compile(r"(?:에 ?(?:대한|관한)|관련|等?方面|等)?的? ?(?:질문|문의|상담|도움|问题|疑问|咨询|帮助)")
AN_OFFER = re.compile(r"questions?|answer|preguntas?|回答|答|tra loi|giai dap|답|tanong")  # a word that else asks
SOMEBODY = frozenset({"particular", "says"})
ASKS_OR_TELLS = SOMEBODY | {"kin", "request"}
# "A session with Ana": of her it is told; firms have longer names.
WITH_ONE = re.compile(r"\b(?:con|with|w/|kay|v[oớ]i) [A-Z\u00c0-\u00de][a-z\u00df-\u024f]+(?! (?:de |y )?[A-Z])")
NEAR = 140
# "Need a free immigration lawyer? Ask for the flyer": there is one for anybody.
LAWYER = re.compile(rf"(?:.* )?(?:{words('lawyer')})(?: .*)?|.*(?:律师|변호사)")
FREE = re.compile(rf" ?(?:{words('free_of_charge')})")
# A class or a test, and no status: "Citizenship preparation: Mondays".
A_CLASS = re.compile(rf"[ -]{{0,2}}(?:{words('met_for')}|{words('prepared')})")
HELD = re.compile(rf"[^:=\n]{{0,30}}(?::|\(|,|-) ?(?:{words('class_hours')})")
THE_CLASS = re.compile(r"(?:u\.?s\.? )?citizenship class")
TO_WRITE = re.compile(r"[^\n.!?;]{0,60}(?:_{2,}|\.{4,}|\[ ?\]|\( ?\)|[□☐]|: *(?:_|\n|$))")
# Lawyers' help with papers; and where a paper goes, or what it is for, that the school is to see.
LEGAL_HELP = re.compile(words("legal_help"))
FOR_THE_SCHOOL, ENROLS = re.compile(words("handed_to")), re.compile(words("enrols"))
# Whoever is to see a lawyer is asked nothing.
SEES_A_LAWYER = re.compile(words("sees_a_lawyer"))
# How it is joined to what is told of a status: by no "and", which would ask for both.
ON_OR_BEFORE = re.compile(
    r"(?: (?!and\b|then\b|y\b|va\b|at\b|to\b)[a-z']+){0,3} (?:about|on|regarding|before|if|when|unless|until|sobre|"
    r"acerca de|si|antes de|ve|tungkol sa|bago)(?: (?!and\b|y\b|va\b|at\b)[a-z']+){0,6} ?"
)
IN_CASE = re.compile(r"[^a-z\u2e80-\ud7a3]*(?:(?:if|when|whenever|should|si|cuando|kung|neu|khi)\b|如果|若|万一)")
IF_LAST = re.compile(r"으면|면 ")
# What in such a sentence asks nobody: who answers, or is asked, questions.
OFFERS, HELPER = re.compile(words("offers")), re.compile(words("helper"))
OF_ONE = re.compile(rf"(?:{words('of_the_reader')})")
# "Questions about your immigration status" are the reader's, and are answered.
ON_YOURS = re.compile(
    r"\b(?:questions?|answers?|help|dudas|preguntas|ayuda|ask (?:a|an|the|our) [a-z]+) "
    r"(?:about|on|regarding|with|sobre|acerca de|con|de) (?:your|tus?|sus?) $"
)
BESIDE = 16  # characters behind a name in which it may be said to be the reader's
CLASS_BEFORE = re.compile(rf"(?:{words('prepared')})[^:=\n.]{{0,16}}$")
# "What papers are needed", "what papers you need": a list of what to bring.
WHICH_PAPERS = re.compile(rf"(?:{words('which_papers')})")
AN_EVENT = re.compile(rf" ?(?:{words('an_event')})")
TO_STAY = r"(?:to|in order to|para|so (?:he|she|they|you) can) (?:work|stay|live|be here|trabajar|vivir|quedarse|estar)"
ARE_NEEDED = re.compile(rf"(?: [a-z']{{2,14}}){{0,3}}? (?:{words('are_needed')})(?! {TO_STAY})")


def is_on_offer(reading: Reading, hit: Hit) -> bool:
    """Whether help with it is offered to anybody, and nobody is spoken of in the sentence."""
    if reading.is_form(hit.start) or reading.kind in (TextKind.CSV_ROW, TextKind.TABLE):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if _is_a_free_lawyer(reading, hit, first, last):
        return True
    if SOMEBODY & reading.roles(first, last):
        return False
    offered = OFFERED.search(reading.text, max(first, hit.start - NEAR), hit.start)
    if offered is None:
        return False
    start, end = reading.folded.span(offered.start(), hit.start)
    return WITH_ONE.search(reading.folded.original, start, end) is None


def _is_a_free_lawyer(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether it is a lawyer who takes no money, and nobody's: no one else is spoken of in the sentence."""
    if LAWYER.fullmatch(reading.text, hit.start, hit.end) is None or FREE.match(reading.text, hit.end) is None:
        return False
    others = [it for it in reading.about(first, last) if it.end <= hit.start or hit.end <= it.start]
    return not any(it.tag in ("particular", "kin") for it in others)


def is_help(reading: Reading, hit: Hit) -> bool:
    """Whether nothing asks in the sentence but what offers help: "lawyers will answer questions on citizenship"."""
    first, last = reading.sentence(hit.start, hit.end)
    if _is_to_see_a_lawyer(reading, hit, max(first, hit.start - WIDE), min(last, hit.end + WIDE)):
        return True
    offered = OFFERED.search(reading.text, max(first, hit.start - NEAR), hit.start)
    offered = offered or OFFERED_BEHIND.match(reading.text, hit.end, last)
    if offered is None:
        return False
    if TO_WRITE.match(reading.text, hit.end):
        return False
    low, high = reading.line(hit.start, hit.end)
    if HELPER.search(reading.text, max(low, hit.start - WIDE), min(high, hit.end + WIDE)) is None:
        return False
    first, last = max(first, hit.start - WIDE), min(last, hit.end + WIDE)
    told = [it.span() for it in OFFERS.finditer(reading.text, first, last)]
    asks = [(it.start, it.end) for it in reading.about(first, last) if it.tag in ASKS_OR_TELLS]
    low, high = max(first, min(offered.start(), hit.start)), min(last, hit.end + BESIDE)
    of_one = OF_ONE.finditer(reading.text, low, high)
    on_yours = ON_YOURS.search(reading.text, first, hit.start)
    asks += [it.span() for it in of_one if on_yours is None or it.start() < on_yours.start() or hit.start <= it.start()]
    return all(any(first < end and start < last for first, last in told) for start, end in asks)


def _is_to_see_a_lawyer(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether one is told to see a lawyer about it, before one tells it, or in case somebody asks; and nothing else."""
    sees = [it.span() for it in SEES_A_LAWYER.finditer(reading.text, first, last)]
    if not any(_is_linked(reading.text, hit, first, span) for span in sees) or TO_WRITE.match(reading.text, hit.end):
        return False
    asks = [it for it in reading.about(first, last) if it.tag == "request"]
    return all(any(it.start < end and start < it.end for start, end in sees) for it in asks)


def _is_linked(text: str, hit: Hit, first: int, sees: tuple[int, int]) -> bool:
    """Whether the lawyer is said to be seen about it, or before or when what is told there comes to pass."""
    start, end = sees
    if end <= hit.start:
        return ON_OR_BEFORE.fullmatch(text, end, hit.start) is not None
    return start >= hit.end and (
        IN_CASE.match(text, first) is not None or IF_LAST.search(text, hit.end, start) is not None
    )


def is_legal_help(reading: Reading, hit: Hit) -> bool:
    """Whether lawyers help with a paper, in its sentence or the one before, and nobody brings it to the school.

    What is to be written of a status is written, whoever reads it.
    """
    if hit.tag != PAPER:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - WIDE), min(last, hit.end + WIDE)
    if FOR_THE_SCHOOL.search(reading.text, first, last):
        return False
    if ENROLS.search(reading.text, *reading.passage(hit.start, hit.end)):
        return False
    before = reading.sentence(first - 2, first - 2)[0] if first > 1 else first
    return LEGAL_HELP.search(reading.text, max(before, first - WIDE), last) is not None


def is_help_with(reading: Reading, hit: Hit) -> bool:
    """Whether such a paper is what help is offered with, or questions are answered about, and nobody is to bring it."""
    if not is_on_offer(reading, hit):
        return False
    first, _ = reading.sentence(hit.start, hit.end)
    asked = [it for it in reading.about(first, hit.start) if it.tag == "request"]
    return all(AN_OFFER.match(reading.text, it.start) for it in asked)


def is_a_class(reading: Reading, hit: Hit) -> bool:
    """Whether the name is that of a class, a test or what prepares for one, with its day or what is taught in it."""
    if reading.is_form(hit.start):
        return False
    first, _ = reading.line(hit.start, hit.end)
    if THE_CLASS.fullmatch(reading.text, hit.start, hit.end):
        return TO_WRITE.match(reading.text, hit.end) is None
    if A_CLASS.match(reading.text, hit.end) or HELD.match(reading.text, hit.end):
        return True
    return CLASS_BEFORE.search(reading.text, max(first, hit.start - NEAR // 4), hit.start) is not None


def asks_which_are_needed(reading: Reading, hit: Hit) -> bool:
    """Whether it is asked or told which papers something takes, and not which somebody has."""
    if WHICH_PAPERS.match(reading.text, hit.start, hit.end) is None:
        return False
    return ARE_NEEDED.match(reading.text, hit.end) is not None


def is_an_event(reading: Reading, hit: Hit) -> bool:
    """Whether the paper is what an evening is about: where one is to go, and nothing to bring."""
    return AN_EVENT.match(reading.text, hit.end) is not None
