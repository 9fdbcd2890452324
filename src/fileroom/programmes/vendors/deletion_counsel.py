"""Counsel's word on a family's request: who says it, on a page that names nobody, and what is owed by it then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Purpose
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.people.counsel_speaking import may_note, told_of
from fileroom.people.designators import signer_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.vendors.deletion_duties import READ_BY_COUNSEL, ROOM, awaits_counsel, settle
from fileroom.programmes.vendors.deletion_knowing import about
from fileroom.programmes.vendors.who import Noted


@dataclass(frozen=True)
class ForCounsel:
    """What counsel sees of a request: no name. Whose it is the custodian of records says."""

    id: UUID
    operator: str
    asked_on: date


def for_counsel(request_id: UUID, *, by: SignedIn, at: datetime) -> ForCounsel:
    """A request that waits for counsel. Raises Missing for anybody else, and for any other."""
    with district_transaction():
        row = DeletionRequest.objects.filter(pk=request_id, closed_why="").first()
        _counsel(row, by, at)
        assert row is not None, "else it was Missing"
        return ForCounsel(row.id, row.operator, row.asked_on)


@durable_transaction
def counsel_says(request_id: UUID, cleared: bool, *, by: SignedIn, at: datetime) -> Noted:
    """Counsel has looked: the letter may be given, or may not. What the law says then is owed. Raises Missing and
    ValidationError."""
    row = DeletionRequest.objects.select_for_update().filter(pk=request_id, closed_why="").first()
    role = _counsel(row, by, at)
    assert row is not None, "else it was Missing"
    row.counsel_cleared, row.counsel_at, row.counsel_by = cleared, at, by.account.id
    event = ledger.event(
        Act.NONENROLMENT_CLEARED, student=row.student_id, record=row.id, part="given" if cleared else "not_given",
        by=by.acting_as(role), purpose=Purpose.OPERATOR_DELETION.value, sealed=True, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    row.save(update_fields=["counsel_cleared", "counsel_at", "counsel_by"])
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=READ_BY_COUNSEL)
    settle(row, counsel.decide(about(row, district_day(at))[1]), entry=entry, at=at)
    return Noted(row.id, entry)


def may_speak(row: DeletionRequest, by: SignedIn, at: datetime) -> bool:
    """Is counsel's word awaited, and this employee's to say? Part of the open transaction."""
    on = district_day(at)
    if not signer_facts(by.account, on).designated or not awaits_counsel(row.id, at):
        return False
    holders = told_of(row.student_id, on)
    return by.account.employee_id in holders if holders else may_note(row.student_id, row.entered_by, by.account, on)


def _counsel(row: DeletionRequest | None, by: SignedIn, at: datetime) -> str:
    """The role in which counsel speaks on a request that waits for it. Raises Missing."""
    if row is None or not may_speak(row, by, at):
        raise Missing
    return signer_facts(by.account, district_day(at)).role
