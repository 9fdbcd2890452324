"""A record is opened without a current training, with a reason; the custodian of records reads it the next business
day.

The reason is somebody's own words, and lies under seal. Whoever gave it does not look at it as custodian: where no
other custodian holds the office, the Superintendent or a designee looks (Ed. Code 49064 lets a designee read the log).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.disclosure import training_gate
from fileroom.disclosure.facts import Asked, asked, of_record, shelved
from fileroom.disclosure.log import SEALED
from fileroom.disclosure.models import OpenedAnyway
from fileroom.disclosure.reasons import fit
from fileroom.disclosure.services import refuse
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision, default_calendar
from fileroom.law.catalogue import CATALOGUE, Item
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.calendars import calendar
from fileroom.people.designators import designator_facts
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Custodian
from fileroom.people.models.rows import held
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.queries import account_names, employee_of
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records.models import Record

ROOM = KIND = "opened_anyway"
RULE = "programmes.training.who_handles_student_information"
OUTCOMES = ("in_order", "spoken_with")


@dataclass(frozen=True)
class Anyway:
    """One such opening, as its reviewer reads it. It names no student: the record leads there. `outcome`: what the
    review came to, empty while it is owed."""

    id: UUID
    record: UUID
    item: Item
    course: str
    opened_at: datetime
    opened_by: str
    reason: str
    reviewed_at: datetime | None
    outcome: str


@durable_transaction
def open_anyway(once: UUID, record_id: UUID, reason: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """Say why this record has to be open today, before the training; the id of the record. `once`: the row's id.

    Raises Missing, FormUsed, and ValidationError (no reason, or one that holds what may stand in no text).
    """
    record, _ = shelved(record_id)
    case = asked(record.student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.INSPECT, RecordKind(record.item), record=of_record(record)))
    if not decision.granted:
        return refuse(case, decision, by, at, record=record_id, part=record.item)
    return act_once(
        lambda: _opened_before(once, record_id, by), lambda: _opened(once, record, case, decision, reason, by, at)
    )


def _opened_before(once: UUID, record_id: UUID, by: SignedIn) -> UUID | None:
    """What this form has opened already. Raises FormUsed."""
    sent = OpenedAnyway.objects.filter(pk=once).first()
    if sent and (sent.account, sent.record) != (by.account.id, record_id):
        raise FormUsed
    return sent.record if sent else None


def _opened(
    once: UUID, record: Record, case: Asked, decision: Decision, reason: str, by: SignedIn, at: datetime
) -> UUID:
    wanting = training_gate.lacking(case, record, by, at)
    if wanting is None:
        return record.id  # it is open to them: there is nothing to give a reason for
    said = fit(reason, asks="Say in a sentence why it cannot wait")
    event = ledger.event(
        Act.RECORD_OPENED_ANYWAY, student=case.student.id, record=record.id, part=record.item,
        by=by.acting_as(case.role(RecordKind(record.item))), purpose=case.purpose().value, decision=decision, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    row = OpenedAnyway.objects.create(
        id=once, account=by.account.id, student=case.student.id, record=record.id, item=record.item,
        course=wanting.course, on=case.on, opened_at=at, entry=entry,
    )  # fmt: skip
    noting.write_note(uuid4(), KIND, row.id, {"reason": said}, entry=entry, by=by, at=at)
    _owe_review(row, case, by, at)
    return record.id


def _owe_review(row: OpenedAnyway, case: Asked, by: SignedIn, at: datetime) -> None:
    """The custodian of the student's school reads it on the next business day; the district's, where that is whoever
    opened it, or where there is none; the Superintendent or a designee, where that is so of the district's too."""
    days = calendar() or default_calendar()
    places = (*case.student.schools, None)
    kept = [it for it in places if _is_kept_by_another(it, by.account.employee_id, case.on)]
    office, school = (CUSTODIAN, kept[0]) if kept else (SUPERINTENDENT, None)
    due_on = days.business_days(row.on, 1)
    owed = Owed(RULE, ROOM, row.id, at, office, school, student=row.student, part=ROOM, due_on=due_on)
    duties.owe([owed], calendar=days, caused_by=row.entry)


def _is_kept_by_another(school: UUID | None, opener: UUID | None, on: date) -> bool:
    """Is somebody else than whoever opened it custodian there on this day? `school` None: of the district."""
    return Custodian.objects.filter(held(on), school=school).exclude(employee=opener).exists()


@durable_transaction
def read(id_: UUID, *, by: SignedIn, at: datetime) -> Anyway | Refused:
    """Who opened what, when, and why, for whoever is to look at it; that it was read is noted under seal.

    Raises Missing (there is none, or it is their own).
    """
    row = _anothers(id_, by)
    case = asked(row.student, by, district_day(at))
    role, decision = _reviewer(row, case, by)
    if role is None:
        return refuse(case, decision, by, at, part=SEALED)
    (note,) = noting.notes(KIND, row.id)
    said = noting.open_note(note, Act.OPENING_READ, by=by, role=role, decision=_given(decision), at=at)
    name = account_names([row.account]).get(row.account, "")
    return Anyway(
        row.id, row.record, CATALOGUE[row.item], row.course, row.opened_at, name, said.fields["reason"],
        row.reviewed_at, row.outcome,
    )  # fmt: skip


@durable_transaction
def review(id_: UUID, outcome: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """Note that it was looked at, and what it came to. A second time is the same act. Raises Missing, and
    ValidationError."""
    if outcome not in OUTCOMES:
        raise ValidationError({"outcome": "Say what it came to."})
    row = _anothers(id_, by, lock=True)
    case = asked(row.student, by, district_day(at))
    role, decision = _reviewer(row, case, by)
    if role is None:
        return refuse(case, decision, by, at, part=SEALED)
    if row.reviewed_at is not None:
        return row.id
    event = ledger.event(
        Act.OPENING_REVIEWED, record=row.id, part=KIND, by=by.acting_as(role), purpose=by.purpose.value,
        outcome=outcome, decision=_given(decision), sealed=True, at=at,
    )  # fmt: skip
    row.reviewed_at, row.reviewed_by, row.outcome, row.review = at, by.account.id, outcome, ledger.write(event)
    row.save(update_fields=["reviewed_at", "reviewed_by", "outcome", "review"])
    duties.discharge(ROOM, row.id, Over(by.account.id, row.review, at))
    return row.id


def student_of(id_: UUID) -> UUID | None:
    """Whose the record was; None: there is no such opening."""
    with district_transaction():
        return OpenedAnyway.objects.filter(pk=id_).values_list("student", flat=True).first()


def _anothers(id_: UUID, by: SignedIn, *, lock: bool = False) -> OpenedAnyway:
    """The row, to anybody of the office but whoever opened. Raises Missing."""
    rows = OpenedAnyway.objects.select_for_update(no_key=True) if lock else OpenedAnyway.objects
    row = rows.filter(pk=id_).first()
    if row is None or by.account.employee_id is None or row.account == by.account.id:
        raise Missing
    return row


def _reviewer(row: OpenedAnyway, case: Asked, by: SignedIn) -> tuple[str | None, Decision]:
    """The role in which this employee looks at it, None for nobody, and the law's word on a custodian
    (disclosure.sealed_log). Where no custodian but whoever opened it holds the office, a designee takes this one look:
    else it would be owed for ever, or be taken by whoever it is about."""
    decision = counsel.decide(case.question(Action.VIEW_SEALED_LOG, RecordKind.ACCESS_LOG))
    if decision.granted:
        return case.requester.role, decision
    opener = employee_of(row.account)
    if any(_is_kept_by_another(it, opener, case.on) for it in (*case.student.schools, None)):
        return None, decision
    who = designator_facts(by.account, case.on)
    return (who.role if who.designated else None), decision


def _given(decision: Decision) -> Decision | None:
    """What the entry says of the law: nothing, where a designee looks in a custodian's place."""
    return decision if decision.granted else None
