"""The verbs about people. Each is one act, in one transaction, with its line in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Q

from fileroom import law
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel, recent, vacancies
from fileroom.people.acting import decide_in_office
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.bound import has_namesake
from fileroom.people.designators import designator_facts, designees_here, nominee_facts
from fileroom.people.facts import RequesterFacts, Touch, requester_facts, student_facts
from fileroom.people.models import Assignment, Custodian, Employee, Relationship, School
from fileroom.people.models.rows import in_force
from fileroom.people.owed import OF_THE_DISTRICT
from fileroom.people.questions import designation
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Done:
    """It is done, under this id; the ledger entry says so."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class OwnWord:
    """Nobody is made custodian by their own word that they hold a credential; the entry says that it was tried.
    `alone`: nobody else here designates."""

    entry: UUID
    alone: bool

    @property
    def says(self) -> str:
        """In words, with what to do next."""
        return f"{OF_ONESELF} {NOBODY_ELSE if self.alone else ANOTHER}"


class Namesake(ValidationError):
    """Before the office verifies one of two rows of one name: they may be one person, whom an order may bind."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody of this name is known to this file already, and one person may stand on it twice. Ask the"
            " principal who this is before you verify. Nothing was changed."
        )


EARLIEST = date(2000, 1, 1)
ITS_RECORD = RecordKind.CONTACT_AND_HOUSEHOLD
NAMESAKE = "namesake"  # of a verification that was warned of one
OWN_WORD = "own_word"  # of a designation of oneself, as its entry says it
OF_ONESELF = "Nobody says it of themselves."
ANOTHER = "Ask another of the Superintendent’s designees to see it, and to designate you."
NOBODY_ELSE = (
    "Nobody else here may designate: whoever runs the system lets in another administrator of the district, who sees it"
    " and designates you (fileroom account begin)."
)
RUNS_THE_SYSTEMS = "Whoever runs the systems opens no student’s file. End their role as IT lead first, or name another."


def verify_relationship(
    relationship_id: UUID, *, method: str, seen_on: date, by: SignedIn, at: datetime, another_person: bool = False
) -> Done | Refused:
    """An employee of the office has checked that this contact is who the family says, and how.

    `another_person`: they say that it is nobody else of the same name on this file. What an order leaves in doubt their
    word does not settle (facts.contact_facts). Raises Missing (no such claim, or none this account may know of),
    ValidationError (a day that has not come) and Namesake (there is one, and nobody has said so).
    """
    if not EARLIEST <= seen_on <= district_day(at):
        raise ValidationError({"seen_on": f"{seen_on} cannot be right. Say the day on which you saw it."})
    done = _verify(relationship_id, method, seen_on, another_person, by, at)
    if done is None:
        raise Missing
    return done


@durable_transaction
def _verify(
    relationship_id: UUID, method: str, seen_on: date, another_person: bool, by: SignedIn, at: datetime
) -> Done | Refused | None:
    """None where there is no such claim, or whoever tries does not serve the student: the try's entry is committed."""
    claims = Relationship.objects.select_for_update(of=("self",)).select_related("contact")
    row = claims.filter(pk=relationship_id, standing="claimed").first()
    if row is None:
        return None
    decision, who = may_settle(row.student_id, by, at, Touch.CHANGES)
    actor = by.acting_as(who.role)
    noted: dict[str, Any] = {"student": row.student_id, "record": row.id, "purpose": by.purpose.value}
    noted |= {"decision": decision, "at": at}
    if not decision.granted:
        # A line in the open log would tell who of the family tried, or whom an order binds.
        sealed = by.account.employee_id is None or decision.silent
        refused = ledger.event(Act.RIGHTS_VERIFY_REFUSED, part="people", by=actor, sealed=sealed, **noted)
        entry = ledger.write(refused)
        return Refused(decision, entry) if who.offices else None
    warned = has_namesake(row.contact, row.student_id, on=district_day(at))
    if warned and not another_person:
        raise Namesake
    row.standing, row.verified_how = Relationship.Standing.VERIFIED, method
    row.verified_on, row.verified_by = seen_on, by.account.id
    entry = ledger.write(ledger.event(Act.RIGHTS_VERIFIED, part=NAMESAKE if warned else "", by=actor, **noted))
    row.save(update_fields=["standing", "verified_how", "verified_on", "verified_by"])
    return Done(row.id, entry)


def may_verify(student_id: UUID, *, by: SignedIn, at: datetime) -> bool:
    """Would the law let this account settle who is related to the student? Joins an open transaction."""
    with district_transaction():
        return may_settle(student_id, by, at)[0].granted


def may_settle(
    student_id: UUID, by: SignedIn, at: datetime, touch: Touch | None = None
) -> tuple[law.Decision, RequesterFacts]:
    """The law's answer to whoever would settle, by papers, who is what to a student's file; and the account's holder in
    the office in which they ask. Raises Missing."""
    on, purpose = district_day(at), by.purpose
    student = student_facts(student_id, on, touch)
    if student is None:
        raise Missing
    who = requester_facts(by.account, student, on)
    return decide_in_office(
        Action.VERIFY_RELATIONSHIP, ITS_RECORD, requester=who, student=student, purpose=purpose, on=on
    )


@durable_transaction
def designate_custodian(
    employee_id: UUID,
    *,
    school_id: UUID | None,
    acting: bool = False,
    to_on: date | None = None,
    certificated: bool = False,
    by: SignedIn,
    at: datetime,
    once: UUID | None = None,
) -> Done | Refused | OwnWord:
    """Give the office of custodian (of a school, or of the district where `school_id` is None) to an employee.

    The one who held it until now hands over the day before. `to_on`: the last day of whoever acts only for a while.
    `certificated`: who gives it has seen that they hold a certificated position, which no roster tells; it is kept, and
    of oneself it is another's to say.
    `once`: the id the office's row will have; the second call with it gives nothing anew. Raises Missing, FormUsed, and
    ValidationError for a second change of one office in a day, made a moment ago or at this one, and for an IT lead.
    """
    on = district_day(at)
    if to_on is not None and (to_on < on or not acting):
        raise ValidationError({"to_on": "Only an acting custodian has a last day, and it is today or later."})
    given: dict[str, Any] = {"employee_id": employee_id, "school_id": school_id, "acting": acting, "to_on": to_on}
    given |= {"designated_by": by.account.id}
    if once and (row := Custodian.objects.filter(pk=once).values(*given, "entry").first()):
        return _given_already(once, row, given)
    employee = Employee.objects.select_for_update(no_key=True).filter(pk=employee_id).first()  # who may be leaving now
    if employee is None or (school_id is not None and not School.objects.filter(pk=school_id).exists()):
        raise Missing
    who = designator_facts(by.account, on)
    nominee = nominee_facts(employee, on, seen=certificated)
    decision = counsel.decide(designation(who, nominee, on=on))
    noted: dict[str, Any] = {"by": by.acting_as(who.role), "decision": decision, "at": at}
    noted["part"] = vacancies.part_of(school_id or OF_THE_DISTRICT)
    if not decision.granted:
        refused = ledger.event(Act.CUSTODIAN_REFUSED, record=employee_id, **noted)
        return Refused(decision, ledger.write(refused))
    vouched = nominee.certificated and not employee.certificated
    if vouched and employee.id == by.account.employee_id:
        tried = ledger.event(Act.CUSTODIAN_REFUSED, record=employee_id, outcome=OWN_WORD, **noted)
        return OwnWord(ledger.write(tried), alone=designees_here(on) <= {employee.id})
    still = Q(to_on=None) | Q(to_on__gte=on)
    if Assignment.objects.filter(still, employee=employee, role=Assignment.Role.IT_LEAD).exists():
        raise ValidationError({"employee": RUNS_THE_SYSTEMS})
    if vouched:
        ledger.write(ledger.event(Act.EMPLOYEE_CERTIFICATED, record=employee_id, **noted))
        employee.certificated = True
        employee.save(update_fields=["certificated"])
    office_id = once or uuid4()  # whose row says who holds it
    entry = ledger.write(ledger.event(Act.CUSTODIAN_DESIGNATED, record=office_id, **noted))
    office_of = Q(school_id=school_id) if school_id else Q(school=None)
    Custodian.objects.filter(office_of, in_force(on), from_on__lt=on).update(to_on=on - timedelta(days=1))
    try:
        Custodian.objects.create(id=office_id, **given, from_on=on, entry=entry)
    except IntegrityError as error:  # the constraints of the office; with the error the entry is taken back
        says = "This office was given today already. Hand it over again from tomorrow."
        raise ValidationError({"office": says}) from error
    vacancies.office_given(school_id, Over(by.account.id, entry, at))
    return Done(office_id, entry)


def _given_already(office_id: UUID, row: dict[str, Any], given: dict[str, Any]) -> Done:
    """The answer of the first time, where this is the same act. Raises FormUsed."""
    if any(row[name] != value for name, value in given.items()):
        raise FormUsed
    return Done(office_id, row["entry"])


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


def note_sign_in_locked(client: str, *, lock: tuple[str, str], at: datetime, until: datetime) -> None:
    """After wrong passwords an address or a name is locked: one line for each lock, however often it is tried.

    `lock`: "address" or "name", and which; the ledger has only the first. Joins an open transaction.
    """
    with district_transaction():
        if recent.remember_first("sign-in locked", *lock, value=True, at=at, until=until):
            nobody = Actor(account=None, role="somebody", door="web", client=client)
            ledger.write(ledger.event(Act.ACCOUNT_SIGN_IN_LOCKED, part=lock[0], by=nobody, outcome="no", at=at))
