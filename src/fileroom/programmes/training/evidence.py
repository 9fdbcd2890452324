"""How training stands, for the policy page: each number is counted when it is asked for, and none is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fileroom.duties import queries as duties
from fileroom.duties.states import Asked, Count, Evidence, Folded, stands
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.law.figures import FIGURES
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.desk import roll
from fileroom.programmes.training.noting import ROOM

LEAST = FIGURES["smallest_count_shown"].value


@dataclass(frozen=True)
class Standing:
    """Of one course: how many have a current training, of how many who owe it; how many of the others are overdue, and
    of how many nothing is on its way: no duty that is still in time says that they owe it."""

    current: int
    of: int
    overdue: int
    untold: int


def standing(course_name: str, at: datetime) -> Standing:
    """How a course stands. Raises KeyError for a course that there is not.

    `student_information` is what “All appropriate personnel shall receive training regarding … sensitive student
    information” asks; `cybersecurity` what “… employees receive information and training about cybersecurity” does.
    """
    course = COURSES[course_name]
    with district_transaction():
        all_ = roll(district_day(at))
        late = {it.employee: it.late for it in duties.of_employees(ROOM, at=at) if it.of == course.id}
    owe = [it.id for it in all_.people if course_name in all_.owed[it.id]]
    lacking = [it for it in owe if course_name not in all_.current[it]]
    overdue = sum(late.get(it, False) for it in lacking)
    return Standing(len(owe) - len(lacking), len(owe), overdue, sum(it not in late for it in lacking))


def information(asked: Asked) -> Evidence:
    """Who has a current training in the handling of sensitive student information."""
    says = "employees have a current training in student information"
    return _stands("student_information", says, asked, of_all=True)


def cybersecurity(asked: Asked) -> Evidence:
    """Who has a current training in cybersecurity."""
    return _stands("cybersecurity", "employees have a current training in cybersecurity", asked, of_all=True)


def at_the_counter(asked: Asked) -> Evidence:
    """Who has a current training in what is done when an officer or agent asks (Ed. Code 234.7)."""
    return _stands("enforcement", "employees have a current training in what is done when an officer asks", asked)


def custodians(asked: Asked) -> Evidence:
    """Who of those who keep the records has a current training in it (5 CCR 431)."""
    says = "custodians of records have a current training in their office"
    return _stands("custodians", says, asked, of_all=True)


def special_education(asked: Asked) -> Evidence:
    """Who has a current training in the confidentiality of special education records (34 CFR 300.623(c))."""
    says = "employees have a current training in records of students with disabilities"
    return _stands("special_education_records", says, asked)


def _stands(course: str, says: str, asked: Asked, *, of_all: bool = False) -> Evidence:
    """It runs where whoever has no current training has been told to take one, and is still in time; and, of a course
    that somebody in every district owes (`of_all`), where somebody here does. Of few a paper tells nothing, as it does
    of a school with few (programmes.packet.sites)."""
    it = standing(course, asked.at)
    wrong = [f"{it.overdue} overdue"] * (it.overdue > 0) + [f"{it.untold} not told of it yet"] * (it.untold > 0)
    wrong += ["nobody on file owes it"] * (of_all and it.of == 0)
    return Evidence(
        says, stands(wrong), number=it.current, of=it.of, why=", ".join(wrong),
        whose="Each of them, and the Superintendent or designee" if wrong else "", route="training_sites",
        folded=Folded(says, "Some are overdue, or not told of it yet") if 0 < it.of < LEAST else None,
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {
    "training.counter": at_the_counter,
    "training.custodians": custodians,
    "training.cybersecurity": cybersecurity,
    "training.special_education": special_education,
    "training.standing": information,
}
