"""A copy for somebody outside: answered before anything is opened, held back while a duty comes first, given once.

Two people are asked about: the recipient by the law of disclosure, and the employee who hands over, who must be one of
those who may open the record. What the recipient showed counts for this record, this recipient and this day alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from fileroom.disclosure import parties
from fileroom.disclosure.facts import Asked, asked, shelved
from fileroom.disclosure.proposing import named, notice, papers, recipient_facts
from fileroom.disclosure.services import SEALED_ITEM, Listed, Opened, listed, open_file, opened, refuse
from fileroom.disclosure.shown import Recipient, Shown, ShownCourtPaper
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision, Duty, Outcome, default_calendar
from fileroom.law.clocks import first_day
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.calendars import calendar
from fileroom.people.signed_in import SignedIn
from fileroom.records.contents import Contents
from fileroom.records.models import Record, Version

WAITS = "waits"


@dataclass(frozen=True)
class Prepared:
    """A record about to be copied: the student, the items of the file, and the people on it who may ask or sign."""

    student: UUID
    student_name: str
    record: Listed
    items: tuple[str, ...]
    people: Mapping[UUID, str]


@dataclass(frozen=True)
class Answered:
    """The law's answer to a copy that is proposed. `owed` first, and the first day on which it may go (None: at once,
    when that is done)."""

    decision: Decision
    entry: UUID
    owed: tuple[Duty, ...]
    may_go_on: date | None


@dataclass(frozen=True)
class Waits(Refused):
    """It may go, but not yet: what is `owed` comes first. Nothing was opened."""

    owed: tuple[Duty, ...]
    may_go_on: date | None


@dataclass(frozen=True)
class Released:
    """A copy handed over, with the decision and the entry."""

    record: Listed
    contents: Contents
    decision: Decision
    entry: UUID


@dataclass(frozen=True)
class Repeated:
    """The same form again: the copy is handed over already, and nothing was opened a second time."""

    entry: UUID


@dataclass(frozen=True)
class _Case:
    """One copy proposed: everything the law is asked about, and its answer."""

    record: Record
    version: Version
    asked: Asked
    to: Recipient
    purpose: Purpose
    shown: Shown | None
    decision: Decision
    may_go_on: date | None

    @property
    def apart(self) -> bool:
        """An encounter that is documented by itself is noted apart from every student's file."""
        return any(duty.code == DutyCode.DOCUMENT_ENCOUNTER for duty in self.decision.duties)


def prepare(record_id: UUID, *, by: SignedIn, at: datetime) -> Prepared | Refused:
    """Open the list of the record's file, for the form. Raises Missing for a record this account may not open."""
    with district_transaction():
        student_id = shelved(record_id)[0].student_id
    file = open_file(student_id, by=by, at=at)
    if isinstance(file, Refused):
        return file
    record = next((it for it in file.records if it.id == record_id), None)
    if record is None:
        raise Missing
    return _prepared(student_id, record, file, district_day(at))


def _prepared(student_id: UUID, record: Listed, file: Opened, on: date) -> Prepared:
    with district_transaction():
        student, related = queries.named(student_id, on=on), queries.related(student_id, on=on)
    if student is None:
        raise Missing
    items = tuple(dict.fromkeys((record.item.code, *(it.item.code for it in file.records))))
    people = {it.contact: f"{it.name}, {it.kind.replace('_', ' ')}" for it in related}
    return Prepared(student_id, student.name, record, items, people | {student_id: f"{student.name}, the student"})


@durable_transaction
def propose(
    record_id: UUID, *, to: Recipient, purpose: Purpose, shown: Shown | None, by: SignedIn, at: datetime
) -> Answered | Refused:
    """May this copy go out? Asked before the act: nothing is opened. Refused: the employee may not open the record.

    Raises Missing.
    """
    case = _gathered(record_id, to, purpose, shown, by, at)
    if isinstance(case, Refused):
        return case
    owed = case.decision.first if case.decision.granted else ()
    if case.apart or case.decision.silent or case.decision.outcome is Outcome.NO:
        entry = _refused(case, by, at).entry
    else:
        entry = _noted(case, WAITS if owed else "", by, at)
    return Answered(case.decision, entry, owed, case.may_go_on)


@durable_transaction
def release(
    record_id: UUID,
    *,
    to: Recipient,
    purpose: Purpose,
    shown: Shown | None,
    by: SignedIn,
    at: datetime,
    once: UUID,
) -> Released | Waits | Refused | Repeated:
    """Hand over a copy of one record to somebody outside, or say why not; the ledger knows first either way.

    `once`: the form's own id. Raises Missing, and FormUsed for the same form with another recipient.
    """
    case = _gathered(record_id, to, purpose, shown, by, at)
    if isinstance(case, Refused):
        return case
    entry = uuid5(once, f"{record_id}/{by.account.id}")
    if parties.is_there(entry):
        return _repeated(entry, case)
    if not case.decision.granted:
        return _refused(case, by, at)
    if case.decision.first:
        noted = _refused(case, by, at).entry if case.apart else _noted(case, WAITS, by, at)
        return Waits(case.decision, noted, case.decision.first, case.may_go_on)
    if not parties.keep(entry, case.to, _kind(case), case.shown):
        return _repeated(entry, case)  # two posts at the same moment: the other one was first
    event = replace(_event(case, Act.RECORD_RELEASED, by, at), id=entry)
    return Released(listed(case.record), opened(case.record, case.version, event), case.decision, entry)


def _gathered(
    record_id: UUID, to: Recipient, purpose: Purpose, shown: Shown | None, by: SignedIn, at: datetime
) -> _Case | Refused:
    """The law's answer about the recipient; Refused where the employee could not open the record at all."""
    record, version = shelved(record_id)
    on, kind = district_day(at), RecordKind(record.item)
    mine = asked(record.student_id, by, on)
    own = counsel.decide(mine.question(Action.INSPECT, kind))
    if not own.granted or by.account.employee_id is None:
        return refuse(mine, own, by, at, record=record_id, part=record.item)
    to = named(to, mine.student, on)
    case = Asked(mine.student, recipient_facts(to, mine.student, shown, on), on)
    days = calendar() or default_calendar()
    question = case.question(
        Action.DISCLOSE,
        kind,
        purpose=purpose,
        papers=papers(shown, to, record.item, purpose, case),
        other=notice(shown, on),
    )
    decision = counsel.decide(question)
    told_on = shown.family_told_on if isinstance(shown, ShownCourtPaper) else None
    done_on = told_on if told_on is not None and told_on <= on else on
    waits = [first_day(duty, done_on=done_on, calendar=days) for duty in decision.first if duty.wait]
    return _Case(record, version, case, to, purpose, shown, decision, max(waits, default=None))


def _kind(case: _Case) -> str:
    return case.asked.requester.kind


def _event(case: _Case, act: Act, by: SignedIn, at: datetime, outcome: str = "") -> ledger.Event:
    return ledger.event(
        act,
        student=None if case.apart else case.record.student_id,
        record=None if case.apart else case.record.id,
        part="release" if case.apart else case.record.item,
        by=by.acting_as(case.asked.requester.role),
        purpose=case.purpose.value,
        outcome=outcome,
        decision=case.decision,
        at=at,
        sealed=case.apart or case.record.item == SEALED_ITEM,
    )


def _noted(case: _Case, outcome: str, by: SignedIn, at: datetime) -> UUID:
    """A request answered and not refused: the entry, and who asked."""
    entry = ledger.write(_event(case, Act.DISCLOSURE_ANSWERED, by, at, outcome))
    parties.keep(entry, case.to, _kind(case), case.shown)
    return entry


def _refused(case: _Case, by: SignedIn, at: datetime) -> Refused:
    """A request refused: in the student's log, or apart where the file must not tell of it; and who asked."""
    if case.apart:
        outcome = WAITS if case.decision.granted else ""
        refused = Refused(case.decision, ledger.write(_event(case, Act.DISCLOSURE_REFUSED, by, at, outcome)))
    else:
        part, record = case.record.item, case.record.id
        refused = refuse(case.asked, case.decision, by, at, record=record, part=part, purpose=case.purpose)
    parties.keep(refused.entry, case.to, _kind(case), case.shown)
    return refused


def _repeated(entry: UUID, case: _Case) -> Repeated:
    if not parties.is_same(entry, case.to, _kind(case)):
        raise FormUsed
    return Repeated(entry)
