"""Who looks after what waits to be sent: whoever keeps the records of the student's school, or of the whole district.

Of somebody who has left, the office of the last school, as long as it keeps the file. An employee whom an order on the
student's file may bind sees nothing of that student's, as at every door.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.casework.models import Outgoing
from fileroom.law.days import district_day
from fileroom.people.facts import facts_of_students, facts_towards
from fileroom.people.keepers import keeper_facts, schools_kept
from fileroom.people.leavers import files_kept_by
from fileroom.people.models import Assignment, CourtOrderChild, Student
from fileroom.people.models.rows import in_force
from fileroom.people.queries import served_by
from fileroom.people.signed_in import SignedIn


def kept_by(by: SignedIn, at: datetime) -> str:
    """The office in which they act, as the ledger names it."""
    return keeper_facts(by.account, district_day(at)).role


def links_of(by: SignedIn, on: date) -> Q:
    """Links about students whom this employee serves, or whose file they keep since they left."""
    return Q(student__in=_students(by, on))


def letters_of(by: SignedIn, on: date) -> Q:
    """Letters about those students, and those about nobody's file."""
    return Q(student=None) | Q(student__in=_students(by, on))


def mails_of(by: SignedIn, schools: Collection[UUID | None], on: date) -> Q:
    """Mails about those students, and to employees who work at these schools."""
    staff = Assignment.objects.filter(in_force(on), Q() if None in schools else Q(school__in=list(schools)))
    return Q(link__student__in=_students(by, on)) | Q(employee__in=staff.values("employee"))


def _students(by: SignedIn, on: date) -> QuerySet[Student, UUID]:
    employee = by.account.employee_id
    assert employee is not None
    serves = served_by(employee, on=on)
    # Whoever serves all students serves those too who have left; an empty filter that is joined by "or" lets none pass.
    theirs = serves | files_kept_by(employee, on=on) if serves else serves
    return Student.objects.filter(theirs).values_list("pk", flat=True)


def open_to(students: Collection[UUID], *, by: SignedIn, on: date) -> set[UUID]:
    """Of these students those of whose orders none may bind the account's holder."""
    found = facts_of_students(students, on)
    towards = facts_towards(by.account, found.values(), on)
    return {it for it in found if towards[it].restrained_from_records is False}


def shut_to(students: QuerySet[Any, UUID], *, by: SignedIn, on: date) -> set[UUID]:
    """Of these students those of whose orders one may bind the account's holder: asked of those alone who have one."""
    named = CourtOrderChild.objects.filter(order__lifted_on=None, student__in=students)
    ordered = set(named.values_list("student_id", flat=True))
    return ordered - open_to(ordered, by=by, on=on) if ordered else set()


def may_act(mail: Outgoing, *, by: SignedIn, at: datetime) -> bool:
    """Is this mail theirs to look after? Part of the open transaction."""
    schools, on = schools_kept(by, at), district_day(at)
    if not schools or not Outgoing.objects.filter(mails_of(by, schools, on), pk=mail.pk).exists():
        return False
    return mail.link is None or bool(open_to([mail.link.student_id], by=by, on=on))
