"""A child's card as the office that keeps the file sees it; nobody else learns that there is one, or none.

To look is noted, under seal. Where the family lives is not here: that is opened for a reason (disclosure.true_address).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.collection.cards.duties import ROOM
from fileroom.collection.orders import desk as orders
from fileroom.duties import queries as duties
from fileroom.duties.queries import Listed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import cards, queries
from fileroom.people.answers import Missing
from fileroom.people.models import AddressCard, AddressCardAdult, AddressCardChild, Circumstance, Student
from fileroom.people.names import full_name, person_name
from fileroom.people.services import may_settle
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Shown:
    """A card that nobody has ended. `over`: its last day lies behind. `lives`: where they live lies sealed."""

    id: UUID
    children: tuple[str, ...]
    adults: tuple[str, ...]
    from_on: date
    to_on: date
    over: bool
    entered_at: datetime
    proposed_by: str
    proposed_mine: bool
    owed: tuple[Listed, ...]


@dataclass(frozen=True)
class Noted:
    """It is noted that there is a card, and none is entered. `proposed_by`: who says that it was noted by mistake."""

    since: date
    proposed_by: str
    proposed_mine: bool


@dataclass(frozen=True)
class AddressPage:
    """What a page about one child needs: the card or None, whether one is awaited, and of whom one may be entered."""

    student: UUID
    name: str
    card: Shown | None
    noted: Noted | None
    people: tuple[tuple[UUID, str], ...]
    siblings: tuple[tuple[UUID, str], ...]


@durable_transaction
def page(student_id: UUID, *, by: SignedIn, at: datetime) -> AddressPage:
    """The page about one child. Raises Missing for whoever does not keep the file."""
    decision, who = may_settle(student_id, by, at)
    if not decision.granted:
        raise Missing
    on = district_day(at)
    card = cards.card_of(student_id)
    event = ledger.event(
        Act.ADDRESS_CARD_LOOKED_AT, student=student_id, record=card.id if card else None, by=by.acting_as(who.role),
        purpose=by.purpose.value, sealed=True, at=at,
    )  # fmt: skip
    ledger.write(event)
    people = tuple((it.contact, it.name) for it in queries.related(student_id, on=on))
    name = full_name(Student.objects.get(pk=student_id))
    siblings = orders.siblings(student_id, by=by, at=at)
    noted = None if card else _noted(student_id, by)
    return AddressPage(student_id, name, _shown(card, by, at) if card else None, noted, people, siblings)


def _noted(student_id: UUID, by: SignedIn) -> Noted | None:
    kind = Circumstance.Kind.SAFE_AT_HOME
    row = Circumstance.objects.filter(student_id=student_id, kind=kind, over_on=None).first()
    return Noted(row.from_on, _name(row.proposed_by), row.proposed_by == by.account.id) if row else None


def _name(account: UUID | None) -> str:
    return queries.account_names([account]).get(account, "") if account else ""


def _shown(card: AddressCard, by: SignedIn, at: datetime) -> Shown:
    children = AddressCardChild.objects.filter(card=card).select_related("student").order_by("student__search_name")
    named = [it.student for it in children if may_settle(it.student_id, by, at)[0].granted]
    adults = AddressCardAdult.objects.filter(card=card).select_related("contact")
    return Shown(
        card.id,
        tuple(full_name(it) for it in named),
        tuple(sorted(person_name(it.contact) for it in adults)),
        card.from_on,
        card.to_on,
        card.to_on < district_day(at),
        card.entered_at,
        _name(card.proposed_by),
        card.proposed_by == by.account.id,
        tuple(duties.about(ROOM, [card.id], at=at)),
    )


def student_of(card_id: UUID) -> UUID | None:
    """A student whose household has the card, the first by id; None: there is no such card."""
    with district_transaction():
        named = AddressCardChild.objects.filter(card_id=card_id).order_by("student_id")
        return named.values_list("student_id", flat=True).first()


def child_of(card_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """A child of the card whose file this account keeps. Raises Missing."""
    with district_transaction():
        rows = AddressCardChild.objects.filter(card_id=card_id, card__ended_at=None).order_by("student_id")
        children = list(rows.values_list("student_id", flat=True))
        mine = next((it for it in children if may_settle(it, by, at)[0].granted), None)
    if mine is None:
        raise Missing
    return mine
