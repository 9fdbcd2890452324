"""A contract ends before its last day, or never was one."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Contract
from fileroom.programmes.vendors.contracts import judged_of, keep_changed
from fileroom.programmes.vendors.standing import PAST, State
from fileroom.programmes.vendors.who import Noted, designee


@durable_transaction
def end_contract(contract_id: UUID, ended_on: date, why: str, *, by: SignedIn, at: datetime) -> Noted:
    """The contract is ended before its last day, or was entered by mistake. From that day nothing rests on it.

    Raises Missing and ValidationError.
    """
    role, on = designee(by, at), district_day(at)
    row, state = judged_of(contract_id, on)
    if why not in Contract.Ended.values:
        raise ValidationError({"why": "Choose why it ends."})
    if state in (*PAST, State.SUPERSEDED, State.WITHDRAWN) or row.ended_on is not None:
        raise ValidationError("It is over already.")
    if ended_on > on:
        raise ValidationError({"ended_on": "Enter the end on the day it comes."})
    if row.signed_on and ended_on < row.signed_on:
        raise ValidationError({"ended_on": "It cannot end before it was signed."})
    row.ended_on, row.ended_why = ended_on, why
    return keep_changed(row, Act.CONTRACT_ENDED, ["ended_on", "ended_why"], role, by, at)
