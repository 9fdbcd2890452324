"""Who looks after the notices of a school: an office there that keeps its records, or the Superintendent's designee.

Whoever an order keeps from a student, or may, finds them here in no list; in the numbers such a student is for
nobody (families.apart).
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fileroom.casework.whose import shut_to
from fileroom.law.days import district_day, school_year
from fileroom.law.offices import OFFICES
from fileroom.people.answers import Missing
from fileroom.people.owed import offices_held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee, may_act
from fileroom.programmes.models import NoticeToFamily


def keeper_at(school: UUID, *, by: SignedIn, at: datetime) -> str:
    """The role in which this account looks after this school's. Raises Missing for anybody else."""
    if may_act(Programme.NOTICES, by=by, at=at):
        return designee(Programme.NOTICES, by=by, at=at)
    here = [role for role, where in kept_by(by, at) if where in (None, school)]
    if not here:
        raise Missing
    return here[0]


def kept_by(by: SignedIn, at: datetime) -> list[tuple[str, UUID | None]]:
    """The offices of this account that keep records, each with its school; None: the whole district's."""
    employee = by.account.employee_id
    held = offices_held(employee, on=district_day(at)) if employee else []
    return [(role, school) for role, school in held if OFFICES.offices[role].keeps_records]


def kept_from(by: SignedIn, on: date) -> set[UUID]:
    """The students of this school year's register from whom an order keeps this account, or may. Part of the open
    transaction."""
    register = NoticeToFamily.objects.filter(school_year=school_year(on))
    return shut_to(register.values_list("student_id", flat=True), by=by, on=on)
