"""A copy or a photograph of a paper, whatever is said of the paper besides: it is there, and no status is told."""

from __future__ import annotations

import re

from fileroom.screening.engine import LONGEST, Hit
from fileroom.screening.findings import Category, Mode
from fileroom.screening.lexicon import words
from fileroom.screening.order import begun
from fileroom.screening.reading import PAPER, Reading

# "Copia de la", "a photo of his", and the paper; "of mom's approved": still the paper.
A_COPY = re.compile(
    rf"(?:{words('copy')})(?: (?:of|de|del|cua|ng|ni|sa))?"
    r"(?: (?:the|your|his|her|their|my|our|an?|la|las|el|los|su|sus|mi|una?|kanyang|approved|expired|[\w.]{2,14}'s?))"
    r"{0,3} ?$"
)
# Behind it, in Chinese and Korean, or that both its sides are there.
COPIED = re.compile(rf",? ?(?:的|의)? ?(?:{words('copy')})|,? ?(?:{words('both_sides')})")
ITSELF = re.compile(rf"(?:{words('copy')})|\bpages?\b")  # "bản sao thẻ xanh" is one name
BESIDE = re.compile(r"사본|복사|\bcop(?:y|ies|ia)|复印|ban sao|kopya|hihingi|nagtatanong|itatanong")
BEFORE, NEAR, HANDED = 40, 16, 12
# "El permiso de trabajo (EAD)", and what may stand between: "de inmigración".
APPOSED, OF_MORE = re.compile(r" ?\($"), re.compile(r" (?:de|for|from|sa|ng|cua)(?: [a-z]{2,12}){1,2}")
LONGEST_APPOSED = 32


def is_beside_a_copy(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a copy is spoken of right before the paper's name: no status is told then, whatever befell the paper."""
    return BESIDE.search(reading.text, max(first, hit.start - NEAR), hit.start) is not None


def is_a_copy(reading: Reading, hit: Hit) -> bool:
    """Whether it is a copy of the paper of which it is said till when it is good, or that it was granted."""
    first, _ = reading.sentence(hit.start, hit.end)
    start = _named_from(reading, hit, first)
    if A_COPY.search(reading.text, max(first, start - BEFORE), start):
        return True
    if any(it.tag == "shown" and start - it.end <= HANDED for it in reading.about(first, start)):
        return True  # "gave me her work permit card (the EAD, good till June)"
    named = begun(reading.of(PAPER), hit.start, hit.end)
    return any(
        any(COPIED.match(reading.text, end) for end in {it.end, max(it.end, hit.end)})
        or ITSELF.search(reading.text, it.start, it.end)
        for it in named
    )


def of_a_copy(reading: Reading, hit: Hit, mode: Mode) -> tuple[Category, Mode]:
    """What is found where a status seems to be told: of a copy the paper, and asked for where the sentence asks."""
    if not begun(reading.of(PAPER), hit.start - LONGEST, hit.end) or not is_a_copy(reading, hit):
        return Category.IMMIGRATION_STATUS, mode
    first, last = reading.sentence(hit.start, hit.end)
    asked = mode is Mode.SOLICIT or (reading.requests(hit) and "shown" not in reading.roles(first, last))
    return Category.IMMIGRATION_DOCUMENT, Mode.SOLICIT if asked else Mode.VALUE


def _named_from(reading: Reading, hit: Hit, first: int) -> int:
    """Where the paper's name begins: that before its short name in brackets."""
    opened = APPOSED.search(reading.text, max(first, hit.start - 2), hit.start)
    if opened is None:
        return hit.start
    low = max(first, opened.start() - LONGEST_APPOSED)
    named = [
        it
        for it in begun(reading.of(PAPER), first, opened.start())
        if it.end == opened.start() or (it.end >= low and OF_MORE.fullmatch(reading.text, it.end, opened.start()))
    ]
    return named[0].start if named else hit.start
