"""Who enters what binds the district, and the answer that it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fileroom.law.days import district_day
from fileroom.law.offices import OFFICES
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations import designees as delegations
from fileroom.programmes.delegations.designees import Programme


@dataclass(frozen=True)
class Noted:
    """It is done, under this entry."""

    id: UUID
    entry: UUID


def designee(by: SignedIn, at: datetime) -> str:
    """The role of the Superintendent, or of a designee for companies. Raises Missing for others."""
    return delegations.designee(Programme.VENDORS, by=by, at=at)


def office_of(role: str, by: SignedIn, at: datetime) -> str:
    """The office by which the law knows whoever acts in this role: a delegate's is their own. Joins an open
    transaction."""
    return role if role in OFFICES.offices else keeper_facts(by.account, district_day(at)).role
