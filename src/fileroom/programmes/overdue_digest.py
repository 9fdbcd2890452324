"""Once a week an employee with something of their own, or of an office of theirs, overdue is told that there is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from fileroom.casework.outgoing import Reminder, queue_reminders
from fileroom.duties import queries as duties
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Actor
from fileroom.people.models import Account
from fileroom.people.owed import OF_THE_DISTRICT, offices_held

KIND = "own_overdue"
ITSELF = Actor(account=None, role="system", door="cli")


def week_of(on: date) -> date:
    """The Monday of its week."""
    return on - timedelta(days=on.weekday())


@durable_transaction
def tell(*, at: datetime) -> int:
    """Queue this week's; how many were new."""
    on = district_day(at)
    part = week_of(on).isoformat()
    accounts = Account.objects.filter(employee__isnull=False, is_active=True).exclude(employee__email="")
    late = [
        Reminder(KIND, employee, OF_THE_DISTRICT, part, language or "en")
        for employee, language in accounts.values_list("employee_id", "language")
        if _is_late(employee, on, at)
    ]
    return queue_reminders(late, by=ITSELF, at=at)


def _is_late(employee: UUID, on: date, at: datetime) -> bool:
    return duties.count_open(duties.held_by(offices_held(employee, on=on), employee), at=at, late=True) > 0


def still_so(employee: UUID, about: UUID, week: str, at: datetime) -> bool:
    """Is something overdue still, and is it still that week?"""
    on = district_day(at)
    return week == week_of(on).isoformat() and _is_late(employee, on, at)
