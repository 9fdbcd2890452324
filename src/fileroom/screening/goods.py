"""Numbers of goods, written as somebody's could be: a part's, an order's, and the older one that it replaces."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.joins import NAMED
from fileroom.screening.labels import other_label
from fileroom.screening.lexicon import words
from fileroom.screening.order import begun
from fileroom.screening.reading import Reading

GOODS = re.compile(words("goods"))
NEAR = 32  # characters about a number in which another begins
BEGINS_ALIKE = 6  # signs of a number by which it is of one kind with another
# "I don't have my school one yet": then it is none such.
NOT_THAT_ONE = re.compile(rf"[^\w\n]{{1,4}}(?:[^\W\d]+[ ,]{{1,2}}){{0,4}}?(?:{words('not_that_one')})")
# From one number to another: of tickets, of receipts. No two persons' are told so.
TO_ANOTHER = re.compile(rf" ?(?:{words('up_to')}) ?(?:(?:no|num)?[.#]? ?)")
# "Maria's number is", "el número de María".
WHOSE = re.compile(
    r"\b[A-Z\u00c0-\u00de][\w]+['\u2019]s (?:old |new |own |real )?(?:number|no\.|one|is\b)|"
    r"\b(?:number|n[uú]mero|el|s[oố]) (?:of|de|ni|c[uủ]a) [A-Z\u00c0-\u00de]\w"
)


def is_of_goods(reading: Reading, hit: Hit) -> bool:
    """Whether a number that begins alike is labelled as another, and this one's sentence tells of goods, of nobody."""
    first, last = reading.sentence(hit.start, hit.end)
    if GOODS.search(reading.text, first, last) is None or {"kin", "particular"} & reading.roles(first, last):
        return False
    if says_whose(reading.written(Hit(hit.tag, first, last))):
        return False
    alike = reading.text[hit.start : hit.start + BEGINS_ALIKE]
    others = (it for it in reading.of("ssn.shape") if it.start != hit.start)
    return any(reading.text.startswith(alike, it.start) and other_label(reading, it.start) for it in others)


def is_up_to(reading: Reading, hit: Hit) -> bool:
    """Whether a word for "up to" joins it to another that begins alike: "boletos del 118-04-2201 al 118-04-2275"."""
    alike = reading.text[hit.start : hit.start + BEGINS_ALIKE]
    near = begun(reading.of("ssn.shape"), hit.start - NEAR, hit.end + NEAR)
    return any(
        reading.text.startswith(alike, it.start)
        and reading.text[it.start : it.end] != reading.text[hit.start : hit.end]
        and TO_ANOTHER.fullmatch(reading.text, min(it.end, hit.end), max(it.start, hit.start)) is not None
        for it in near
    )


def says_whose(written: str) -> bool:
    """Whether words say by a name whose a number is."""
    return WHOSE.search(written) is not None


def is_not_that_one(reading: Reading, hit: Hit) -> bool:
    """Whether another number's label stands before it, and behind it is said that its writer has not that one."""
    if NOT_THAT_ONE.match(reading.text, hit.end, reading.line(hit.start, hit.end)[1]) is None:
        return False
    return other_label(reading, hit.start)


def is_of_somebody(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence speaks of a person, says whose the number is, or somebody is named in the line."""
    sentence = reading.sentence(hit.start, hit.end)
    if "person" in reading.roles(*sentence) or says_whose(reading.written(Hit(hit.tag, *sentence))):
        return True
    return NAMED.search(reading.written(Hit(hit.tag, *reading.line(hit.start, hit.end)))) is not None
