"""Once a week an employee is told that something is overdue, where their own list of what is owed says so.

Whoever an order keeps from a child is told of nothing about that child there, and so by no mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from fileroom.casework.outgoing import Reminder, queue_reminders
from fileroom.collection.orders.duties import ROOM as ORDERS
from fileroom.collection.orders.owed_about import MayKnow
from fileroom.duties import queries as duties
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Actor
from fileroom.people.designators import COUNSEL, designees
from fileroom.people.models import Account
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT, offices_held, owing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import holding, rooms_of

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
    of_the_office = duties.count_open(Q(office__in=(SUPERINTENDENT, COUNSEL)), at=at, late=True) > 0
    acting = designees(on) | set(holding(on).values_list("employee_id", flat=True)) if of_the_office else set()
    accounts = Account.objects.filter(employee__isnull=False, is_active=True).exclude(employee__email="")
    for it in accounts.select_related("employee"):
        if it.employee_id in acting or _owes_late(it.employee_id, on, at):
            yield it


def _owes_late(employee: UUID | None, on: date, at: datetime) -> bool:
    return employee is not None and (
        duties.count_open(duties.held_by(offices_held(employee, on=on), employee), at=at, late=True) > 0
    )


def _is_late(account: Account, at: datetime) -> bool:
    by = SignedIn(account, DOOR)
    return owing(ORDERS, MayKnow(by, at), by=by, at=at, rooms=rooms_of(by=by, at=at), late=True, most=1).late > 0


def still_so(employee: UUID, about: UUID, week: str, at: datetime) -> bool:
    """Is something overdue still, and is it still that week?"""
    account = Account.objects.filter(employee=employee, is_active=True).select_related("employee").first()
    return account is not None and week == week_of(district_day(at)).isoformat() and _is_late(account, at)
