"""Whom an order protects is said after it was filed, where nobody said it then: by one who keeps it and by another.

What an order takes from those who may be whom it restrains it does not take from whom it protects: that is given by no
one person, as a no about a namesake is not (telling_apart.py).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders import desk
from fileroom.collection.orders.asking import Asked, Noted, asked_about, granted, note, refused, standing, there
from fileroom.collection.orders.duties import ROOM, SAY_WHOM, owe_whom_it_protects, was_withheld
from fileroom.collection.orders.namesakes import Look, Staff, names_somebody
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger.services import Act
from fileroom.people.answers import Refused
from fileroom.people.models import CourtOrder, OrderNamesake, OrderProtection
from fileroom.people.queries import related
from fileroom.people.signed_in import SignedIn

FIRST, CONFIRMED = "first", "confirmed"  # what the entry says came of it
SAID_ALREADY = "It says already whom it protects."
NOBODY_HERE = "Choose somebody of the children’s files."
WHICH_FIRST = "This may be the person whom the order restrains. Say first, on this page, whether it is."


@dataclass(frozen=True)
class ToSay:
    """Whom it may protect, by id and name; `first`: whom one has named, and `mine`: whoever looks now has."""

    people: tuple[tuple[UUID, str], ...]
    first: str
    mine: bool


def to_say(order_id: UUID, *, by: SignedIn, at: datetime) -> ToSay | None:
    """For who keeps an order that nobody has lifted and that says of nobody whom it protects; None of any other. Raises
    Missing."""
    with district_transaction():
        known = desk.known(order_id, by, at)
        if not known.keeps or known.row.protected_id or known.row.lifted_on:
            return None
        people = _people(known.children, at)
        free = [(id_, name) for id_, name in people.items() if not may_be_restrained(known.row, id_)]
        row = OrderProtection.objects.filter(order=known.row).first()
        first = people.get(row.contact_id, "") if row else ""
        mine = row is not None and row.said_by == by.account.id
        return ToSay(tuple(sorted(free, key=lambda it: it[1])), first, mine)


def _people(children: Collection[UUID], at: datetime) -> dict[UUID, str]:
    on = district_day(at)
    return {it.contact: it.name for child in children for it in related(child, on=on) if it.standing != "refuted"}


def may_be_restrained(order: CourtOrder, contact: UUID) -> bool:
    """Is this whom the order restrains, or may it be: is it asked, or was it said so? Part of the open transaction."""
    rows = OrderNamesake.objects.filter(order=order, contact=contact).exclude(answer=OrderNamesake.Answer.NO)
    return order.restrained_id == contact or rows.exists()


def is_withheld(order: CourtOrder, picked: UUID | None) -> bool:
    """Is it kept from whom one clerk has picked that the order protects them: for they may be whom it restrains, or a
    card could not be read, and none could tell? So it was owed from then on, whatever has been read or said since. Part
    of the open transaction."""
    return picked is not None and order.protected_id is None and was_withheld(order, picked)


def protects(whom: UUID | None, look: Look, here: Staff) -> None:
    """An order comes in, and one says whom it protects. Who may be whom it restrains is looked for first; only then
    does it protect them, and not whom the look finds, nor anybody where a card could not be read: two say it on its
    page, and it is owed. Part of the open transaction."""
    order = look.order
    if names_somebody(order):
        look.look(here)
    if order.protected_id or not whom:
        return
    if look.failed or may_be_restrained(order, whom):
        owe_whom_it_protects(order, whom, look.note(str(whom)), at=look.at)
        return
    order.protected_id = whom
    order.save(update_fields=["protected"])


def protects_no_more(order: CourtOrder, contact: UUID, entry: UUID, *, at: datetime) -> None:
    """One has said that this is whom the order restrains: nobody is both. Whom it protects is owed the same day, to be
    said anew by two on the page where the other word can be taken back, until a second says yes too. Part of the open
    transaction."""
    OrderProtection.objects.filter(order=order, contact=contact).delete()
    if order.protected_id != contact:
        return
    order.protected_id = None
    order.save(update_fields=["protected"])
    owe_whom_it_protects(order, contact, entry, at=at)


def say_whom_it_protects(order_id: UUID, contact_id: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Who keeps the order says whom it protects: the first word changes nothing, and another's, of the same contact,
    makes it so. Raises Missing, and ValidationError."""
    return there(_say(order_id, contact_id, by, at))


@durable_transaction
def _say(order_id: UUID, contact_id: UUID, by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = standing(order_id)
    asked = asked_about(Action.REVIEW_ORDER, order, by, at)
    mine = granted(asked)
    if not mine:
        return refused(asked, order, by, at)
    if order.protected_id:
        raise ValidationError(SAID_ALREADY)
    if contact_id not in _people([child for child, _, _ in mine], at):
        raise ValidationError(NOBODY_HERE)
    if may_be_restrained(order, contact_id):
        raise ValidationError(WHICH_FIRST)
    row = OrderProtection.objects.select_for_update().filter(order=order).first()
    if row is None or row.contact_id != contact_id:
        return _first(row, contact_id, mine, order, by, at)
    ruled = asked_about(Action.RULE_OUT, order, by, at, oneself=row.said_by == by.account.id)
    if not granted(ruled):  # it is their own word, pressed again
        return Noted(row.id, (row.said_entry,))
    return _confirmed(row, granted(ruled), order, by, at)


def _first(
    row: OrderProtection | None, contact: UUID, mine: list[Asked], order: CourtOrder, by: SignedIn, at: datetime
) -> Noted:
    """One person names somebody, or another than was named: a second says so too before anything comes of it."""
    row = row or OrderProtection(order=order)
    entries = note(Act.ORDER_PROTECTION_SAID, mine, order, by, at, part=str(contact), outcome=FIRST)
    row.contact_id, row.said_at, row.said_by, row.said_entry = contact, at, by.account.id, entries[0]
    row.save()
    return Noted(row.id, entries)


def _confirmed(row: OrderProtection, mine: list[Asked], order: CourtOrder, by: SignedIn, at: datetime) -> Noted:
    entries = note(Act.ORDER_PROTECTION_SAID, mine, order, by, at, part=str(row.contact_id), outcome=CONFIRMED)
    row.confirmed_at, row.confirmed_by, row.confirmed_entry = at, by.account.id, entries[0]
    row.save(update_fields=["confirmed_at", "confirmed_by", "confirmed_entry"])
    order.protected_id = row.contact_id
    order.save(update_fields=["protected"])
    duties.discharge(ROOM, order.id, Over(by.account.id, entries[0], at), rule=SAY_WHOM)
    return Noted(row.id, entries)
