"""May this account act as the Superintendent's designee in this programme: by office, or by a delegation in force?

By office it is whoever the table of offices says (people.designators). A delegation opens its own programmes and
nothing else: by it nobody names custodians, signs for the law, keeps the register of officers' requests or delegates.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Delegation

DELEGATED = "designee"


class Programme(StrEnum):
    """What can be delegated. Each is asked for by the acts of its own room alone."""

    NOTICES = "notices"
    REGULATION = "regulation"


# Whose duties, of those that the Superintendent or a designee owes, are a delegate's too.
ROOMS = {Programme.NOTICES: ("notices",), Programme.REGULATION: ()}


def in_force(programme: Programme, on: date) -> list[Delegation]:
    """The delegations of this programme that hold on this day. Joins an open transaction."""
    rows = Delegation.objects.filter(held(on), ended_at=None, programmes__contains=[programme.value])
    return list(rows.select_related("employee"))


def may_act(programme: Programme, *, by: SignedIn, at: datetime) -> bool:
    """Is this account designated, by office or by delegation? Joins an open transaction."""
    return _role(programme, by, at) is not None


def designee(programme: Programme, *, by: SignedIn, at: datetime) -> str:
    """The role in which this account acts as designee. Raises Missing for anybody else."""
    role = _role(programme, by, at)
    if role is None:
        raise Missing
    return role


def _role(programme: Programme, by: SignedIn, at: datetime) -> str | None:
    on = district_day(at)
    who = designator_facts(by.account, on)
    if who.designated:
        return who.role
    return DELEGATED if programme in _delegated(by, at) else None


def rooms_of(*, by: SignedIn, at: datetime) -> tuple[str, ...]:
    """The rooms in which this account owes, by delegation, what the Superintendent or a designee owes."""
    with district_transaction():
        return tuple(room for it in _delegated(by, at) for room in ROOMS[it])


def _delegated(by: SignedIn, at: datetime) -> Iterator[Programme]:
    mine, on = by.account.employee_id, district_day(at)
    return (it for it in Programme if mine and any(row.employee_id == mine for row in in_force(it, on)))
