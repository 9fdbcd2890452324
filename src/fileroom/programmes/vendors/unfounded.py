"""A demand rests on a contract that is void, or over; read anew, that contract may be neither. The company is then held
to nothing for want of an answer, and the Superintendent takes the demand back, or says why it stays."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.law.days import district_day
from fileroom.people import queries
from fileroom.programmes.models import Demand
from fileroom.programmes.vendors.demands import (
    ASKED,
    AWAITED,
    ESCALATED,
    REFUSED,
    ROOM,
    UNFOUNDED,
    Ground,
    owe_of,
    unfounded,
)
from fileroom.programmes.vendors.stages import Stage

OFFICES = {Stage.REFUSED: REFUSED, Stage.ESCALATED: ESCALATED}  # what the Superintendent's office sees to
BY_STAGE = {Stage.ASKED: ASKED}  # what whoever signed sees to; else they await the answer


def settle_demands(operator_id: UUID, *, by: UUID | None, entry: UUID, at: datetime) -> None:
    """Owe that a demand is taken back of which the ground fell away, and nothing else about it; where it holds again,
    what was owed before. Part of the open transaction."""
    fallen, again = demands_that_differ(operator_id, at)
    over = Over(by, entry, at)
    for row in fallen:
        duties.let_go(ROOM, row.id, over)
        owe_of(row, UNFOUNDED, entry, at)
    for row in again:
        duties.let_go(ROOM, row.id, over, part=UNFOUNDED)
        _owe_as_before(row, entry, at)


def demands_that_differ(operator_id: UUID, at: datetime) -> tuple[list[Demand], list[Demand]]:
    """The open demands of which the ground fell away since it was last looked at, and those of which it holds again.
    Joins an open transaction."""
    rows = list(Demand.objects.filter(operator=operator_id, over_at=None).exclude(ground=Ground.NO_LONGER_NEEDED))
    told = {it.of for it in open_duties.about(ROOM, [it.id for it in rows], at=at) if it.part == UNFOUNDED}
    fell = {it.id for it in rows if unfounded(it.ground, operator_id, district_day(at))}
    return [it for it in rows if it.id in fell - told], [it for it in rows if it.id in told - fell]


def _owe_as_before(row: Demand, entry: UUID, at: datetime) -> None:
    stage = Stage(row.stage)
    if stage in OFFICES:
        owe_of(row, OFFICES[stage], entry, at)
        return
    signer = queries.employee_of(row.signed_by)
    owe_of(row, BY_STAGE.get(stage, AWAITED), entry, at, employee=signer, due_on=row.due_on)
