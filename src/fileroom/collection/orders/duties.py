"""What is owed because a court's order was filed: a receipt, counsel's reading the same day, reviews before it ends,
and counsel's word when its last day has come.

The rules that decided name the duties; here stands only whose each is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import Decision, default_calendar
from fileroom.law.casework.orders_reviewed import LOOKS
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.law.figures import FIGURES
from fileroom.law.order_terms import counsel_looks_on, last_day
from fileroom.people import spells
from fileroom.people.bound import kept_out_of, naming
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import CourtOrder, CourtOrderChild, Custodian, Employee, OrderNamesake, Relationship
from fileroom.people.models.rows import held
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn

ROOM = "orders"
RECEIPT = "casework.orders_received.receipt_to_submitter"
COUNSEL = "casework.orders_received.counsel_review"
REVIEW = "casework.orders_reviewed.who_works_with_the_student_looks"
OTHERS = "casework.orders_received.whoever_hands_it_in"
NO_PAPER, PAPER = "casework.orders_received.nothing_was_handed_in", "paper"
WHETHER = "disclosure.restraining_orders.restrained_party"  # is this the person whom it names?
SAY_WHOM = "casework.ruling_out.another_rules_out"  # whom does it protect: whom one picked, it does not yet
# What counsel owes on its last day; and from when counsel may say so: who reads it earlier reads what was filed.
AT_ITS_END, END = "casework.orders_lifted.its_last_day_opens_nothing", "end"
BEFORE_ITS_END = timedelta(days=FIGURES[LOOKS[-1]].value)


@dataclass(frozen=True)
class Filing:
    """An order that was just filed: the decisions on it, its first entry, and whether it names a child besides."""

    order: CourtOrder
    decided: tuple[Decision, ...]
    entry: UUID
    names_others: bool


def owe_on_filing(filing: Filing, *, by: SignedIn, at: datetime) -> None:
    """Enter the duties that the decisions on this order name. Part of the open transaction."""
    owed = [*_at_once(filing, by, at), *_looks(filing.order, at), *_at_its_end(filing.order, at)]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=filing.entry)


def owe_looks(filing: Filing, *, at: datetime) -> None:
    """The same of an order of a list: somebody looks before it ends. Its receipt was given where it was handed in, and
    counsel reads it since it came."""
    owed = [*_looks(filing.order, at), *_at_its_end(filing.order, at)]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=filing.entry)


def owe_its_end(order: CourtOrder, entry: UUID, *, at: datetime) -> None:
    """Counsel looks at an order on file when its last day has come. Part of the open transaction."""
    duties.owe(list(_at_its_end(order, at)), calendar=calendar() or default_calendar(), caused_by=entry)


def owe_paper(order: CourtOrder, entry: UUID, *, at: datetime) -> None:
    """A list claims the order: the custodians of its children's schools bring its paper, the same day; and the
    Superintendent's office, where it names them, or may."""
    today = district_day(at)
    owed = [
        Owed(NO_PAPER, ROOM, order.id, at, office, school, part=PAPER, due_on=today)
        for office, school in _keepers(order, schools_of(order, today), today)
    ]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def _at_once(filing: Filing, by: SignedIn, at: datetime) -> Iterator[Owed]:
    codes = {duty.code for decision in filing.decided for duty in decision.duties}
    today, of = district_day(at), filing.order.id
    if DutyCode.RECEIPT_TO_SUBMITTER in codes and naming([of], by.account):  # they are told of no such order
        for office, school in _keepers(filing.order, schools_of(filing.order, today), today):
            yield Owed(RECEIPT, ROOM, of, at, office, school, due_on=today)
    elif DutyCode.RECEIPT_TO_SUBMITTER in codes:
        yield Owed(RECEIPT, ROOM, of, at, employee=by.account.employee_id, due_on=today)
    if DutyCode.COUNSEL_REVIEW in codes:
        yield Owed(COUNSEL, ROOM, of, at, office="counsel", due_on=today)
    if filing.names_others:
        for office, _ in _keepers(filing.order, [None], today):
            yield Owed(OTHERS, ROOM, of, at, office, part="others", due_on=today)


def _looks(order: CourtOrder, at: datetime) -> Iterator[Owed]:
    """Somebody looks at the order before it ends, as often as there is still time for, at each school of its children;
    where they are at none, the district's custodian. Where not even the last look's days are left, it is owed today."""
    today, ends = district_day(at), last_day_of(order)
    if ends is None or ends < today:
        return
    days = {part: ends - timedelta(days=FIGURES[part].value) for part in LOOKS}
    days[LOOKS[-1]] = max(days[LOOKS[-1]], today)
    whose = list(_keepers(order, schools_of(order, today), today))
    for part, due_on in days.items():
        if due_on >= today:
            for office, school in whose:
                yield Owed(REVIEW, ROOM, order.id, at, office, school, part=part, due_on=due_on)


def owe_whether_it_is(order: CourtOrder, row: OrderNamesake, entry: UUID, *, at: datetime) -> None:
    """Who keeps the order says the same day whether this is the person whom it restrains: of a contact, at the schools
    of those of its children whose contact it is. Part of the open transaction."""
    today = district_day(at)
    tied = Relationship.objects.filter(contact=row.contact_id, student__courtorderchild__order=order)
    children = set(tied.values_list("student_id", flat=True)) if row.contact_id else set()
    there: list[UUID | None] = [*spells.schools_of(children, on=today)] if children else schools_of(order, today)
    owed = [
        Owed(WHETHER, ROOM, order.id, at, office, school, part=str(row.id), due_on=today)
        for office, school in _keepers(order, there, today)
    ]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def owe_another_no(order: CourtOrder, row: OrderNamesake, entry: UUID, *, at: datetime) -> None:
    """One has said that an employee is somebody else. It may be a custodian, who is asked nothing of it, so that the
    Superintendent's office says it too. Part of the open transaction."""
    owed = Owed(WHETHER, ROOM, order.id, at, SUPERINTENDENT, part=str(row.id), due_on=district_day(at))
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def owe_whom_it_protects(order: CourtOrder, picked: UUID, entry: UUID, *, at: datetime) -> None:
    """One picked whom it protects, and the pick is withheld: who keeps the order says the same day whom. Part of the
    open transaction."""
    today = district_day(at)
    owed = [
        Owed(SAY_WHOM, ROOM, order.id, at, office, school, part=str(picked), due_on=today)
        for office, school in _keepers(order, schools_of(order, today), today)
    ]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def was_withheld(order: CourtOrder, picked: UUID) -> bool:
    """Was it ever owed because of this pick, whatever was said or read since then? Part of the open transaction."""
    return bool(queries.ever_owed(ROOM, [order.id], rule=SAY_WHOM, part=str(picked)))


def owe_receipt_later(order: CourtOrder, entry: UUID, *, at: datetime) -> None:
    """Who took it in hands out its receipt on that day alone: afterwards its keepers owe it too. Part of the open
    transaction."""
    today = district_day(at)
    owed = [
        Owed(RECEIPT, ROOM, order.id, at, office, school, due_on=today)
        for office, school in _keepers(order, schools_of(order, today), today)
    ]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def _keepers(order: CourtOrder, schools: list[UUID | None], on: date) -> Iterator[tuple[str, UUID | None]]:
    return keepers(schools, on, told=lambda it: not kept_out_of([order.id], it))


def keepers(
    schools: Sequence[UUID | None], on: date, *, told: Callable[[Employee], bool]
) -> Iterator[tuple[str, UUID | None]]:
    """The custodians of these schools, or the district's; and the Superintendent's office, where nobody who holds that
    office at one of them is `told` of it, for it names them, or may; or where nobody holds it."""
    there = Custodian.objects.filter(held(on), Q(school=None) | Q(school__in=[it for it in schools if it]))
    holders = [(it.school_id, told(it.employee)) for it in there.select_related("employee")]
    nobody = False
    for school in schools or [None]:
        yield CUSTODIAN, school
        nobody |= not any(may for at, may in holders if at in (school, None))
    if nobody:
        yield SUPERINTENDENT, None


def _at_its_end(order: CourtOrder, at: datetime) -> Iterator[Owed]:
    """Its last day gives nothing back, and who asks after it is refused by a paper that may hold no longer: counsel
    says on that day whether it does. One whose last day lies behind is looked at today."""
    on = counsel_looks_at(order)
    if on is not None:
        yield Owed(AT_ITS_END, ROOM, order.id, at, office="counsel", part=END, due_on=max(on, district_day(at)))


def owe_its_end_again(order: CourtOrder, entry: UUID, again_in: int, *, at: datetime) -> None:
    """Counsel has said that it still holds, and is asked again so many days after its last day, or after today where
    that lies behind: what a court has ended is not obeyed for ever. Part of the open transaction."""
    today = district_day(at)
    due_on = max(last_day_of(order) or today, today) + timedelta(days=again_in)
    owed = Owed(AT_ITS_END, ROOM, order.id, at, office="counsel", part=END, due_on=due_on)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def last_day_of(order: CourtOrder) -> date | None:
    """The last day of this order (law.order_terms)."""
    return last_day(order.term or order.kind, order.from_on, order.to_on, **order.made)


def counsel_looks_at(order: CourtOrder) -> date | None:
    """The day on which counsel says whether this order still holds; None: nobody is asked (law.order_terms)."""
    return counsel_looks_on(order.term or order.kind, order.from_on, order.to_on, **order.made)


def schools_of(order: CourtOrder, on: date) -> list[UUID | None]:
    """The schools where its children are enrolled on this day."""
    children = CourtOrderChild.objects.filter(order=order).values_list("student_id", flat=True)
    return list(spells.schools_of(children, on=on))
