"""A card is renewed by one person who has seen the new one. It is ended by two, on the word of who showed it; then its
address still stands, until the family gives another: nothing that was sealed is opened by it, and no paper."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.cards import duties
from fileroom.collection.cards.services import LATEST
from fileroom.hosting import durable_transaction
from fileroom.law.casework.orders_reviewed import LOOKS
from fileroom.law.days import district_day
from fileroom.ledger import queries as ledger_queries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.cards_given_back import their_word
from fileroom.people.facts import Touch
from fileroom.people.models import AddressCard, AddressCardChild, Circumstance
from fileroom.people.services import may_settle
from fileroom.people.signed_in import SignedIn


@durable_transaction
def renew(card_id: UUID, to_on: date, *, seen: bool, by: SignedIn, at: datetime) -> UUID:
    """The new card was seen; it holds until this day. Raises Missing and ValidationError."""
    card, mine = _theirs(card_id, by, at)
    if not seen:
        raise ValidationError("Look at the new card first.")
    if not max(card.to_on, district_day(at)) < to_on <= LATEST:
        raise ValidationError("The new card has a later last day, of this century or the next. Read it again.")
    entry = _note(Act.ADDRESS_CARD_RENEWED, card, mine, by, at)
    card.to_on, card.proposed_at, card.proposed_by = to_on, None, None
    card.save(update_fields=["to_on", "proposed_at", "proposed_by"])
    for rule in (duties.RENEW, duties.SECOND):
        duties.let_go(card, by=by.account.id, entry=entry, at=at, rule=rule)
    duties.owe_renewal(card, entry, at)
    return entry


@durable_transaction
def asked(card_id: UUID, part: str, *, by: SignedIn, at: datetime) -> UUID:
    """What was owed about it is done: the family was asked, the sender was, or the other children's home is known.

    Raises Missing, and ValidationError where there is no such duty.
    """
    card, mine = _theirs(card_id, by, at)
    asks = dict.fromkeys((duties.BROUGHT, duties.SHARED, duties.UNKNOWN), duties.ASK)
    rules = asks | {duties.SIBLINGS: duties.OTHERS} | dict.fromkeys(LOOKS, duties.RENEW)
    if part not in rules:
        raise ValidationError("Say what was done.")
    entry = _note(Act.ADDRESS_CARD_LOOKED_AFTER, card, mine, by, at, part=part)
    duties.discharge(card, rules[part], part, by=by.account.id, entry=entry, at=at)
    return entry


@durable_transaction
def propose(card_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """One person says that the family has given its card back. Nothing changes until another confirms. Raises Missing
    and ValidationError."""
    card, mine = _theirs(card_id, by, at)
    if card.proposed_by is not None:
        raise ValidationError("It is proposed already: another person confirms it.")
    entry = _note(Act.ADDRESS_CARD_END_PROPOSED, card, mine, by, at)
    card.proposed_at, card.proposed_by = at, by.account.id
    card.save(update_fields=["proposed_at", "proposed_by"])
    duties.owe_second(card, entry, at)
    return entry


@durable_transaction
def withdraw(card_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """What was proposed is taken back. Raises Missing and ValidationError."""
    card, mine = _theirs(card_id, by, at)
    if card.proposed_by is None:
        raise ValidationError("Nothing is proposed.")
    entry = _note(Act.ADDRESS_CARD_END_WITHDRAWN, card, mine, by, at)
    card.proposed_at, card.proposed_by = None, None
    card.save(update_fields=["proposed_at", "proposed_by"])
    duties.let_go(card, by=by.account.id, entry=entry, at=at, rule=duties.SECOND)
    return entry


@durable_transaction
def confirm(card_id: UUID, how: str, said_on: date | None, *, by: SignedIn, at: datetime) -> UUID:
    """Another person confirms, for every child of the card: its address is minded no longer. `how` and `said_on`: of
    whoever showed it. Raises Missing (they do not keep each of these files) and ValidationError, where nobody has said
    so too."""
    card, mine = _theirs(card_id, by, at)
    if card.proposed_by is None or card.proposed_by == by.account.id:
        raise ValidationError("One person proposes it, and another confirms.")
    if set(mine) != set(_children(card)):
        raise Missing
    word = their_word(how, said_on, since=_last_shown(card), today=district_day(at))
    entry = _note(Act.ADDRESS_CARD_ENDED, card, mine, by, at, outcome=word)
    card.ended_at, card.ended_by, card.ended_entry = at, by.account.id, entry
    card.save(update_fields=["ended_at", "ended_by", "ended_entry"])
    Circumstance.objects.filter(
        student__in=list(mine), kind=Circumstance.Kind.SAFE_AT_HOME, over_on=None
    ).update(over_on=district_day(at), ended_by=by.account.id, ended_entry=entry)  # fmt: skip
    duties.let_go(card, by=by.account.id, entry=entry, at=at)
    return entry


def _theirs(card_id: UUID, by: SignedIn, at: datetime) -> tuple[AddressCard, dict[UUID, str]]:
    """The card, alone until the act is over, and those of its children whose file this account keeps, with the role.

    Raises Missing.
    """
    card = AddressCard.objects.select_for_update().filter(pk=card_id, ended_at=None).first()
    if card is None:
        raise Missing
    answers = {child: may_settle(child, by, at, Touch.CHANGES) for child in _children(card)}
    mine = {child: who.role for child, (decision, who) in answers.items() if decision.granted}
    if not mine:
        raise Missing
    return card, mine


def _children(card: AddressCard) -> list[UUID]:
    return list(AddressCardChild.objects.filter(card=card).order_by("student_id").values_list("student_id", flat=True))


def _last_shown(card: AddressCard) -> date:
    """The day on which it was entered, or renewed since; or on which it begins to hold."""
    renewed_at = ledger_queries.last_at(_children(card), card.id, Act.ADDRESS_CARD_RENEWED)
    return max(card.from_on, district_day(renewed_at or card.entered_at))


def _note(
    act: Act, card: AddressCard, mine: dict[UUID, str], by: SignedIn, at: datetime, *, part: str = "", outcome: str = ""
) -> UUID:
    """One entry under seal for each child; the first."""
    entries = [
        ledger.write(
            ledger.event(
                act, student=child, record=card.id, part=part, outcome=outcome, by=by.acting_as(role),
                purpose=by.purpose.value, sealed=True, at=at,
            )
        )
        for child, role in mine.items()
    ]  # fmt: skip
    return entries[0]
