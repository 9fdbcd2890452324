"""What is owed about a card: somebody asks for the new one before its last day, and where another address came from."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.casework.orders_reviewed import LOOKS
from fileroom.law.days import district_day
from fileroom.law.figures import FIGURES
from fileroom.people import spells
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import AddressCard, AddressCardChild

ROOM = "cards"
RENEW = "casework.safe_at_home_cards.substitute_address"
ASK = "collection.substitute_addresses.never_in_the_file"
SECOND = "casework.orders_lifted.a_second_person_confirms"
OTHERS = "collection.substitute_addresses.give_substitute_address"
BROUGHT, SHARED, SIBLINGS, UNKNOWN = "brought", "shared", "siblings", "unknown"


def owe_renewal(card: AddressCard, entry: UUID, at: datetime) -> None:
    """Ask for the new card so many days before the last of this one: as often as there is still time for, at the
    schools of its children. The last is owed today where its day has gone by."""
    today, rows = district_day(at), []
    days = {part: card.to_on - timedelta(days=FIGURES[part].value) for part in LOOKS}
    days[LOOKS[-1]] = max(days[LOOKS[-1]], today)
    for part, due_on in days.items():
        if due_on >= today:
            rows += [
                Owed(RENEW, ROOM, card.id, at, CUSTODIAN, school, student=_child(card), part=part, due_on=due_on)
                for school in schools_of(card, at)
            ]
    _owe(rows, entry)


def owe_asking(card: AddressCard, part: str, entry: UUID, at: datetime) -> None:
    """Of the household's address a person asks. `part`: somebody has BROUGHT another one; the file gives the other
    parent the same (SHARED); or nothing here would know it again (UNKNOWN)."""
    today = district_day(at)
    _owe(
        [
            Owed(ASK, ROOM, card.id, at, CUSTODIAN, school, student=_child(card), part=part, due_on=today)
            for school in schools_of(card, at)
        ],
        entry,
    )


def owe_siblings(card: AddressCard, entry: UUID, at: datetime) -> None:
    """A child of one of its adults is not covered: the district's custodian asks whether they live there too."""
    owed = Owed(OTHERS, ROOM, card.id, at, CUSTODIAN, student=_child(card), part=SIBLINGS, due_on=district_day(at))
    _owe([owed], entry)


def owe_second(card: AddressCard, entry: UUID, at: datetime) -> None:
    """Somebody has proposed that it is ended: another confirms."""
    today = district_day(at)
    owed = [
        Owed(SECOND, ROOM, card.id, at, CUSTODIAN, school, student=_child(card), due_on=today)
        for school in schools_of(card, at)
    ]
    _owe(owed, entry)


def discharge(card: AddressCard, rule: str, part: str, *, by: UUID, entry: UUID, at: datetime) -> None:
    """It is done. Part of the open transaction."""
    duties.discharge(ROOM, card.id, Over(by, entry, at), rule=rule, part=part)


def let_go(card: AddressCard, *, by: UUID, entry: UUID, at: datetime, rule: str = "") -> None:
    """There is nothing left to do. Part of the open transaction."""
    duties.let_go(ROOM, card.id, Over(by, entry, at), rule=rule)


def schools_of(card: AddressCard, at: datetime) -> list[UUID | None]:
    """The schools where its children are enrolled on the day; None, the district's custodian, where at none."""
    children = AddressCardChild.objects.filter(card=card).values_list("student_id", flat=True)
    return list(spells.schools_of(children, on=district_day(at))) or [None]


def _child(card: AddressCard) -> UUID | None:
    """Whom the duty is about: to whomever an order keeps from this child there is none. They share one address."""
    return AddressCardChild.objects.filter(card=card).order_by("student").values_list("student_id", flat=True).first()


def _owe(rows: list[Owed], entry: UUID) -> None:
    duties.owe(rows, calendar=calendar() or default_calendar(), caused_by=entry)
