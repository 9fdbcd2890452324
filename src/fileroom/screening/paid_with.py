"""The last four digits of another number: of a card that pays, a telephone, a receipt."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

OF_A_CARD = re.compile(r"(?:\b(?:card|tarjeta|account|cuenta|phone|telefono|receipt)(?:'s)?|卡的?|카드의?) ?$")
PAYS = re.compile(words("pays_with"))  # then the last four are of the card that pays


def is_of_what_pays(reading: Reading, tail: Hit, named: Hit) -> bool:
    """Whether the sentence speaks of a card that pays, and the name stands in another."""
    first, last = reading.sentence(tail.start, tail.end)
    return not first <= named.start <= last and PAYS.search(reading.text, first, last) is not None


def is_of_another(reading: Reading, tail: Hit) -> bool:
    """Whether the sentence of four digits speaks of a card, or of another number that has last digits."""
    first, last = reading.sentence(tail.start, tail.end)
    if OF_A_CARD.search(reading.text, max(first, tail.start - 24), tail.start):
        return True
    if PAYS.search(reading.text, first, last):
        return True
    return bool(reading.roles(first, last) & {"other_number", "immigration_document.other"})
