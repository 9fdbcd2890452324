"""Lists of people: names, schools, offices. Who may see a list is asked at the gate out, row by row."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from fileroom.law.offices import OFFICES, Serves
from fileroom.people.accounts import holder
from fileroom.people.answers import Missing
from fileroom.people.calendars import listed
from fileroom.people.caseloads import still_there
from fileroom.people.models import (
    Account,
    Caseload,
    Contact,
    CourtOrderChild,
    Custodian,
    Enrolment,
    Relationship,
    School,
    SectionStudent,
    Student,
)
from fileroom.people.models.rows import held, in_force
from fileroom.people.names import full_name, person_name, search_key
from fileroom.people.sql import rows


@dataclass(frozen=True)
class Named:
    """A student with the school of the day (empty where none)."""

    id: UUID
    name: str
    grade: str
    school: str
    birth_on: date | None
    ssid: str


@dataclass(frozen=True)
class Heading(Named):
    """The same, with the school's custodian of records (empty where the office is vacant). `ordered`: there is an order
    on file (has_order)."""

    custodian: str
    ordered: bool


@dataclass(frozen=True)
class Related:
    """A contact of a student, as the page of people shows them."""

    relationship: UUID
    contact: UUID
    name: str
    kind: str
    standing: str
    verified_on: date | None
    legal_custody: bool | None
    education_rights: bool | None


@dataclass(frozen=True)
class Office:
    """The custodian of a school, or of the district (`school` empty). `holder` is empty where the office is vacant."""

    school: str
    school_id: UUID | None
    holder: str
    acting: bool
    since: date | None


def contact_name(contact_id: UUID) -> str:
    """The name of a contact. Raises Missing."""
    found = Contact.objects.filter(pk=contact_id).first()
    if found is None:
        raise Missing
    return person_name(found)


def these(ids: Iterable[UUID]) -> Q:
    """Students of these ids."""
    return Q(pk__in=list(ids))


def students(among: Q, *, on: date) -> QuerySet[Student]:
    """These students, each with the school of the day."""
    open_ = Enrolment.objects.filter(
        in_force(on, begins="entered_on", ends="left_on"), student=OuterRef("pk")
    ).order_by("-entered_on")
    return Student.objects.filter(among).annotate(school_name=Subquery(open_.values("school__name")[:1]))


def as_named(found: Iterable[Student]) -> list[Named]:
    """Students, asked for with the school of the day, as lists show them."""
    return [
        Named(it.id, full_name(it), it.grade, getattr(it, "school_name", None) or "", it.birth_on, it.ssid or "")
        for it in found
    ]


def named(student_id: UUID, *, on: date) -> Named | None:
    """One student with the school of the day."""
    return next(iter(as_named(students(Q(pk=student_id), on=on))), None)


def heading(student_id: UUID, *, on: date) -> Heading:
    """Who a page is about. Raises Missing."""
    for it in rows("heading", student=student_id, on=on):
        return Heading(**it)
    raise Missing


def served_by(employee_id: UUID, *, on: date) -> Q:
    """Students whom an employee may serve: a filter that narrows a search before the law is asked of each.

    It must hold everyone for whom the law could say yes (people/sql/staff.sql), and may hold more.
    """
    (it,) = rows("serving", employee=employee_id, sites=list(OFFICES.that(Serves.SITE)), on=on)
    if it["everybody"]:
        return Q()
    here = in_force(on, begins="entered_on", ends="left_on")
    enrolled = Enrolment.objects.filter(here, school__in=it["schools"])
    seated = SectionStudent.objects.filter(in_force(on), section__in=it["sections"])
    theirs = Q(pk__in=enrolled.values("student")) | Q(pk__in=seated.values("student"))
    if it["alone"]:
        loads = Caseload.objects.filter(in_force(on), still_there(on), employee_id=employee_id)
        theirs |= Q(pk__in=loads.exclude(student=None).values("student"))
    return theirs


def at_school(school_id: UUID, *, on: date) -> QuerySet[Student]:
    """The students enrolled at a school on this day."""
    here = in_force(on, begins="entered_on", ends="left_on")
    return Student.objects.filter(pk__in=Enrolment.objects.filter(here, school_id=school_id).values("student"))


def students_named(words: str, among: Q, *, on: date, born_on: date | None = None) -> QuerySet[Student]:
    """Students whose names hold each of these words, or whose SSID it is; with `born_on` those of that day."""
    key = search_key(words)
    if not key and born_on is None:
        return Student.objects.none()
    fits = Q()
    for word in key.split():
        fits &= Q(search_name__contains=word)
    if key.isdigit():
        fits |= Q(ssid=key)
    if born_on is not None:
        fits &= Q(birth_on=born_on)
    return students(fits & among, on=on)


def has_claims() -> Q:
    """Students to whom a roster says somebody is related whom the office has not checked yet."""
    return Q(pk__in=Relationship.objects.filter(standing=Relationship.Standing.CLAIMED).values("student_id"))


def students_of(account: Account, *, on: date) -> list[Named]:
    """Students this account speaks of by its own row: itself, or those its contact is related to (claimed or not)."""
    if account.student_id:
        return as_named(students(Q(pk=account.student_id), on=on))
    linked = Relationship.objects.filter(contact=account.contact).values("student_id")
    return as_named(students(Q(pk__in=linked), on=on).order_by("search_name"))


def related(student_id: UUID, *, on: date) -> list[Related]:
    """The student's contacts with what is verified, and the custody that holds on the day."""
    return related_to_each([student_id], on=on).get(student_id, [])


def related_to_each(students: Collection[UUID], *, on: date) -> dict[UUID, list[Related]]:
    """The same of several, in one statement: of those who have any."""
    found: dict[UUID, list[Related]] = {}
    for it in rows("related", students=list(students), on=on):
        found.setdefault(it.pop("student"), []).append(Related(**it))
    return found


def is_contact_of(student_id: UUID, contact_id: UUID) -> bool:
    """Is this one of the student's contacts, claimed or verified?"""
    ties = Relationship.objects.filter(student_id=student_id, contact_id=contact_id)
    return ties.exclude(standing=Relationship.Standing.REFUTED).exists()


def has_order(student_id: UUID, *, on: date) -> bool:
    """Is an order on file that names this student and has not been lifted? Its end does not lift it."""
    return bool(with_order([student_id], on=on))


def with_order(students: Collection[UUID], *, on: date) -> set[UUID]:
    """Of these students those of whom that is so, in one statement."""
    named = CourtOrderChild.objects.filter(order__lifted_on=None, order__from_on__lte=on, student__in=students)
    return set(named.values_list("student_id", flat=True))


def offices(*, on: date) -> list[Office]:
    """Every office of custodian: the district's first, then each school's, vacant ones too (5 CCR 431)."""
    filled = {
        row.school_id: row for row in Custodian.objects.filter(held(on)).select_related("employee").order_by("from_on")
    }
    wanted: list[tuple[UUID | None, str]] = [(None, "")]
    wanted += list(School.objects.order_by("name").values_list("id", "name"))
    return [_office(school_id, name, filled.get(school_id)) for school_id, name in wanted]


def _office(school_id: UUID | None, name: str, row: Custodian | None) -> Office:
    if row is None:
        return Office(name, school_id, "", False, None)
    return Office(name, school_id, f"{row.employee.given} {row.employee.family}", row.acting, row.from_on)


@dataclass(frozen=True)
class Counts:
    """Numbers of the first screen."""

    students: int
    unsigned: int
    vacant: int


def counts(*, on: date) -> Counts:
    """Students enrolled, schools whose paper orders nobody has signed for, and vacant offices of custodian."""
    (it,) = rows("counts", on=on)
    return Counts(**it)


def students_at_each_school(*, on: date) -> list[tuple[School, int]]:
    """Each school with how many are enrolled there on this day."""
    here = in_force(on, begins="entered_on", ends="left_on")
    rows = Enrolment.objects.filter(here).values("school").annotate(n=Count("student", distinct=True))
    number = {it["school"]: it["n"] for it in rows.order_by()}
    return [(school, number.get(school.id, 0)) for school in School.objects.order_by("name")]


def account_names(accounts: Iterable[UUID | None], *, families: bool = False) -> dict[UUID, str]:
    """Names of the employees who hold these accounts. The log the law describes names families too (EC 49064)."""
    rows = Account.objects.filter(pk__in={it for it in accounts if it}).select_related("employee", "contact", "student")
    return {row.id: holder(row).name for row in rows if row.employee or families}


def employee_of(account_id: UUID) -> UUID | None:
    """The employee who holds this account; None of any other."""
    return Account.objects.filter(pk=account_id).values_list("employee_id", flat=True).first()


def student_of(relationship_id: UUID) -> UUID:
    """The student a relationship is to. Raises Missing."""
    found = Relationship.objects.filter(pk=relationship_id).values_list("student_id", flat=True).first()
    if found is None:
        raise Missing
    return found


def district(*, on: date) -> dict[str, Any]:
    """Schools with their custodians and students, terms, closures and breaks, as the district's page shows them."""
    custodians = {office.school_id: office for office in offices(on=on)}
    enrolled = Enrolment.objects.filter(in_force(on, begins="entered_on", ends="left_on"), school=OuterRef("pk"))
    number = enrolled.order_by().values("school").annotate(n=Count("student", distinct=True)).values("n")
    schools = School.objects.annotate(students=Subquery(number)).order_by("name")
    own = custodians[None]
    return {
        "custodian": {"name": own.holder, "since": own.since} if own.holder else None,
        "schools": [
            {
                "name": school.name,
                "code": school.cds_code or "",
                "students": school.students or 0,
                "custodian": custodians[school.id].holder,
                "since": custodians[school.id].since,
            }
            for school in schools
        ],
        **listed(on),
    }
