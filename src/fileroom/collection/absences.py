"""People whom a roster no longer names: the office says what became of each, and until then nobody is taken off.

A contact is counted and no more: from a parent a roster takes nothing, and there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from fileroom.collection import gate
from fileroom.collection.models import Absence
from fileroom.collection.services import student_and_requester
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.criteria import interest
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Record, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import Touch
from fileroom.people.keepers import overseer_facts
from fileroom.people.leaving import note_here, note_left, note_student_left
from fileroom.people.models import Employee, Student
from fileroom.people.paging import first_granted
from fileroom.people.questions import absence_of_employee, question
from fileroom.people.signed_in import SignedIn

ITS_RECORD = RecordKind.ENROLMENT_STATUS
PART = "absent"  # of the file, as the entry of the list names it
MOST = 100
COUNTED = 25  # at most, on the first screen
# So long an employee noted as left is still listed, for whoever was noted by mistake.
STILL_LISTED = timedelta(days=30)
WAITING, LEFT, SETTLED = Absence.State.WAITING, Absence.State.LEFT, Absence.State.SETTLED


@dataclass(frozen=True)
class Absent:
    """One person: `what` is a student's grade, or what an employee did; `where` the school."""

    id: UUID
    name: str
    what: str
    where: str
    noticed_on: date
    left_on: date | None = None


@dataclass(frozen=True)
class Listed:
    """Those of whom this account may say what became of them. `left`: employees noted as left a short while ago.

    `more`: a list has more than these. `contacts`: how many the files no longer name, of the whole district.
    """

    students: tuple[Absent, ...]
    employees: tuple[Absent, ...]
    left: tuple[Absent, ...]
    more: bool
    contacts: int


@dataclass(frozen=True)
class Settled:
    """It is said, under this entry."""

    entry: UUID


def waiting(*, by: SignedIn, at: datetime) -> tuple[int, bool]:
    """Of how many this account may say what became of them, and whether there are more. It names nobody."""
    if by.account.employee_id is None:
        return 0, False
    with district_transaction():
        among = queries.served_by(by.account.employee_id, on=district_day(at))
    students, more = _first_students(among, by, at, COUNTED)
    employees, more_employees = _first_employees(_waiting_employees(), by, at, COUNTED)
    return len(students) + len(employees), more or more_employees


def student_of(absence_id: UUID) -> UUID | None:
    """The student who is absent; None where it is an employee, a contact or nobody."""
    with district_transaction():
        return Absence.objects.filter(pk=absence_id).values_list("student_id", flat=True).first()


def absent(*, by: SignedIn, at: datetime) -> Listed:
    """The list, of those whom the law leaves to this account. It is a search, and noted as one."""
    among, contacts = _noted(by, at)
    if among is None:
        return Listed((), (), (), more=False, contacts=0)
    gone = Absence.objects.filter(state__in=[LEFT, SETTLED], employee__left_on__gte=district_day(at) - STILL_LISTED)
    students, more = _first_students(among, by, at)
    employees, more_employees = _first_employees(_waiting_employees(), by, at)
    left, more_left = _first_employees(gone, by, at)
    return Listed(students, employees, left, more=more or more_employees or more_left, contacts=contacts)


@durable_transaction
def _noted(by: SignedIn, at: datetime) -> tuple[Q | None, int]:
    """The search's line; among whom (None for a family's account); and how many contacts the files no longer name."""
    actor = by.acting_as("staff")
    ledger.write(ledger.event(Act.STUDENT_SEARCHED, part=PART, by=actor, purpose=by.purpose.value, at=at))
    if by.account.employee_id is None:
        return None, 0
    contacts = Absence.objects.filter(state=WAITING, contact__isnull=False).count()
    return queries.served_by(by.account.employee_id, on=district_day(at)), contacts


def _students(page: list[Absence], *, by: SignedIn, at: datetime) -> list[Absent]:
    found = [(it, it.student, it.enrolment) for it in page]
    asked = sorted({student.id for _, student, _ in found if student})
    granted = {id_ for id_ in asked if _of_student(id_, by, at)[0].granted}
    return [
        Absent(it.id, queries.full_name(student), student.grade, spell.school.name, it.noticed_on)
        for it, student, spell in found
        if student and spell and student.id in granted
    ]


def _first_students(among: Q, by: SignedIn, at: datetime, most: int = MOST) -> tuple[tuple[Absent, ...], bool]:
    rows = Absence.objects.filter(state=WAITING, student__in=Student.objects.filter(among))
    granted = partial(_students, by=by, at=at)
    order = ("student__search_name", "id")
    return first_granted(rows.select_related("student", "enrolment__school"), *order, most=most, granted=granted)


def _waiting_employees() -> QuerySet[Absence]:
    return Absence.objects.filter(state=WAITING, employee__isnull=False)


def _first_employees(
    rows: QuerySet[Absence], by: SignedIn, at: datetime, most: int = MOST
) -> tuple[tuple[Absent, ...], bool]:
    order = ("employee__family", "employee__given", "id")
    granted = partial(_employees, by=by, at=at)
    return first_granted(rows.select_related("employee"), *order, most=most, granted=granted)


def _employees(page: list[Absence], *, by: SignedIn, at: datetime) -> list[Absent]:
    found = [(it, it.employee) for it in page if it.employee]
    return [
        Absent(it.id, f"{who.given} {who.family}", *_work_of(who), it.noticed_on, who.left_on)
        for it, who in found
        if _of_employee(who.id, by, at)[0].granted
    ]


def _work_of(employee: Employee) -> tuple[str, str]:
    """What the employee did, and where."""
    held = employee.assignment_set.values_list("role", "school__name").order_by(F("to_on").desc(nulls_first=True))
    return _once(role for role, _ in held), _once(school or "" for _, school in held)


def _once(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, words)))


def settle_absence(absence_id: UUID, *, left: bool, by: SignedIn, at: datetime) -> Settled | Refused:
    """Say what became of somebody whom a roster no longer names: they have left, or are still here.

    A student's last day is the one on which the absence was noticed, an employee's the one before it. An employee noted
    as left may be said to be here after all. Raises Missing (nobody to say it of, or nobody this account may know of).
    """
    answer = _settle(absence_id, left, by, at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _settle(absence_id: UUID, left: bool, by: SignedIn, at: datetime) -> Settled | Refused | None:
    """None where there is nothing to settle, or whoever tries is not told of it: the try's entry is committed."""
    open_ = Q(state=WAITING, contact=None) | Q(state__in=[LEFT, SETTLED], employee__isnull=False)
    rows = Absence.objects.select_for_update(of=("self",)).select_related("enrolment", "employee")
    row = rows.filter(open_, pk=absence_id).first()
    if row is None:
        return None
    asked = (
        _of_student(row.student_id, by, at, Touch.CHANGES) if row.student_id else _of_employee(row.employee_id, by, at)
    )
    decision, role, known = asked
    noted: dict[str, Any] = {"student": row.student_id, "record": None if row.student_id else row.id, "at": at}
    noted |= {"by": by.acting_as(role), "purpose": by.purpose.value, "decision": decision}
    if not decision.granted:
        # As for a claim: an open line would tell who of the family tried, or whom an order binds.
        sealed = by.account.employee_id is None or decision.silent
        entry = ledger.write(ledger.event(Act.ABSENCE_SETTLE_REFUSED, sealed=sealed, **noted))
        return Refused(decision, entry) if known else None
    entry = ledger.write(ledger.event(Act.ABSENCE_SETTLED, part="left" if left else "here", **noted))
    _carry_out(row, left)
    row.state, row.settled_on, row.settled_by = SETTLED, district_day(at), by.account.id
    row.save(update_fields=["state", "settled_on", "settled_by"])
    return Settled(entry)


def _carry_out(row: Absence, left: bool) -> None:
    if row.employee_id:
        if left:
            note_left([row.employee_id], last_on=row.noticed_on - timedelta(days=1))
        else:
            note_here(row.employee_id)
    elif left and row.enrolment:
        note_student_left(row.enrolment, last_on=row.noticed_on)


Asked = tuple[Decision, str, bool]


def _of_student(student_id: UUID, by: SignedIn, at: datetime, touch: Touch = Touch.LOOKS) -> Asked:
    """The law's answer, the office it was asked of, and whether the student is one this account works with."""
    on, purpose = district_day(at), by.purpose
    student, requester = student_and_requester(student_id, by, at, touch)
    acting = gate.acting(ITS_RECORD, requester=requester, purpose=purpose, on=on)
    asked = question(
        Action.SETTLE_ABSENCE,
        purpose,
        requester=acting,
        student=student,
        record=Record(kind=ITS_RECORD),
        interest=interest(acting.role, purpose, ITS_RECORD, on=on),
        on=on,
    )
    return counsel.decide(asked), acting.role, bool(requester.offices)


def _of_employee(employee_id: UUID | None, by: SignedIn, at: datetime) -> Asked:
    """The same of an employee, of whom every colleague may know."""
    assert employee_id is not None, "an absence is of one person"
    on = district_day(at)
    who = overseer_facts(by.account, employee_id, on)
    return counsel.decide(absence_of_employee(who, on=on)), who.role, by.account.employee_id is not None
