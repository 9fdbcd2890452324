"""A list that waits for its second person is owed by each who may be that, by a business day, and never by the first.

What they are told says neither which list it is nor whom it names. Where nobody else may agree, the Superintendent's
office hears of it: somebody is to be given the office. A list to which nobody has come by its day waits a business day
more, late; then it lapses, and whoever wants it asks for it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import QuerySet

from fileroom.disclosure.directory.duties import SYSTEM
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import PACIFIC, Calendar, district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.calendars import calendar
from fileroom.people.designators import designees
from fileroom.people.keepers import who_keep
from fileroom.people.models import Account
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn

OF_DIRECTORY, OF_THE_OFFICE, ALONE = "directory_lists", "taken_lists", "lists_alone"
RULES = {
    OF_DIRECTORY: "disclosure.custodians.custodian_at_the_site",
    OF_THE_OFFICE: "disclosure.lists.lists_for_the_schools_work",
    ALONE: "disclosure.custodians.custodian_at_the_site",
}
PART = "second_person"
LAPSED = "lapsed"  # the outcome of a list to which no second person came
LAST_MINUTE = time(23, 59)  # of a day: a page that says until when says this day, and not the one after
WITHIN = 1  # business days, where the district has set no other number
MayAgree = Callable[[SignedIn], bool]


def waits_until(within: int, *, at: datetime) -> datetime:
    """Until when a list of this moment waits: to the end of the business day after the one on which it is due."""
    days = _calendar()
    return datetime.combine(days.business_days(_due_on(days, within, at), 1), LAST_MINUTE, PACIFIC)


def owe(row: StudentList, may_agree: MayAgree, *, within: int, by: SignedIn, at: datetime) -> None:
    """By this list's own entry. Part of the open transaction."""
    days = _calendar()
    due_on = _due_on(days, within, at)
    others, room = list(_others(row, may_agree, by, district_day(at))), _room(row)
    owed = [Owed(RULES[room], room, row.id, at, employee=it, part=PART, due_on=due_on) for it in others]
    alone = [] if others else [Owed(RULES[ALONE], ALONE, row.id, at, SUPERINTENDENT, part=PART, due_on=due_on)]
    duties.owe(owed + alone, calendar=days, caused_by=row.prepared_entry)


def agreed(row: StudentList, over: Over) -> None:
    """One of them has: nobody owes it any more. Part of the open transaction."""
    for room in (_room(row), ALONE):
        duties.discharge(room, row.id, over)


def not_wanted(row: StudentList, over: Over) -> None:
    """There is nothing left to agree to. Part of the open transaction."""
    for room in (_room(row), ALONE):
        duties.let_go(room, row.id, over)


@durable_transaction
def lapse(*, at: datetime) -> int:
    """What has waited in vain is owed no more; how many lists that were. The round of each hour."""
    owed = {it.of for room in RULES for it in queries.of_room(room, at=at)}
    over = StudentList.objects.filter(pk__in=owed, state=StudentList.State.WAITS, expires_at__lte=at)
    rows = list(over.select_for_update(of=("self",)).order_by("pk"))
    for row in rows:
        not_wanted(row, Over(None, _noted(row, at), at))
    return len(rows)


def late_since(lists: QuerySet[StudentList], *, at: datetime) -> date | None:
    """Since which day one of these lists is late; None: none is. Part of the open transaction."""
    late = {it.of: it.due for room in RULES for it in queries.of_room(room, at=at) if it.late and it.due}
    return min((late[it] for it in lists.filter(pk__in=late).values_list("pk", flat=True)), default=None)


def _others(row: StudentList, may_agree: MayAgree, by: SignedIn, on: date) -> Iterator[UUID]:
    """The employees who may be its second person today: never whoever prepared it."""
    perhaps = (who_keep(row.school_id, on=on) | designees(on)) - {by.account.employee_id}
    for it in Account.objects.filter(employee__in=perhaps, is_active=True).order_by("pk"):
        if it.employee_id and may_agree(SignedIn(it, by.door)):
            yield it.employee_id


def _room(row: StudentList) -> str:
    return OF_DIRECTORY if row.source == DIRECTORY else OF_THE_OFFICE


def _calendar() -> Calendar:
    return calendar() or default_calendar()


def _due_on(days: Calendar, within: int, at: datetime) -> date:
    return days.business_days(district_day(at), within)


def _noted(row: StudentList, at: datetime) -> UUID:
    part = row.recipient_kind if row.source == DIRECTORY else row.source
    return ledger.write(
        ledger.event(Act.LIST_STOPPED, record=row.id, part=part, by=SYSTEM, purpose=row.purpose, outcome=LAPSED, at=at)
    )
