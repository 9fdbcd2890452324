"""One thing of a student's for one person of the family who is not signed in: may they have it today, and its opening.

A record is asked about as a copy that the family takes on a page of its own: within limits that no page keeps it is
shut. A letter is asked about as a notice to them, and by what its own law says of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure import parties, police_first
from fileroom.disclosure.about import whose
from fileroom.disclosure.facts import NOBODY, Asked, as_to, asked, of_record, shelved
from fileroom.disclosure.handing_over import may_release
from fileroom.disclosure.limits import Within, on_a_page, tells_where
from fileroom.disclosure.marks import standing
from fileroom.disclosure.proposing import named, recipient_facts
from fileroom.disclosure.services import Listed, listed, opened, refuse, told_to_nobody
from fileroom.disclosure.shown import Recipient
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Notice, NoticeKind, Purpose, RecordKind
from fileroom.law.facts import Record as RecordFacts
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch, student_facts
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records import issuing
from fileroom.records.contents import Contents
from fileroom.records.models import Letter, Record, Version


@dataclass(frozen=True)
class ForOne:
    """The law's answer about one thing for one person today. `bounds`: of a record, what of it goes.

    `waits`: the police hear first that somebody asks, and until then no link opens it. Of a letter its own law says so.
    """

    student: StudentFacts
    who: RequesterFacts
    to: Recipient
    decision: Decision
    on: date
    record: Record | None = None
    version: Version | None = None
    letter: Letter | None = None
    bounds: Within | None = None
    waits: bool = False

    @property
    def granted(self) -> bool:
        """May it go as it is? A copy within limits that no page keeps is the office's to prepare."""
        return self.decision.granted and not self.waits and not (self.bounds and self.bounds.shut)

    @property
    def told(self) -> Decision:
        """The answer as whoever makes a link is shown it."""
        return police_first.as_told(self.decision, shut=self.waits)

    def asked_about(self, entry: UUID, at: datetime) -> None:
        """It was asked for in vain, by this entry. Part of the open transaction."""
        who = police_first.who_receives(self.to)
        if self.record is not None:
            police_first.asked_about(self.student, self.decision, who, entry, at)

    @property
    def is_document(self) -> bool:
        """Is it a file, and not a few named values?"""
        return self.version is None or self.version.form == Version.Form.DOCUMENT

    @property
    def item(self) -> Listed | None:
        """The record as a list shows it; None of a letter. Part of the open transaction."""
        if self.record is None:
            return None
        about = whose([self.record], Asked(self.student, self.who, self.on))
        return listed(self.record, about, standing.of_records([(self.record.id, self.record.item)]))


def record_for(
    record_id: UUID, contact: UUID | None, *, identity_checked: bool, on: date, home_language: bool = False
) -> ForOne:
    """A record for a contact on the student's file, or (None) for the student. `home_language`: as at the release of a
    copy. Raises Missing. Part of the open transaction, as all here: an order that is handed in at this moment waits
    until it is over."""
    record, version = shelved(record_id)
    student, who, to = _towards(record.student_id, contact, identity_checked, on)
    student = replace(as_to(student, version), home_language_at_threshold=home_language)
    case, facts = Asked(student, who, on), of_record(record)
    decision = counsel.decide(case.question(Action.COPY, RecordKind(record.item), record=facts))
    alone, has_fields = not facts.involves_other_students, version.form == Version.Form.STRUCTURED
    home = tells_where(student, record.item, has_fields=has_fields)
    bounds = on_a_page(decision, record.item, has_fields=has_fields, of_nobody_else=alone, home_in_it=home)
    waits = decision.granted and police_first.waits(student, decision, police_first.who_receives(to), on=on)
    return ForOne(student, who, to, decision, on, record, version, bounds=bounds, waits=waits)


def letter_for(letter: Letter, contact: UUID | None, own_law: Decision, *, on: date) -> ForOne:
    """A letter for whom it was written to. `own_law`: what the law of its kind says today. Raises Missing."""
    if letter.student_id is None or letter.to != contact:
        raise Missing
    student, who, to = _towards(letter.student_id, contact, True, on)
    notice = Notice(kind=NoticeKind.OTHER)
    asked_of = question(
        Action.SEND_NOTICE, Purpose.NONE_STATED, requester=who, student=student, record=RecordFacts(), on=on,
        notice=notice,
    )  # fmt: skip
    decision = counsel.decide(asked_of)
    return ForOne(student, who, to, decision if not decision.granted else own_law, on, letter=letter)


def _towards(
    student_id: UUID, contact: UUID | None, identity_checked: bool, on: date
) -> tuple[StudentFacts, RequesterFacts, Recipient]:
    student = student_facts(student_id, on, Touch.LOOKS)
    if student is None:
        raise Missing
    to = named(Recipient("", on_file=contact or student.id, identity_checked=identity_checked), student, on)
    return student, recipient_facts(to, student, None, on), to


def look_at_nobody(on: date) -> None:
    """The same look-ups for what is not here, so that the time they take says nothing."""
    student_facts(NOBODY, on, Touch.LOOKS)


def may_hand_out(record_id: UUID, *, by: SignedIn, at: datetime) -> tuple[Asked, Record] | Refused:
    """The employee towards the student, where it is this office that hands the record out. Raises Missing."""
    record, _ = shelved(record_id)
    case = asked(record.student_id, by, district_day(at))
    own = may_release(case, record)
    if own.granted and by.account.employee_id is not None:
        return case, record
    return refuse(case, own, by, at, record=record_id, part=record.item)


def somebody_asked(student_id: UUID, law: Decision | None, *, by: Actor, at: datetime) -> ledger.Event:
    """The open log's line of a link that opened nothing: somebody asked, whatever kept it shut. Under seal where the
    law's own answer stands there."""
    line = told_to_nobody(student_id, by, at)
    return replace(line, sealed=law is not None and law.sealed)


def open_by_link(of: ForOne, *, by: Actor, at: datetime) -> Contents:
    """Its contents, by the statement that also writes the line; who received it stands beside. Raises Missing."""
    if of.letter is not None:
        return _open_letter(of, of.letter, by, at)
    assert of.record is not None and of.version is not None and of.bounds is not None
    event = ledger.event(
        Act.RECORD_COPIED, student=of.student.id, record=of.record.id, part=of.record.item, by=by,
        purpose=Asked(of.student, of.who, of.on).purpose().value, decision=of.decision, at=at,
    )  # fmt: skip
    contents = of.bounds.cut(opened(of.record, of.version, event))
    parties.keep(event.id, of.to, of.who.kind, None)
    return contents


def _open_letter(of: ForOne, letter: Letter, by: Actor, at: datetime) -> Contents:
    try:
        entry, body = issuing.open_for(letter, by=by, purpose=Purpose.NONE_STATED, decision=of.decision, at=at)
    except shelf.Gone as error:
        raise Missing from error
    parties.keep(entry, of.to, of.who.kind, None)
    return Contents.document(body, issuing.PDF)
