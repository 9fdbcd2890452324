"""What is owed by the holder of an account: the duties of the offices they hold, and their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries as duties
from fileroom.duties.queries import Listed
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.law.offices import OFFICES
from fileroom.people.bound import naming_employee
from fileroom.people.counsel_speaking import told_of_each
from fileroom.people.designators import COUNSEL, counsels, designator_facts
from fileroom.people.facts import CUSTODIAN, facts_of_students, facts_towards
from fileroom.people.models import Assignment, CourtOrderChild, Custodian, Employee
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn

MOST = 50
FURTHEST = 10_000  # how far into a list anybody turns
AHEAD = timedelta(days=30)  # what is due later is not today's
SUPERINTENDENT = "superintendent"  # the duties of the Superintendent or a designee
OF_THE_DISTRICT = UUID(int=0)  # what a duty about the district itself is about: it is of no school
# Of these duties, those that the account may be told of; the others are to it as if they were not.
MayKnow = Callable[[Collection[Listed]], list[Listed]]


@dataclass(frozen=True)
class Owing:
    """A page of what somebody owes, the most pressing first; `more`: there is more behind it.

    `number`, `late`: how many in all, and how many of them overdue. `at_least`: there may be more, of a kind that is
    asked about one by one, beyond this page.
    """

    duties: tuple[Listed, ...]
    more: bool
    number: int
    late: int
    at_least: bool


def owed(
    *, by: SignedIn, at: datetime, rooms: tuple[str, ...] = (), among: Q | None = None, most: int = MOST
) -> list[Listed]:
    """The open duties of whoever asks that are due soon, or have no day, the most pressing first. They name nobody.

    `rooms`: those in which they owe, by delegation, what the Superintendent or a designee owes. `among`: of these only.
    """
    with district_transaction():
        return duties.open_duties(
            _told(by, at, rooms) & (among or Q()), at=at, until=district_day(at) + AHEAD, most=most
        )


def owing(
    apart: Collection[str],
    may_know: MayKnow,
    *,
    by: SignedIn,
    at: datetime,
    rooms: tuple[str, ...] = (),
    late: bool = False,
    skip: int = 0,
    most: int = MOST,
) -> Owing:
    """A page of the same, without those that `may_know` leaves out. `apart`: the rooms it may leave any of out; all
    others are counted by the database. Each batch is asked about by itself, until the page is full."""
    theirs, until = _told(by, at, rooms), district_day(at) + AHEAD
    found: list[Listed] = []
    read, whole = 0, False
    while len(found) <= skip + most and not whole:
        batch = duties.open_duties(theirs, at=at, until=until, late=late, skip=read, most=most)
        found += may_know(batch)
        read, whole = read + len(batch), len(batch) < most
    others = theirs & ~Q(room__in=apart)
    told = [it for it in found if it.room in apart]
    number = duties.count_open(others, at=at, until=until, late=late) + len(told)
    overdue = duties.count_open(others, at=at, until=until, late=True) + sum(it.late for it in told)
    beyond = not whole and duties.count_open(theirs & Q(room__in=apart), at=at, until=until, late=late) > 0
    page = tuple(found[skip : skip + most])
    return Owing(page, len(found) > skip + most, number, overdue, beyond)


def counsel_is_away(at: datetime) -> bool:
    """Has counsel no account here? Then the Superintendent's office sees to what counsel owes."""
    with district_transaction():
        return not counsels(district_day(at))


def counsel_is_untold(at: datetime) -> frozenset[UUID]:
    """The duties of counsel of which no counsel with an account here is told anything, where there is one: the
    Superintendent's office sees to them."""
    on = district_day(at)
    with district_transaction():
        return frozenset(it for it, who in _may_be_told(on).items() if not who) if counsels(on) else frozenset()


def _may_be_told(on: date) -> Mapping[UUID, set[UUID]]:
    """The counsel with an account here who may be told of each duty of counsel: not whom the order that it is about
    names, or may; nor from whom an order keeps any student that it is about, by itself or by its order."""
    about, those = duties.rows_of(Q(office=COUNSEL)), counsels(on)
    rows = {row for row, _ in about.values()}
    named = {it.id: naming_employee(rows, it) for it in Employee.objects.filter(pk__in=those)}
    ordered = defaultdict(set)
    for order, child in CourtOrderChild.objects.filter(order__in=rows).values_list("order_id", "student_id"):
        ordered[order].add(child)
    students = {it: ordered[row] | ({student} if student else set()) for it, (row, student) in about.items()}
    found = facts_of_students(set().union(*students.values()), on).values()
    towards = told_of_each(found, on) if found else {}
    unnamed = {it: {who for who, orders in named.items() if row not in orders} for it, (row, _) in about.items()}
    return {it: unnamed[it].intersection(*(towards.get(one, those) for one in students[it])) for it in about}


def _told(by: SignedIn, at: datetime, rooms: tuple[str, ...]) -> Q:
    """The same without those about a student from whom an order keeps them, or may: of these they are told nothing, by
    no row and no number; nor counsel, of what counsel owes, where the order is one of contact alone, or the duty is
    about another order on that student. Nor is a delegate told of a student whom they do not serve: a delegation opens
    no file."""
    theirs, delegated = _theirs(by, at), _delegated(by, at, rooms)
    with district_transaction():
        found = facts_of_students(duties.students_of(theirs | delegated), district_day(at))
        towards = facts_towards(by.account, found.values(), district_day(at)) if found else {}
        kept = _kept_from(by.account.employee_id, district_day(at))
    shut = [it for it, who in towards.items() if who.restrained_from_records is not False]
    served = [it for it, who in towards.items() if who.has_student is True]
    theirs |= delegated & (Q(student=None) | Q(student__in=served))
    theirs &= ~Q(pk__in=kept) if kept else Q()
    return theirs & ~Q(student__in=shut) if shut else theirs


def _kept_from(employee: UUID | None, on: date) -> list[UUID]:
    """The duties of counsel of which this counsel is told nothing; none of who is no counsel."""
    return [it for it, who in _may_be_told(on).items() if employee not in who] if employee in counsels(on) else []


def _theirs(by: SignedIn, at: datetime) -> Q:
    """The duties of whoever asks; none of an account of no employee. Where counsel has no account, or is told nothing
    of it, the Superintendent or a designee finds among their own what counsel owes."""
    employee = by.account.employee_id
    if employee is None:
        return Q(pk__in=[])
    with district_transaction():
        mine = offices_held(employee, on=district_day(at))
        designated = designator_facts(by.account, district_day(at)).designated
    if not designated:
        return duties.held_by(mine, employee)
    theirs = duties.held_by(mine + [(it, None) for it in _seen_to(at)], employee)
    return theirs | Q(pk__in=counsel_is_untold(at))


def _delegated(by: SignedIn, at: datetime, rooms: tuple[str, ...]) -> Q:
    """The same in the rooms of a delegation."""
    none = Q(pk__in=[])
    if by.account.employee_id is None or not rooms:
        return none
    return reduce(or_, (duties.of_office_in(office, rooms) for office in _seen_to(at)), none)


def _seen_to(at: datetime) -> list[str]:
    """What the Superintendent or a designee sees to: their own, and counsel's where counsel has no account."""
    return [SUPERINTENDENT, COUNSEL] if counsel_is_away(at) else [SUPERINTENDENT]


def offices_held(employee_id: UUID, *, on: date) -> list[tuple[str, UUID | None]]:
    """Each office of this employee on this day, with its school; None: the whole district's."""
    return list(offices_on(on, Q(employee=employee_id)).get(employee_id, ()))


def offices_on(on: date, whose: Q | None = None) -> Mapping[UUID, Sequence[tuple[str, UUID | None]]]:
    """As offices_held, of everybody: for a round over them all, two questions and not two of each."""
    there, found = held(on) & (whose or Q()), defaultdict(list)
    roles = Assignment.objects.filter(there, role__in=OFFICES.offices)
    for employee, role, school in roles.values_list("employee_id", "role", "school_id"):
        found[employee].append((role, school))
    for employee, school in Custodian.objects.filter(there).values_list("employee_id", "school_id"):
        found[employee].append((CUSTODIAN, school))
    return found
