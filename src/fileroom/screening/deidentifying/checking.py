"""Could somebody still be found? The engine reads its own output, and the roster is tried against what is left."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import cache

from fileroom.screening.deidentifying.labels import WORDS
from fileroom.screening.deidentifying.people import Kind, Roster, word_list
from fileroom.screening.deidentifying.texts import Cleaner
from fileroom.screening.findings import Category, Mode
from fileroom.screening.folding import fold
from fileroom.screening.texts import screen_text


class Reason(StrEnum):
    """Why somebody could still be found."""

    FEW = "few"  # what is left fits fewer students than a table may show
    NAMED = "named"  # the engine finds something in what it has written
    RARE = "rare"  # something is told that happens to few
    STATUS = "status"  # it tells what may indicate a family's status


ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
ENDINGS = ("1st", "2nd", "3rd", *(f"{it}th" for it in range(4, 13)))
GRADE = re.compile(
    rf"\b(?:(?:grade|grado) (?P<number>\d{{1,2}})|(?P<ending>{'|'.join(ENDINGS)})[ -]grade"
    rf"|(?P<word>{'|'.join(ORDINALS)})[ -]grade|(?P<k>kindergart|kinder\b|transitional k))"
)
A_LABEL = re.compile(rf"\b{WORDS[Kind.PERSON]} (?=[A-Z]+\b)")


@cache
def _rare() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{it}\b" for it in sorted(word_list("rare", "events"))))


def found_again(text: str, roster: Roster, *, least: int) -> tuple[Reason, ...]:
    """Why somebody could be found in this text, that the engine has written. Empty: it finds no reason.

    `least`: of so many students the traits that are left must tell, at least.
    """
    named = (Reason.NAMED,) if named_again(text, roster) else ()
    return (*named, *tells_of_few(text, roster, least=least))


def tells_of_few(text: str, roster: Roster, *, least: int) -> tuple[Reason, ...]:
    """Why somebody could be found in this text though nobody is named in it: by what it tells."""
    found: list[Reason] = []
    folded = fold(text).text
    if _fits_few(folded, roster, least):
        found.append(Reason.FEW)
    if _rare().search(folded):
        found.append(Reason.RARE)
    said = A_LABEL.sub("Student ", text)  # who is meant is a student, for all that the sieve can tell
    if any(
        it.mode is Mode.VALUE and it.category is Category.IMMIGRATION_STATUS for it in screen_text(said, weighs=False)
    ):
        found.append(Reason.STATUS)
    return tuple(found)


def named_again(text: str, roster: Roster) -> bool:
    """Does the engine find anybody in what it has written?"""
    cleaner = Cleaner(roster, somebody=True)
    cleaner.learn(text)
    return cleaner.write(text) != text


def _fits_few(folded: str, roster: Roster, least: int) -> bool:
    """A grade that few are in: in the smallest school of those it has."""
    grades = {_grade(it) for it in GRADE.finditer(folded)}
    if not grades:
        return False
    counted = Counter(
        (plain_grade(it.grade), it.school)
        for it in roster.people
        if it.kind is Kind.STUDENT and plain_grade(it.grade) in grades
    )
    return any(number < least for number in counted.values())


def _grade(it: re.Match[str]) -> str:
    if it["k"]:
        return "K"
    if it["number"]:
        return it["number"].lstrip("0")
    return str(1 + (ENDINGS.index(it["ending"]) if it["ending"] else ORDINALS.index(it["word"])))


def plain_grade(grade: str) -> str:
    """'04', '4', 'KG' -> as a text says it."""
    return "K" if grade.upper() in {"K", "KG", "TK", "KN", "00", "0"} else grade.lstrip("0").upper()
