"""The policy in the district's own words: each sentence beside the sentence of the register it equals.

Two sentences are equal where their words are, whatever stands between them. What equals none is not guessed at: counsel
looks at it (counsels_look.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.law.policy import POLICY, Sentence
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting, may_act
from fileroom.programmes.models import AdoptedPolicy
from fileroom.programmes.models.policy import UNNUMBERED
from fileroom.programmes.policy import counsels_look
from fileroom.programmes.policy.coming_apart import sentences_of
from fileroom.programmes.policy.matching import Line, absent_from, match
from fileroom.programmes.policy.numbers import NEWEST, in_force, is_number
from fileroom.screening import LOOKS_AT_WRITING, findings_in

LONGEST = 60_000


@dataclass(frozen=True)
class Adopted:
    """One version: the text that the Board adopted on a day, and its number. `stands`: none of that day was entered
    after it."""

    adopted_on: date
    number: str
    text: str
    entered_at: datetime
    stands: bool = True


@dataclass(frozen=True)
class Matched:
    """The whole text. `absent`: what the register has and this text has not."""

    lines: tuple[Line, ...]
    absent: tuple[Sentence, ...]
    adopted: Adopted | None


def versions(*, by: SignedIn) -> tuple[Adopted, ...]:
    """Every version that was entered, the newest first. Raises Missing (it is the office's)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        rows = list(AdoptedPolicy.objects.order_by(*NEWEST))
    days = [row.adopted_on for row in rows]
    return tuple(_as_adopted(row, stands=row.adopted_on not in days[:at]) for at, row in enumerate(rows))


def may_enter(*, by: SignedIn, at: datetime) -> bool:
    """Is this account designated to enter it?"""
    with district_transaction():
        return may_act(Programme.POLICY, by=by, at=at)


def proposed(text: str, *, number: str, adopted_on: date, by: SignedIn, at: datetime) -> tuple[Line, ...]:
    """How the text would come apart, to be looked at before it is entered. Raises as `enter_policy`."""
    if not may_enter(by=by, at=at):
        raise Missing
    _fit(text, number, adopted_on, at)
    return tuple(match(text))


@durable_transaction
def enter_policy(
    once: UUID, text: str, *, number: str = UNNUMBERED, adopted_on: date, by: SignedIn, at: datetime
) -> Adopted:
    """Enter the text that the Board adopted on this day, under its number; entered again for the same day it replaces
    the earlier, and both are kept. `once`: the row's id. Raises Missing (not designated), FormUsed and
    ValidationError."""
    who = acting(Programme.POLICY, by=by, at=at)
    if not who.designated:
        raise Missing
    _fit(text, number, adopted_on, at)
    said = {"adopted_on": adopted_on, "number": number, "text": text.strip(), "entered_by": by.account.id}
    row = AdoptedPolicy(id=once, entered_at=at, **said)

    def again() -> Adopted | None:
        sent = AdoptedPolicy.objects.filter(pk=once).first()
        if sent and any(getattr(sent, name) != its for name, its in said.items()):
            raise FormUsed
        return _as_adopted(sent) if sent else None

    def act() -> Adopted:
        actor = by.acting_as(who.role)
        row.entry = ledger.write(ledger.event(Act.POLICY_ENTERED, record=row.id, by=actor, at=at))
        row.save(force_insert=True)
        counsels_look.owe(at=at)
        return _as_adopted(row)

    return act_once(again, act)


def _fit(text: str, number: str, adopted_on: date, at: datetime) -> None:
    """Raises ValidationError where it is no text of a policy, its number is none, or it was not adopted on that day."""
    if not sentences_of(text) or len(text) > LONGEST:
        raise ValidationError({"text": "Paste the whole text that the Board adopted, and nothing else."})
    if found := findings_in(text, LOOKS_AT_WRITING):
        raise ValidationError({"text": f"This holds what the law keeps out of every text ({found[0].citation})."})
    if not is_number(number):
        raise ValidationError({"number": "Write its number like 5125 or 5145.13."})
    if adopted_on > district_day(at):
        raise ValidationError({"adopted_on": "The Board has not met on this day yet."})


def _as_adopted(row: AdoptedPolicy, *, stands: bool = True) -> Adopted:
    return Adopted(row.adopted_on, row.number, row.text, row.entered_at, stands)


def matched(on: date) -> Matched:
    """The text in force on this day, beside the register; where none is entered, the register's own."""
    row = in_force(on)
    if row is None:
        own = tuple(Line(it.number, it.heading, it.says, it) for it in POLICY.sentences)
        return Matched(own, (), None)
    lines = tuple(match(row.text))
    return Matched(lines, absent_from(lines), _as_adopted(row))
