"""What is told in a clause of its own, behind a comma: "don't ask her anything, ICE took her dad" tells it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading

LONGEST_HEAD = 24  # characters between the comma and what is told
# Then it goes on with what was said before the comma, or is only supposed.
GOES_ON = re.compile(
    r"\b(?:or|and|nor|if|whether|who|whose|which|that|may|might|could|can|would|o|u|y|e|ni|si|que|quien|puede\w*|hay|"
    r"hoac|va|neu|rang|co the|at|kung|na|maaari\w*)\b|[或和及与是否如若]|거나|는지"
)
NO_PAPERS = re.compile(r"(?:no|sin|not|khong|wala\w*|hindi)\b|[没沒无無不]")  # one of a list of what is not asked
DENIES = frozenset({"negation", "unasked", "unwanted", "supposes", "general"})


def is_in_its_own_clause(reading: Reading, hit: Hit) -> bool:
    """Whether it is told of somebody known right behind a comma, and the clause denies and supposes nothing."""
    first, last = reading.sentence(hit.start, hit.end)
    comma = max(reading.text.rfind(it, first, hit.start) for it in ",，")
    head = reading.text[comma + 1 : hit.start]
    if NO_PAPERS.match(reading.text, hit.start):
        return False
    if comma < 0 or len(head) > LONGEST_HEAD or GOES_ON.search(head):
        return False
    roles = reading.roles(comma, last)
    return bool({"kin", "particular"} & roles) and DENIES.isdisjoint(roles)
