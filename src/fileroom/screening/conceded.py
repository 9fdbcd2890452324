"""What does not matter, "whether or not they are here legally"; what a stranger may come to ask, "what if he asks"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading
from fileroom.screening.refusals import is_taken
from fileroom.screening.sentences import WIDE

CONCEDES = re.compile(rf"(?P<words>{words('concedes')})[^.,;:?!。，\n]{{0,60}}$")
# Who is to know, to say, to mark whether or not, is asked.
IS_TO_SAY = re.compile(rf"(?:{words('is_to_say')})(?: \w+){{0,3}} ?$")
# "What if an officer wants to know": what is then to be done is asked, and nobody's status.
WHAT_IF = re.compile(words("what_if"))
WHO_ASKS = re.compile(rf"(?:{words('who_asks')})[^.;?!。\n]{{0,90}}?(?:{words('asks_us')})")
WANTS_IT = re.compile(r"\bwe (?:need|require|must|want)\b|necesitamos|请|請|필요")  # all the same
OUR_FORM = re.compile(words("our_form"))  # then whoever asks asks why it is asked
QUESTION = re.compile(r"[^.!。！\n]{0,90}?[?？]")
BEFORE, SAID = 90, 40


def is_conceded(reading: Reading, hit: Hit) -> bool:
    """Whether the words before it say that it is all the same, and nobody is to say which."""
    if reading.is_form(hit.start):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    conceded = CONCEDES.search(reading.text, max(first, hit.start - BEFORE), hit.end)
    if conceded is None or "request" in reading.roles(conceded.end("words"), hit.start):
        return False
    if WANTS_IT.search(reading.text, hit.end, last):
        return False
    return IS_TO_SAY.search(reading.text, max(first, conceded.start() - SAID), conceded.start()) is None


def is_a_strangers(reading: Reading, hit: Hit) -> bool:
    """Whether it is asked what to do if somebody comes and asks for it, and the answer does not write it down."""
    if reading.is_form(hit.start):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - WIDE), min(last, hit.end + WIDE)
    asks = QUESTION.match(reading.text, hit.end)
    if asks is None or WHAT_IF.search(reading.text, first, last) is None:
        return False
    if WHO_ASKS.search(reading.text, first, last) is None or OUR_FORM.search(reading.text, first, last):
        return False
    return not is_taken(reading, hit.end, min(len(reading.text), asks.end() + SAID))
