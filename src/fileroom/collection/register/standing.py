"""How a form of the register stands on one day: screened by which law, due when, and why it wants attention."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from fileroom.collection.sweep.edition import edition
from fileroom.law.book import RULES, digest
from fileroom.law.takings import Verdict
from fileroom.people import counsel

ASKED = ("collection.", "disclosure.registries.")  # where the rules stand that a form is put to


class Attention(StrEnum):
    """Why somebody looks at a form, the gravest first."""

    ASKS = "asks"
    UNDECLARED = "undeclared"
    COUNSEL = "counsel"
    UNREAD = "unread"
    LAW_CHANGED = "law_changed"
    SIEVE_CHANGED = "sieve_changed"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Edition:
    """What a form is screened by: the law as this district has signed for it, and the sieve."""

    law: str
    sieve: str


@dataclass(frozen=True)
class Screened:
    """What the last screening of a form came to. `whole`: all of it could be read. `under`: by which declaration."""

    verdict: Verdict
    whole: bool
    on: date
    by: Edition
    under: UUID | None = None


def edition_on(on: date) -> Edition:
    """What a form is screened by on this day. A rule may begin or end between two days in the same book, and counsel's
    signatures change what the law says: both are part of it."""
    signed, in_force = counsel.standing_now(), [it.id for it in RULES if it.id.startswith(ASKED) and it.binds(on)]
    law = (digest(), in_force, signed.release(on), sorted(signed.doubted(on)), sorted(signed.chosen(on).items()))
    return Edition(hashlib.sha256(repr(law).encode()).hexdigest(), edition())


def due_on(screened_on: date, days: int) -> date:
    """By when it is screened again, though nothing changed."""
    return screened_on + timedelta(days=days)


def attention(it: Screened, now: Edition, *, on: date, days: int, under: UUID | None = None) -> Attention | None:
    """Why this form wants attention on this day; None: it does not. `under`: the declaration it may ask by today."""
    if it.verdict is Verdict.BLOCK:
        return Attention.ASKS
    if it.under is not None and it.under != under:
        return Attention.UNDECLARED
    if not it.whole:
        return Attention.UNREAD
    if it.verdict is Verdict.REVIEW:
        return Attention.COUNSEL
    if it.by.law != now.law:
        return Attention.LAW_CHANGED
    if it.by.sieve != now.sieve:
        return Attention.SIEVE_CHANGED
    return Attention.OVERDUE if on > due_on(it.on, days) else None
