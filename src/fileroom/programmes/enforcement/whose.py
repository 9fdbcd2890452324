"""Whose child a request is about, where the act itself says so: at the student's own file, for a copy of a record, or
when a letter to that family is prepared.

It lies sealed, a note for each child, so that it is known still when a court's silence ends, months later. Its id is
made of the request and the student under a key of the key store: of a student whom somebody knows already it can be
asked whether they are meant, and nobody who reads the row finds them by it. No table has it, and no file. So it is
asked of those children from whom an order keeps whoever works here: of a request about one of them they hear nothing.

Where the key store does not answer nothing is told. Of a request from before its notes were made so, and that the
round has yet to see to (noted_anew.py), it is taken to be about each of those children.
"""

from __future__ import annotations

import hmac
from collections import defaultdict
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from fileroom.hosting import current_district
from fileroom.law import Decision
from fileroom.ledger.services import Act
from fileroom.people import bound
from fileroom.people.accounts import NOT_CHOSEN
from fileroom.people.designators import counsels, designees
from fileroom.people.facts import StudentFacts, facts_of_students, facts_towards
from fileroom.people.models import Account, CourtOrderChild, Employee
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import EnforcementRequest
from fileroom.records import noting
from fileroom.records.models import SealedNote
from fileroom.seal.store import key_store

KIND = "enforcement_student"


def is_noted(request_id: UUID, student: UUID) -> bool:
    """Is it known of this request that it is about this student? Part of the open transaction."""
    return SealedNote.objects.filter(pk=id_of(request_id, student)).exists()


def note(request_id: UUID, student: UUID, *, entry: UUID, by: SignedIn, at: datetime) -> None:
    """Seal it, once. `entry`: of the act that says so. Part of the open transaction."""
    if not is_noted(request_id, student):
        said = {"student": str(student)}
        noting.write_note(id_of(request_id, student), KIND, request_id, said, entry=entry, by=by, at=at)


def opened(request_id: UUID, *, by: SignedIn, role: str, decision: Decision, at: datetime) -> list[UUID]:
    """The students, each once; each note opened leaves its line. Part of the open transaction."""
    rows = noting.notes(KIND, request_id)
    found = [noting.open_note(it, Act.ENFORCEMENT_READ, by=by, role=role, decision=decision, at=at) for it in rows]
    return list(dict.fromkeys(UUID(it.fields["student"]) for it in found))


def hidden_from(account: Account, on: date, *, among: UUID | None = None) -> set[UUID]:
    """The requests about a child from whom an order keeps whoever this is, or may: to them these are as if they were
    not. Where it may by the family's name alone, only if somebody else of the office, or counsel, hears of it: or
    nobody would. `among`: this one alone. Part of the open transaction."""
    return _Barrier(on, among).hidden_from(account)


def hearing(request_id: UUID, employees: Collection[UUID], on: date) -> set[UUID]:
    """Those of these employees who can sign in and hear of it. Part of the open transaction."""
    barrier = _Barrier(on, request_id)
    those = _who_sign_in(employees)
    return {it.employee_id for it in those if it.employee_id and request_id not in barrier.hidden_from(it)}


def kept_from(request_id: UUID, employees: Collection[Employee], on: date) -> set[UUID]:
    """Those of these employees who hear nothing of it, can they sign in or not. Part of the open transaction."""
    barrier = _Barrier(on, request_id)
    accounts = {it.employee_id: it for it in _who_sign_in({it.id for it in employees})}
    return {it.id for it in employees if request_id in barrier.kept_from(it, accounts.get(it.id))}


@dataclass(frozen=True)
class Unheard:
    """The requests of which none of the Superintendent's office hears, though there are some who sign in; and those of
    which no counsel does."""

    by_designees: Set[UUID]
    by_counsel: Set[UUID]


def unheard(on: date, *, among: UUID | None = None) -> Unheard:
    """What an office does not hear another does in its place. `among`: of this request alone. Part of the open
    transaction."""
    barrier = _Barrier(on, among)
    return Unheard(barrier.kept_from_all(designees(on)), barrier.kept_from_all(counsels(on)))


def has_no_second(on: date) -> bool:
    """Is there no second person who would hear of any request? Part of the open transaction."""
    return len(_who_sign_in(designees(on) | counsels(on))) <= 1


def _who_sign_in(employees: Collection[UUID]) -> list[Account]:
    rows = Account.objects.filter(employee__in=employees, is_active=True).exclude(password=NOT_CHOSEN)
    return list(rows.select_related("employee"))


class _Barrier:
    """Whom an order keeps from which requests, on one day; `among`: of this one alone. It is asked of the children of
    the notes, not of all under an order; and of each account once."""

    def __init__(self, on: date, among: UUID | None = None) -> None:
        self._on = on
        self._children = _under_an_order(among)
        self._shut: dict[UUID, tuple[set[UUID], set[UUID]]] = {}

    def hidden_from(self, account: Account) -> set[UUID]:
        """As the function of this name."""
        by_name, perhaps = self._shut_to(account)
        return by_name | self._heard_by_another(perhaps - by_name, account)

    def kept_from(self, employee: Employee, account: Account | None) -> set[UUID]:
        """The same of who may have no account: of them the orders themselves are asked."""
        return self.hidden_from(account) if account else self._about(bound.kept_from(self._facts, employee))

    def kept_from_all(self, employees: Collection[UUID]) -> set[UUID]:
        """The requests of which none of these who can sign in hears, though there are some."""
        those = _who_sign_in(employees) if self._children else []
        return set.intersection(*(self.hidden_from(it) for it in those)) if those else set()

    def _heard_by_another(self, requests: set[UUID], account: Account) -> set[UUID]:
        left = set(requests)
        for it in self._offices if left else ():
            if it.id != account.id:
                left &= set().union(*self._shut_to(it))
            if not left:
                break
        return requests - left

    def _shut_to(self, account: Account) -> tuple[set[UUID], set[UUID]]:
        """The requests about a child on whom an order names this employee; and about one where it may be, by the
        family's name."""
        if not self._children or account.employee is None:
            return set(), set()
        if account.id not in self._shut:
            towards = facts_towards(account, self._facts.values(), self._on)
            perhaps = {it for it, who in towards.items() if who.restrained_from_records is not False}
            named = bound.kept_from(self._facts, account.employee)
            self._shut[account.id] = self._about(named), self._about(perhaps)
        return self._shut[account.id]

    def _about(self, students: Set[UUID]) -> set[UUID]:
        return {request for request, those in self._children.items() if not those.isdisjoint(students)}

    @cached_property
    def _facts(self) -> Mapping[UUID, StudentFacts]:
        return facts_of_students({it for those in self._children.values() for it in those}, self._on)

    @cached_property
    def _offices(self) -> list[Account]:
        return _who_sign_in(designees(self._on) | counsels(self._on))


def _under_an_order(among: UUID | None) -> dict[UUID, set[UUID]]:
    """The children of each request on whom an order stands that nobody has lifted."""
    notes, rows = SealedNote.objects.filter(kind=KIND), EnforcementRequest.objects.filter(children_noted=False)
    if among:
        notes, rows = notes.filter(about=among), rows.filter(pk=among)
    noted, unknown = list(notes.values_list("id", "about")), list(rows.values_list("id", flat=True))
    if not noted and not unknown:
        return {}
    standing = CourtOrderChild.objects.filter(order__lifted_on=None)
    marks = {_mark("student", it): it for it in standing.values_list("student_id", flat=True).distinct()}
    found = defaultdict[UUID, set[UUID]](set, {it: set(marks.values()) for it in unknown if marks})
    for id_, request in noted:
        if student := marks.get(id_.int ^ _mark("request", request)):
            found[request].add(student)
    return found


def id_of(request_id: UUID, student: UUID) -> UUID:
    """The id of the note. Both marks are of the key store's key: one taken off the other's is looked up among many
    children at once, and without the key nobody tells that two requests are about one child."""
    return UUID(int=_mark("student", student) ^ _mark("request", request_id))


def _mark(of: str, row: UUID) -> int:
    secret = key_store().secret(current_district(), "search")
    return int.from_bytes(hmac.digest(secret, f"enforcement/{of}/{row}".encode(), "sha256")[:16])
