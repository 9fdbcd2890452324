"""What a column may be, by its name: a suggestion to whoever writes the map. Nothing is taken on a guess."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.collection.rosters.maps import Source

WORDS = {
    "student.id": ("student id", "student number", "perm id", "local id", "sis id", "student sourcedid"),
    "student.ssid": ("ssid", "state student id", "statewide student id", "state id", "calpads id", "cssid"),
    "student.given": ("first name", "student first name", "legal first name", "given name"),
    "student.middle": ("middle name", "student middle name", "legal middle name"),
    "student.family": ("last name", "student last name", "legal last name", "family name", "surname"),
    "student.preferred_given": ("preferred first name", "preferred name", "nickname", "goes by"),
    "student.preferred_family": ("preferred last name",),
    "student.born_on": ("birthdate", "birth date", "date of birth", "dob"),
    "student.grade": ("grade", "grade level", "current grade"),
    "student.telephone": ("phone", "telephone", "home phone", "primary phone"),
    "student.mobile": ("cell", "cell phone", "mobile", "mobile phone"),
    "student.email": ("email", "student email", "email address"),
    "enrolment.school": ("school", "school id", "school number", "school code", "school sis id"),
    "enrolment.entered_on": ("enter date", "entry date", "enrollment date", "start date"),
    "enrolment.left_on": ("leave date", "exit date", "withdrawal date", "end date"),
    "contact.given": ("parent first name", "guardian first name", "contact first name"),
    "contact.family": ("parent last name", "guardian last name", "contact last name"),
    "contact.telephone": ("parent phone", "guardian phone", "contact phone"),
    "contact.email": ("parent email", "guardian email", "contact email"),
    "relationship.relation": ("relationship", "relation", "relationship to student"),
    "school.name": ("school name", "site name"),
    "school.cds_code": ("cds code", "cds"),
}
# Short names of columns that say too little to suggest a fact.
ALONE = frozenset(("family", "first", "given", "id", "last", "name", "no", "number", "student", "student name"))
FACT_OF = {word: fact for fact, words in WORDS.items() for word in words}


def suggested(column: str, source: Source) -> str:
    """A fact that the map does not take of this file yet and that such a column may be; blank where none is near."""
    fact = FACT_OF.get(plain(column), "")
    taken = {f"{it.entry}.{name}" for it in source.entries for name in it.takes}
    return "" if fact in taken else fact


@lru_cache(maxsize=1024)
def plain(column: str) -> str:
    """`Student_LastName`, `student last name` -> `student last name`."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", parted.casefold()).split())
