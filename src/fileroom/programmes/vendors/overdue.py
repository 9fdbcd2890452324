"""Demands to which no answer came: each round whoever signed is told to remind, and then the Superintendent is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Purpose
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import queries
from fileroom.programmes.models import Demand
from fileroom.programmes.vendors.demands import AWAITED, ESCALATED, REMIND, ROOM, UNFOUNDED, owe_of
from fileroom.programmes.vendors.stages import Stage, Step, after

PROGRAM = Actor(account=None, role="system", door="round")
PATIENCE = timedelta(days=14)  # to remind a company; then the Superintendent sees to it


def look_over(*, at: datetime) -> None:
    """See to each demand whose last day lies behind it."""
    with district_transaction():
        late = Demand.objects.filter(over_at=None, due_on__lt=district_day(at)).exclude(stage=Stage.REFUSED)
        ids = list(late.order_by("due_on").values_list("id", flat=True))
    for demand in ids:
        _look_at(demand, at)


@durable_transaction
def _look_at(demand_id: UUID, at: datetime) -> None:
    row = Demand.objects.select_for_update().get(pk=demand_id)
    on = district_day(at)
    if row.over_at is not None or row.due_on >= on:
        return  # answered, or reminded, meanwhile
    stage = after(row.stage, Step.ESCALATE)
    owed = {it.part for it in open_duties.about(ROOM, [row.id], at=at)}
    if UNFOUNDED in owed:
        return  # it is the district's turn: to take it back
    if stage is not None and (row.stage == Stage.REMINDED or on > row.due_on + PATIENCE):
        entry = _note(row, "escalated", at)
        row.stage = stage
        row.save(update_fields=["stage"])
        duties.let_go(ROOM, row.id, Over(None, entry, at))
        owe_of(row, ESCALATED, entry, at)
    elif stage is not None and REMIND not in owed:
        entry = _note(row, "late", at)
        duties.let_go(ROOM, row.id, Over(None, entry, at), part=AWAITED)
        owe_of(row, REMIND, entry, at, employee=queries.employee_of(row.signed_by), due_on=row.due_on + PATIENCE)


def _note(row: Demand, part: str, at: datetime) -> UUID:
    event = ledger.event(
        Act.DEMAND_ESCALATED, student=row.student_id, record=row.id, part=part, by=PROGRAM,
        purpose=Purpose.OPERATOR_DELETION.value, at=at,
    )  # fmt: skip
    return ledger.write(event)
