"""The verbs of the gate out. Each gathers the facts, asks the law, writes the ledger and acts, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from fileroom.disclosure import police_first, training_gate
from fileroom.disclosure.about import Person, whose
from fileroom.disclosure.by_office import ByOffice, by_office
from fileroom.disclosure.facts import NOBODY, Asked, asked, of_record, shelved
from fileroom.disclosure.handing_over import may_copy, may_release
from fileroom.disclosure.limits import gives_an_address, of_a_look, on_a_page, tells_where
from fileroom.disclosure.marks import before as marked
from fileroom.disclosure.marks import own_copy, standing
from fileroom.disclosure.marks.before import Looked
from fileroom.disclosure.marks.standing import NO_MARKS, Standing
from fileroom.disclosure.sittings import SAME_SITTING, let_in
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE, SEPARATE, Item, Others, item_of
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel, recent
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records import queries as shelves
from fileroom.records.contents import Contents
from fileroom.records.models import Record, Version

__all__ = ["Inspected", "Listed", "Missing", "Opened", "Refused", "inspect", "open_file"]


@dataclass(frozen=True)
class Listed:
    """A record as a list shows it: what it is and whom it is about, never what it says.

    `about`: a contact of the student; None where it is about the student, or nobody has said. `others`: what was said
    of other students in it; None: nothing. `marked`: it may show a family's status, so that neither a list
    nor the name of a saved file names it.
    """

    id: UUID
    item: Item
    filed_at: datetime
    origin: str
    about: Person | None
    others: Others | None
    marked: bool = False


@dataclass(frozen=True)
class Opened:
    """A student's file: the list of what the law lets this person see, and the decision that says so.

    Only `open_file` makes one, so whoever holds one was let in: the rest of the file's page takes it (overview).
    `offices`: those in which an employee serves this student; of them, `role` is the one they acted in.
    """

    student: UUID
    student_name: str
    decision: Decision
    role: str
    offices: tuple[str, ...]
    records: tuple[Listed, ...]
    may_read_log: bool
    may_read_sealed: bool
    may_see_birth_date: bool
    entry: UUID


@dataclass(frozen=True)
class Inspected:
    """One record's contents, with the decision that opened them and the entry that recorded it.

    `may_copy`: whether a page may offer its reader a copy, which is an act of its own and decided anew; `may_release`:
    to hand one to somebody outside. The others: as in Opened.
    """

    record: Listed
    student: UUID
    student_name: str
    version: int
    contents: Contents
    decision: Decision
    entry: UUID
    offices: tuple[str, ...]
    may_copy: bool
    may_release: bool
    may_read_log: bool


def listed(record: Record, people: Mapping[UUID, Person], marks: Mapping[UUID, Standing] = NO_MARKS) -> Listed:
    """A record without its contents. `people`: of disclosure.about; `marks`: of disclosure.marks, for a list."""
    about = people.get(record.about) if record.about else None
    item = CATALOGUE.get(record.item) or SEPARATE[record.item]
    marked = record.id in marks and marks[record.id].always
    return Listed(record.id, item, record.filed_at, record.origin, about, record.others, marked)


# An order's paper lies apart, and every look at it too: a line in the open log would tell that there is one.
SEALED_ITEM = "court_order"
SAME_REQUEST = timedelta(minutes=10)


def refuse(
    case: Asked,
    decision: Decision,
    by: SignedIn,
    at: datetime,
    *,
    record: UUID | None = None,
    part: str = "",
    purpose: Purpose | None = None,
) -> Refused:
    """Write the refusal: a request that was refused is an entry too (Ed. Code 49064).

    Where a family's account asked the entry is sealed, and the list its readers see says only that somebody did. One
    wording for all: if only those whom an order names were left out, the gap itself would name them. What the law
    itself seals the list does not tell of at all.

    A family that asks again within SAME_REQUEST and gets the same answer is still making the same request: its entry
    stands, and a page that is reloaded all night adds six an hour and no more. Who asked, for what, when it began and
    by which rules stays in the log; an employee's refusals are noted each time.
    """
    family = by.account.employee_id is None
    asked_for = (by.account.id, case.student.id, record, part, purpose)
    request = ("refused", *asked_for, decision.outcome.value, *(it.rule for it in decision.because))
    serves = family or bool(case.requester.offices)
    told, who = of_a_look(decision), police_first.who_asks(by)
    noted = recent.recall(*request, at=at, lasting=SAME_REQUEST) if family else None
    if noted:
        police_first.asked_about(case.student, decision, who, UUID(noted), at)
        return Refused(told, UUID(noted), serves=serves)
    student = None if case.student.id == NOBODY else case.student.id
    sealed = family or decision.silent or part == SEALED_ITEM
    kind = RecordKind(part) if item_of(part) else RecordKind.CUMULATIVE_FILE
    event = ledger.event(
        Act.DISCLOSURE_REFUSED, student=student, record=record, part=part, by=by.acting_as(case.role(kind, purpose)),
        purpose=(purpose or case.purpose()).value, decision=decision, at=at, sealed=sealed,
    )  # fmt: skip
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, who, entry, at)
    if sealed and not decision.sealed:
        ledger.write(told_to_nobody(student, by, at))
    if family:
        recent.remember(*request, value=str(entry), at=at, until=at + SAME_REQUEST)
    return Refused(told, entry, serves=serves)


def told_to_nobody(student_id: UUID | None, by: SignedIn | Actor, at: datetime) -> ledger.Event:
    """The open log's line of such a refusal: somebody asked, nothing was shown."""
    somebody = Actor(account=None, role="somebody", door=by.door)
    return ledger.event(Act.DISCLOSURE_REFUSED, student=student_id, part="file", by=somebody, outcome="no", at=at)


@durable_transaction
def open_file(student_id: UUID, *, by: SignedIn, at: datetime, step: bool = False) -> Opened | Refused:
    """Open a student's file: which records there are, of those the law lets this person see. Raises Missing.

    `step`: of an act that has, or will have, its own line.
    """
    case = asked(student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE))
    if not decision.granted:
        return refuse(case, decision, by, at, part="file")
    entry = let_in(case, decision, by, at, within=SAME_SITTING if step else None)
    records = visible(case)
    people, marks = whose(records, case), standing.of_records([(it.id, it.item) for it in records])
    return Opened(
        student_id,
        case.student.name,
        of_a_look(decision),
        case.role(RecordKind.CUMULATIVE_FILE),
        case.requester.offices,
        tuple(listed(record, people, marks) for record in records),
        may_read_log(case, by),
        counsel.decide(case.question(Action.VIEW_SEALED_LOG, RecordKind.ACCESS_LOG)).granted,
        may_see_birth_date(case),
        entry,
    )


def may_read_log(case: Asked, by: SignedIn) -> bool:
    """Whether a page may offer who has looked: a file can be open, and that list not."""
    decision = counsel.decide(case.question(Action.VIEW_LOG, RecordKind.ACCESS_LOG))
    return decision.granted and not shut_to_a_family(case, decision, by)


def shut_to_a_family(case: Asked, decision: Decision, by: SignedIn) -> bool:
    """Does a family's own page stay shut until the police have heard that somebody asks?"""
    who = police_first.who_asks(by)
    return by.account.employee_id is None and police_first.waits(case.student, decision, who, on=case.on)


def may_see_birth_date(case: Asked) -> bool:
    """Whether a page may offer to show it."""
    return counsel.decide(case.question(Action.INSPECT, RecordKind.BIRTH_DATE)).granted


def visible(case: Asked) -> tuple[Record, ...]:
    """The records of the file this person could open: any other would tell by its title, and a count by its sum."""
    rows = shelves.of_student(case.student.id).filter(item__in=CATALOGUE)
    records = [(row, (row.item, of_record(row))) for row in rows]
    open_ = {
        (item, record)
        for item, record in {about for _, about in records}
        if counsel.decide(case.question(Action.INSPECT, RecordKind(item), record=record)).granted
    }
    return tuple(row for row, about in records if about in open_)


@durable_transaction
def inspect(
    record_id: UUID, *, by: SignedIn, at: datetime, purpose: Purpose | None = None, copy: bool = False,
    looked: Looked | None = None,
) -> Inspected | ByOffice | Refused:  # fmt: skip
    """Open one record (or take a copy of it), or say why not; the ledger knows first either way. `looked`: what an
    employee says of a record that may show a family's status. Raises Missing."""
    record, version = shelved(record_id)
    case, facts = asked(record.student_id, by, district_day(at)).as_to(version), of_record(record)
    action = Action.COPY if copy else Action.INSPECT
    decision = counsel.decide(case.question(action, RecordKind(record.item), purpose=purpose, record=facts))
    if not decision.granted:
        return refuse(case, decision, by, at, record=record_id, part=record.item, purpose=purpose)
    if wanting := training_gate.lacking(case, record, by, at):
        return training_gate.put_off(listed(record, whose([record], case)), wanting, case, decision, by, at, purpose)
    bounds, has_fields = None, version.form == Version.Form.STRUCTURED
    home, alone = tells_where(case.student, record.item, has_fields=has_fields), not facts.involves_other_students
    if by.account.employee_id is None:
        bounds = on_a_page(decision, record.item, has_fields=has_fields, of_nobody_else=alone, home_in_it=home)
    awaits = case.student.awaits_card and gives_an_address(record.item, has_fields=has_fields)
    if (by.is_program and awaits) or (bounds and (bounds.shut or shut_to_a_family(case, decision, by))):
        return by_office(listed(record, whose([record], case)), case, decision, by, at)
    wanted, said = purpose or case.purpose(), looked or Looked()
    first = own_copy.before(record, version, wanted, copy=copy, by=by, on=case.on)
    if first and (lacks := first.unmet(said)):
        return own_copy.put_off(listed(record, whose([record], case)), first, lacks, case, decision, by, at, purpose)
    event = ledger.event(
        Act.RECORD_COPIED if copy else Act.RECORD_INSPECTED,
        student=record.student_id,
        record=record_id,
        part=record.item,
        by=by.acting_as(case.role(RecordKind(record.item), purpose)),
        purpose=(purpose or case.purpose()).value,
        decision=decision,
        at=at,
        sealed=record.item == SEALED_ITEM,
    )
    if first:
        marked.note(first, said, record, event, by=by, at=at)
    # What is printed from its page is a copy too, and no address asks there for its reason.
    on_paper = not has_fields or own_copy.before(record, version, wanted, copy=True, by=by, on=case.on) is None
    contents = opened(record, version, event)
    marks = standing.of_records([(record.id, record.item)]) if version.form == Version.Form.DOCUMENT else NO_MARKS
    police_first.asked_about(case.student, decision, police_first.who_asks(by), event.id, at)
    return Inspected(
        listed(record, whose([record], case), marks),
        case.student.id,
        case.student.name,
        version.number,
        bounds.cut(contents) if bounds else contents,
        of_a_look(decision),
        event.id,
        case.requester.offices,
        copy or (on_paper and may_copy(case, record, purpose).granted),
        may_release(case, record).granted,
        may_read_log(case, by),
    )


def opened(record: Record, version: Version, event: ledger.Event) -> Contents:
    """The contents, by the statement that also writes the event. Raises Missing where they were destroyed."""
    try:
        return shelf.open_logged(record, version, event)
    except shelf.Gone as error:
        raise Missing from error
