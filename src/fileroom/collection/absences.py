"""People whom a roster no longer names: the office says what became of each, and until then nobody is taken off.

A contact is counted and no more: from a parent a roster takes nothing, and there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from fileroom.collection.models import Absence
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.acting import decide_in_office
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import Touch, facts_of_students, facts_towards
from fileroom.people.keepers import overseen_by, overseer_facts
from fileroom.people.leaving import note_here, note_left, note_student_here, note_student_left
from fileroom.people.models import Assignment, Employee, Enrolment, Student
from fileroom.people.names import full_name
from fileroom.people.paging import first_granted
from fileroom.people.questions import absence_of_employee
from fileroom.people.searched import note_listed
from fileroom.people.signed_in import SignedIn

ITS_RECORD = RecordKind.ENROLMENT_STATUS
PART = "absent"  # of the file, as the entry of the list names it
MOST = 100
COUNTED = 25  # at most, on the first screen
# So long somebody noted as left is still listed, for whoever was noted by mistake.
STILL_LISTED = timedelta(days=30)
WAITING, LEFT, SETTLED = Absence.State.WAITING, Absence.State.LEFT, Absence.State.SETTLED
IS_WAITING = Q(state=WAITING)


@dataclass(frozen=True)
class Absent:
    """One person: `what` is a student's grade, or what an employee did; `where` the school.

    `sign`: by what of the file it was noticed; `last_on`: the last day that it names.
    """

    id: UUID
    name: str
    what: str
    where: str
    noticed_on: date
    left_on: date | None = None
    sign: Absence.Sign = Absence.Sign.ABSENT
    last_on: date | None = None


@dataclass(frozen=True)
class Listed:
    """Those of whom this account may say what became of them. `left`, `students_left`: noted as left a short while ago.

    `more`: a list has more than these. `contacts`: how many the files no longer name, of the whole district.
    """

    students: tuple[Absent, ...]
    employees: tuple[Absent, ...]
    left: tuple[Absent, ...]
    students_left: tuple[Absent, ...]
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
        if not Absence.objects.filter(IS_WAITING).exists():
            return 0, False
        among = queries.served_by(by.account.employee_id, on=district_day(at))
    students, more = _first_students(among, by, at, COUNTED)
    employees, more_employees = _first_employees(IS_WAITING, by, at, COUNTED)
    return len(students) + len(employees), more or more_employees


def student_of(absence_id: UUID) -> UUID | None:
    """The student who is absent; None where it is an employee, a contact or nobody."""
    with district_transaction():
        return Absence.objects.filter(pk=absence_id).values_list("student_id", flat=True).first()


def absent(*, by: SignedIn, at: datetime) -> Listed:
    """The list, of those whom the law leaves to this account. It is a search, and noted as one."""
    if by.account.employee_id is None:
        note_listed(PART, 0, by=by, at=at)
        return Listed((), (), (), (), more=False, contacts=0)
    with district_transaction():
        contacts = Absence.objects.filter(state=WAITING, contact__isnull=False).count()
        among = queries.served_by(by.account.employee_id, on=district_day(at))
    students, more = _first_students(among, by, at)
    students_left, more_students = _first_students(among, by, at, rows=_students_noted_as_left(at))
    employees, more_employees = _first_employees(IS_WAITING, by, at)
    left, more_left = _first_employees(_noted_as_left(at), by, at)
    note_listed(PART, len(students) + len(students_left), by=by, at=at)
    any_more = more or more_students or more_employees or more_left
    return Listed(students, employees, left, students_left, more=any_more, contacts=contacts)


def _noted_as_left(at: datetime) -> Q:
    """Employees of whom it may still be said that they are here after all."""
    since = district_day(at) - STILL_LISTED
    # By the office's word, on the day it was said; by a roster's, on the day it was noticed.
    lately = Q(state=SETTLED, settled_on__gte=since) | Q(state=LEFT, noticed_on__gte=since)
    return lately & Q(employee__left_on__isnull=False)


def _students_noted_as_left(at: datetime) -> Q:
    """The same of students, by the office's word; where a roster's word ended a spell, a roster opens it again.

    Not where another spell at the school has begun since.
    """
    again = Enrolment.objects.filter(student=OuterRef("student"), school=OuterRef("enrolment__school"), left_on=None)
    by_the_office = Q(enrolment__left_by=Enrolment.Known.OFFICE, enrolment__left_on__isnull=False)
    return Q(~Exists(again), state=SETTLED, settled_on__gte=district_day(at) - STILL_LISTED) & by_the_office


def _students(page: list[Absence], *, by: SignedIn, at: datetime) -> list[Absent]:
    found = [(it, it.student, it.enrolment) for it in page]
    asked = _of_students({student.id for _, student, _ in found if student}, by, at)
    granted = {id_ for id_, (decision, _, _) in asked.items() if decision.granted}
    return [
        Absent(
            it.id,
            full_name(student),
            student.grade,
            spell.school.name,
            it.noticed_on,
            spell.left_on,
            sign=Absence.Sign(it.sign),
            last_on=it.last_on,
        )
        for it, student, spell in found
        if student and spell and student.id in granted
    ]


def _first_students(
    among: Q, by: SignedIn, at: datetime, most: int = MOST, *, rows: Q = IS_WAITING
) -> tuple[tuple[Absent, ...], bool]:
    of = Absence.objects.filter(rows, student__in=Student.objects.filter(among))
    granted = partial(_students, by=by, at=at)
    order = ("student__search_name", "id")
    return first_granted(of.select_related("student", "enrolment__school"), *order, most=most, granted=granted)


def _first_employees(rows: Q, by: SignedIn, at: datetime, most: int = MOST) -> tuple[tuple[Absent, ...], bool]:
    if by.account.employee_id is None:
        return (), False
    with district_transaction():
        among = Employee.objects.filter(overseen_by(by.account.employee_id, on=district_day(at)))
    of = Absence.objects.filter(rows, employee__in=among).select_related("employee")
    granted = partial(_employees, by=by, at=at)
    return first_granted(of, "employee__family", "employee__given", "id", most=most, granted=granted)


def _employees(page: list[Absence], *, by: SignedIn, at: datetime) -> list[Absent]:
    found = [(it, it.employee) for it in page if it.employee]
    asked = _of_employees([who.id for _, who in found], by, at)
    shown = [(it, who) for it, who in found if asked[who.id][0].granted]
    work = _work_of([who.id for _, who in shown])
    return [
        Absent(it.id, f"{who.given} {who.family}", *work[who.id], it.noticed_on, who.left_on, Absence.Sign(it.sign))
        for it, who in shown
    ]


def _work_of(employees: list[UUID]) -> dict[UUID, tuple[str, str]]:
    """What each of these employees did, and where."""
    held = Assignment.objects.filter(employee__in=employees).order_by("employee", F("to_on").desc(nulls_first=True))
    rows = held.values_list("employee", "role", "school__name")
    return dict.fromkeys(employees, ("", "")) | {
        who: (_once(role for _, role, _ in places), _once(school or "" for _, _, school in places))
        for who, places in ((who, list(of)) for who, of in groupby(rows, key=itemgetter(0)))
    }


def _once(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, words)))


def settle_absence(absence_id: UUID, *, left: bool, by: SignedIn, at: datetime) -> Settled | Refused:
    """Say what became of somebody whom a roster no longer names: they have left, or are still here.

    A student's last day is the one on which the absence was noticed, an employee's the one before it. Whoever is noted
    as left may be said to be here after all, so long as the list has them. Raises Missing (nobody to say it of, or
    nobody this account may know of).
    """
    answer = _settle(absence_id, left, by, at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _settle(absence_id: UUID, left: bool, by: SignedIn, at: datetime) -> Settled | Refused | None:
    """None where there is nothing to settle, or whoever tries is not told of it: the try's entry is committed."""
    open_ = Q(state=WAITING, contact=None)
    if not left:  # that somebody has left is said once
        open_ |= _noted_as_left(at) | _students_noted_as_left(at)
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
    elif row.enrolment and left:
        note_student_left(row.enrolment, last_on=row.last_on or row.noticed_on)
    elif row.enrolment:
        note_student_here(row.enrolment)


Asked = tuple[Decision, str, bool]


def _of_student(student_id: UUID, by: SignedIn, at: datetime, touch: Touch) -> Asked:
    return _of_students([student_id], by, at, touch)[student_id]


def _of_students(ids: Collection[UUID], by: SignedIn, at: datetime, touch: Touch = Touch.LOOKS) -> dict[UUID, Asked]:
    """The law's answer, the office it was asked of, and whether the student is one this account works with."""
    on, purpose = district_day(at), by.purpose
    students = facts_of_students(ids, on, touch)
    requesters = facts_towards(by.account, students.values(), on)
    answers = {}
    for id_, student in students.items():
        decision, acting = decide_in_office(
            Action.SETTLE_ABSENCE, ITS_RECORD, requester=requesters[id_], student=student, purpose=purpose, on=on
        )
        answers[id_] = decision, acting.role, bool(acting.offices)
    return answers


def _of_employee(employee_id: UUID | None, by: SignedIn, at: datetime) -> Asked:
    assert employee_id is not None, "an absence is of one person"
    return _of_employees([employee_id], by, at)[employee_id]


def _of_employees(ids: Collection[UUID], by: SignedIn, at: datetime) -> dict[UUID, Asked]:
    """The same of employees, of whom every colleague may know."""
    on = district_day(at)
    of = overseer_facts(by.account, ids, on)
    knows = by.account.employee_id is not None
    return {id_: (counsel.decide(absence_of_employee(who, on=on)), who.role, knows) for id_, who in of.items()}
