"""Who speaks for the district's counsel, as the law asks it: counsel themselves, where they have an account and may be
told; else who works with the student notes what counsel has said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from fileroom.law.facts import Question
from fileroom.law.offices import OFFICES
from fileroom.people.bound import kept_from
from fileroom.people.designators import COUNSEL, counsels, designees_here
from fileroom.people.models import Account, Employee


def told_of(student: UUID, on: date) -> set[UUID]:
    """District counsel with an account here whom no order on this student names, nor may. Part of the open
    transaction."""
    return {it.id for it in counsel_here(on) if not kept_from([student], it)}


def may_note(student: UUID, taker: UUID, account: Account, on: date) -> bool:
    """May this designee note what counsel says, where no counsel may be told, of a request that this account took in?
    Another than the taker does, unless nobody else of the Superintendent's office can; and nobody whom an order on the
    student names, or may. Part of the open transaction."""
    employee = account.employee
    if employee is None or kept_from([student], employee):
        return False
    others = Employee.objects.filter(pk__in=designees_here(on)).exclude(pk=employee.id)
    return account.id != taker or all(kept_from([student], it) for it in others)


def counsel_here(on: date) -> list[Employee]:
    """District counsel with an account here."""
    return list(Employee.objects.filter(pk__in=counsels(on)))


def as_counsel(asked: Question, account: Account, *, here: Collection[UUID]) -> Question:
    """The same question, of who would speak for counsel. `here`: the counsel who have an account and may be told: they
    speak on a page that names nobody, so that a family's name that they share keeps none of them out."""
    other = replace(asked.other, counsel_speaks_here=bool(here))
    if account.employee_id not in here:
        return replace(asked, requester=replace(asked.requester, designated=False), other=other)
    requester = replace(
        asked.requester, kind=OFFICES.offices[COUNSEL].kind, designated=True, restrained_from_records=False,
        restrained_contact_only=False, may_be_restrained=False,
    )  # fmt: skip
    return replace(asked, requester=requester, orders=(), other=other)
