"""Who speaks for the district's counsel, as the law asks it: counsel themselves, where they have an account and may be
told; else who works with the student notes what counsel has said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from fileroom.law.facts import Question
from fileroom.law.offices import OFFICES
from fileroom.people.designators import COUNSEL, counsels
from fileroom.people.facts import RequesterFacts, StudentFacts, facts_towards
from fileroom.people.models import Account


def told_of(student: StudentFacts, on: date) -> set[UUID]:
    """District counsel with an account here whom no order keeps from this student, nor may. Part of the open
    transaction."""
    return told_of_each([student], on)[student.id]


def told_of_each(students: Collection[StudentFacts], on: date) -> Mapping[UUID, set[UUID]]:
    """The same of each of these students."""
    found: dict[UUID, set[UUID]] = {it.id: set() for it in students}
    for account in Account.objects.filter(employee__in=counsels(on)):
        for student, who in facts_towards(account, students, on).items():
            if account.employee_id and is_free(who):
                found[student].add(account.employee_id)
    return found


def is_free(who: RequesterFacts) -> bool:
    """Does no order keep them from the student, of contact alone neither, nor may one?"""
    return who.restrained_from_records is False and who.restrained_contact_only is False


def as_counsel(asked: Question, account: Account, *, here: Collection[UUID]) -> Question:
    """The same question, of who would speak for counsel. `here`: the counsel who have an account and may be told."""
    own = account.employee_id in here
    requester = replace(asked.requester, designated=own)
    if own:
        requester = replace(requester, kind=OFFICES.offices[COUNSEL].kind)
    return replace(asked, requester=requester, other=replace(asked.other, counsel_speaks_here=bool(here)))
