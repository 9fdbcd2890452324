"""Rows in, frozen facts out: what the law asks about who names a custodian, who is named, and who signs for the law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.law.offices import OFFICES, Office
from fileroom.people.accounts import NOT_CHOSEN
from fileroom.people.facts import CUSTODIAN, NO_OFFICE
from fileroom.people.models import Account, Assignment, Custodian, Employee
from fileroom.people.models.rows import held
from fileroom.people.places import places_of

COUNSEL, BOARD_CLERK = Assignment.Role.COUNSEL.value, Assignment.Role.BOARD_CLERK.value
IT_LEAD = Assignment.Role.IT_LEAD.value


@dataclass(frozen=True)
class DesignatorFacts:
    """Who would name a custodian, or sign for the law. `designated`: for this, by the table of offices."""

    kind: str
    role: str
    designated: bool


@dataclass(frozen=True)
class NomineeFacts:
    """Who would be named to an office. `left`: their last day lies behind them."""

    certificated: bool
    left: bool


def designator_facts(account: Account, on: date) -> DesignatorFacts:
    """The account's holder as one who would name a custodian of records."""
    return _designated(account, on, lambda office: office.designates)


def designees(on: date) -> set[UUID]:
    """The employees who hold a designating office for the whole district on this day."""
    return {employee for employee, _ in offices_held_over_all(on)}


def designees_here(on: date) -> set[UUID]:
    """Those of them who can sign in."""
    return set(signing_in(on).filter(employee__in=designees(on)).values_list("employee_id", flat=True))


def offices_held_over_all(on: date) -> set[tuple[UUID, str]]:
    """The same, each with the office that designates."""
    roles = [role for role, office in OFFICES.offices.items() if office.designates]
    over_all = Assignment.objects.filter(held(on), role__in=roles, school=None)
    those = set(over_all.values_list("employee_id", "role"))
    if CUSTODIAN in roles:
        custodians = Custodian.objects.filter(held(on), school=None).values_list("employee_id", flat=True)
        those |= {(it, CUSTODIAN) for it in custodians}
    return those


def accounts_designated(on: date) -> QuerySet[Account]:
    """The accounts of those who hold such an office on this day."""
    return Account.objects.filter(employee__in=designees(on))


def counsels(on: date) -> set[UUID]:
    """The employees who are district counsel on this day and can sign in; none: counsel has no account here, and what
    counsel owes stands on the first screen of the Superintendent's office."""
    return _who_sign_in(Q(role=COUNSEL, school=None), on)


def board_clerks(on: date) -> set[UUID]:
    """The same of the clerk of the Board, at whichever place a list of staff has them."""
    return _who_sign_in(Q(role=BOARD_CLERK), on)


def it_leads(on: date) -> set[UUID]:
    """The same of whoever leads the district's information technology."""
    return _who_sign_in(Q(role=IT_LEAD, school=None), on)


def signing_in(on: date) -> QuerySet[Account]:
    """Whoever has an account and has not opened it is told nothing yet: what they would owe is another's until then."""
    can = Account.objects.filter(is_active=True, employee__isnull=False).exclude(employee__left_on__lt=on)
    return can.exclude(password=NOT_CHOSEN)


def _who_sign_in(office: Q, on: date) -> set[UUID]:
    rows = Assignment.objects.filter(held(on), office, employee__in=signing_in(on).values("employee"))
    return set(rows.values_list("employee_id", flat=True))


def nominee_facts(employee: Employee, on: date, *, seen: bool = False) -> NomineeFacts:
    """An employee as one who would be named custodian of records; `seen`: whoever names them saw their credential."""
    return NomineeFacts(employee.certificated or seen, left=employee.left_on is not None and employee.left_on < on)


def signer_facts(account: Account, on: date) -> DesignatorFacts:
    """The account's holder as one who would sign for the law."""
    return _designated(account, on, lambda office: office.signs)


def _designated(account: Account, on: date, for_this: Callable[[Office], bool]) -> DesignatorFacts:
    if account.employee_id is None:
        return DesignatorFacts("public", "contact", designated=False)
    over_all = (role for role, school in places_of(account.employee_id, on).all if school is None)
    office = next(filter(for_this, OFFICES.best(over_all)), None)
    if office is None:
        return DesignatorFacts(NO_OFFICE, NO_OFFICE, designated=False)
    return DesignatorFacts(office.kind.value, office.role, designated=True)
