"""Words by which senders say a grade, a role or a relation, in the house's words. What is not listed is not guessed."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.people.models import Assignment, Relationship

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
GRADES = {
    **{word: str(number) for number, word in enumerate(ORDINALS, start=1)},
    **dict.fromkeys(("k", "kg", "kn", "kindergarten"), "K"),
    **dict.fromkeys(("tk", "transitional kindergarten"), "TK"),
    **dict.fromkeys(("pk", "ps", "pr", "prekindergarten", "pre kindergarten", "preschool/prekindergarten"), "PK"),
    **dict.fromkeys(("preschool", "infant/toddler"), "PK"),
    **dict.fromkeys(("ug", "ungraded"), "UG"),
}
LAST_GRADE = 13
NUMBERED = re.compile(r"0*(\d{1,2})(?:st|nd|rd|th)?")

_KINDS = Relationship.Kind
RELATIONS = {
    **dict.fromkeys(("parent", "mother", "father", "mother, biological", "father, biological"), _KINDS.PARENT),
    **dict.fromkeys(("adoptive parent", "adoptive mother", "adoptive father", "adoptive parents"), _KINDS.PARENT),
    **dict.fromkeys(("guardian", "legal guardian", "co-guardian"), _KINDS.GUARDIAN),
    **dict.fromkeys(("stepparent", "stepmother", "stepfather", "mother, step", "father, step"), _KINDS.STEPPARENT),
    **dict.fromkeys(
        ("foster parent", "foster mother", "foster father", "mother, foster", "father, foster"),
        _KINDS.FOSTER_CAREGIVER,
    ),
    **dict.fromkeys(
        (
            "aunt", "brother", "cousin", "family member", "grandfather", "grandmother", "grandparent", "relative",
            "sibling", "sister", "uncle", "stepbrother", "stepsister", "niece", "nephew",
        ),
        _KINDS.RELATIVE,
    ),
}  # fmt: skip

_ROLES = Assignment.Role
ROLES = {
    **dict.fromkeys(("teacher", "substitute teacher", "lead teacher"), _ROLES.TEACHER),
    **dict.fromkeys(("counselor", "school counselor", "guidance counselor"), _ROLES.COUNSELOR),
    **dict.fromkeys(("nurse", "school nurse"), _ROLES.NURSE),
    **dict.fromkeys(("registrar", "school registrar"), _ROLES.REGISTRAR),
    **dict.fromkeys(("principal", "school leader"), _ROLES.PRINCIPAL),
    **dict.fromkeys(
        ("administrator", "assistant principal", "school administrator", "siteadministrator"), _ROLES.ADMINISTRATOR
    ),
    **dict.fromkeys(("aide", "paraprofessional", "instructional aide", "teacher aide"), _ROLES.AIDE),
    **dict.fromkeys(("board clerk", "clerk of the board", "clerk to the board"), _ROLES.BOARD_CLERK),
}

# What these open is given by a person, whatever a file says: health, the whole file, what goes to the Board.
BY_HAND = frozenset({_ROLES.BOARD_CLERK, _ROLES.NURSE, _ROLES.REGISTRAR})


@lru_cache(maxsize=1024)
def grade(said: str) -> str | None:
    """The grade as the law's facts spell it: "Fifth grade" -> "5", "KG" -> "K"; None where it is none of these."""
    word = _plain(said)
    if word.startswith("grade "):
        word = word.removeprefix("grade ")
    word = word.removesuffix(" grade")
    if word in GRADES:
        return GRADES[word]
    number = NUMBERED.fullmatch(word)
    return number[1] if number and 0 < int(number[1]) <= LAST_GRADE else None


def relation(said: str) -> str:
    """The kind of relationship that is claimed; `other` for every word that is not listed."""
    return RELATIONS.get(_plain(said), _KINDS.OTHER).value


def role(said: str) -> str | None:
    """What an employee does at a school; None where the house has no such role, or a person gives it."""
    found = ROLES.get(_plain(said))
    return found.value if found else None


def _plain(said: str) -> str:
    return " ".join(said.replace("_", " ").casefold().split())
