"""A word that is explained, and a key of answers to a class's questions: nobody's own is asked for there."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# "What is a visa?", and behind it in languages that ask so.
DEFINES = re.compile(rf"(?:{words('defines')})[ \"'“«]{{0,2}}$")
DEFINED = re.compile(rf"[ \"'”»]{{0,2}}(?:{words('defined_as')})")
# "Citizenship is not just a paper": what it is to anybody.
AT_LARGE = re.compile(r"(?:citizenship|(?:la )?ciudadania)(?: (?:is|no es|es))?(?: not)?")
IS_MORE = re.compile(rf"(?: (?:is|no es|es))?(?: not|n't)? ?(?:{words('is_more')})")
# "Kung ano ang SSN niya": what hers is, and not what such a thing is.
WHOSE = re.compile(
    r" (?:niya|nila|mo|ninyo|nyo|ng (?:nanay|tatay|ama|ina|magulang|bata)|of (?:her|his|your|their|the)|"
    r"de (?:su|sus|la|el|tu)|del|cua (?:bo|me|cha|ba|em|con|quy))\b"
)
WORD_LIST = re.compile(rf"(?:{words('word_list')})[^.;?!。\n_]{{0,80}}$")  # "define visa, green card, refugee"
BEFORE, NEAR = 28, 100
# A question with its number, and what is to be answered behind it on the same line.
KEYED = re.compile(
    r" {0,6}(?:q ?)?[0-9]{1,2} ?[.):][^\n]{8,160}?"
    r"(?:[?？.。] ?(?:a|ans|answer|r|resp|respuesta|sagot|tra loi|dap an|答|답) ?[:.)]"
    r"|[?？]) ?[^\n?？_\[(□☐/]{2,90}(?:\n|$)"
)
# "2. visa – a paper that lets a person enter": one of the words of a list, whose head says that it is one.
HEADED = re.compile(rf"[^\n]{{0,60}}?(?:{words('word_list_head')})")
OF_PEOPLE = re.compile(r"[^\n]{0,80}?\b(?:our (?:famil|students|kids)|families|roster|nuestr[oa]s (?:alumn|famil))")
ITEM = re.compile(
    r" {0,6}(?:[-*•] ?|[0-9]{1,2} ?[.)] ?)?(?P<word>[^\W\d]+(?:[ '-][^\W\d]+){0,2})"
    r"(?: \([^)\n]{1,24}\))? ?[–—:=-] ?[^\W\d]"
)
OF_ONESELF = re.compile(words("asked_of_somebody"))
LEAST_OF_A_KEY = 2
REACH = 700


def is_explained(reading: Reading, hit: Hit) -> bool:
    """Whether it is asked, or said, what such a thing is: no word says whose."""
    first, _ = reading.sentence(hit.start, hit.end)
    if DEFINED.match(reading.text, hit.end):
        return OF_ONESELF.search(reading.text, first, hit.start) is None
    if reading.is_form() or WHOSE.match(reading.text, hit.end):
        return False
    if DEFINES.search(reading.text, max(first, hit.start - BEFORE), hit.start):
        return True
    listed = WORD_LIST.search(reading.text, max(first, hit.start - NEAR), hit.start)
    return listed is not None and OF_ONESELF.search(reading.text, listed.start(), hit.end) is None


def is_said_at_large(reading: Reading, hit: Hit) -> bool:
    """Whether it is said what citizenship is, at the head of a sentence, and nobody's is spoken of."""
    if AT_LARGE.fullmatch(reading.text, hit.start, hit.end) is None or IS_MORE.match(reading.text, hit.end) is None:
        return False
    first, _ = reading.sentence(hit.start, hit.end)
    return not {"kin", "particular"} & reading.roles(first, hit.start)


def is_of_a_key(reading: Reading, hit: Hit) -> bool:
    """Whether the line asks and answers at once, and is not the only one that does."""
    if reading.is_form():
        return False
    first, last = reading.line(hit.start, hit.end)
    if KEYED.match(reading.text, first) is None or OF_ONESELF.search(reading.text, first, last):
        return False
    low, high = max(0, first - REACH), min(len(reading.text), last + REACH)
    lines = reading.text[low:high].split("\n")
    return sum(KEYED.match(it) is not None for it in lines) >= LEAST_OF_A_KEY


def is_of_a_word_list(reading: Reading, hit: Hit) -> bool:
    """Whether the line has a word and what it means, one of several, under a head that says so."""
    if reading.is_form() or not reading.matches(HEADED) or OF_PEOPLE.match(reading.text):
        return False
    first, last = reading.line(hit.start, hit.end)
    item = ITEM.match(reading.text, first)
    if item is None or OF_ONESELF.search(reading.text, first, last) or "kin" in reading.roles(first, last):
        return False
    low, high = max(0, first - REACH), min(len(reading.text), last + REACH)
    return sum(ITEM.match(it) is not None for it in reading.text[low:high].split("\n")) > LEAST_OF_A_KEY


def is_taught(reading: Reading, hit: Hit) -> bool:
    """Whether a word is explained, or said to be this and that, or the line is one of a key of answers."""
    judges = (is_explained, is_of_a_key, is_said_at_large, is_of_a_word_list)
    return any(judge(reading, hit) for judge in judges)
