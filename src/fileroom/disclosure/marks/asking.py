"""A second look at a copy that may show a family's status is asked for; whoever asked may say that they no longer do.

What was asked, for whom and why, lies under seal. Whose look it is: marks/looks.py has what becomes of it.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.disclosure.directory.told import Untold
from fileroom.disclosure.facts import Asked, asked
from fileroom.disclosure.marks.before import ASKS, KIND, State
from fileroom.disclosure.models import MarkedCopy
from fileroom.disclosure.one_copy import Case
from fileroom.disclosure.reasons import fit
from fileroom.disclosure.releasing import gathered
from fileroom.disclosure.shown import Everything, Recipient, Shown, ShownConsent
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, default_calendar
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.law.marks import Step
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Account, Custodian
from fileroom.people.models.rows import held
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records.models import Record

ROOM = KIND
RULE = "disclosure.custodians.custodian_at_the_site"
EVERYTHING = Everything.RECORDS.value
NO_DOOR = ""  # nobody comes in: it is asked whom the law would let look


@durable_transaction
def ask_look(
    once: UUID, record_id: UUID, because: str, *,
    to: Recipient, purpose: Purpose, shown: Shown | None, untold: Untold, by: SignedIn, at: datetime,
) -> UUID | Refused:  # fmt: skip
    """Ask a custodian of records to look before this copy goes; the id of the look. `once`: the row's id.

    Raises Missing, FormUsed, and ValidationError: no reason, or there is nothing to look at.
    """
    Account.objects.select_for_update(no_key=True).get(pk=by.account.id)  # of two forms at one moment the second waits
    case = gathered(record_id, to, purpose, shown, untold, by, at)
    if isinstance(case, Refused):
        return case
    if before := MarkedCopy.objects.filter(pk=once).first():
        if (before.record, before.asked_by) != (record_id, by.account.id) or before.state == State.RECALLED:
            raise FormUsed
        return before.id
    if case.before is None or case.before.step is not Step.SECOND_LOOK or case.before.cleared:
        raise ValidationError("There is nothing here that a second person has to look at.")
    if case.before.waits:
        raise ValidationError("Somebody has been asked already. You will find the answer on this page.")
    return _asked(once, case, fit(because, asks=ASKS), by, at)


def _asked(once: UUID, case: Case, because: str, by: SignedIn, at: datetime) -> UUID:
    first = case.before
    assert first is not None
    role = case.mine.role(RecordKind(case.record.item))
    student = None if case.decision.apart else case.record.student_id
    entry = ledger.write(
        ledger.event(
            Act.MARK_COPY_ASKED, student=student, record=once, part=first.mark.code, by=by.acting_as(role),
            purpose=case.purpose.value, decision=case.decision, sealed=True, at=at,
        )
    )  # fmt: skip
    row = MarkedCopy.objects.create(
        id=once, record=case.record.id, mark=first.mark.code, step=first.step.value, whom=first.whom,
        state=State.WAITS, asked_at=at, asked_by=by.account.id, entry=entry,
    )  # fmt: skip
    case.asked_about(entry, at)
    to = ", ".join(filter(None, (case.to.name, case.to.organisation)))
    said = {"because": because, "recipient": to, "purpose": case.purpose.value} | _rests_on(case.shown)
    noting.write_note(uuid4(), KIND, row.id, said, entry=entry, by=by, at=at)
    _owe(row, case.mine, by, at)
    return row.id


def _rests_on(shown: Shown | None) -> dict[str, str]:
    """The paper in the words of the sealed note."""
    records = getattr(shown, "records", ())
    names = EVERYTHING if isinstance(records, Everything) else ",".join(records or ())
    to = shown.recipient if isinstance(shown, ShownConsent) else ""
    return {"paper": shown.kind.value if shown else "", "paper_names": names, "paper_to": to}


def _owe(row: MarkedCopy, mine: Asked, by: SignedIn, at: datetime) -> None:
    """Whoever looks does so by the next school day."""
    days = calendar() or default_calendar()
    due_on = days.schooldays(mine.on, 1)
    office, school = whose(mine, by.account.employee_id)
    owed = Owed(RULE, ROOM, row.id, at, office, school, student=mine.student.id, part=ROOM, due_on=due_on)
    duties.owe([owed], calendar=days, caused_by=row.entry)


def whose(case: Asked, asker: UUID | None) -> tuple[str, UUID | None]:
    """The custodian of the student's school looks, or the district's; where no custodian but the one who asks can, for
    there is none, or none who signs in and whom the law lets, the Superintendent's office."""
    for school in (*case.student.schools, None):
        holders = Custodian.objects.filter(held(case.on), school=school).values("employee")
        accounts = Account.objects.filter(employee__in=holders, is_active=True).exclude(employee=asker)
        if any(may_look(asked(case.student.id, SignedIn(it, NO_DOOR), case.on)).granted for it in accounts):
            return CUSTODIAN, school
    return SUPERINTENDENT, None


def may_look(case: Asked) -> Decision:
    """What is under seal of a student's log is for the custodian of records alone; so is a look, and whether a mark is
    right."""
    return counsel.decide(case.question(Action.VIEW_SEALED_LOG, RecordKind.ACCESS_LOG))


@durable_transaction
def recall(id_: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Whoever asked no longer does, before anybody has looked; the record's id. A second time is the same act.

    Raises Missing (they asked for none such) and ValidationError (somebody has looked).
    """
    mine = MarkedCopy.objects.select_for_update(no_key=True).filter(asked_by=by.account.id)
    row = mine.filter(pk=id_, step=Step.SECOND_LOOK.value).first()
    if row is None:
        raise Missing
    if row.state == State.RECALLED:
        return row.record
    if row.state != State.WAITS:
        raise ValidationError("Somebody has looked at it already.")
    student = Record.objects.get(pk=row.record).student_id
    case = asked(student, by, district_day(at))
    event = ledger.event(
        Act.MARK_COPY_RECALLED, student=student, record=row.id, part=row.mark, by=by.acting_as(case.requester.role),
        purpose=by.purpose.value, sealed=True, at=at,
    )  # fmt: skip
    over = Over(by.account.id, ledger.write(event), at)
    row.state = State.RECALLED
    row.save(update_fields=["state"])
    duties.let_go(ROOM, row.id, over)
    return row.record
