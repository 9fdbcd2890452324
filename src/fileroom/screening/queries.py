"""Persons picked out by a status: a query's condition, and a list of "undocumented students" that somebody wants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.engine import LONGEST, Hit
from fileroom.screening.fields import in_query
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.order import begun
from fileroom.screening.reading import STATED, Reading

SURE = 0.7
WITHIN = 200  # characters before a value in which the condition begins
CONDITION = re.compile(r"\b(?:where|having|filter|if)\b[^;]{0,180}?(?:=|\bin\b|\blike\b|:) ?[(\[]?[\"']$")
# Of many, whoever they are: no word for one of them.
OF_MANY = re.compile(
    r"(?:students|kids|families|seniors|juniors|sophomores|freshm[ae]n|pupils|children|scholars|athletes|households|"
    r"alumn[oa]s|estudiantes|nin[oa]s|familias|jovenes|padres)$|学生|家庭|孩子|hoc sinh|gia dinh|phu huynh|cac em|"
    r"estudyante|mag-?aaral|pamilya|학생|가정|가족"
)


def by_status(reading: Reading) -> Iterator[Finding]:
    """The first value of a query's condition that is a status: the query gives back persons by it."""
    last = -WITHIN
    for hit in reading.of(*STATED):
        before = reading.text[max(0, hit.start - WITHIN) : hit.start]
        if CONDITION.search(before) is None or not in_query(reading, hit) or hit.start - last < WITHIN:
            continue
        last = hit.start
        why = ("a query for persons by their status",)
        yield Finding(Category.PROTECTED_LIST, Mode.SOLICIT, hit.start, hit.end, SURE, why)


def is_of_a_group(reading: Reading, hit: Hit) -> bool:
    """Whether a status is a part of what many are called, where a list of them is spoken of: nobody's own is told."""
    groups = begun(reading.of("protected_list.group"), hit.start - LONGEST, hit.end)
    named = [it for it in groups if hit.start < it.end and OF_MANY.search(reading.text, it.start, it.end)]
    return bool(named) and "list" in reading.roles(*reading.sentence(hit.start, hit.end))
