"""Rows in, facts out: what the law asks about whoever keeps the log, signs for what it lost, or says who has left."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from fileroom.law.days import district_day
from fileroom.law.facts import Requester, RequesterKind
from fileroom.law.offices import OFFICES
from fileroom.people.facts import CUSTODIAN, NO_OFFICE
from fileroom.people.models import Account, Assignment, Custodian, Relationship, SectionTeacher
from fileroom.people.models.rows import held
from fileroom.people.places import places_of
from fileroom.people.signed_in import SignedIn
from fileroom.people.sql import rows

KEEPING = [role for role, office in OFFICES.offices.items() if office.keeps_records]


@dataclass(frozen=True)
class KeeperFacts:
    """The holder of an account on one day: to the law, to the ledger; holding the office for the whole district."""

    kind: RequesterKind
    role: str
    whole_district: bool

    def requester(self) -> Requester:
        """The same in the law's words."""
        return Requester(kind=self.kind, whole_district=self.whole_district)


def keeper_facts(account: Account, on: date) -> KeeperFacts:
    """The account's holder as a keeper of the log."""
    if account.employee_id is not None:
        return _staff(account.employee_id, on)
    if account.contact_id is None:
        return KeeperFacts(RequesterKind.STUDENT, "student", whole_district=False)
    return _of_a_family(account.contact_id)


@dataclass(frozen=True)
class OverseerFacts:
    """The holder of an account as one who would say whether an employee has left: the office in which they keep the
    records where that employee works; `designated`: they have one. `oneself`: it is they themselves."""

    kind: RequesterKind
    role: str
    designated: bool
    oneself: bool


def overseer_facts(account: Account, employees: Collection[UUID], on: date) -> dict[UUID, OverseerFacts]:
    """The account's holder towards each of these employees, by their ids, in one statement.

    Where an employee worked counts too: their places may have ended.
    """
    if account.employee_id is None:
        nobody = OverseerFacts(RequesterKind.PUBLIC, "contact", designated=False, oneself=False)
        return dict.fromkeys(employees, nobody)
    found = rows("overseer", employee=account.employee_id, colleagues=list(employees), on=on)
    return {row["colleague"]: _overseer(row, oneself=row["colleague"] == account.employee_id) for row in found}


def _overseer(row: dict[str, Any], *, oneself: bool) -> OverseerFacts:
    held = OFFICES.best([*row["roles"], *([CUSTODIAN] if row["custodian"] else [])])
    office = next((it for it in held if it.keeps_records), None)
    if office is None:
        return OverseerFacts(RequesterKind.EMPLOYEE, NO_OFFICE, designated=False, oneself=oneself)
    return OverseerFacts(office.kind, office.role, designated=True, oneself=oneself)


def overseen_by(employee_id: UUID, *, on: date) -> Q:
    """Employees of whom this one may say whether they have left: a filter, as queries.served_by is one of students.

    It must hold everyone for whom the law could say yes (people/sql/overseer.sql), and may hold more.
    """
    schools = kept_at(employee_id, on=on)
    if None in schools:
        return Q()
    return (
        Q(pk__in=Assignment.objects.filter(school__in=schools).values("employee"))
        | Q(pk__in=Custodian.objects.filter(school__in=schools).values("employee"))
        | Q(pk__in=SectionTeacher.objects.filter(section__school__in=schools).values("employee"))
    )


def kept_at(employee_id: UUID, *, on: date) -> set[UUID | None]:
    """The schools whose records this employee keeps; None among them: the whole district's."""
    return {school for role, school in places_of(employee_id, on).all if role in KEEPING}


def schools_kept(by: SignedIn, at: datetime) -> set[UUID | None]:
    """The same of the holder of an account; empty: none. Part of the open transaction."""
    employee = by.account.employee_id
    return kept_at(employee, on=district_day(at)) if employee else set()


def who_keep(school: UUID | None, *, on: date) -> set[UUID]:
    """The employees who keep the records of this school, or of the whole district."""
    there = held(on) & (Q(school=school) | Q(school=None))
    roles, offices = Assignment.objects.filter(there, role__in=KEEPING), Custodian.objects.filter(there)
    return {*roles.values_list("employee_id", flat=True), *offices.values_list("employee_id", flat=True)}


def custodian_of(employee_id: UUID, *, on: date) -> set[UUID | None]:
    """The schools of which this employee is the custodian of records; None among them: of the district."""
    return set(places_of(employee_id, on).offices)


def roles_of(employee_id: UUID, *, on: date) -> set[str]:
    """The offices that this employee holds on this day, wherever it is."""
    return {role for role, _ in places_of(employee_id, on).all}


def keeps_records(employee_id: UUID, *, on: date) -> bool:
    """Does this employee keep the records of any school? Of whoever does not the law need not be asked, student by
    student, whether they may settle who is related (law.casework.relationships)."""
    return bool(kept_at(employee_id, on=on))


def _staff(employee_id: UUID, on: date) -> KeeperFacts:
    places = places_of(employee_id, on)
    office = next(iter(OFFICES.best(role for role, _ in places.all)), None)
    if office is None:
        return KeeperFacts(RequesterKind.EMPLOYEE, NO_OFFICE, whole_district=False)
    return KeeperFacts(office.kind, office.role, whole_district=None in places.offices)


def _of_a_family(contact_id: UUID) -> KeeperFacts:
    """What a contact verifiably is to a student, where it is one thing."""
    ties = Relationship.objects.filter(contact_id=contact_id, standing="verified")
    kinds = set(ties.values_list("kind", flat=True))
    if len(kinds) != 1:
        return KeeperFacts(RequesterKind.PUBLIC, "contact", whole_district=False)
    (kind,) = kinds
    return KeeperFacts(OFFICES.relation(kind), kind, whole_district=False)
