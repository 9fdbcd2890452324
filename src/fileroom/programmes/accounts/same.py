"""Somebody was let in before the roster brought them: the account and the roster's person are made one again.

A file gives nobody another person's place (collection.imports.another), so a person says it, and only of two whom the
same address or the same name shows to be one. Whoever has the account keeps it and all that stands under it; from the
roster's row come the id by which the next roster knows them, the name, and what the roster has them do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.leaving import PLACES
from fileroom.people.models import Account, Employee
from fileroom.people.names import employee_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.rules import SYSTEMS, No
from fileroom.programmes.accounts.standing import NotDone, account_for, holds, may_manage, not_done


@dataclass(frozen=True)
class Twin:
    """Of the roster, without an account, and by address or name the same as somebody whom no roster knows."""

    employee: UUID
    name: str
    address: str


def twins(account_id: UUID, *, by: SignedIn, at: datetime) -> tuple[Twin, ...]:
    """Who of the roster this account's holder may be. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        may_manage(by, at)
        who = Employee.objects.filter(account=account_id).first()
        if who is None:
            raise Missing
        return tuple(Twin(it.id, employee_name(it), it.email) for it in _alike(who, on))


def _alike(who: Employee, on: date) -> list[Employee]:
    if who.source_id is not None:
        return []
    named = Q(given__iexact=who.given, family__iexact=who.family)
    same = Q(email__iexact=who.email) | named if who.email else named
    there = Q(left_on=None) | Q(left_on__gte=on)
    return list(Employee.objects.filter(same & there, account=None, source_id__isnull=False).order_by("id")[:5])


@durable_transaction
def is_same(account_id: UUID, employee_id: UUID, *, by: SignedIn, at: datetime) -> UUID | NotDone:
    """This account is the roster's person's. Raises Missing: they are not alike, or one of them is known already."""
    role, on = may_manage(by, at), district_day(at)
    account, who = account_for(account_id, on)
    twin = next((it for it in _alike(who, on) if it.id == employee_id), None)
    if twin is None:
        raise Missing
    if no := _against(account, holds(who.id, on), holds(twin.id, on), by):
        return not_done(Act.ACCOUNT_REFUSED, no, account.id, "same", role, by=by, at=at)
    event = ledger.event(
        Act.ACCOUNT_JOINED, record=account.id, part=str(twin.id), by=by.acting_as(role), at=at
    )  # fmt: skip
    ledger.write(event)
    source, twin.source_id, twin.left_on = twin.source_id, None, on - timedelta(days=1)
    twin.save(update_fields=["source_id", "left_on"])
    for places in PLACES:
        places._default_manager.filter(employee_id=twin.id).update(employee_id=who.id)
    who.source_id, who.given, who.family = source, twin.given, twin.family
    who.save(update_fields=["source_id", "given", "family"])
    return account.id


def _against(account: Account, mine: frozenset[str], rosters: frozenset[str], by: SignedIn) -> No | None:
    """To be made one with somebody of the roster is to be given what the roster gives them."""
    if account.id == by.account.id:
        return No.ONESELF
    both = mine | rosters
    if not account.is_active:
        return No.CLOSED
    return No.RUNS_THE_SYSTEM if SYSTEMS in both and any(map(rules.opens_files, both)) else None
