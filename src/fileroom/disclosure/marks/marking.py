"""A person marks one record, with a reason, and two people take the mark off, that of its own words too
(records/marking.py). The law's own marks nobody takes off.

To mark is safe, so whoever may open the record may do it. To take a mark off is not: one custodian of the student's
records proposes it with a reason, and another does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from fileroom.disclosure.facts import Asked, asked, of_record, shelved
from fileroom.disclosure.log import SEALED
from fileroom.disclosure.marks.asking import may_look
from fileroom.disclosure.marks.standing import Standing
from fileroom.disclosure.marks.standing import of_record as standing_of
from fileroom.disclosure.reasons import fit
from fileroom.disclosure.services import Inspected, refuse
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.law.marks import is_marked_by_law
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records.models import CareMark, Record, SealedNote

KIND = "care_mark"
WHY_ON, WHY_OFF = "Say in a sentence why it is marked, without what it tells", "Say in a sentence why the mark is wrong"


@durable_transaction
def put_on(once: UUID, record_id: UUID, because: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """Mark this record, also where its words alone have; the record's id. `once`: the id of the note that says why.

    Raises Missing, FormUsed and ValidationError.
    """
    record, _ = shelved(record_id)
    case = asked(record.student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.INSPECT, RecordKind(record.item), record=of_record(record)))
    if not decision.granted or by.account.employee_id is None:
        return refuse(case, decision, by, at, record=record_id, part=record.item)

    def again() -> UUID | None:
        # looked up before the form: the mark may be that of its other press
        open_ = CareMark.objects.filter(record=record_id, off_at=None).first()
        if sent := SealedNote.objects.filter(pk=once).first():
            mark = CareMark.objects.filter(pk=sent.about, record=record_id).first()
            if mark is None or sent.written_by != by.account.id:
                raise FormUsed
            return record_id
        if is_marked_by_law(record.item) or (open_ is not None and open_.marked_by is not None):
            raise ValidationError("It is marked already.")
        return None

    def act() -> UUID:
        said = fit(because, asks=WHY_ON)
        by_words = CareMark.objects.select_for_update(no_key=True).filter(record=record_id, off_at=None).first()
        # somebody marked it since `again` looked: their other press, or another's mark, which stays theirs
        if by_words and by_words.marked_by is not None and (before := again()):
            return before
        mark = by_words or CareMark(id=uuid4(), record=record_id, marked_at=at)
        entry = _noted(Act.MARK_PUT_ON, mark.id, record, case, decision, by, at)
        _a_persons(mark, entry, by)
        noting.write_note(once, KIND, mark.id, {"because": said}, entry=entry, by=by, at=at)
        return record_id

    try:
        return act_once(again, act)
    except IntegrityError:  # its own words marked it at this moment: that mark is there now, and is taken over
        return act_once(again, act)


def _a_persons(mark: CareMark, entry: UUID, by: SignedIn) -> None:
    """It is this person's, whether its words had marked it before or nobody. Whoever has proposed that it comes off did
    not know of their reason: it is proposed anew, or not at all."""
    mark.marked_by, mark.entry = by.account.id, entry
    mark.proposed_at = mark.proposed_by = mark.proposal = None
    mark.save()


@durable_transaction
def propose_off(record_id: UUID, because: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """Propose that a person's mark comes off; the record's id. Raises Missing and ValidationError."""
    case, record, row, decision = _of_a_custodian(record_id, by, at)
    if not decision.granted:
        return refuse(case, decision, by, at, part=SEALED)
    if row.proposed_by is not None:
        raise ValidationError("It is proposed already. Another custodian of records takes the mark off.")
    said = fit(because, asks=WHY_OFF)
    row.proposed_at, row.proposed_by = at, by.account.id
    row.proposal = _noted(Act.MARK_TO_BE_TAKEN_OFF, row.id, record, case, decision, by, at)
    row.save(update_fields=["proposed_at", "proposed_by", "proposal"])
    noting.write_note(uuid4(), KIND, row.id, {"because": said}, entry=row.proposal, by=by, at=at)
    return record_id


@durable_transaction
def take_off(record_id: UUID, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """A second custodian takes it off; the record's id. Raises Missing and ValidationError."""
    case, record, row, decision = _of_a_custodian(record_id, by, at)
    if not decision.granted:
        return refuse(case, decision, by, at, part=SEALED)
    if row.proposed_by is None:
        raise ValidationError("First somebody proposes that the mark comes off.")
    if row.proposed_by == by.account.id:
        raise ValidationError("Another person takes the mark off: it is not for whoever proposed it.")
    row.off_at, row.off_by = at, by.account.id
    row.off = _noted(Act.MARK_TAKEN_OFF, row.id, record, case, decision, by, at)
    row.save(update_fields=["off_at", "off_by", "off"])
    return record_id


def _of_a_custodian(record_id: UUID, by: SignedIn, at: datetime) -> tuple[Asked, Record, CareMark, Decision]:
    """The mark on this record, with the law's answer about a custodian. Raises Missing, and ValidationError where no
    person has marked it."""
    record, _ = shelved(record_id)
    case = asked(record.student_id, by, district_day(at))
    row = CareMark.objects.select_for_update(no_key=True).filter(record=record_id, off_at=None).first()
    decision = may_look(case)
    if row is None and decision.granted:
        raise ValidationError("No person has marked this record: what the law’s list marks stays marked.")
    return case, record, row or CareMark(), decision


@dataclass(frozen=True)
class OnRecord:
    """The mark of a record that its reader has opened. `settled`: somebody has marked it, or the law itself, so that
    nobody marks it any more. `proposed`: that it comes off; `mine`: by the reader. `may_change`: they are a custodian
    of the student's records."""

    standing: Standing | None
    settled: bool
    proposed: bool
    mine: bool
    may_change: bool


def on_record(seen: Inspected, *, by: SignedIn, at: datetime) -> OnRecord:
    """What a page of the record says of its mark: whoever holds an `Inspected` was let in."""
    with district_transaction():
        standing = standing_of(seen.record.id, seen.record.item.code)
        row = CareMark.objects.get(pk=standing.by_hand) if standing and standing.by_hand else None
        case = asked(seen.student, by, district_day(at)) if row else None
        keeps = case is not None and may_look(case).granted
    proposed = row.proposed_by if row else None
    settled = is_marked_by_law(seen.record.item.code) or (row is not None and row.marked_by is not None)
    return OnRecord(standing, settled, proposed is not None, proposed == by.account.id, keeps)


def _noted(
    act: Act, id_: UUID, record: Record, case: Asked, decision: Decision, by: SignedIn, at: datetime
) -> UUID:  # fmt: skip
    """A line under seal: that a record is marked is told to nobody but the custodian of records."""
    return ledger.write(
        ledger.event(
            act, student=case.student.id, record=id_, by=by.acting_as(case.role(RecordKind(record.item))),
            purpose=case.purpose().value, decision=decision, sealed=True, at=at,
        )
    )  # fmt: skip
