"""Persons picked out by a status: a query's condition, and a list of "undocumented students" that somebody wants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.engine import LONGEST, Hit
from fileroom.screening.fields import in_query
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.lexicon import words
from fileroom.screening.order import begun
from fileroom.screening.reading import STATED, Reading

SURE = 0.7
# "Some of you wrote that": whoever they are; of Mrs. Diaz, named behind, it is told all the same.
SOME_OF_THEM = re.compile(rf"(?:{words('some_of_them')})[^.;:!?\n。]{{0,72}}$")
WITHIN = 200  # characters before a value in which the condition begins
CONDITION = re.compile(r"\b(?:where|having|filter|if)\b[^;]{0,180}?(?:=|\bin\b|\blike\b|:) ?[(\[]?[\"']$")
NAMED = re.compile(r"[a-z,] [A-Z\u00c0-\u00de][a-z]+(?:'s|\u2019s)?\b")
ONE = re.compile(r"\b(?:his|her|niya|cua (?:anh|chi|em))\b|[他她]的?(?:妈|爸|母|父|丈|妻|先|太)")
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


def is_of_some_of_them(reading: Reading, hit: Hit) -> bool:
    """Whether some of all who wrote or called tell it, and nobody of a family is named in between."""
    if reading.is_form(hit.start):
        return False
    first, _ = reading.sentence(hit.start, hit.end)
    some = SOME_OF_THEM.search(reading.text, max(first, hit.start - WITHIN // 2), hit.start)
    if some is None:
        return False
    if ONE.search(reading.text, some.start(), hit.end):
        return False
    start, end = reading.folded.span(some.start() + 1, reading.line(hit.start, hit.end)[1])
    return NAMED.search(reading.folded.original, start, end) is None
