"""Whose token is it, and does it hold this very minute? Asked anew with each request, of the tables and of no memory.

A token dies with its owner: the day after an employee's last, when their office ends, when a contract is one that the
law lets nothing rest on. Whoever is turned away is told the same words whatever the reason; the ledger has the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Case, F, Value, When

from fileroom.hosting import durable_transaction
from fileroom.hosting.clients import network
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import recent
from fileroom.people.accounts import account_of
from fileroom.people.models import Account, Token
from fileroom.people.owed import offices_held
from fileroom.people.signed_in import API
from fileroom.people.tokens import keys
from fileroom.people.tokens.scopes import Scope

DOOR = API
NOTED_ONCE_IN = timedelta(minutes=10)
MINUTE = 60
Holds = Callable[[UUID, date], bool]


class Why(StrEnum):
    """Why a token opens nothing, as the ledger has it."""

    CONTRACT = "contract"
    LEFT = "left"
    OFFERED = "offered"  # its owner has not accepted it
    OFFICE_OVER = "office_over"
    OVER = "over"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Bearer:
    """A token that holds. `account`: of an employee's; `contract`: of a company's. `door`: as the ledger names it."""

    token: UUID
    prefix: str
    scopes: frozenset[Scope]
    until_on: date
    account: Account | None
    role: str
    contract: UUID | None

    @property
    def door(self) -> str:
        """The ledger's lines tell one token from another, so that whatever a lost one has read can be counted."""
        return f"{DOOR}:{self.prefix}"


@dataclass(frozen=True)
class TurnedAway:
    """It opens nothing."""


@dataclass(frozen=True)
class TooMany:
    """It holds, and has asked too often within this minute; `wait_s` until the next one."""

    wait_s: int


@durable_transaction
def recognise(
    text: str, *, client: str, most: int, contract_holds: Holds, at: datetime
) -> Bearer | TurnedAway | TooMany:
    """The bearer of a key. `most` in one minute; `contract_holds`: does the law let anything rest on this contract?"""
    row = _row(text)
    if row is None:
        return _turned_away(None, Why.UNKNOWN, client, at)
    on = district_day(at)
    account = account_of(row.account_id, on=on) if row.account_id else None
    if why := _wanting(row, account, contract_holds, on):
        return _turned_away(row, why, client, at)
    if _asked(row, on, at) > most:
        return TooMany(MINUTE - at.second)
    known = frozenset(Scope(it) for it in row.scopes if it in set(Scope))
    return Bearer(row.id, row.prefix, known, row.until_on, account, row.role, row.contract)


def _row(text: str) -> Token | None:
    found = Token.objects.filter(prefix=keys.prefix_of(text)).first()
    return found if keys.proves(text, bytes(found.digest) if found else None) else None


def _wanting(row: Token, account: Account | None, contract_holds: Holds, on: date) -> Why | None:
    """What it lacks, if anything."""
    if row.withdrawn_at is not None:
        return Why.WITHDRAWN
    if row.until_on < on:
        return Why.OVER
    if row.contract is not None:
        return None if contract_holds(row.contract, on) else Why.CONTRACT
    if account is None or account.employee_id is None:
        return Why.LEFT
    if (row.role, row.school_id) not in offices_held(account.employee_id, on=on):
        return Why.OFFICE_OVER
    return None if row.accepted_at else Why.OFFERED


def why_not(row: Token, contract_holds: Holds, *, on: date) -> Why | None:
    """The same for the register's list. Joins an open transaction."""
    return _wanting(row, account_of(row.account_id, on=on) if row.account_id else None, contract_holds, on)


def _asked(row: Token, on: date, at: datetime) -> int:
    """How often it has asked in this minute, this time too. Of when it was used, the day alone is kept."""
    minute = at.replace(second=0, microsecond=0)
    counted = Case(When(minute=minute, then=F("in_minute") + 1), default=Value(1))
    Token.objects.filter(pk=row.pk).update(in_minute=counted, minute=minute, used_on=on)
    return Token.objects.values_list("in_minute", flat=True).get(pk=row.pk)


def _turned_away(row: Token | None, why: Why, client: str, at: datetime) -> TurnedAway:
    """Note it, once in a while: a program that asks all night with a dead token adds six lines an hour, and no more."""
    whose = row.prefix if row else network(client)
    if recent.remember_first("token turned away", whose, why, value=True, at=at, until=at + NOTED_ONCE_IN):
        nobody = Actor(account=None, role="somebody", door=DOOR, client=client)
        event = ledger.event(
            Act.TOKEN_TURNED_AWAY, record=row.id if row else None, part=why.value, by=nobody, outcome="no", at=at
        )
        ledger.write(event)
    return TurnedAway()
