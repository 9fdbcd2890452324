"""What is owed because a court's order was filed: a receipt, counsel's reading the same day, reviews before it ends.

The rules that decided name the duties; here stands only whose each is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import Decision, default_calendar
from fileroom.law.clocks import IN_MONTHS
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day, months_over
from fileroom.law.figures import FIGURES
from fileroom.people import queries
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import CourtOrder, CourtOrderChild
from fileroom.people.signed_in import SignedIn

ROOM = "orders"
RECEIPT = "casework.orders_received.receipt_to_submitter"
COUNSEL = "casework.orders_received.counsel_review"
REVIEW = "casework.orders_reviewed.who_works_with_the_student_looks"
REVIEWS = ("order_review_first", "order_review_second", "order_review_last")
UNSTATED = FIGURES["order_without_an_end_date"]


def owe_on_filing(
    order: CourtOrder, decided: Sequence[Decision], *, by: SignedIn, caused_by: UUID, at: datetime
) -> None:
    """Enter the duties that the decisions on this order name. Part of the open transaction."""
    codes = {duty.code for decision in decided for duty in decision.duties}
    owed = [*_at_once(order, codes, by, at), *_reviews(order, at)]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=caused_by)


def _at_once(order: CourtOrder, codes: Iterable[str], by: SignedIn, at: datetime) -> Iterator[Owed]:
    today = district_day(at)
    if DutyCode.RECEIPT_TO_SUBMITTER in codes:
        yield Owed(RECEIPT, ROOM, order.id, at, employee=by.account.employee_id, due_on=today)
    if DutyCode.COUNSEL_REVIEW in codes:
        yield Owed(COUNSEL, ROOM, order.id, at, office="counsel", due_on=today)


def _reviews(order: CourtOrder, at: datetime) -> Iterator[Owed]:
    """Somebody looks at the order before it ends, as often as there is still time for, at each school of its children.

    Where it names no end, it is looked at before the day on which the law would end it (Fam. Code 6345).
    """
    today, ends = district_day(at), last_day_of(order)
    for part in REVIEWS:
        due_on = ends - timedelta(days=FIGURES[part].value)
        if due_on >= today:
            for school in schools_of(order, today):
                yield Owed(REVIEW, ROOM, order.id, at, CUSTODIAN, school, part=part, due_on=due_on)


def last_day_of(order: CourtOrder) -> date:
    """The last day on its face; else the day on which the law would end it."""
    if order.to_on is not None:
        return order.to_on
    return months_over(order.from_on, IN_MONTHS[UNSTATED.unit] * UNSTATED.value)


def schools_of(order: CourtOrder, on: date) -> list[UUID]:
    """The schools where its children are enrolled on this day."""
    children = CourtOrderChild.objects.filter(order=order).values_list("student_id", flat=True)
    return queries.schools_of(children, on=on)
