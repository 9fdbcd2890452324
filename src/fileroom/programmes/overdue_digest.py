"""Once a week an employee is told that something is overdue, where their own list of what is owed says so.

Whoever an order keeps from a child is told of nothing about that child there, and so by no mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from fileroom.casework.outgoing import Reminder, queue_reminders
from fileroom.duties import queries as duties
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Actor
from fileroom.people.designators import COUNSEL, designees
from fileroom.people.models import Account
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT, offices_on, owing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import holding, rooms_of
from fileroom.programmes.enforcement.owed_about import APART, MayKnow

KIND = "own_overdue"
DOOR = "cli"
ITSELF = Actor(account=None, role="system", door=DOOR)


def week_of(on: date) -> date:
    """The Monday of its week."""
    return on - timedelta(days=on.weekday())


@durable_transaction
def tell(*, at: datetime) -> int:
    """Queue this week's; how many were new."""
    on = district_day(at)
    part = week_of(on).isoformat()
    late = [
        Reminder(KIND, it.employee_id, OF_THE_DISTRICT, part, it.language or "en")
        for it in _perhaps_late(on, at)
        if it.employee_id and _is_late(it, at)
    ]
    return queue_reminders(late, by=ITSELF, at=at)


def _perhaps_late(on: date, at: datetime) -> Iterator[Account]:
    """Of those who can be written to, those who hold an office in which something is overdue: each of them alone is
    asked for the whole list. What the Superintendent's office owes is owed by its delegates too."""
    late, held = duties.whose_late(at=at), offices_on(on)
    offices, places = {office for office, *_ in late}, {(office, school) for office, school, _ in late}
    whose: set[UUID | None] = {employee for *_, employee in late if employee}
    if offices & {SUPERINTENDENT, COUNSEL}:
        whose |= designees(on) | set(holding(on).values_list("employee_id", flat=True))
    accounts = Account.objects.filter(employee__isnull=False, is_active=True).exclude(employee__email="")
    for it in accounts.select_related("employee"):
        mine = held.get(it.employee_id, ()) if it.employee_id else ()
        of_theirs = any(office in offices if school is None else (office, school) in places for office, school in mine)
        if of_theirs or it.employee_id in whose:
            yield it


def _is_late(account: Account, at: datetime) -> bool:
    by = SignedIn(account, DOOR)
    return owing(APART, MayKnow(by, at), by=by, at=at, rooms=rooms_of(by=by, at=at), late=True).late > 0


def still_so(employee: UUID, about: UUID, week: str, at: datetime) -> bool:
    """Is something overdue still, and is it still that week?"""
    account = Account.objects.filter(employee=employee, is_active=True).select_related("employee").first()
    return account is not None and week == week_of(district_day(at)).isoformat() and _is_late(account, at)
