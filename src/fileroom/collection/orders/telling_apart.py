"""Is this the person whom the order restrains? Who keeps the order says yes, which binds that row too, or no, which
rules it out: whatever the name, nothing is in doubt about somebody else. Where the name is the very same, or a mobile
telephone or a mailbox speaks for it, a no gives back what one person does not give back, and takes two; so does any
about an employee, who has the child's file again by it, by however little they were asked about.

Whoever it is about never hears of it: an employee who may be that person knows of no such order (people.bound).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders import desk
from fileroom.collection.orders.asking import Asked, Noted, asked_about, granted, note, refused, standing, there
from fileroom.collection.orders.duties import (
    ROOM,
    SAY_WHOM,
    WHETHER,
    owe_another_no,
    owe_whom_it_protects,
    was_withheld,
)
from fileroom.collection.orders.protecting import protects_no_more
from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger.services import Act
from fileroom.people.accounts import end_sessions
from fileroom.people.answers import Missing, Refused
from fileroom.people.models import CourtOrder, OrderNamesake, Relationship
from fileroom.people.names import employee_name, person_name, words_of
from fileroom.people.queries import related
from fileroom.people.signed_in import SignedIn

YES, NO = OrderNamesake.Answer.YES, OrderNamesake.Answer.NO
STRONG = {OrderNamesake.Ground.MAILBOX, OrderNamesake.Ground.MOBILE}
NO_FIRST = "no_first"  # what the entry of the first of two says came of it
SAID = {YES.value: YES, NO.value: NO}


@dataclass(frozen=True)
class MayBe:
    """Somebody of whom is asked. `kind`: what they are to a child of the order; empty for an employee. `answer`: yes,
    no, or empty. `waits`: one has said no, and another has to agree. `may_say_yes`, `may_say_no`: whoever looks now may
    say it; a second yes counts of whom the order was to protect."""

    id: UUID
    name: str
    kind: str
    answer: str
    waits: bool
    may_say_yes: bool
    may_say_no: bool


def of(order_id: UUID, *, by: SignedIn, at: datetime) -> tuple[MayBe, ...]:
    """Those of whom is asked, for who keeps the order; for whoever else knows of it none. Raises Missing."""
    with district_transaction():
        known = desk.known(order_id, by, at)
        if not known.keeps:
            return ()
        row, kinds = known.row, _kinds(known.children, district_day(at))
        rows = (
            OrderNamesake.objects.filter(order=row).select_related("contact", "employee").order_by("noticed_at", "id")
        )
        others = _of_others(row.id, known.children)
        his, owed_whom = _his_names(row), _owed_whom(row, at)
        return tuple(_may_be(it, kinds, his, owed_whom, by) for it in rows if it.contact_id not in others)


def _of_others(order_id: UUID, children: Collection[UUID]) -> set[UUID]:
    """The contacts of other children of the order, and of none of these: in a file that whoever looks does not keep."""
    ties = Relationship.objects.filter(student__courtorderchild__order=order_id).values_list("contact_id", "student_id")
    kept = {contact for contact, child in ties if child in children}
    return {contact for contact, _ in ties} - kept


def _kinds(children: Collection[UUID], on: date) -> dict[UUID, str]:
    return {it.contact: it.kind for child in children for it in related(child, on=on)}


def _may_be(
    row: OrderNamesake, kinds: dict[UUID, str], his: Mapping[UUID, str], owed_whom: Collection[str], by: SignedIn
) -> MayBe:
    said = row.no_first_by if _takes_two(row, his) else row.answered_by if row.answer == YES else None
    kind = kinds.get(row.contact.id, "other") if row.contact else ""
    waits = row.answer != NO and row.no_first_by is not None
    may_say_yes = row.answer != YES or _may_say_yes_again(row, owed_whom, by)
    may_say_no = row.answer != NO and said != by.account.id
    return MayBe(row.id, _name(row), kind, row.answer, waits, may_say_yes, may_say_no)


def _name(row: OrderNamesake) -> str:
    if row.contact:
        return person_name(row.contact)
    return employee_name(row.employee) if row.employee else ""


def _his_names(order: CourtOrder) -> dict[UUID, str]:
    """Each name of whom the order restrains, by the row that has it."""
    same = OrderNamesake.objects.filter(order=order, answer=YES).select_related("contact", "employee")
    named = {order.restrained.id: person_name(order.restrained)} if order.restrained else {}
    return named | {it.id: _name(it) for it in same}


def _takes_two(row: OrderNamesake, his: Mapping[UUID, str]) -> bool:
    """Does a no about this row take two people: is it an employee's, does a strong ground speak for it, or has it
    exactly one of his names, whatever the order of the words?"""
    if row.employee_id:
        return True
    own = sorted(words_of(_name(row)))
    exactly = any(sorted(words_of(name)) == own for of, name in his.items() if of != row.id)
    return exactly or bool(STRONG & set(row.grounds.split()))


def say_who_it_is(order_id: UUID, namesake_id: UUID, answer: str, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Who keeps the order has looked: it is whom the order restrains, or somebody else.

    A *yes* is taken back by another than who said it, and of whom more than a like name speaks, or who works here, a
    *no* is said by two: what an order takes is given back by no one person. Raises Missing, and ValidationError.
    """
    if answer not in SAID:
        raise ValidationError("Say whether it is the same person.")
    return there(_say(order_id, namesake_id, SAID[answer], by, at))


@durable_transaction
def _say(
    order_id: UUID, namesake_id: UUID, answer: OrderNamesake.Answer, by: SignedIn, at: datetime
) -> Noted | Refused | None:
    order = standing(order_id)
    asked = asked_about(Action.REVIEW_ORDER, order, by, at)
    mine = granted(asked)
    if not mine:
        return refused(asked, order, by, at)
    row = OrderNamesake.objects.select_for_update().filter(order=order, pk=namesake_id).first()
    if row is None or row.contact_id in _of_others(order.id, [child for child, _, _ in mine]):
        raise Missing
    if row.answer == answer and row.answered_entry:  # who said so first has said so
        return Noted(row.id, _yes_again(row, mine, order, by, at) or (row.answered_entry,))
    two = answer == NO and _takes_two(row, _his_names(order))
    if answer == NO:
        alone = _speaks_alone(row, by, two=two)
        ruled = asked_about(Action.RULE_OUT, order, by, at, oneself=alone)
        if not granted(ruled):
            first = two and alone
            return _no_for_the_first_time(row, mine, order, by, at) if first else refused(ruled, order, by, at)
        mine = granted(ruled)
    entries = note(Act.ORDER_NAMESAKE_SAID, mine, order, by, at, part=str(row.id), outcome=answer.value)
    row.answer, row.answered_at, row.answered_by, row.answered_entry = answer, at, by.account.id, entries[0]
    if not two:
        row.no_first_at, row.no_first_by, row.no_first_entry = None, None, None
    row.save()
    over = Over(by.account.id, entries[0], at)
    duties.discharge(ROOM, order.id, over, rule=WHETHER, part=str(row.id))
    if answer == YES and row.contact_id:
        end_sessions(row.contact_id)
        duties.let_go(ROOM, order.id, over, rule=SAY_WHOM, part=str(row.contact_id))
        protects_no_more(order, row.contact_id, entries[0], at=at)
    elif row.contact_id and not order.protected_id and was_withheld(order, row.contact_id):  # a yes may have let it go
        owe_whom_it_protects(order, row.contact_id, entries[0], at=at)
    return Noted(row.id, entries)


def _yes_again(
    row: OrderNamesake, mine: list[Asked], order: CourtOrder, by: SignedIn, at: datetime
) -> tuple[UUID, ...]:
    """Another says so too of whom the order was to protect: it is owed no more to say whom, because of them."""
    if not _may_say_yes_again(row, _owed_whom(order, at), by):
        return ()
    entries = note(Act.ORDER_NAMESAKE_SAID, mine, order, by, at, part=str(row.id), outcome=YES.value)
    over = Over(by.account.id, entries[0], at)
    duties.let_go(ROOM, order.id, over, rule=SAY_WHOM, part=str(row.contact_id))
    return entries


def _may_say_yes_again(row: OrderNamesake, owed_whom: Collection[str], by: SignedIn) -> bool:
    return row.answer == YES and row.answered_by != by.account.id and str(row.contact_id) in owed_whom


def _owed_whom(order: CourtOrder, at: datetime) -> set[str]:
    """The contacts because of whom it is owed to say whom the order protects."""
    return {it.part for it in queries.about(ROOM, [order.id], at=at) if it.rule == SAY_WHOM}


def _speaks_alone(row: OrderNamesake, by: SignedIn, *, two: bool) -> bool:
    """Is this account the first who says so, where it takes two; or the one who has said that it is the same person?"""
    if two:
        return row.no_first_by in (None, by.account.id)
    return row.answer == YES and row.answered_by == by.account.id


def _no_for_the_first_time(
    row: OrderNamesake, mine: list[Asked], order: CourtOrder, by: SignedIn, at: datetime
) -> Noted:
    """One person says no of somebody of whom it takes two; pressed again, it is said once. Nothing is given back."""
    if row.no_first_entry:
        return Noted(row.id, (row.no_first_entry,))
    entries = note(Act.ORDER_NAMESAKE_SAID, mine, order, by, at, part=str(row.id), outcome=NO_FIRST)
    row.no_first_at, row.no_first_by, row.no_first_entry = at, by.account.id, entries[0]
    row.save(update_fields=["no_first_at", "no_first_by", "no_first_entry"])
    if row.employee_id:
        owe_another_no(order, row, entries[0], at=at)
    return Noted(row.id, entries)
