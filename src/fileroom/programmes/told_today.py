"""Whoever holds the Superintendent's office is told at once, by a mail that says nothing, that something waits today.

What it is: whatever that office owes the very day it began (an officer or agent came, a court's order is to be read);
an incident whose people or authorities are to hear of it, which the law sets no day and wants soon; and an office of
custodian that nobody holds. The weekly mail comes once something is overdue: for these, too late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import TruncDate

from fileroom.casework.outgoing import Reminder, last_queued, queue_reminders
from fileroom.duties import queries as duties
from fileroom.hosting import durable_transaction
from fileroom.law.days import PACIFIC, district_day
from fileroom.people.designators import accounts_designated
from fileroom.people.models import Account
from fileroom.people.owed import FURTHEST, OF_THE_DISTRICT, owed
from fileroom.people.signed_in import SignedIn
from fileroom.people.vacancies import DESIGNATE, OFFICES
from fileroom.programmes.enforcement.owed_about import MayKnow
from fileroom.programmes.incidents import duties as of_incidents
from fileroom.programmes.overdue_digest import DOOR, ITSELF

KIND = "waits_today"
AT_MOST_EVERY = timedelta(hours=1)
# How long what began is told: past midnight too, for what came within the hour of a mail, or while no mail went.
NEW_FOR = timedelta(hours=24)
# Civ. Code 1798.29(a) and (b): the most expedient time, and at once; the report goes to the Center by the policy.
AT_ONCE = (of_incidents.EVERY_ONE, of_incidents.BY_THE_DISTRICT, of_incidents.OWNER, of_incidents.TO_THE_OWNER)


@durable_transaction
def tell(*, at: datetime) -> int:
    """Queue a mail to each whom something new waits for, and who had none within the hour; how many were queued."""
    if not any(duties.count_open(_pressing(at - NEW_FOR), at=at)):
        return 0
    return queue_reminders(list(_to_tell(at)), by=ITSELF, at=at)


def _to_tell(at: datetime) -> Iterator[Reminder]:
    accounts = accounts_designated(district_day(at)).filter(is_active=True).exclude(employee__email="")
    theirs = {it.employee_id: it for it in accounts.select_related("employee") if it.employee_id}
    last = last_queued(KIND, theirs)
    for employee, account in theirs.items():
        told_at = last.get(employee, at - NEW_FOR)
        if at - told_at < AT_MOST_EVERY:
            continue
        if _waits(account, max(told_at, at - NEW_FOR), at):
            part = at.isoformat(timespec="seconds")
            yield Reminder(KIND, employee, OF_THE_DISTRICT, part, account.language or "en")


def still_so(employee: UUID, _about: UUID, _part: str, at: datetime) -> bool:
    """Does anything that is new wait for them still?"""
    account = accounts_designated(district_day(at)).filter(employee=employee, is_active=True).first()
    return account is not None and _waits(account, at - NEW_FOR, at)


def _waits(account: Account, since: datetime, at: datetime) -> bool:
    """Whom an order keeps from a child is told by no mail that anything about that child waits (people.owed)."""
    by = SignedIn(account, DOOR)
    return bool(MayKnow(by, at)(owed(by=by, at=at, among=_pressing(since), most=FURTHEST)))


def _pressing(since: datetime) -> Q:
    """Begun since then, and owed the very day it began; or of an incident, or an office that nobody holds, which have
    no day."""
    that_day = Q(due_on=TruncDate("began_at", tzinfo=PACIFIC))
    incident = Q(room=of_incidents.ROOM, rule__in=AT_ONCE)
    return Q(began_at__gte=since) & (that_day | incident | Q(room=OFFICES, rule=DESIGNATE))
