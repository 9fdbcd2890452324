"""Help that is offered to whoever wants it: lawyers who answer questions about a status, a class for the test."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

OFFERED = re.compile(rf"(?:{words('offered')})[^.;?!\n]{{0,90}}$")
AN_OFFER = re.compile(r"questions?|answer|preguntas?|回答|答|tra loi|giai dap|답|tanong")  # a word that else asks
SOMEBODY = frozenset({"particular", "says"})
NEAR = 140
# A class or a test, and no status: "Citizenship preparation: Mondays".
A_CLASS = re.compile(rf"[ -]{{0,2}}(?:{words('met_for')}|{words('prepared')})")
HELD = re.compile(rf"[^:=\n]{{0,30}}(?::|\(|,|-) ?(?:{words('class_hours')})")
THE_CLASS = re.compile(r"(?:u\.?s\.? )?citizenship class")
TO_WRITE = re.compile(r"[^\n.!?;]{0,60}(?:_{2,}|\.{4,}|\[ ?\]|\( ?\)|[□☐]|: *(?:_|\n|$))")
CLASS_BEFORE = re.compile(rf"(?:{words('prepared')})[^:=\n.]{{0,16}}$")


def is_on_offer(reading: Reading, hit: Hit) -> bool:
    """Whether help with it is offered to anybody, and nobody is spoken of in the sentence."""
    if reading.is_form(hit.start) or reading.kind in (TextKind.CSV_ROW, TextKind.TABLE):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if SOMEBODY & reading.roles(first, last):
        return False
    return OFFERED.search(reading.text, max(first, hit.start - NEAR), hit.start) is not None


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
