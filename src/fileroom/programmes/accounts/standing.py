"""Rows in, frozen facts out: who gives roles and can sign in to do so, and what somebody holds or is to hold.

Each of these is part of an open transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.law.days import district_day
from fileroom.law.offices import OFFICES
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts, designees
from fileroom.people.models import Account, Assignment, Custodian, Employee
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts.rules import CUSTODIAN, No
from fileroom.programmes.models import Invitation, RoleGiven

# Its holder has chosen a password: what no password fits begins with this sign (people.accounts.NOT_CHOSEN).
OPENED = ~Q(password__startswith="!") & ~Q(password="")


@dataclass(frozen=True)
class NotDone:
    """It was not done, and why; the entry is committed."""

    no: No
    entry: UUID


@dataclass(frozen=True)
class Place:
    """A role about to be given, as it was asked for. `school` None: for the whole district."""

    role: str
    school: UUID | None
    from_on: date
    to_on: date | None
    reason: str


def may_manage(by: SignedIn, at: datetime) -> str:
    """The role in which this account makes accounts and gives roles. Raises Missing for anybody else."""
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    return who.role


def hold(on: date, whose: Q) -> None:
    """Hold these accounts, and those of whoever gives roles, until the transaction ends: all at once and in one order,
    before any other row. So of two who would end each other's role, the second sees what the first did."""
    rows = Account.objects.filter(Q(employee__in=designees(on)) | whose).order_by("pk")
    list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))


def who_give(on: date, *, without: Assignment | None = None) -> set[UUID]:
    """The employees who give roles on this day and can sign in to do so; `without`: if this place were over."""
    those = designees(on)
    if without is not None and without.employee_id not in _still(without, on):
        those.discard(without.employee_id)
    can = Account.objects.filter(OPENED, employee__in=those, is_active=True).exclude(employee__left_on__lt=on)
    return set(can.values_list("employee_id", flat=True))


def who_gave(on: date) -> set[UUID]:
    """The employees who hold such an office on this day and have opened their account once, be it shut since: whoever
    shut it gives no role alone for that."""
    used = Invitation.objects.filter(used_at__isnull=False).values("account")
    once = OPENED | Q(last_login__isnull=False) | Q(pk__in=used)
    return set(Account.objects.filter(once, employee__in=designees(on)).values_list("employee_id", flat=True))


def of_one_hand(one: UUID | None, other: UUID, on: date) -> bool:
    """Does one of these accounts give roles by the other's word alone, or both by the same one's? Whoever puts another
    custodian of the district in the place of the one who was gets no second person by that, nor by whom that one
    names."""
    return one is not None and _hand(one, on) == _hand(other, on)


def hands(employees: set[UUID], on: date) -> int:
    """By how many people's own word these give roles: of two who are of one hand neither is second to the other."""
    accounts = Account.objects.filter(employee__in=employees).values_list("pk", flat=True)
    return len({_hand(it, on) for it in accounts})


def _hand(account: UUID, on: date) -> UUID:
    """By whose word this account gives roles: its own, or, of who does as custodian of the district alone and was named
    in the place of another, of whoever named them, and so on."""
    seen: set[UUID] = set()
    while account not in seen:
        seen.add(account)
        offices = Custodian.objects.filter(employee__account=account, school=None, from_on__lte=on)
        office = offices.order_by("-from_on").first()
        if office is None or giving_places(office.employee_id, on).filter(_on(on)).exists():
            break
        before = Custodian.objects.filter(school=None, from_on__lt=office.from_on)
        if not before.exclude(employee=office.employee_id).exists():
            break
        account = office.designated_by
    return account


def giving_places(employee: UUID, on: date) -> QuerySet[Assignment]:
    """The places by which they give roles."""
    roles = [role for role, office in OFFICES.offices.items() if office.designates and role != CUSTODIAN]
    return to_come(employee, on).filter(role__in=roles, school=None)


def _still(place: Assignment, on: date) -> set[UUID]:
    """Its holder, where another place of theirs gives roles too."""
    roles = [role for role, office in OFFICES.offices.items() if office.designates and role != CUSTODIAN]
    there = _on(on) & Q(employee=place.employee_id, school=None)
    others = Assignment.objects.filter(there, role__in=roles).exclude(pk=place.pk)
    offices = Custodian.objects.filter(there) if OFFICES.offices[CUSTODIAN].designates else Custodian.objects.none()
    return {place.employee_id} if others.exists() or offices.exists() else set()


def _on(on: date) -> Q:
    return (Q(from_on=None) | Q(from_on__lte=on)) & (Q(to_on=None) | Q(to_on__gte=on))


def to_come(employee: UUID, on: date) -> QuerySet[Assignment]:
    """The places that they hold on this day, or are to hold later."""
    return Assignment.objects.filter(Q(to_on=None) | Q(to_on__gte=on), employee=employee)


def waiting_of(employee: UUID) -> QuerySet[RoleGiven]:
    """The roles that wait for a second person."""
    return RoleGiven.objects.filter(WAITS, employee=employee)


WAITS = Q(assignment=None, agreed_at=None, ended_at=None)


def holds(employee: UUID, on: date) -> frozenset[str]:
    """All that they hold or are to hold, what waits for a second person too."""
    later = Q(to_on=None) | Q(to_on__gte=on)
    offices = Custodian.objects.filter(later, employee=employee).exists()
    return frozenset(
        {
            *to_come(employee, on).values_list("role", flat=True), *waiting_of(employee).values_list("role", flat=True),
            *({CUSTODIAN} if offices else ()),
        }
    )  # fmt: skip


def account_for(account_id: UUID, on: date) -> tuple[Account, Employee]:
    """An employee's account, and its holder, held until the transaction ends. Raises Missing."""
    hold(on, Q(pk=account_id))
    found = Account.objects.select_related("employee").filter(pk=account_id, employee__isnull=False).first()
    if found is None or found.employee is None:
        raise Missing
    return found, found.employee


def was_opened(account: Account) -> bool:
    """Has its holder ever signed in by it, or chosen a password, be it closed since?"""
    now = bool(account.password) and account.has_usable_password()
    chosen = Invitation.objects.filter(account=account, used_at__isnull=False)
    return now or account.last_login is not None or chosen.exists()


def has_left(employee: Employee, on: date) -> bool:
    """Does their last day lie behind them?"""
    return employee.left_on is not None and employee.left_on < on


def not_done(
    act: Act, no: No, record: UUID, part: str, role: str, *, student: UUID | None = None, by: SignedIn, at: datetime
) -> NotDone:  # fmt: skip
    """The entry of what was not done. `role`: in which it was asked; `student`: about whom, and then it stands under
    seal, for why it was not may be an order."""
    return not_done_by(act, no, record, part, by.acting_as(role), student=student, at=at)


def not_done_by(
    act: Act, no: No, record: UUID, part: str, by: Actor, *, student: UUID | None = None, at: datetime
) -> NotDone:  # fmt: skip
    """The same of whom it is known already in which role they act."""
    event = ledger.event(
        act, student=student, record=record, part=part, by=by, outcome=no.value, sealed=student is not None, at=at
    )
    return NotDone(no, ledger.write(event))
