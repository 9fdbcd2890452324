"""How training stands, for the policy page: each number is counted when it is asked for, and none is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fileroom.duties import queries as duties
from fileroom.duties.states import Asked, Count, Evidence, stands
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.desk import roll
from fileroom.programmes.training.noting import ROOM


@dataclass(frozen=True)
class Standing:
    """Of one course: how many have a current training, of how many who owe it, and how many are overdue."""

    current: int
    of: int
    overdue: int

    @property
    def running(self) -> bool:
        """Does it run? Somebody owes it, and nobody is overdue."""
        return self.of > 0 and self.overdue == 0


def standing(course_name: str, at: datetime) -> Standing:
    """How a course stands. Raises KeyError for a course that there is not.

    `student_information` is what “All appropriate personnel shall receive training regarding … sensitive student
    information” asks; `cybersecurity` what “… employees receive information and training about cybersecurity” does.
    """
    course = COURSES[course_name]
    with district_transaction():
        all_ = roll(district_day(at))
        late = sum(it.late for it in duties.of_employees(ROOM, at=at) if it.of == course.id)
    owe = [it.id for it in all_.people if course_name in all_.owed[it.id]]
    return Standing(sum(course_name in all_.current[it] for it in owe), len(owe), late)


def information(asked: Asked) -> Evidence:
    """Who has a current training in the handling of sensitive student information."""
    return _stands("student_information", "employees have a current training in student information", asked)


def cybersecurity(asked: Asked) -> Evidence:
    """Who has a current training in cybersecurity."""
    return _stands("cybersecurity", "employees have a current training in cybersecurity", asked)


def _stands(course: str, says: str, asked: Asked) -> Evidence:
    it = standing(course, asked.at)
    return Evidence(
        says, stands(it.overdue), number=it.current, of=it.of,
        why=f"{it.overdue} overdue" if it.overdue else "",
        whose="Each of them, and the Superintendent or designee" if it.overdue else "", route="training_sites",
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"training.cybersecurity": cybersecurity, "training.standing": information}
