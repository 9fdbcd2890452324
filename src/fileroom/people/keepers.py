"""Rows in, facts out: what the law asks about whoever keeps the log, signs for what it lost, or says who has left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from fileroom.law.facts import Requester, RequesterKind
from fileroom.law.offices import OFFICES
from fileroom.people.facts import CUSTODIAN, NO_OFFICE
from fileroom.people.models import Account, Assignment, Custodian, Relationship, SectionTeacher
from fileroom.people.models.rows import in_force


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


def overseer_facts(account: Account, employee_id: UUID, on: date) -> OverseerFacts:
    """The account's holder towards this employee. Where they worked counts too: their places may have ended."""
    if account.employee_id is None:
        return OverseerFacts(RequesterKind.PUBLIC, "contact", designated=False, oneself=False)
    sites = {None, *_schools_of(employee_id)}
    there = _held(account.employee_id, on)
    held = [*Assignment.objects.filter(there).values_list("role", "school_id")]
    held += [(CUSTODIAN, school) for school in Custodian.objects.filter(there).values_list("school_id", flat=True)]
    offices = OFFICES.best(role for role, school in held if school in sites)
    office = next((it for it in offices if it.keeps_records), None)
    oneself = account.employee_id == employee_id
    if office is None:
        return OverseerFacts(RequesterKind.EMPLOYEE, NO_OFFICE, designated=False, oneself=oneself)
    return OverseerFacts(office.kind, office.role, designated=True, oneself=oneself)


def _schools_of(employee_id: UUID) -> set[UUID | None]:
    """Schools at which the employee has, or had, a place."""
    taught = SectionTeacher.objects.filter(employee_id=employee_id).values_list("section__school_id", flat=True)
    places = (it.objects.filter(employee_id=employee_id) for it in (Assignment, Custodian))
    return {*taught, *(school for rows in places for school in rows.values_list("school_id", flat=True))}


def _held(employee_id: UUID, on: date) -> Q:
    """This employee's places on this day: an office counts on its days, and while its holder is employed."""
    return Q(in_force(on), Q(employee__left_on=None) | Q(employee__left_on__gte=on), employee_id=employee_id)


def _staff(employee_id: UUID, on: date) -> KeeperFacts:
    there = _held(employee_id, on)
    roles = set(Assignment.objects.filter(there).values_list("role", flat=True))
    schools = set(Custodian.objects.filter(there).values_list("school_id", flat=True))
    office = next(iter(OFFICES.best(roles | ({CUSTODIAN} if schools else set()))), None)
    if office is None:
        return KeeperFacts(RequesterKind.EMPLOYEE, NO_OFFICE, whole_district=False)
    return KeeperFacts(office.kind, office.role, whole_district=None in schools)


def _of_a_family(contact_id: UUID) -> KeeperFacts:
    """What a contact verifiably is to a student, where it is one thing."""
    ties = Relationship.objects.filter(contact_id=contact_id, standing="verified")
    kinds = set(ties.values_list("kind", flat=True))
    if len(kinds) != 1:
        return KeeperFacts(RequesterKind.PUBLIC, "contact", whole_district=False)
    (kind,) = kinds
    return KeeperFacts(OFFICES.relation(kind), kind, whole_district=False)
