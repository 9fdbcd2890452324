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
from fileroom.people.counsels_duties import OfCounsel, owed_by_counsel
from fileroom.people.designators import COUNSEL, counsels, designator_facts
from fileroom.people.facts import CUSTODIAN, facts_of_students, facts_towards
from fileroom.people.models import Account, Assignment, Custodian
from fileroom.people.models.rows import held
from fileroom.people.places import places_of
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
    asked about one by one, beyond this page. `of_counsel`: whether counsel sees to what counsel owes.
    """

    duties: tuple[Listed, ...]
    more: bool
    number: int
    late: int
    at_least: bool
    of_counsel: OfCounsel


def owed(
    *, by: SignedIn, at: datetime, rooms: tuple[str, ...] = (), among: Q | None = None, most: int = MOST
) -> list[Listed]:
    """The open duties of whoever asks that are due soon, or have no day, the most pressing first. They name nobody.

    `rooms`: those in which they owe, by delegation, what the Superintendent or a designee owes. `among`: of these only.
    """
    with district_transaction():
        theirs, _ = _told(by, at, rooms)
        return duties.open_duties(theirs & (among or Q()), at=at, until=district_day(at) + AHEAD, most=most)


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
    others are counted by the database, where not all are read. Each batch is asked about by itself, until the page is
    full."""
    (theirs, of_counsel), until = _told(by, at, rooms), district_day(at) + AHEAD
    found: list[Listed] = []
    read, whole = 0, False
    while len(found) <= skip + most and not whole:
        batch = duties.open_duties(theirs, at=at, until=until, late=late, skip=read, most=most)
        found += may_know(batch)
        read, whole = read + len(batch), len(batch) < most
    page, more = tuple(found[skip : skip + most]), len(found) > skip + most
    if whole:
        return Owing(page, more, len(found), sum(it.late for it in found), at_least=False, of_counsel=of_counsel)
    others = theirs & ~Q(room__in=apart)
    told = [it for it in found if it.room in apart]
    number, overdue = duties.count_open(others, at=at, until=until, late=late)
    number, overdue = number + len(told), overdue + sum(it.late for it in told)
    beyond = any(duties.count_open(theirs & Q(room__in=apart), at=at, until=until, late=late))
    return Owing(page, more, number, overdue, beyond, of_counsel)


def _told(by: SignedIn, at: datetime, rooms: tuple[str, ...]) -> tuple[Q, OfCounsel]:
    """The same without those about a student from whom an order keeps them, or may: of these they are told nothing, by
    no row and no number; nor counsel, of what counsel owes, where the duty is about an order on that student. Nor is a
    delegate told of a student whom they do not serve: a delegation opens no file. And what of it counsel sees to."""
    employee, on = by.account.employee_id, district_day(at)
    if employee is None:
        return Q(pk__in=[]), OfCounsel()
    with district_transaction():
        theirs, delegated, of_counsel = _theirs(by.account, employee, on, rooms)
        found = facts_of_students(duties.students_of(theirs | delegated), on)
        towards = facts_towards(by.account, found.values(), on) if found else {}
    shut = [it for it, who in towards.items() if who.restrained_from_records is not False]
    served = [it for it, who in towards.items() if who.has_student is True]
    theirs |= delegated & (Q(student=None) | Q(student__in=served))
    # Of what counsel owes counsel is told on a page that names nobody: there a family's name alone shuts nobody out.
    by_name = ~Q(office=COUNSEL) if employee in of_counsel.here else Q()
    return theirs & ~(Q(student__in=shut) & by_name) & ~Q(pk__in=of_counsel.kept_from(employee)), of_counsel


def _theirs(account: Account, employee: UUID, on: date, rooms: tuple[str, ...]) -> tuple[Q, Q, OfCounsel]:
    """The duties of whoever asks, and those in the rooms of a delegation. The Superintendent or a designee sees to
    their own, and to what counsel owes where counsel has no account, or is told nothing of it."""
    designated, here = designator_facts(account, on).designated, counsels(on)
    asks = designated or employee in here
    of_counsel = owed_by_counsel(here, until=on + AHEAD) if here and asks else OfCounsel(here)
    seen_to = [SUPERINTENDENT, COUNSEL] if of_counsel.away else [SUPERINTENDENT]
    delegated = reduce(or_, (duties.of_office_in(office, rooms) for office in seen_to)) if rooms else Q(pk__in=[])
    mine = offices_held(employee, on=on)
    if not designated:
        return duties.held_by(mine, employee), delegated, of_counsel
    theirs = duties.held_by(mine + [(it, None) for it in seen_to], employee)
    return theirs | Q(pk__in=of_counsel.untold), delegated, of_counsel


def offices_held(employee_id: UUID, *, on: date) -> list[tuple[str, UUID | None]]:
    """Each office of this employee on this day, with its school; None: the whole district's."""
    return [(role, school) for role, school in places_of(employee_id, on).all if role in OFFICES.offices]


def offices_on(on: date) -> Mapping[UUID, Sequence[tuple[str, UUID | None]]]:
    """As offices_held, of everybody: for a round over them all, two questions and not one of each."""
    there, found = held(on), defaultdict(list)
    roles = Assignment.objects.filter(there, role__in=OFFICES.offices)
    for employee, role, school in roles.values_list("employee_id", "role", "school_id"):
        found[employee].append((role, school))
    for employee, school in Custodian.objects.filter(there).values_list("employee_id", "school_id"):
        found[employee].append((CUSTODIAN, school))
    return found
