"""Who is to be told of something about the students enrolled on a day: their parents by relation, or they themselves.

Rows in, facts out, in a few statements however many there are. Whether anybody may be told is the law's to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Min, Q

from fileroom.law.figures import ADULT
from fileroom.people.facts import RequesterFacts, StudentFacts, facts_of_pairs, facts_of_students
from fileroom.people.models import Enrolment, Relationship
from fileroom.people.models.rows import in_force

Kind = Relationship.Kind
# Parents and those in their place (Ed. Code 49061(a)); whoever is only related, or a stepparent, is not told by that.
IN_THE_PLACE_OF_PARENTS = (
    Kind.PARENT, Kind.GUARDIAN, Kind.EDUCATIONAL_RIGHTS_HOLDER, Kind.CAREGIVER, Kind.FOSTER_CAREGIVER
)  # fmt: skip
THE_STUDENT = RequesterFacts("student", "student", "verified", "verified", orders=())


@dataclass(frozen=True)
class Home:
    """One person who may be told about one student; `contact` None: the student. `since_on`: enrolled at any school of
    the district without a break, as far as the rows say, from this day."""

    student: UUID
    contact: UUID | None
    school: UUID
    since_on: date


@dataclass(frozen=True)
class Facts:
    """What the law asks about them, by student and contact."""

    students: Mapping[UUID, StudentFacts]
    people: Mapping[tuple[UUID, UUID | None], RequesterFacts]


def homes(*, on: date, among: Q | None = None) -> tuple[list[Home], Facts]:
    """Everybody who may be told about the students enrolled on this day; `among`: of these spells at schools alone."""
    here = Enrolment.objects.filter(in_force(on, begins="entered_on", ends="left_on"), among or Q())
    spells = {it.student_id: it for it in here.order_by("entered_on")}  # of two schools the one entered last
    students = facts_of_students(list(spells), on)
    ties = _ties(it for it in students.values() if not _of_full_age(it))
    since = dict(
        Enrolment.objects.filter(in_force(on, begins="entered_on", ends="left_on"), student__in=list(spells))
        .values_list("student")
        .annotate(first=Min("entered_on"))
    )
    found = [
        Home(student, contact, spells[student].school_id, since[student])
        for student, it in students.items()
        for contact in (ties.get(student, ()) if not _of_full_age(it) else (None,))
    ]
    pairs = [(it.contact, students[it.student]) for it in found if it.contact]
    people: dict[tuple[UUID, UUID | None], RequesterFacts] = {
        (student, contact): facts for (contact, student), facts in facts_of_pairs(pairs, on).items()
    }
    people |= {(it.student, None): THE_STUDENT for it in found if it.contact is None}
    return found, Facts(students, people)


def newcomers(since: date, *, on: date, among: Q) -> set[UUID]:
    """The students enrolled on this day who were enrolled nowhere in the district on the day `since`; `among`: of these
    spells at schools alone."""
    spells = Enrolment.objects.filter(among)
    then = spells.filter(in_force(since, begins="entered_on", ends="left_on")).values("student")
    now = spells.filter(in_force(on, begins="entered_on", ends="left_on")).exclude(student__in=then)
    return set(now.values_list("student", flat=True))


def facts_about(pairs: Collection[tuple[UUID, UUID | None]], *, on: date) -> Facts:
    """The same of these students and contacts, whoever they are."""
    students = facts_of_students({student for student, _ in pairs}, on)
    of = [(contact, students[student]) for student, contact in pairs if contact]
    people: dict[tuple[UUID, UUID | None], RequesterFacts] = {
        (student, contact): facts for (contact, student), facts in facts_of_pairs(of, on).items()
    }
    people |= {(student, None): THE_STUDENT for student, contact in pairs if contact is None}
    return Facts(students, people)


def _of_full_age(student: StudentFacts) -> bool:
    """The rights are the student's own, who is told."""
    return student.emancipated or (student.age is not None and student.age >= ADULT)


def _ties(students: Iterator[StudentFacts]) -> dict[UUID, list[UUID]]:
    rows = Relationship.objects.filter(student__in=[it.id for it in students], kind__in=IN_THE_PLACE_OF_PARENTS)
    found: dict[UUID, list[UUID]] = {}
    pairs = rows.exclude(standing=Relationship.Standing.REFUTED).values_list("student_id", "contact_id")
    for student, contact in pairs:
        found.setdefault(student, []).append(contact)
    return found
