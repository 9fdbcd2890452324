"""Numbers of goods, written as somebody's could be: a part's, an order's, and the older one that it replaces.

And what says that a number is somebody's, whatever else is named about it.
"""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.joins import NAMED
from fileroom.screening.labels import other_label
from fileroom.screening.lexicon import words
from fileroom.screening.once import begun_alike, once
from fileroom.screening.order import begun
from fileroom.screening.reading import NEARBY, Reading, TextKind

GOODS = re.compile(words("goods"))
NEAR = 32  # characters about a number in which another begins
BEGINS_ALIKE = 6  # signs of a number by which it is of one kind with another
# "I don't have my school one yet": then it is none such.
NOT_THAT_ONE = re.compile(rf"[^\w\n]{{1,4}}(?:[^\W\d]+[ ,]{{1,2}}){{0,4}}?(?:{words('not_that_one')})")
# From one number to another: of tickets, of receipts. No two persons' are told so.
TO_ANOTHER = re.compile(rf" ?(?:{words('up_to')}) ?(?:(?:no|num)?[.#]? ?)")
# And one that was written wrong, or is somebody's: "change mom's from 571-… to 571-…".
PUT_RIGHT = re.compile(
    r"\b(?:chang|correct|fix|updat|replac|typo|wrong|should be|cambi|corrij|correg|sua|doi)|"
    r"改|更正|고침|고쳐|수정|변경|palit"
)
# "Maria's number is", "el número de María".
WHOSE = re.compile(
    r"\b[A-Z\u00c0-\u00de][\w]+['\u2019]s (?:old |new |own |real )?(?:number|no\.|one|is\b)|"
    r"\b(?:number|n[uú]mero|el|s[oố]) (?:of|de|ni|c[uủ]a) [A-Z\u00c0-\u00de]\w"
)
# A pupil's own number, that the school gives and a family rarely knows: it writes the one that it has.
OF_A_PUPIL = re.compile(rf"[^\n:]{{0,12}}?(?:{words('pupils_number')})[^\n:]{{0,48}}: ?")
# "Badge no. (four digits)": nine do not answer it.
OF_SO_MANY = re.compile(rf"[^\n:]{{2,40}}?(?:{words('so_many_digits')})[^\n:]{{0,32}}: ?")
ENDS = re.compile(r" ?[.,;]?(?:\n|$)")
ABOVE_A_NUMBER = 2  # lines over a number that stands alone in which a card tells whose it is
BORN_ON = re.compile(words("born_on"))


def is_of_goods(reading: Reading, hit: Hit) -> bool:
    """Whether a number that begins alike is labelled as another, and this one's sentence tells of goods, of nobody."""
    first, last = reading.sentence(hit.start, hit.end)
    if GOODS.search(reading.text, first, last) is None or {"kin", "particular"} & reading.roles(first, last):
        return False
    if says_whose(reading.written(Hit(hit.tag, first, last))):
        return False
    others = begun_alike(reading, hit, BEGINS_ALIKE)
    labelled = once(
        reading, ("labelled", others[0]), lambda: [it.start for it in others if other_label(reading, it.start)]
    )
    return any(start != hit.start for start in labelled)


def is_up_to(reading: Reading, hit: Hit) -> bool:
    """Whether a word for "up to" joins it to another that begins alike: "boletos del 118-04-2201 al 118-04-2275"."""
    first_signs = reading.text[hit.start : hit.start + BEGINS_ALIKE]
    near = begun(reading.of(hit.tag), hit.start - NEAR, hit.end + NEAR)
    sentence = reading.sentence(hit.start, hit.end)
    if {"kin", "particular"} & reading.roles(*sentence) or PUT_RIGHT.search(reading.text, *sentence):
        return False
    return any(
        reading.text.startswith(first_signs, it.start)
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


def answers_for_a_pupil(reading: Reading, hit: Hit) -> bool:
    """Whether it is all that is written behind the label for a pupil's own number, in a form that somebody filled in.

    No school's number is written 3-2-4: who does not know it writes the one that he knows. Nor is any of fewer digits.
    """
    if reading.kind is not TextKind.FORM_ANSWERS or reading.table is not None:
        return False
    first, _ = reading.line(hit.start, hit.end)
    if not any(it.fullmatch(reading.text, first, hit.start) for it in (OF_A_PUPIL, OF_SO_MANY)):
        return False
    return len(reading.of("ssn.shape")) == 1 and ENDS.match(reading.text, hit.end) is not None


def is_on_a_card(reading: Reading, hit: Hit) -> bool:
    """Whether a line that is a number alone stands in a note under a line that tells of a parent, or of a birth."""
    alone = reading.text[slice(*reading.line(hit.start, hit.end))].strip() == reading.text[hit.start : hit.end]
    if not alone or reading.kind not in (TextKind.NOTE, TextKind.EMAIL):
        return False
    low = hit.start
    for _ in range(ABOVE_A_NUMBER):
        low = reading.line(low - 1, low - 1)[0] if low else 0
    low = max(low, hit.start - NEARBY)
    return "kin" in reading.roles(low, hit.start) or BORN_ON.search(reading.text, low, hit.start) is not None


def is_beside_a_birth(reading: Reading, hit: Hit) -> bool:
    """Whether a day of birth is written in its line, or in the one above or below: things have none."""
    first, last = reading.line(hit.start, hit.end)
    low = reading.line(first - 1, first - 1)[0] if first else first
    high = reading.line(last + 1, last + 1)[1] if last + 1 < len(reading.text) else last
    return BORN_ON.search(reading.text, max(low, hit.start - NEARBY), min(high, hit.end + NEARBY)) is not None
