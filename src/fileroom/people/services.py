"""The verbs about people. Each is one act, in one transaction, with its line in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom import law
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Interest, Purpose, Question, Record, RecordKind, Requester, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import requester_facts, student_facts
from fileroom.people.models import Assignment, Custodian, Employee, Relationship
from fileroom.people.models.rows import in_force
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Done:
    """It is done, under this id; the ledger entry says so."""

    id: UUID
    entry: UUID


def _serves(student_id: UUID, by: SignedIn, at: datetime) -> tuple[law.Decision, str]:
    """May this employee act on the student's file? The same question as seeing it: the law's, not a role list's."""
    on = district_day(at)
    student = student_facts(student_id, on)
    if student is None:
        raise Missing
    requester = requester_facts(by.account, student, on)
    decision = law.decide(
        question(
            Action.INSPECT,
            Purpose.EDUCATIONAL_INTEREST,
            requester=requester,
            student=student,
            record=Record(kind=RecordKind.CONTACT_AND_HOUSEHOLD),
            interest=Interest.STATED_AND_FITS,
            on=on,
        )
    )
    return decision, requester.role


EARLIEST = date(2000, 1, 1)
OFFICE = frozenset({"registrar", "principal", "administrator", "custodian"})


def verify_relationship(
    relationship_id: UUID, *, method: str, seen_on: date, by: SignedIn, at: datetime
) -> Done | Refused:
    """An employee of the office has checked that this contact is who the family says, and how.

    Raises Missing (no such claim, or not this account's to settle) and ValidationError (a day that has not come).
    """
    if not EARLIEST <= seen_on <= district_day(at):
        raise ValidationError({"seen_on": f"{seen_on} cannot be right. Say the day on which you saw it."})
    done = _verify(relationship_id, method, seen_on, by, at)
    if done is None:
        raise Missing
    return done


@durable_transaction
def _verify(relationship_id: UUID, method: str, seen_on: date, by: SignedIn, at: datetime) -> Done | Refused | None:
    """None where there is no such claim, or where the account is no office's: the entry of the try is committed."""
    row = Relationship.objects.select_for_update().filter(pk=relationship_id, standing="claimed").first()
    if row is None:
        return None
    decision, role = _serves(row.student_id, by, at)
    actor = by.acting_as(role)
    if not decision.granted or role not in OFFICE:
        refused = ledger.event(
            Act.DISCLOSURE_REFUSED, student=row.student_id, part="people", by=actor, outcome="no", at=at
        )
        entry = ledger.write(refused)
        return None if decision.granted else Refused(decision, entry)
    row.standing, row.verified_how = Relationship.Standing.VERIFIED, method
    row.verified_on, row.verified_by = seen_on, by.account.id
    entry = ledger.write(ledger.event(Act.RIGHTS_VERIFIED, student=row.student_id, by=actor, decision=decision, at=at))
    row.save(update_fields=["standing", "verified_how", "verified_on", "verified_by"])
    return Done(row.id, entry)


def _is_district_office(account_employee: UUID | None, on: date) -> bool:
    """Custodian or administrator of the whole district: whom the Superintendent designates to designate."""
    if account_employee is None:
        return False
    if Employee.objects.filter(pk=account_employee, left_on__lt=on).exists():
        return False
    offices = Custodian.objects.filter(in_force(on), employee_id=account_employee, school=None)
    roles = Assignment.objects.filter(in_force(on), employee_id=account_employee, school=None, role="administrator")
    return offices.exists() or roles.exists()


@durable_transaction
def designate_custodian(
    employee_id: UUID, *, school_id: UUID | None, acting: bool = False, by: SignedIn, at: datetime
) -> Done | Refused:
    """Give the office of custodian (of a school, or of the district where `school_id` is None) to an employee.

    The one who held it until now hands over the day before. Raises Missing, and ValidationError for a second change
    of one office in a day.
    """
    on = district_day(at)
    employee = Employee.objects.filter(pk=employee_id).first()
    if employee is None:
        raise Missing
    office_of = Q(school_id=school_id) if school_id else Q(school=None)
    if Custodian.objects.filter(office_of, from_on=on).exists():
        raise ValidationError({"office": "This office was given today already. Hand it over again from tomorrow."})
    decision = law.decide(
        Question(
            on=on,
            action=Action.DESIGNATE_CUSTODIAN,
            requester=Requester(kind=RequesterKind.EMPLOYEE, certificated=employee.certificated),
        )
    )
    actor = by.acting_as("district_office")
    if not decision.granted or not _is_district_office(by.account.employee_id, on):
        return Refused(
            decision,
            ledger.write(ledger.event(Act.DISCLOSURE_REFUSED, by=actor, decision=decision, outcome="no", at=at)),
        )
    entry = ledger.write(ledger.event(Act.CUSTODIAN_DESIGNATED, by=actor, decision=decision, at=at))
    Custodian.objects.filter(in_force(on), office_of).update(to_on=on - timedelta(days=1))
    office = Custodian.objects.create(
        employee=employee, school_id=school_id, acting=acting, designated_by=by.account.id, from_on=on
    )
    return Done(office.id, entry)


def note_sign_in(by: SignedIn, *, at: datetime) -> None:
    """An account was opened with its password."""
    ledger.write(ledger.event(Act.ACCOUNT_SIGNED_IN, by=by.acting_as("account"), at=at))


def note_sign_out(by: SignedIn, *, at: datetime) -> None:
    """An account was left."""
    ledger.write(ledger.event(Act.ACCOUNT_SIGNED_OUT, by=by.acting_as("account"), at=at))


def note_sign_in_refused(client: str, *, at: datetime) -> None:
    """Somebody tried to sign in and could not. What was typed is not kept: it may be a password."""
    nobody = Actor(account=None, role="somebody", door="web", client=client)
    ledger.write(ledger.event(Act.ACCOUNT_SIGN_IN_REFUSED, by=nobody, outcome="no", at=at))
