"""Students as lists ask for them: the facts of all, each distinct combination once, in one statement."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from fileroom.law.days import age_on, of_age_by_one_count, school_year
from fileroom.law.figures import ADULT
from fileroom.law.order_terms import OF_ONE_PARENT
from fileroom.people.facts import StudentFacts
from fileroom.people.models.orders import BINDING
from fileroom.people.sql import rows

NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Among:
    """Whom a list is drawn from: the students of a day at a school, in a class, of grades; None and empty: of all."""

    school: UUID | None = None
    section: UUID | None = None
    grades: tuple[str, ...] = ()


@dataclass(frozen=True)
class Alike:
    """Students of whom the law is asked the same. `student`: their facts, of no one of them; `bound`: the kinds of
    orders on them that bind somebody and that nobody has lifted."""

    student: StudentFacts
    bound: tuple[str, ...]


@dataclass(frozen=True)
class OnList:
    """What the columns say of one student on a list. `school_before`: of this district; empty where it has none, or
    where they were away for longer than from one school year to the next, and may have been elsewhere since."""

    id: UUID
    given: str
    family: str
    birth_on: date | None
    entered_on: date | None
    graduated_on: date | None
    school_before: str


def no_change_meanwhile() -> None:
    """Until this transaction ends nobody changes what is known of any student's orders or choices."""
    rows("no_change_meanwhile")


def alike(among: Among, on: date) -> dict[Alike, list[UUID]]:
    """The students drawn from, by what is to be asked of them."""
    found = rows(
        "listed", school=among.school, section=among.section, grades=list(among.grades), binding=list(BINDING), on=on
    )
    ages = {born: _age(born, on) for born in {row["birth_on"] for row in found}}
    groups: dict[Alike, list[UUID]] = {}
    for row in found:
        groups.setdefault(_alike(row, *ages[row["birth_on"]]), []).extend(row["students"])
    return groups


def _age(born: date | None, on: date) -> tuple[int | None, bool]:
    """The age, and whether it is 18 by one count alone. Two born on other days are alike where these are."""
    return (age_on(born, on), of_age_by_one_count(born, ADULT, on)) if born else (None, False)


def _alike(row: dict[str, Any], age: int | None, by_one_count: bool) -> Alike:
    minded, reached = row["minded"], row["reached"]
    student = StudentFacts(
        NOBODY,
        "",
        birth_on=None,
        age=age,
        grade=row["grade"] or None,
        enrolled=True,
        former=False,
        completed_grade_10=row["completed_grade_10"],
        attends_postsecondary="attends_postsecondary" in reached,
        adjudged_incompetent=row["adjudged_incompetent"],
        orders_known=row["orders_known"],
        schools=(),
        eighteen_by_one_count=by_one_count,
        emancipated="emancipated" in reached,
        graduated="graduated" in reached,
        rights_passed="rights_passed" in reached,
        homeless="homeless" in minded,
        safe_at_home="safe_at_home" in minded,
        missing_child_flag="missing_child_flag" in minded,
        choices=tuple(row["choices"]),
    )
    return Alike(student, tuple(row["bound"]))


def on_list(students: Collection[UUID], *, spells: bool, earned: bool, on: date) -> list[OnList]:
    """Each of these students by name. `spells`: since when they attend, and where before, is asked for too; `earned`:
    whether they have graduated."""
    found = rows("on_a_list", students=list(students), spells=spells, earned=earned, on=on)
    return [
        OnList(
            it["id"], it["given"], it["family"], it["birth_on"], it["entered_on"], it["graduated_on"],
            _school_before(it["school"], it["left_on"], it["entered_on"]),
        )
        for it in found
    ]  # fmt: skip


def _school_before(school: str | None, left_on: date | None, entered_on: date | None) -> str:
    if not school or left_on is None or entered_on is None:
        return ""
    return school if school_year(entered_on) - school_year(left_on) <= 1 else ""


def homes(there: Mapping[UUID, Collection[UUID | None]], *, on: date) -> dict[UUID, set[UUID]]:
    """`there`: by student of which people an address is on file. Of each student of whom somebody has legal custody,
    and the address of each of those is there: the contacts whose home is the student's, and of whoever may have it."""
    parents = with_custody(list(there), on=on)
    have = {student: {it for it, holds in them.items() if holds} for student, them in parents.items()}
    return {
        student: set(parents[student]) & set(there[student])
        for student, them in have.items() if them and them <= set(there[student])
    }  # fmt: skip


def with_custody(students: Collection[UUID], *, on: date) -> dict[UUID, dict[UUID, bool]]:
    """Of each of these students the contacts, by a relationship that was verified, and whether they have legal custody
    today; false where nobody has said. Who has none is not among them, nor a student of whom an order says another.
    """
    found: dict[UUID, dict[UUID, bool]] = {}
    for it in rows("custody_of_many", students=list(students), of_one=list(OF_ONE_PARENT), on=on):
        found.setdefault(it["student"], {})[it["contact"]] = it["holds"]
    return found
