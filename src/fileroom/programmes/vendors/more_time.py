"""A company asks for more time than its letter gave: whoever may sign a demand gives it, or reminds the company."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Demand, DemandAnswer
from fileroom.programmes.vendors.demands import AWAITED, ROOM, noted, open_demand, owe_of
from fileroom.programmes.vendors.stages import Step, after
from fileroom.programmes.vendors.who import Noted, designee


def asked_for(row: Demand) -> date | None:
    """The day that the company asks for; None: it asks for none. Joins an open transaction."""
    if after(row.stage, Step.GIVE_TIME) is None:
        return None
    answers = DemandAnswer.objects.filter(demand=row).order_by("-answered_at")
    return answers.values_list("on", flat=True).first()


@durable_transaction
def give_time(demand_id: UUID, until: date, *, by: SignedIn, at: datetime) -> Noted:
    """The company has until this day, which it asked for. Raises Missing, and ValidationError where it asks for no day,
    or meanwhile for another."""
    role, row = designee(by, at), open_demand(demand_id, by, at)
    stage = after(row.stage, Step.GIVE_TIME)
    if stage is None or asked_for(row) != until:
        raise ValidationError("The company has answered otherwise meanwhile. Look at what it says now.")
    entry = noted(Act.DEMAND_TIME_GIVEN, row.id, row.student_id, role, by, at, part=until.isoformat())
    row.stage, row.due_on = stage, until
    row.save(update_fields=["stage", "due_on"])
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at))
    owe_of(row, AWAITED, entry, at, employee=queries.employee_of(row.signed_by), due_on=until)
    return Noted(row.id, entry)
