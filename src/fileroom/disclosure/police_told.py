"""The police are told that somebody has asked about a child they reported missing: noted with the agency, by whoever
keeps the child's records or acts for the Superintendent, and never by whoever asked (Ed. Code 49068.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.disclosure import parties
from fileroom.disclosure.facts import Asked, asked, designee_role
from fileroom.disclosure.police_first import ROOM, is_named, who_asks
from fileroom.disclosure.services import refuse
from fileroom.duties import queries as owed
from fileroom.duties import services as duties
from fileroom.duties.queries import Cause
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import Refused
from fileroom.people.models import Contact, Employee, Student
from fileroom.people.names import employee_name, full_name, person_name
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.screening import LOOKS_AT_WRITING, findings_in

# Of the sealed notes that name the agency: which was told of who asks, which said that the child is found.
KIND, FOUND = "police_told", "police_found"
LONGEST = 120
NAMES_IT = "Write which agency you told."


@dataclass(frozen=True)
class Asking:
    """Somebody has asked, and the police have not been told. `name`: empty where nobody has it. `own`: it is the
    reader, or bears the reader's name: who works here may have asked as a parent. Another tells of them."""

    code: str
    name: str
    asked_at: datetime
    own: bool


@dataclass(frozen=True)
class Told:
    """The last time that an agency was told, or said something: which, when, and who noted it."""

    agency: str
    told_at: datetime
    told_by: str


@dataclass(frozen=True)
class Missed:
    """A child whom somebody has asked about. `waiting`: of whom the police do not know yet. `found`: the last time
    that an agency said that the child is found."""

    student: UUID
    student_name: str
    waiting: tuple[Asking, ...]
    last: Told | None
    found: Told | None

    @property
    def to_tell(self) -> tuple[Asking, ...]:
        """Those of whom the reader may note that they told."""
        return tuple(it for it in self.waiting if not it.own)


@durable_transaction
def read(student_id: UUID, *, by: SignedIn, at: datetime) -> Missed | Refused:
    """Who has asked about this child, for whoever tells the police of it; that it was read is noted under seal.

    Raises Missing.
    """
    known = _known(student_id, by, at)
    if isinstance(known, Refused):
        return known
    case, role, decision = known
    event = ledger.event(
        Act.LOG_VIEWED, student=student_id, part=ROOM, by=by.acting_as(role), purpose=by.purpose.value,
        decision=decision, sealed=True, at=at,
    )  # fmt: skip
    ledger.write(event)
    last, found = (_last(kind, student_id, role, decision, by, at) for kind in (KIND, FOUND))
    return Missed(student_id, case.student.name, _waiting(student_id, by), last, found)


@durable_transaction
def tell(student_id: UUID, agency: str, codes: Collection[str], *, by: SignedIn, at: datetime) -> UUID | Refused | None:
    """They were told by telephone, or in another way, of those whose codes the page showed. None: of them all somebody
    has noted it already.

    Raises Missing, and ValidationError (no agency, or words that may stand in no text).
    """
    known = _known(student_id, by, at)
    if isinstance(known, Refused):
        return known
    case, role, decision = known
    said = named(agency)
    those = [it for it in _waiting(student_id, by) if it.code in codes and not it.own]
    if not those:
        return None
    event = ledger.event(
        Act.POLICE_TOLD, student=student_id, part=ROOM, by=by.acting_as(role), purpose=by.purpose.value,
        outcome=f"asked:{len(those)}", decision=decision, sealed=True, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    noting.write_note(uuid4(), KIND, student_id, {"agency": said}, entry=entry, by=by, at=at)
    for it in those:
        duties.discharge(ROOM, case.student.id, Over(by.account.id, entry, at), part=it.code)
    return entry


def _known(student_id: UUID, by: SignedIn, at: datetime) -> tuple[Asked, str, Decision | None] | Refused:
    """The child, the role in which this account tells the police, and the law's word on a custodian of records; a
    designee acts by the Superintendent's office. Nobody whom an order on the child binds, or may bind."""
    case = asked(student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.VIEW_SEALED_LOG, RecordKind.ACCESS_LOG))
    if decision.granted:
        return case, case.requester.role, decision
    role = designee_role(case, by)
    if role is not None:
        return case, role, None
    return refuse(case, decision, by, at, part=ROOM)


def may_tell(student_id: UUID, by: SignedIn, on: date) -> bool:
    """Is this account one that tells the police of who asks about the child? Part of the open transaction."""
    case = asked(student_id, by, on)
    keeps = counsel.decide(case.question(Action.VIEW_SEALED_LOG, RecordKind.ACCESS_LOG)).granted
    return keeps or designee_role(case, by) is not None


def _waiting(student_id: UUID, by: SignedIn) -> tuple[Asking, ...]:
    oneself = who_asks(by)
    return tuple(
        Asking(it.part, name, it.began_at, it.part == oneself or is_named(by, name))
        for it, name in _askers(owed.causes(ROOM, student_id))
    )


def namesake_asked(student_id: UUID, by: SignedIn) -> bool:
    """Has somebody of this employee's name ever asked about the child, otherwise than by the employee's own account?
    The police may know of it. Part of the open transaction."""
    askers = _askers(owed.causes(ROOM, student_id, done_too=True))
    return any(it.part != who_asks(by) and is_named(by, name) for it, name in askers)


def _askers(found: Collection[Cause]) -> Iterator[tuple[Cause, str]]:
    """Each asking, with the name of who asked, or none."""
    parties_named = parties.of([it.caused_by for it in found])
    people = _names([UUID(it.part) for it in found if len(it.part) == len(UUID(int=0).hex)])
    for it in found:
        yield it, people.get(it.part) or _said(parties_named.get(it.caused_by))


def _said(party: parties.Party | None) -> str:
    return party.said if party else ""


def _names(ids: Collection[UUID]) -> dict[str, str]:
    """The names of these people, employees, contacts or students, by the id in hexadecimal digits."""
    employees = {it.id.hex: employee_name(it) for it in Employee.objects.filter(pk__in=ids)}
    contacts = {it.id.hex: person_name(it) for it in Contact.objects.filter(pk__in=ids)}
    return employees | contacts | {it.id.hex: full_name(it) for it in Student.objects.filter(pk__in=ids)}


def _last(kind: str, student_id: UUID, role: str, decision: Decision | None, by: SignedIn, at: datetime) -> Told | None:
    notes = noting.notes(kind, student_id)
    if not notes:
        return None
    said = noting.open_note(notes[-1], Act.LOG_VIEWED, by=by, role=role, decision=decision, at=at)
    by_whom = said.written_by
    name = queries.account_names([by_whom]).get(by_whom, "") if by_whom else ""
    return Told(said.fields["agency"], said.written_at, name)


def named(agency: str, ask: str = NAMES_IT) -> str:
    """The agency's name as one line. Raises ValidationError: `ask`, where it is not one."""
    said = " ".join(agency.split())
    if not said or len(said) > LONGEST:
        raise ValidationError({"agency": ask})
    if found := findings_in(said, LOOKS_AT_WRITING):
        raise ValidationError({"agency": f"This holds what the law keeps out of every text ({found[0].citation})."})
    return said
