"""What is to be minded about a student: noted by the office that keeps the file, under seal, and over by its word.

The law that says who settles, by the papers seen, who is related to a student says who settles this too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law.days import PACIFIC, district_day
from fileroom.ledger import queries as ledger_queries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import cards, cards_awaited
from fileroom.people.answers import Missing, Refused
from fileroom.people.cards_given_back import their_word
from fileroom.people.facts import Touch
from fileroom.people.models import Circumstance
from fileroom.people.services import Done, may_settle
from fileroom.people.signed_in import SignedIn

KINDS = tuple(Circumstance.Kind.values)
CARD = Circumstance.Kind.SAFE_AT_HOME.value
BY_TWO = "One person does not end this: it is ended with its card, which one proposes and another confirms."
BY_ANOTHER = "You have proposed that this was noted by mistake. Another person confirms it."
BY_THE_POLICE = "Only the police agency ends this: it is noted with the agency's word that the child is found."


@dataclass(frozen=True)
class Minded:
    """One of them, since when, and from which day on it is over."""

    id: UUID
    kind: str
    from_on: date
    over_on: date | None


@durable_transaction
def of_student(student_id: UUID, *, by: SignedIn, at: datetime) -> tuple[Minded, ...] | None:
    """All of a student, those that are over too, for whoever settles them; None for everybody else. Raises Missing."""
    if not may_settle(student_id, by, at)[0].granted:
        return None
    rows = Circumstance.objects.filter(student_id=student_id).order_by("-from_on", "kind")
    return tuple(Minded(it.id, it.kind, it.from_on, it.over_on) for it in rows)


def missing_since(student_id: UUID) -> datetime | None:
    """The moment from which the child is reported missing, this time; None: nobody misses them. Part of the open
    transaction.

    Its day alone would not do: what the police heard in the morning of a day covers nothing of the evening, where the
    child was found between and is missed again.
    """
    row = Circumstance.objects.filter(student_id=student_id, kind=Circumstance.Kind.MISSING, over_on=None).first()
    if row is None:
        return None
    return ledger_queries.at_of(row.entry) or datetime.combine(row.from_on, time(), PACIFIC)


@durable_transaction
def note(student_id: UUID, kind: str, *, by: SignedIn, at: datetime) -> Done | Refused:
    """It is so from today. The same once more is the same. Raises Missing and ValidationError."""
    if kind not in KINDS:
        raise ValidationError({"kind": "Choose what is to be minded."})
    noted = _decided(student_id, kind, by, at)
    if isinstance(noted, Refused):
        return noted
    row = Circumstance.objects.filter(student_id=student_id, kind=kind, over_on=None).first()
    if row is not None:
        return Done(row.id, row.entry)
    id_, entry = uuid4(), ledger.write(ledger.event(Act.CIRCUMSTANCE_NOTED, **noted))
    Circumstance.objects.create(
        id=id_, student_id=student_id, kind=kind, from_on=district_day(at), noted_by=by.account.id, entry=entry
    )
    if kind == CARD:
        cards_awaited.owe_card(student_id, entry, at)
    return Done(id_, entry)


@durable_transaction
def end(
    student_id: UUID, kind: str, *, how: str = "", said_on: date | None = None, by: SignedIn, at: datetime
) -> Done | Refused:
    """It is so no longer, from today. Raises Missing (nor was it) and ValidationError (one person does not end it).

    Of a family's card two end it: with the card, where one is entered; else, where it was noted by mistake, the first
    proposes it and the second, another person, confirms, who says how and when the family has said so (`how`,
    `said_on`). Of a missing child the police do (disclosure.police_found).
    """
    if kind == Circumstance.Kind.MISSING:
        raise ValidationError({"kind": BY_THE_POLICE})
    return over(student_id, kind, how=how, said_on=said_on, by=by, at=at)


def over(
    student_id: UUID, kind: str, *, how: str = "", said_on: date | None = None, by: SignedIn, at: datetime
) -> Done | Refused:
    """As `end`, for whoever has the word of those who end it, and keeps it: disclosure.police_found, and nobody else
    (tests/house). Part of the open transaction."""
    noted = _decided(student_id, kind, by, at)
    if isinstance(noted, Refused):
        return noted
    row = Circumstance.objects.filter(student_id=student_id, kind=kind, over_on=None).first()
    if row is None:
        raise Missing
    by_two = kind == CARD
    if by_two and cards.card_of(student_id) is not None:
        raise ValidationError({"kind": BY_TWO})
    if by_two and row.proposed_by is None:
        return _propose(row, noted, by, at)
    if by_two and row.proposed_by == by.account.id:
        raise ValidationError({"kind": BY_ANOTHER})
    if by_two:
        noted["outcome"] = their_word(how, said_on, since=row.from_on, today=district_day(at))
    row.over_on, row.ended_by = district_day(at), by.account.id
    row.ended_entry = ledger.write(ledger.event(Act.CIRCUMSTANCE_OVER, **noted))
    row.save(update_fields=["over_on", "ended_by", "ended_entry"])
    if by_two:
        cards_awaited.let_go(student_id, by=by.account.id, entry=row.ended_entry, at=at)
    return Done(row.id, row.ended_entry)


def refuse_over(student_id: UUID, kind: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """The entry, under seal, that somebody who settles it may not end this one; of whoever does not, the law's refusal.
    Raises Missing as `over` does. Part of the open transaction."""
    noted = _decided(student_id, kind, by, at)
    if isinstance(noted, Refused):
        return noted
    if not Circumstance.objects.filter(student_id=student_id, kind=kind, over_on=None).exists():
        raise Missing
    return ledger.write(ledger.event(Act.CIRCUMSTANCE_REFUSED, **noted, outcome="another_ends_it"))


def _propose(row: Circumstance, noted: dict[str, Any], by: SignedIn, at: datetime) -> Done:
    entry = ledger.write(ledger.event(Act.ADDRESS_CARD_END_PROPOSED, record=row.id, **noted))
    row.proposed_at, row.proposed_by = at, by.account.id
    row.save(update_fields=["proposed_at", "proposed_by"])
    cards_awaited.owe_second(row.student_id, entry, at)
    return Done(row.id, entry)


@durable_transaction
def keep(student_id: UUID, *, by: SignedIn, at: datetime) -> Done | Refused:
    """That a family's card was noted by mistake is taken back: it stands. Raises Missing (nothing is proposed)."""
    noted = _decided(student_id, CARD, by, at)
    if isinstance(noted, Refused):
        return noted
    row = Circumstance.objects.filter(student_id=student_id, kind=CARD, over_on=None).first()
    if row is None or row.proposed_by is None:
        raise Missing
    entry = ledger.write(ledger.event(Act.ADDRESS_CARD_END_WITHDRAWN, record=row.id, **noted))
    row.proposed_at, row.proposed_by = None, None
    row.save(update_fields=["proposed_at", "proposed_by"])
    cards_awaited.let_go(student_id, by=by.account.id, entry=entry, at=at, rule=cards_awaited.SECOND)
    return Done(row.id, entry)


def _decided(student_id: UUID, kind: str, by: SignedIn, at: datetime) -> dict[str, Any] | Refused:
    """What the entry says, where the law lets this account do it: under seal, for it tells of more than a look."""
    decision, who = may_settle(student_id, by, at, Touch.CHANGES)
    noted: dict[str, Any] = {
        "student": student_id, "part": kind, "by": by.acting_as(who.role), "purpose": by.purpose.value,
        "decision": decision, "at": at, "sealed": True,
    }  # fmt: skip
    if decision.granted:
        return noted
    return Refused(decision, ledger.write(ledger.event(Act.CIRCUMSTANCE_REFUSED, **noted)), serves=bool(who.offices))
