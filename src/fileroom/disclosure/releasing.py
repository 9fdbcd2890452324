"""A copy for somebody outside: answered before anything is opened, held back while a duty comes first, given once.

Two people are asked about: the recipient by the law of disclosure, and the employee who hands over, who must be one of
those who may open the record. What the recipient showed counts for this record, this recipient and this day alone.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure import apart, parties, police_first
from fileroom.disclosure.about import whose
from fileroom.disclosure.directory.asking import refused_on_paper
from fileroom.disclosure.directory.policy import district_facts, in_force
from fileroom.disclosure.directory.told import Untold, told
from fileroom.disclosure.facts import Asked, as_to, asked, of_record, shelved
from fileroom.disclosure.handing_over import may_release
from fileroom.disclosure.limits import Within, within
from fileroom.disclosure.marks import before as marked
from fileroom.disclosure.marks.before import Before, Looked
from fileroom.disclosure.one_copy import Case
from fileroom.disclosure.parties import HandedOver
from fileroom.disclosure.proposing import named, notice, papers, recipient_facts
from fileroom.disclosure.services import SEALED_ITEM, Listed, listed, opened, refuse, told_to_nobody
from fileroom.disclosure.shown import Recipient, Shown, ShownCourtPaper
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Duty, Outcome, default_calendar
from fileroom.law.clocks import first_day
from fileroom.law.codes import Limit
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Refused
from fileroom.people.calendars import calendar
from fileroom.people.signed_in import SignedIn
from fileroom.records.contents import Contents
from fileroom.records.models import Version

WAITS, AGAIN, BEYOND, UNCONFIRMED, UNLOOKED = "waits", "again", "beyond_its_limits", "unconfirmed", "unlooked"
REFUSED_PART = "release"  # of a request, where the entry does not name the item


@dataclass(frozen=True)
class Answered:
    """The law's answer to a copy that is proposed. `owed` first, and the first day on which it may go (None: at once,
    when that is done). `within`: the limits of a grant. `before`: what comes before a copy of a marked record."""

    decision: Decision
    entry: UUID
    owed: tuple[Duty, ...]
    may_go_on: date | None
    within: Within
    before: Before | None = None

    @property
    def ready(self) -> bool:
        """May it go now, once what a person has to confirm is confirmed?"""
        return self.decision.granted and not self.owed and not self.within.shut


@dataclass(frozen=True)
class Waits(Refused):
    """It may go, but not yet: what is `owed` comes first. Nothing was opened."""

    owed: tuple[Duty, ...]
    may_go_on: date | None


@dataclass(frozen=True)
class Bounded(Refused):
    """It is granted, and no copy keeps within its limits, or nobody has confirmed those a person confirms. Nothing was
    opened."""

    within: Within
    unconfirmed: tuple[Limit, ...]


@dataclass(frozen=True)
class Unlooked(Refused):
    """It is granted, and the record may show a family's status: what comes first is not done. Nothing was opened.

    `lacks`: what is still to be done, in words."""

    within: Within
    before: Before
    lacks: str


@dataclass(frozen=True)
class Released:
    """A copy handed over, with the decision and the entry. `contents`: what the limits let out."""

    record: Listed
    contents: Contents
    decision: Decision
    entry: UUID
    within: Within


@dataclass(frozen=True)
class Repeated:
    """The same form again: the copy was handed over by this entry, and nothing was opened a second time."""

    entry: UUID


@durable_transaction
def propose(
    record_id: UUID,
    *,
    to: Recipient,
    purpose: Purpose,
    shown: Shown | None,
    enter: apart.Enter,
    untold: Untold,
    by: SignedIn,
    at: datetime,
    home_language: bool = False,
) -> Answered | Refused:
    """May this copy go out? Asked before the act: nothing is opened. Refused: the employee may not open the record.

    `enter`: into the register of officers and agents who come, where the law says that it is told of. `untold`: whose
    family had no notice yet. `home_language`: of one in which the school writes home too. Raises Missing.
    """
    case = gathered(record_id, to, purpose, shown, untold, by, at, home_language=home_language)
    if isinstance(case, Refused):
        return case
    apart.entered(case.decision, enter, by, at, student=case.record.student_id)
    owed = case.told.first if case.told.granted else ()
    if case.decision.apart or case.told.silent or case.decision.outcome is Outcome.NO:
        entry = _refused(case, by, at).entry
    else:
        entry = _noted(case, BEYOND if case.within.shut else WAITS if owed else "", by, at)
    return Answered(case.told, entry, owed, case.may_go_on, case.within, case.before)


@durable_transaction
def release(
    record_id: UUID,
    *,
    to: Recipient,
    purpose: Purpose,
    shown: Shown | None,
    enter: apart.Enter,
    untold: Untold,
    by: SignedIn,
    at: datetime,
    once: UUID,
    confirmed: frozenset[Limit] = frozenset(),
    looked: Looked | None = None,
    home_language: bool = False,
) -> Released | Waits | Bounded | Unlooked | Refused | Repeated:
    """Hand over a copy of one record to somebody outside, or say why not; the ledger knows first either way.

    `once`: the form's own id. `confirmed`: the limits of which the employee says that the copy keeps within them;
    `looked`: what they say of a record that may show a family's status.
    Raises Missing, and FormUsed where this form has handed over and now says something else.
    """
    case = gathered(record_id, to, purpose, shown, untold, by, at, home_language=home_language)
    if isinstance(case, Refused):
        return case
    said = parties.digest(record_id, by.account.id, purpose, _kind(case), home_language, to=case.to, shown=shown)
    if earlier := parties.handed_over(once):
        return _repeated(earlier, said, case, by, at)
    apart.entered(case.decision, enter, by, at, student=case.record.student_id)
    if not case.decision.granted:
        return _refused(case, by, at)
    if case.waits_for_them:
        return Waits(case.told, _refused(case, by, at).entry, (), None)
    if case.told.first:
        noted = _refused(case, by, at).entry if case.decision.apart else _noted(case, WAITS, by, at)
        return Waits(case.told, noted, case.told.first, case.may_go_on)
    if case.within.shut or case.within.unconfirmed(confirmed):
        return _bounded(case, confirmed, by, at)
    said_of_it = looked or Looked()
    if case.before and (lacks := case.before.unmet(said_of_it)):
        return Unlooked(case.decision, _kept_in(case, UNLOOKED, by, at), case.within, case.before, lacks)
    event = _event(case, Act.RECORD_RELEASED, by, at)
    if not parties.keep(event.id, case.to, _kind(case), shown, once=once, said=said):
        return _repeated(parties.handed_over(once), said, case, by, at)  # of two posts at one moment the second
    for limit in case.within.to_confirm:
        ledger.write(replace(_event(case, Act.LIMIT_CONFIRMED, by, at), part=limit.value))
    if case.before:
        marked.note(case.before, said_of_it, case.record, event, by=by, at=at)
    contents = case.within.cut(opened(case.record, case.version, event))
    about = listed(case.record, whose([case.record], case.mine))
    return Released(about, contents, case.told, event.id, case.within)


def gathered(
    record_id: UUID, to: Recipient, purpose: Purpose, shown: Shown | None, untold: Untold, by: SignedIn, at: datetime,
    *, home_language: bool = False,
) -> Case | Refused:  # fmt: skip
    """The law's answer about the recipient; Refused where this employee may not open the record, or hand it out.

    Part of the open transaction. Raises Missing.
    """
    record, version = shelved(record_id)
    on, kind = district_day(at), RecordKind(record.item)
    mine = asked(record.student_id, by, on)
    own = may_release(mine, record)
    if not own.granted or by.account.employee_id is None:
        return refuse(mine, own, by, at, record=record_id, part=record.item)
    to = named(to, mine.student, on)
    student = replace(as_to(mine.student, version), home_language_at_threshold=home_language)
    case = Asked(student, recipient_facts(to, student, shown, on), on)
    days, policy = calendar() or default_calendar(), in_force(on)
    question = case.question(
        Action.DISCLOSE,
        kind,
        purpose=purpose,
        papers=papers(shown, to, record.item, purpose, case),
        other=notice(shown, on),
        record=of_record(record),
        district=district_facts(policy, on, told=told(untold, policy, record.student_id, on)),
        also_chosen=refused_on_paper(record.student_id),
    )
    decision = counsel.decide(question)
    told_on = shown.family_told_on if isinstance(shown, ShownCourtPaper) else None
    done_on = told_on if told_on is not None and told_on <= on else on
    waits = [first_day(duty, done_on=done_on, calendar=days) for duty in decision.first if duty.wait]
    has_fields, awaits = version.form == Version.Form.STRUCTURED, mine.student.awaits_card
    another = record.about not in (None, record.student_id)
    bounds = within(
        decision, record.item, has_fields=has_fields, shown=shown, awaits_card=awaits, of_another=another
    )  # fmt: skip
    first = marked.before(record, decision, to, case.requester.kind, purpose, shown, by=by, at=at)
    hear_first = police_first.waits(case.student, decision, police_first.who_receives(to), on=on)
    may_go_on = max(waits, default=None)
    return Case(record, version, mine, case, to, purpose, shown, decision, bounds, may_go_on, first, hear_first)


def _kind(case: Case) -> str:
    return case.asked.requester.kind


def _event(case: Case, act: Act, by: SignedIn, at: datetime, outcome: str = "") -> ledger.Event:
    """The employee acts, in their own office; who asked is the party's to say (parties.py)."""
    apart, refused = case.decision.apart, act is Act.DISCLOSURE_REFUSED
    return ledger.event(
        act,
        student=None if apart else case.record.student_id,
        record=None if apart else case.record.id,
        part=REFUSED_PART if apart or refused else case.record.item,
        by=by.acting_as(case.mine.role(RecordKind(case.record.item))),
        purpose=case.purpose.value,
        outcome=outcome,
        decision=case.decision,
        at=at,
        sealed=apart or refused or case.record.item == SEALED_ITEM,
    )


def _noted(case: Case, outcome: str, by: SignedIn, at: datetime) -> UUID:
    """A request answered and not refused: the entry, and who asked."""
    entry = case.asked_about(ledger.write(_event(case, Act.DISCLOSURE_ANSWERED, by, at, outcome)), at)
    parties.keep(entry, case.to, _kind(case), case.shown)
    return entry


def _refused(case: Case, by: SignedIn, at: datetime) -> Refused:
    """A request refused: sealed, whoever asked, so that no reader of the list can tell one reason from another.

    The open log says that somebody asked; nothing at all where a court forbids telling, or where the request stands
    apart from every student's file.
    """
    outcome = WAITS if case.decision.granted else ""
    entry = case.asked_about(ledger.write(_event(case, Act.DISCLOSURE_REFUSED, by, at, outcome)), at)
    if not case.decision.apart and not case.decision.sealed:
        ledger.write(told_to_nobody(case.record.student_id, by, at))
    parties.keep(entry, case.to, _kind(case), case.shown)
    return Refused(case.told, entry)


def _bounded(case: Case, confirmed: frozenset[Limit], by: SignedIn, at: datetime) -> Bounded:
    """Granted, and not handed over: the limits are not kept, or not confirmed."""
    entry = _kept_in(case, BEYOND if case.within.shut else UNCONFIRMED, by, at)
    return Bounded(case.decision, entry, case.within, case.within.unconfirmed(confirmed))


def _kept_in(case: Case, outcome: str, by: SignedIn, at: datetime) -> UUID:
    """The line of a copy that is granted and stays here."""
    return _refused(case, by, at).entry if case.decision.apart else _noted(case, outcome, by, at)


def _repeated(earlier: HandedOver | None, said: bytes, case: Case, by: SignedIn, at: datetime) -> Repeated:
    """The same form saying the same: noted as a request of its own, under what the law says of it now."""
    if earlier is None or not hmac.compare_digest(earlier.said, said):
        raise FormUsed
    if case.decision.granted:
        _noted(case, AGAIN, by, at)
    else:
        _refused(case, by, at)
    return Repeated(earlier.entry)
