"""A contract lacks a clause: the company is told in writing, with a reasonable time to cure it (Ed. Code 49073.1)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.vendors.contracts import judged_of, keep_changed
from fileroom.programmes.vendors.standing import State
from fileroom.programmes.vendors.who import Noted, designee


@durable_transaction
def give_notice(contract_id: UUID, cure_by: date, *, by: SignedIn, at: datetime) -> Noted:
    """The company was told in writing what its contract lacks, with a reasonable time to cure it.

    Raises Missing, and ValidationError (it lacks nothing, was told already, or has no time).
    """
    role, on = designee(by, at), district_day(at)
    row, state = judged_of(contract_id, on)
    if state is not State.DEFECTIVE:
        raise ValidationError("Notice is given of a signed contract that lacks a clause, once.")
    if cure_by <= on:
        raise ValidationError("Give the company time: a day that is still to come.")
    row.noticed_on, row.cure_by = on, cure_by
    return keep_changed(row, Act.CONTRACT_NOTICED, ["noticed_on", "cure_by"], role, by, at)
