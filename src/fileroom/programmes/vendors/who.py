"""Who enters what binds the district, and the answer that it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Noted:
    """It is done, under this entry."""

    id: UUID
    entry: UUID


def designee(by: SignedIn, at: datetime) -> str:
    """The role of the Superintendent or a designee, who enters what binds the district. Raises Missing for others."""
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    return who.role
