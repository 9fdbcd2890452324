"""Who imports at a door: a roster reaches every school, so whoever brings one keeps the whole district's records."""

from __future__ import annotations

from datetime import datetime

from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Actor
from fileroom.people.answers import Missing
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.signed_in import SignedIn


def may_import(*, by: SignedIn, at: datetime) -> bool:
    """Does this account keep the records of the whole district?"""
    if by.account.employee_id is None:
        return False
    with district_transaction():
        return None in kept_at(by.account.employee_id, on=district_day(at))


def importer(*, by: SignedIn, at: datetime) -> Actor:
    """Who imports, as the ledger notes it. Raises Missing."""
    if not may_import(by=by, at=at):
        raise Missing
    with district_transaction():
        return by.acting_as(keeper_facts(by.account, district_day(at)).role)
