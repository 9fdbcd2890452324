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
from fileroom.people.designators import COUNSEL
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.vendors.deletion_duties import READ_BY_COUNSEL, ROOM, awaits_counsel, settle
from fileroom.programmes.vendors.deletion_knowing import about, works_with_of
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
    return awaits_counsel(row.id, at) and _speaks_as(row, by, at) is not None


def _counsel(row: DeletionRequest | None, by: SignedIn, at: datetime) -> str:
    """The role in which counsel speaks on a request that waits for it. Raises Missing."""
    role = _speaks_as(row, by, at) if row is not None and awaits_counsel(row.id, at) else None
    if role is None:
        raise Missing
    return role


def _speaks_as(row: DeletionRequest, by: SignedIn, at: datetime) -> str | None:
    """Counsel; or, where none with an account may be told of it, whoever acts for companies and works with the student,
    by office or by delegation: to them it stands on Today."""
    on = district_day(at)
    if holders := told_of(row.student_id, on):
        return COUNSEL if by.account.employee_id in holders else None
    who = acting(Programme.VENDORS, by=by, at=at)
    notes = who.designated and works_with_of([row.student_id], by, at)
    return who.role if notes and may_note(row.student_id, row.entered_by, by.account, on) else None
