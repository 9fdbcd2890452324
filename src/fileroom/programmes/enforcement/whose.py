"""Whose child a request is about, where the act itself says so: at the student's own file, for a copy of a record, or
when a letter to that family is prepared.

It lies sealed, a note for each child, so that it is known still when a court's silence ends, months later. Its id is
made of the request and the student under the program's own key: of a student whom somebody knows already it can be
asked whether they are meant, and nobody who reads the row finds them by it. No table has it, and no file. So it is
asked of those children from whom an order keeps whoever works here: of a request about one of them they hear nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.utils.crypto import salted_hmac

from fileroom.hosting import current_district
from fileroom.law import Decision
from fileroom.ledger.services import Act
from fileroom.people import bound
from fileroom.people.accounts import NOT_CHOSEN
from fileroom.people.designators import counsels, designees
from fileroom.people.facts import facts_of_students, facts_towards
from fileroom.people.models import Account, CourtOrderChild
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records.models import SealedNote

KIND = "enforcement_student"


def is_noted(request_id: UUID, student: UUID) -> bool:
    """Is it known of this request that it is about this student? Part of the open transaction."""
    return SealedNote.objects.filter(pk=_id_of(request_id, student)).exists()


def note(request_id: UUID, student: UUID, *, entry: UUID, by: SignedIn, at: datetime) -> None:
    """Seal it, once. `entry`: of the act that says so. Part of the open transaction."""
    if not is_noted(request_id, student):
        said = {"student": str(student)}
        noting.write_note(_id_of(request_id, student), KIND, request_id, said, entry=entry, by=by, at=at)


def opened(request_id: UUID, *, by: SignedIn, role: str, decision: Decision, at: datetime) -> list[UUID]:
    """The students; each note opened leaves its line. Part of the open transaction."""
    rows = noting.notes(KIND, request_id)
    found = [noting.open_note(it, Act.ENFORCEMENT_READ, by=by, role=role, decision=decision, at=at) for it in rows]
    return [UUID(it.fields["student"]) for it in found]


def hidden_from(account: Account, on: date) -> set[UUID]:
    """The requests about a child from whom an order keeps whoever this is, or may: to them these are as if they were
    not. Where it may by the family's name alone, only if somebody else of the office, or counsel, hears of it: or
    nobody would. Part of the open transaction."""
    by_name, perhaps = _shut(account, on)
    return by_name | {it for it in perhaps - by_name if _another_hears(it, account, on)}


def hearing(request_id: UUID, employees: Collection[UUID], on: date) -> set[UUID]:
    """Those of these employees who can sign in and hear of it. Part of the open transaction."""
    those = _who_sign_in(employees)
    return {it.employee_id for it in those if it.employee_id and request_id not in hidden_from(it, on)}


def kept_from(request_id: UUID, employees: Collection[UUID], on: date) -> set[UUID]:
    """Those of these employees who can sign in and do not. Part of the open transaction."""
    return {it.employee_id for it in _who_sign_in(employees) if it.employee_id} - hearing(request_id, employees, on)


def kept_from_every_designee(request_id: UUID, on: date) -> bool:
    """Does none of the Superintendent's office hear of it, though there are some who sign in? Then counsel does what is
    theirs."""
    those = designees(on)
    return bool(_who_sign_in(those)) and not hearing(request_id, those, on)


def _who_sign_in(employees: Collection[UUID]) -> list[Account]:
    rows = Account.objects.filter(employee__in=employees, is_active=True).exclude(password=NOT_CHOSEN)
    return list(rows.select_related("employee"))


def _another_hears(request_id: UUID, account: Account, on: date) -> bool:
    others = [it for it in _who_sign_in(designees(on) | counsels(on)) if it.id != account.id]
    return any(request_id not in set().union(*_shut(it, on)) for it in others)


def _shut(account: Account, on: date) -> tuple[set[UUID], set[UUID]]:
    """The requests about a child on whom an order names this employee; and about one where it may be, by the family's
    name."""
    notes = list(SealedNote.objects.filter(kind=KIND).values_list("id", "about"))
    if not notes or account.employee is None:
        return set(), set()
    bound_to = set(CourtOrderChild.objects.filter(order__lifted_on=None).values_list("student_id", flat=True))
    towards = facts_towards(account, facts_of_students(bound_to, on).values(), on)
    perhaps = {it for it, who in towards.items() if who.restrained_from_records is not False}
    return _about(bound.kept_from(bound_to, account.employee), notes), _about(perhaps, notes)


def _about(students: Collection[UUID], notes: Iterable[tuple[UUID, UUID]]) -> set[UUID]:
    return {request for id_, request in notes if any(id_ == _id_of(request, it) for it in students)}


def _id_of(request_id: UUID, student: UUID) -> UUID:
    said = "\x1f".join((current_district(), str(request_id), str(student)))
    return UUID(bytes=salted_hmac("fileroom.enforcement.whose", said, algorithm="sha256").digest()[:16], version=4)
